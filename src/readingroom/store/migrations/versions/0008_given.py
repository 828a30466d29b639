"""A digest of what each batch gave."""

from alembic import op
from sqlalchemy import Column, Text, text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """What came out of batches done before is unknown: stages that rest on them are done once more."""
    # Added in place: to make the table anew would drop the one that all rows rest on, and them with it.
    op.add_column("batch", Column("given", Text, nullable=False, server_default=text("''")))
