"""Tables of people, findings and corrections."""

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

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables. They are filled by the stages, which this version runs by itself."""
    _messages()
    _people()
    _corrections()
    _chronology()
    _uneven()
    _indexes()
    _gaps()
    _aliases()


def _messages() -> None:
    """Copies say why they are in their message; ids that messages had are kept. Messages are made again."""
    op.create_table(
        "former_message",
        Column("id", Text, nullable=False),
        Column("copies", JSON, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.execute(
        "INSERT INTO former_message (id, copies) SELECT message_id, json_group_array(copy_id) FROM "
        "(SELECT message_id, copy_id FROM message_copy ORDER BY message_id, rank) GROUP BY message_id"
    )
    op.execute("DELETE FROM batch WHERE stage = 'messages'")
    with op.batch_alter_table("message_copy", recreate="always") as message_copy:
        message_copy.add_column(Column("ground", JSON, nullable=False))


def _people() -> None:
    op.create_table(
        "designation",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("copy_id", Text, nullable=False),
        Column("where", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("office", Text, nullable=False),
        Column("contacts", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_designation_batch_id", "designation", ["batch_id"])
    op.create_index("ix_designation_copy_id", "designation", ["copy_id"])
    op.create_table(
        "actor",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("addresses", JSON, nullable=False),
        Column("grounds", JSON, nullable=False),
        Column("copies", JSON, nullable=False),
        Column("sent", Integer, nullable=False),
        Column("received", Integer, nullable=False),
        Column("first", Text, nullable=False),
        Column("last", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_index("ix_actor_batch_id", "actor", ["batch_id"])
    op.create_table(
        "actor_name",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("actor_id", Text, nullable=False),
        Column("rank", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("words", Text, nullable=False),
        Column("sent", Integer, nullable=False),
        Column("received", Integer, nullable=False),
        Column("copy_id", Text, nullable=False),
        Column("field", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    for column in ("batch_id", "actor_id", "id", "words"):
        op.create_index(f"ix_actor_name_{column}", "actor_name", [column])
    op.create_table(
        "post",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("title", Text, nullable=False),
        Column("office", Text, nullable=False),
        Column("holder", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("since", Text, nullable=False),
        Column("until", Text, nullable=False),
        Column("acting", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("copies", JSON, nullable=False),
        Column("alias", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_post_batch_id", "post", ["batch_id"])
    op.create_index("ix_post_holder", "post", ["holder"])
    op.create_table(
        "traffic",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("sender", Text, nullable=False),
        Column("receiver", Text, nullable=False),
        Column("messages", Integer, nullable=False),
        Column("first", Text, nullable=False),
        Column("last", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    for column in ("batch_id", "sender", "receiver"):
        op.create_index(f"ix_traffic_{column}", "traffic", [column])
    op.create_table(
        "told_post",
        Column("file", Text, nullable=False),
        Column("line", Integer, nullable=False),
        Column("alias", Text, nullable=False),
        Column("post", Text, nullable=False),
        Column("holder", Text, nullable=False),
        Column("since", Text, nullable=False),
        Column("until", Text, nullable=False),
        Column("source", Text, nullable=False),
        PrimaryKeyConstraint("file", "line"),
    )


def _corrections() -> None:
    op.create_table(
        "correction",
        Column("row", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("says", JSON, nullable=False),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_table(
        "correction_fit",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("correction", Text, nullable=False),
        Column("end", Integer, nullable=False),
        Column("state", Text, nullable=False),
        Column("copies", JSON, nullable=False),
        Column("reads", Text, nullable=False),
        Column("reads_state", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_correction_fit_batch_id", "correction_fit", ["batch_id"])
    op.create_index("correction_fit_of", "correction_fit", ["correction", "end"])


def _chronology() -> None:
    op.create_table(
        "event",
        Column("id", Integer, nullable=False),
        Column("at", Text, nullable=False),
        Column("until", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("source", Text, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_event_at", "event", ["at"])


def _uneven() -> None:
    op.create_table(
        "copy_shingles",
        Column("copy_id", Text, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("numbers", LargeBinary, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("copy_id"),
    )
    op.create_index("ix_copy_shingles_batch_id", "copy_shingles", ["batch_id"])
    op.create_table(
        "uneven",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("message_id", Text, nullable=False),
        Column("part", Text, nullable=False),
        Column("words", Text, nullable=False),
        Column("word_count", Integer, nullable=False),
        Column("weight", Float, nullable=False),
        Column("hidden_in", JSON, nullable=False),
        Column("shown_in", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_uneven_batch_id", "uneven", ["batch_id"])
    op.create_index("ix_uneven_id", "uneven", ["id"])
    op.create_index("ix_uneven_weight", "uneven", ["weight"])
    op.create_table(
        "uneven_copy",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("uneven_id", Text, nullable=False),
        Column("copy_id", Text, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_uneven_copy_batch_id", "uneven_copy", ["batch_id"])
    op.create_index("ix_uneven_copy_copy_id", "uneven_copy", ["copy_id"])
    op.create_table(
        "code_difference",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("message_id", Text, nullable=False),
        Column("part", Text, nullable=False),
        Column("before", Text, nullable=False),
        Column("after", Text, nullable=False),
        Column("places", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_code_difference_batch_id", "code_difference", ["batch_id"])
    op.create_index("ix_code_difference_id", "code_difference", ["id"])


def _indexes() -> None:
    op.create_index("page_digest", "page", ["source_id", "number", "digest"])
    op.create_index("ix_copy_digest", "copy", ["digest"])


def _gaps() -> None:
    """What links rest on, phrases and gaps. There are no links now: messages are made again."""
    with op.batch_alter_table("link", recreate="always") as link:
        link.add_column(Column("rests_on", Text, nullable=False))
    op.create_table(
        "telling",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("document_id", Text, nullable=False),
        Column("copy_id", Text, nullable=False),
        Column("source_id", Text, nullable=False),
        Column("page", Integer, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("words", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("topic", JSON, nullable=False),
        Column("reach", Integer, nullable=False),
        Column("weight", Float, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_telling_batch_id", "telling", ["batch_id"])
    op.create_table(
        "gap",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("strength", Text, nullable=False),
        Column("rank", Float, nullable=False),
        Column("what", Text, nullable=False),
        Column("words", Text, nullable=False),
        Column("copies", JSON, nullable=False),
        Column("part", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("spans", JSON, nullable=False),
        Column("message", Text, nullable=False),
        Column("conversation", Text, nullable=False),
        Column("sender", Text, nullable=False),
        Column("recipients", JSON, nullable=False),
        Column("subject", Text, nullable=False),
        Column("perhaps", JSON, nullable=False),
        Column("searched", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
        UniqueConstraint("id"),
    )
    op.create_index("ix_gap_batch_id", "gap", ["batch_id"])
    op.create_index("ix_gap_message", "gap", ["message"])
    op.create_index("ix_gap_conversation", "gap", ["conversation"])
    op.create_index("gap_order", "gap", ["kind", "rank"])
    op.create_table(
        "text_print",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("of", Text, nullable=False),
        Column("owner", Text, nullable=False),
        Column("document_id", Text, nullable=False),
        Column("prints", LargeBinary, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_text_print_batch_id", "text_print", ["batch_id"])
    op.create_index("ix_text_print_owner", "text_print", ["owner"])
    op.create_table(
        "reuse",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("rank", Integer, nullable=False),
        Column("equal", Integer, nullable=False),
        Column("clear", Integer, nullable=False),
        Column("exchanges", JSON, nullable=False),
        Column("one", JSON, nullable=False),
        Column("other", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_reuse_batch_id", "reuse", ["batch_id"])
    op.create_index("ix_reuse_id", "reuse", ["id"])
    op.create_table(
        "held",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("message_id", Text, nullable=False),
        Column("pieces", JSON, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_held_batch_id", "held", ["batch_id"])
    op.create_index("ix_held_message_id", "held", ["message_id"])
    op.create_table(
        "read_first",
        Column("row", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("place", Integer, nullable=False),
        Column("document_id", Text, nullable=False),
        Column("pages", Integer, nullable=False),
        Column("adds", Integer, nullable=False),
        Column("messages", Integer, nullable=False),
        Column("copies", Integer, nullable=False),
        ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_read_first_batch_id", "read_first", ["batch_id"])
    op.create_index("ix_read_first_place", "read_first", ["place"])
    op.create_table(
        "release",
        Column("name", Text, nullable=False),
        Column("received", Text, nullable=False),
        PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "handed_over",
        Column("source_id", Text, nullable=False),
        Column("release", Text, nullable=False),
        PrimaryKeyConstraint("source_id", "release"),
    )


def _aliases() -> None:
    placed = {"copy_id": Text, "document_id": Text, "source_id": Text, "page": Integer, "where": Text, "start": Integer}
    meant = ("words", "person", "name", "office", "post", "since", "until", "source")
    said = {"sign": Text, "words": Text, "ground": Text}
    for name, columns in (
        ("sign_use", {"sign": Text, "words": Text, **placed, "uses": Integer}),
        ("alias_clue", {**said, **placed, "end": Integer}),
        ("alias_meaning", said | dict.fromkeys(meant, Text) | {"copies": JSON, "documents": JSON, "weight": Integer}),
    ):
        op.create_table(
            name,
            Column("id", Integer, nullable=False),
            Column("batch_id", Integer, nullable=False),
            *(Column(column, kind, nullable=False) for column, kind in columns.items()),
            ForeignKeyConstraint(["batch_id"], ["batch.id"], ondelete="CASCADE"),
            PrimaryKeyConstraint("id"),
        )
        op.create_index(f"ix_{name}_batch_id", name, ["batch_id"])
        op.create_index(f"ix_{name}_sign", name, ["sign"])
