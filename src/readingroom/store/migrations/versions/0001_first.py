"""The first tables."""

from alembic import op

from readingroom.store.fulltext import FULL_TEXT_DDL
from readingroom.store.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, the full-text index and its triggers."""
    metadata.create_all(op.get_bind())
    for statement in FULL_TEXT_DDL:
        op.execute(statement)
