"""A place for each run of hidden words, where there was a count a page."""

from alembic import op
from sqlalchemy import Column, Float, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table. It is filled as pages are read anew, which this version does by itself."""
    op.create_table(
        "hidden_text",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("hidden_by", Text, nullable=False),
        Column("words", Integer, nullable=False),
        Column("x0", Float, nullable=False),
        Column("y0", Float, nullable=False),
        Column("x1", Float, nullable=False),
        Column("y1", Float, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_hidden_text_batch_id", "hidden_text", ["batch_id"])
    op.create_index("hidden_text_place", "hidden_text", ["source_id", "page"])
