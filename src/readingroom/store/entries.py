"""Entries: what is searched. A copy of a message, what stands on a page outside any copy, or a page not cut yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from readingroom.model import Passage
from readingroom.store import tables
from readingroom.store.sqlite import Store
from readingroom.text import unpack_passages


class EntryRow(NamedTuple):
    """An entry with its text. A screen of them, or the candidates of one quotation, at a time."""

    kind: str  # copy, rest, page
    copy_id: str  # "" unless kind is copy
    source_id: str
    page: int
    last_page: int
    sender: str
    recipients: str
    cc: str
    subject: str
    body: str


_COLUMNS = tuple(tables.entry.c[name] for name in EntryRow._fields)


def read_entries(connection: Connection, numbers: Sequence[int]) -> dict[int, EntryRow]:
    """Entries by their row number, which holds only until the case is read further."""
    found: dict[int, EntryRow] = {}
    for at in range(0, len(numbers), 500):
        asked = select(tables.entry.c.id, *_COLUMNS).where(tables.entry.c.id.in_(numbers[at : at + 500]))
        found.update((number, EntryRow(*columns)) for number, *columns in connection.execute(asked))
    return found


def rest_passage(store: Store, source: str, page: int) -> Passage | None:
    """The lines of a page that belong to no copy, with their places; None where there are none, or not cut yet."""
    asked = select(tables.entry.c.passage).where(
        tables.entry.c.kind == "rest", tables.entry.c.source_id == source, tables.entry.c.page == page
    )
    with store.read() as connection:
        packed = connection.execute(asked).scalar()
    return unpack_passages(packed)[0] if packed else None
