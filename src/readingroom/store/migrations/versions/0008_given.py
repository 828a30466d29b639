"""A digest of what each batch gave."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """What came out of batches done before is unknown: stages that rest on them are done once more."""
    with op.batch_alter_table("batch") as batch:
        batch.add_column(Column("given", Text, nullable=False, server_default=""))
    with op.batch_alter_table("batch") as batch:
        batch.alter_column("given", server_default=None)
