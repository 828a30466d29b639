"""The first tables. Frozen: a change of `store/tables.py` needs a migration of its own after this one."""

from alembic import op
from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

FULL_TEXT = (
    "CREATE VIRTUAL TABLE entry_text USING fts5(sender, recipients, cc, subject, body, joined,"
    " content='entry', content_rowid='id', tokenize=\"unicode61 remove_diacritics 2\")",
    "CREATE VIRTUAL TABLE entry_terms USING fts5vocab(entry_text, 'row')",
    "CREATE TRIGGER entry_indexed AFTER INSERT ON entry BEGIN"
    " INSERT INTO entry_text(rowid, sender, recipients, cc, subject, body, joined)"
    " VALUES (new.id, new.sender, new.recipients, new.cc, new.subject, new.body, new.joined); END",
    "CREATE TRIGGER entry_unindexed AFTER DELETE ON entry BEGIN"
    " INSERT INTO entry_text(entry_text, rowid, sender, recipients, cc, subject, body, joined)"
    " VALUES ('delete', old.id, old.sender, old.recipients, old.cc, old.subject, old.body, old.joined); END",
)


def upgrade() -> None:
    """Make every table, the full-text index and its triggers."""
    op.create_table(
        "batch",
        Column("id", Integer, nullable=False),
        Column("stage", Text, nullable=False),
        Column("place", Text, nullable=False),
        Column("key", Text, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("batch_place", "batch", ["stage", "place"], unique=True)
    op.create_table(
        "log",
        Column("id", Integer, nullable=False),
        Column("at", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("details", JSON, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "note",
        Column("name", Text, nullable=False),
        Column("content", JSON, nullable=False),
        PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "source",
        Column("id", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("media_type", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("pages", Integer, nullable=False),
        Column("problem", Text, nullable=False),
        Column("file", Text, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "wanted",
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        PrimaryKeyConstraint("source_id", "page"),
    )
    op.create_table(
        "copy",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("document_id", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("nth", Integer, nullable=False),
        Column("depth", Integer, nullable=False),
        Column("quoted_by", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("last_page", Integer, nullable=False),
        Column("sender", Text, nullable=False),
        Column("recipients", JSON, nullable=False),
        Column("cc", JSON, nullable=False),
        Column("sent", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("attachments", Text, nullable=False),
        Column("fields", JSON, nullable=False),
        Column("codes", JSON, nullable=False),
        Column("style", Text, nullable=False),
        Column("opening", Text, nullable=False),
        Column("closing", Text, nullable=False),
        Column("body_words", Integer, nullable=False),
        Column("passages", LargeBinary, nullable=False),
        Column("digest", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_index("copy_document", "copy", ["document_id", "nth"])
    op.create_index("copy_place", "copy", ["source_id", "page"])
    op.create_index("ix_copy_batch_id", "copy", ["batch_id"])
    op.create_index("ix_copy_sent", "copy", ["sent"])
    op.create_table(
        "document",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("first_page", Integer, nullable=False),
        Column("last_page", Integer, nullable=False),
        Column("number", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_index("document_place", "document", ["source_id", "first_page"])
    op.create_index("ix_document_batch_id", "document", ["batch_id"])
    op.create_index("ix_document_number", "document", ["number"])
    op.create_table(
        "entry",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("copy_id", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("last_page", Integer, nullable=False),
        Column("sender", Text, nullable=False),
        Column("recipients", Text, nullable=False),
        Column("cc", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("joined", Text, nullable=False),
        Column("passage", LargeBinary, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("entry_place", "entry", ["source_id", "page"])
    op.create_index("ix_entry_batch_id", "entry", ["batch_id"])
    op.create_index("ix_entry_copy_id", "entry", ["copy_id"])
    op.create_table(
        "link",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("later", Text, nullable=False),
        Column("earlier", Text, nullable=False),
        Column("ground", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_link_batch_id", "link", ["batch_id"])
    op.create_index("ix_link_earlier", "link", ["earlier"])
    op.create_index("ix_link_later", "link", ["later"])
    op.create_table(
        "message",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("taken_from", JSON, nullable=False),
        Column("body_from", Text, nullable=False),
        Column("restored", JSON, nullable=False),
        Column("status", Text, nullable=False),
        Column("conversation", Text, nullable=False),
        Column("sent", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_index("ix_message_batch_id", "message", ["batch_id"])
    op.create_index("ix_message_conversation", "message", ["conversation"])
    op.create_index("ix_message_sent", "message", ["sent"])
    op.create_table(
        "message_copy",
        Column("copy_id", Text, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("message_id", Text, nullable=False),
        Column("rank", Integer, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("copy_id"),
    )
    op.create_index("ix_message_copy_batch_id", "message_copy", ["batch_id"])
    op.create_index("ix_message_copy_message_id", "message_copy", ["message_id"])
    op.create_table(
        "page",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("width", Float, nullable=False),
        Column("height", Float, nullable=False),
        Column("text_from", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("words", LargeBinary, nullable=False),
        Column("sketch", Text, nullable=False),
        Column("hidden", Integer, nullable=False),
        Column("digest", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_page_batch_id", "page", ["batch_id"])
    op.create_index("page_place", "page", ["source_id", "number"], unique=True)
    op.create_index("page_tally", "page", ["state", "text_from", "hidden"])
    op.create_table(
        "problem",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("stage", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("reason", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("hint", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_problem_batch_id", "problem", ["batch_id"])
    op.create_index("problem_place", "problem", ["source_id", "page"])
    op.create_table(
        "receipt",
        Column("source_id", Text, nullable=False),
        Column("name", Text, nullable=False),
        ForeignKeyConstraint(["source_id"], ["source.id"]),
        PrimaryKeyConstraint("source_id", "name"),
    )
    op.create_table(
        "redaction",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("where", Text, nullable=False),
        Column("codes", JSON, nullable=False),
        Column("x0", Float, nullable=False),
        Column("y0", Float, nullable=False),
        Column("x1", Float, nullable=False),
        Column("y1", Float, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_redaction_batch_id", "redaction", ["batch_id"])
    op.create_index("redaction_place", "redaction", ["source_id", "page"])
    op.create_table(
        "stamp",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("number", Text, nullable=False),
        Column("words", JSON, nullable=False),
        Column("x0", Float, nullable=False),
        Column("y0", Float, nullable=False),
        Column("x1", Float, nullable=False),
        Column("y1", Float, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_stamp_batch_id", "stamp", ["batch_id"])
    op.create_index("stamp_place", "stamp", ["source_id", "page"])
    for statement in FULL_TEXT:
        op.execute(statement)
