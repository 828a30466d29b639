"""The tables of a case, as the present version writes them. Each change needs a migration in `migrations/versions`.

Every derived row belongs to a `batch` and goes with it (ON DELETE CASCADE). `entry` is what is searched: a row a
copy, a row for what stands on a page outside any copy, and a row a page that waits for its document to be read.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.types import JSON

metadata = MetaData()


def batch_column() -> Column[int]:
    """The column by which a derived row belongs to the batch that made it."""
    return Column("batch_id", Integer, ForeignKey("batch.id", ondelete="CASCADE"), nullable=False, index=True)


def _box() -> tuple[Column[float], ...]:
    return tuple(Column(name, Float, nullable=False) for name in ("x0", "y0", "x1", "y1"))


note = Table(
    "note",  # what is true of the case as a whole: its name, the request, how reading goes
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", JSON, nullable=False),
)

log = Table(
    "log",  # what was done to the case, when: the only table that knows a clock
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("details", JSON, nullable=False),
)

source = Table(
    "source",  # one received file, sealed
    metadata,
    Column("id", Text, primary_key=True),  # sha256
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("problem", Text, nullable=False),
    Column("file", Text, nullable=False),  # where its sealed copy lies, relative to the case
)

receipt = Table(
    "receipt",  # under which names the same bytes were handed over
    metadata,
    Column("source_id", Text, ForeignKey("source.id"), primary_key=True),
    Column("name", Text, primary_key=True),
)

batch = Table(
    "batch",  # a piece of a stage's work that is done: its key says of what
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("place", Text, nullable=False),  # what of the case it covers: a page, a source, a document, ""
    Column("key", Text, nullable=False),  # digest of all that went in
    Column("given", Text, nullable=False, server_default=text("''")),  # digest of all that came out
    Index("batch_place", "stage", "place", unique=True),
)

page = Table(
    "page",  # a page that has been read, its words packed
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("source_id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("text_from", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("slope", Float, nullable=False),
    Column("gutter", Float, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("sketch", Text, nullable=False),
    Column("hidden", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Index("page_place", "source_id", "number", unique=True),
    Index("page_digest", "source_id", "number", "digest"),  # so that cutting reads no words
    Index("page_tally", "state", "text_from", "hidden"),  # so that counting pages reads no words
)

stamp = Table(
    "stamp",  # what somebody else than the writer printed on a page
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("words", JSON, nullable=False),
    *_box(),
    Index("stamp_place", "source_id", "page"),
)

redaction = Table(
    "redaction",  # a mark that something was taken out here
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("codes", JSON, nullable=False),
    Column("pages", Integer, nullable=False),  # withheld in full, as a sheet says
    Column("text", Text, nullable=False),  # of a sheet
    *_box(),
    Index("redaction_place", "source_id", "page"),
)

hidden_text = Table(
    "hidden_text",  # words that are in a file and do not show on its page: where and how many, never which
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("hidden_by", Text, nullable=False),
    Column("words", Integer, nullable=False),
    *_box(),
    Index("hidden_text_place", "source_id", "page"),
)

problem = Table(
    "problem",  # what went wrong where, and what to do
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("stage", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Index("problem_place", "source_id", "page"),
)

document = Table(
    "document",  # a run of pages that were one print-out
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, unique=True),
    Column("source_id", Text, nullable=False),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("number", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),  # by what is printed
    Column("title", Text, nullable=False),  # its first lines
    Column("enclosed", JSON, nullable=False),  # first page, last page, title
    Index("document_place", "source_id", "first_page"),
)

copy = Table(
    "copy",  # one printing of a message
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, unique=True),
    Column("document_id", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("nth", Integer, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("quoted_by", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("sender", Text, nullable=False),  # these six as printed, for lists, facets and joining
    Column("recipients", JSON, nullable=False),
    Column("cc", JSON, nullable=False),
    Column("sent", Text, nullable=False, index=True),  # YYYY-MM-DDTHH:MM or ""
    Column("subject", Text, nullable=False),
    Column("attachments", Text, nullable=False),
    Column("fields", JSON, nullable=False),  # states, values, confidences, parts
    Column("codes", JSON, nullable=False),
    Column("style", Text, nullable=False),
    Column("opening", Text, nullable=False),  # of the body: what joining needs, so that no body is in memory
    Column("closing", Text, nullable=False),
    Column("body_words", Integer, nullable=False),
    Column("passages", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False, index=True),
    Index("copy_document", "document_id", "nth"),
    Index("copy_place", "source_id", "page"),
)

message = Table(
    "message",  # a message, sent once: which copy each value is taken from
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, unique=True),
    Column("taken_from", JSON, nullable=False),
    Column("body_from", Text, nullable=False),
    Column("restored", JSON, nullable=False),
    Column("status", Text, nullable=False),
    Column("conversation", Text, nullable=False, index=True),
    Column("sent", Text, nullable=False, index=True),
)

message_copy = Table(
    "message_copy",  # which copies are one message
    metadata,
    Column("copy_id", Text, primary_key=True),
    batch_column(),
    Column("message_id", Text, nullable=False, index=True),
    Column("rank", Integer, nullable=False),  # 0: the best
    Column("ground", JSON, nullable=False),  # other copy, grounds, minutes apart, words alike: CopyGround
)

former_message = Table(
    "former_message",  # ids that messages had before they were joined anew, and the copies that they had: goes never
    metadata,
    Column("id", Text, primary_key=True),
    Column("copies", JSON, nullable=False),  # Copy.id, the best first: each says its place
)

attachment = Table(
    "attachment",  # what a copy names as attached, and where it is printed
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("copy_id", Text, nullable=False),
    Column("document_id", Text, nullable=False, index=True),  # of the copy
    Column("nth", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("source_id", Text, nullable=False),  # these four: where it is printed, "" and 0 where it is not found
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("grounds", JSON, nullable=False),
)

link = Table(
    "link",  # which message answers, forwards or quotes which
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("kind", Text, nullable=False),
    Column("later", Text, nullable=False, index=True),
    Column("earlier", Text, nullable=False, index=True),
    Column("ground", Text, nullable=False),
    Column("rests_on", Text, nullable=False),
)

chosen = Table(
    "chosen",  # pages for which somebody said where their words are to come from
    metadata,
    Column("source_id", Text, ForeignKey("source.id"), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("text_from", Text, nullable=False),  # layer or ocr
)

wanted = Table(
    "wanted",  # pages somebody looks at and that are not read yet
    metadata,
    Column("source_id", Text, primary_key=True),
    Column("page", Integer, primary_key=True),
)

entry = Table(
    "entry",  # what is searched: a copy, the rest of a page, or a page that waits for its document
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("kind", Text, nullable=False),  # copy, rest, page
    Column("copy_id", Text, nullable=False, index=True),  # "" unless kind is copy
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("sender", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("cc", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("joined", Text, nullable=False),  # words broken by a hyphen at a line end, put together
    Column("passage", LargeBinary, nullable=False),  # text.pack_passages of one for kind rest, else empty
    Index("entry_place", "source_id", "page"),
)

FULL_TEXT_COLUMNS = ("sender", "recipients", "cc", "subject", "body", "joined")
