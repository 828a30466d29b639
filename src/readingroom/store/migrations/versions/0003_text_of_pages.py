"""Where a page's words come from: why, how its print lies, and what somebody chose."""

from alembic import op
from sqlalchemy import Column, Float, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Pages that were read before say `none` and lie upright, until they are read again."""
    with op.batch_alter_table("page") as page:
        page.add_column(Column("why", Text, nullable=False, server_default="none"))
        page.add_column(Column("turns", Integer, nullable=False, server_default="0"))
        page.add_column(Column("slope", Float, nullable=False, server_default="0"))
        page.add_column(Column("gutter", Float, nullable=False, server_default="0"))
    with op.batch_alter_table("page") as page:
        for name in ("why", "turns", "slope", "gutter"):
            page.alter_column(name, server_default=None)
    op.create_table(
        "chosen",
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("text_from", Text, nullable=False),
        ForeignKeyConstraint(["source_id"], ["source.id"]),
        PrimaryKeyConstraint("source_id", "page"),
    )
