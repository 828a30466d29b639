"""Documents have a kind and may enclose what is attached to their mail."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Documents and the pages they are cut from are made again."""
    op.execute("DELETE FROM batch WHERE stage IN ('pages', 'documents')")
    with op.batch_alter_table("document", recreate="always") as document:
        document.add_column(sa.Column("kind", sa.Text, nullable=False))
        document.add_column(sa.Column("enclosed", sa.JSON, nullable=False))
