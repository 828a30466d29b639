"""What sheets say of pages that were withheld."""

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Marks that were read before say nothing of it, until their pages are read again."""
    with op.batch_alter_table("redaction") as redaction:
        redaction.add_column(Column("pages", Integer, nullable=False, server_default="0"))
        redaction.add_column(Column("text", Text, nullable=False, server_default=""))
    with op.batch_alter_table("redaction") as redaction:
        redaction.alter_column("pages", server_default=None)
        redaction.alter_column("text", server_default=None)
