"""The tables of people, findings and corrections, as this version writes them; the first ones are in `tables.py`."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, Table, Text
from sqlalchemy.types import JSON

from readingroom.store.tables import batch_column, metadata

designation = Table(
    "designation",  # words of a copy that say who holds which post
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("copy_id", Text, nullable=False, index=True),
    Column("where", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("contacts", JSON, nullable=False),
)

actor = Table(
    "actor",  # a person, an office, a list, somebody unnamed
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("addresses", JSON, nullable=False),
    Column("grounds", JSON, nullable=False),
    Column("copies", JSON, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)

actor_name = Table(
    "actor_name",  # one way in which headers print an actor
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("actor_id", Text, nullable=False, index=True),
    Column("rank", Integer, nullable=False),  # 0: the most frequent
    Column("id", Text, nullable=False, index=True),
    Column("words", Text, nullable=False, index=True),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("copy_id", Text, nullable=False),
    Column("field", Text, nullable=False),
)

post = Table(
    "post",  # a post that somebody is said to hold
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("title", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("holder", Text, nullable=False, index=True),  # actor.id or ""
    Column("name", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("acting", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("copies", JSON, nullable=False),
    Column("alias", Text, nullable=False),
)

traffic = Table(
    "traffic",  # how often one actor wrote to another
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("sender", Text, nullable=False, index=True),
    Column("receiver", Text, nullable=False, index=True),
    Column("messages", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)

told_post = Table(
    "told_post",  # a line of a table of posts that a user brought: belongs to no batch
    metadata,
    Column("file", Text, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("alias", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("source", Text, nullable=False),
)

correction = Table(
    "correction",  # the log of corrections: only ever added to, in the order in which they came to this case
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("says", JSON, nullable=False),  # text.correction_record
)

correction_fit = Table(
    "correction_fit",  # where a correction was found again, and what is read there now
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("correction", Text, nullable=False),  # text.correction_id, not the id of an entry
    Column("end", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("copies", JSON, nullable=False),
    Column("reads", Text, nullable=False),
    Column("reads_state", Text, nullable=False),
    Index("correction_fit_of", "correction", "end"),
)

event = Table(
    "event",  # of a chronology that a user brought: belongs to no batch
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("until", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("source", Text, nullable=False),
)

copy_shingles = Table(
    "copy_shingles",  # by which texts that are much the same are found
    metadata,
    Column("copy_id", Text, primary_key=True),
    batch_column(),
    Column("numbers", LargeBinary, nullable=False),
)

uneven = Table(
    "uneven",  # words that one copy hides and another prints; a family that grew comes in before the old one goes
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, index=True),
    Column("message_id", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("word_count", Integer, nullable=False),
    Column("weight", Float, nullable=False, index=True),
    Column("hidden_in", JSON, nullable=False),
    Column("shown_in", JSON, nullable=False),
)

uneven_copy = Table(
    "uneven_copy",  # the copies that hide or print the words of one
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("uneven_id", Text, nullable=False),
    Column("copy_id", Text, nullable=False, index=True),
)

code_difference = Table(
    "code_difference",  # words hidden in two copies under different codes
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, index=True),
    Column("message_id", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("places", JSON, nullable=False),
)

telling = Table(
    "telling",  # a phrase that speaks of something which should be somewhere else
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("kind", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("copy_id", Text, nullable=False),  # "": it stands outside any copy
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("start", Integer, nullable=False),  # characters of the body of the copy, or of the rest of the page
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("topic", JSON, nullable=False),
    Column("reach", Integer, nullable=False),
    Column("weight", Float, nullable=False),
)

gap = Table(
    "gap",  # what the release shows to exist and does not hold
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, unique=True),
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
    Column("message", Text, nullable=False, index=True),
    Column("conversation", Text, nullable=False, index=True),
    Column("sender", Text, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("subject", Text, nullable=False),
    Column("perhaps", JSON, nullable=False),
    Column("searched", JSON, nullable=False),  # what, since, until, messages
    Index("gap_order", "kind", "rank"),
)

text_print = Table(
    "text_print",  # hashes of one text, by which another is found that shares a passage
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("of", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),  # a copy or a document
    Column("document_id", Text, nullable=False),
    Column("prints", LargeBinary, nullable=False),
)

reuse = Table(
    "reuse",  # one text at work in two places
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("id", Text, nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("equal", Integer, nullable=False),
    Column("clear", Integer, nullable=False),  # names and numbers exchanged
    Column("exchanges", JSON, nullable=False),
    Column("one", JSON, nullable=False),
    Column("other", JSON, nullable=False),
)

held = Table(
    "held",  # what of a message is printed in which of its copies
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("message_id", Text, nullable=False, index=True),
    Column("pieces", JSON, nullable=False),
)

read_first = Table(
    "read_first",  # documents that hold all text, in the order in which to read them
    metadata,
    Column("row", Integer, primary_key=True),
    batch_column(),
    Column("place", Integer, nullable=False, index=True),
    Column("document_id", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("adds", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
)

release = Table(
    "release",  # one hand-over, named by whoever adds its files: belongs to no batch
    metadata,
    Column("name", Text, primary_key=True),
    Column("received", Text, nullable=False),
)

handed_over = Table(
    "handed_over",  # which files came with which hand-over
    metadata,
    Column("source_id", Text, primary_key=True),
    Column("release", Text, primary_key=True),
)

sign_use = Table(
    "sign_use",  # how often a copy, or a page outside any copy, prints a sign
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("sign", Text, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("copy_id", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("where", Text, nullable=False),  # these two: of the first
    Column("start", Integer, nullable=False),
    Column("uses", Integer, nullable=False),
)

alias_clue = Table(
    "alias_clue",  # what is printed of a sign: the words it stands for, or whose it is
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("sign", Text, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("ground", Text, nullable=False),
    Column("copy_id", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("where", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

alias_meaning = Table(
    "alias_meaning",  # what a sign means, on one ground
    metadata,
    Column("id", Integer, primary_key=True),
    batch_column(),
    Column("sign", Text, nullable=False, index=True),
    Column("ground", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("person", Text, nullable=False),  # actor.id or ""
    Column("name", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("copies", JSON, nullable=False),
    Column("documents", JSON, nullable=False),
    Column("weight", Integer, nullable=False),
)
