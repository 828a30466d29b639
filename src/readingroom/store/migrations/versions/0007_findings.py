"""Tables of people, findings and corrections."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables. They are filled by the stages, which this version runs by itself."""
