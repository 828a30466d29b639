"""Documents have a title; attachments that copies name, and where they are printed."""

from alembic import op
from sqlalchemy import JSON, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Documents, and the pages they are cut from, are made again."""
    op.execute("DELETE FROM batch WHERE stage IN ('pages', 'documents')")
    with op.batch_alter_table("document", recreate="always") as document:
        document.add_column(Column("title", Text, nullable=False))
    op.create_table(
        "attachment",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("copy_id", Text, nullable=False),
        Column("document_id", Text, nullable=False),
        Column("nth", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("first_page", Integer, nullable=False),
        Column("last_page", Integer, nullable=False),
        Column("title", Text, nullable=False),
        Column("grounds", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attachment_batch_id", "attachment", ["batch_id"])
    op.create_index("ix_attachment_document_id", "attachment", ["document_id"])
