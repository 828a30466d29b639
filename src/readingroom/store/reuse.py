"""Prints of texts, and reuse: one text at work in two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, func, or_, select

from readingroom.model import Box, Exchange, ExchangeKind, PrintOf, Reuse, ReusedText, Span, TextPrint
from readingroom.store import tables
from readingroom.store.found_tables import reuse, text_print
from readingroom.store.sqlite import Store


class PrintedText(NamedTuple):
    """The prints of one text of a case: of a message's best body, or of what a document prints outside mail."""

    text: TextPrint
    message: str  # Message.id, "" outside any
    conversation: str


def printed_texts(store: Store) -> tuple[PrintedText, ...]:
    """One text a message, and one a document that prints something outside mail; by owner."""
    asked = (
        select(text_print, tables.message.c.id.label("message"), tables.message.c.conversation)
        .outerjoin(tables.message, tables.message.c.body_from == text_print.c.owner)
        .where(or_(text_print.c.of == PrintOf.REST.value, tables.message.c.id.is_not(None)))
        .order_by(text_print.c.of, text_print.c.owner)
    )
    with store.read() as connection:
        return tuple(
            PrintedText(
                TextPrint(PrintOf(row.of), row.owner, row.document_id, row.prints),
                row.message or "",
                row.conversation or "",
            )
            for row in connection.execute(asked)
        )


def entry_texts(store: Store, source: str, first: int, last: int) -> tuple[tuple[str, str, int, str], ...]:
    """What is searched of pages first..last that have been cut: kind, copy id, page, text; in page order."""
    entry = tables.entry.c
    asked = (
        select(entry.kind, entry.copy_id, entry.page, entry.body)
        .where(entry.source_id == source, entry.page.between(first, last), entry.kind != "page")
        .order_by(entry.page, entry.id)
    )
    with store.read() as connection:
        return tuple((row.kind, row.copy_id, row.page, row.body) for row in connection.execute(asked))


class PackedText(NamedTuple):
    """A copy's text as it lies in the store, its sender and subject."""

    passages: bytes  # text.pack_passages: the body is the last but one
    source: str
    sender: str
    subject: str


def packed_copy_texts(store: Store, ids: Sequence[str]) -> dict[str, PackedText]:
    """The packed passages of copies; ids that are not there are left out."""
    copy = tables.copy.c
    found = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(copy.id, copy.passages, copy.source_id, copy.sender, copy.subject)
            for row in connection.execute(asked.where(copy.id.in_(ids[at : at + 500]))):
                found[row.id] = PackedText(*row[1:])
    return found


def packed_rests(store: Store, source: str, pages: Sequence[int]) -> tuple[bytes, ...]:
    """The packed lines of these pages that belong to no copy, in page order."""
    entry = tables.entry.c
    asked = (
        select(entry.passage)
        .where(entry.kind == "rest", entry.source_id == source, entry.page.in_(pages))
        .order_by(entry.page)
    )
    with store.read() as connection:
        return tuple(connection.execute(asked).scalars())


def reuse_count(store: Store) -> int:
    """How many reuses were found."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(reuse)).scalar() or 0


def reuses(store: Store, *, first: int = 0, limit: int = 2**31) -> Iterator[Reuse]:
    """Reuses, the first to look at first: `limit` of them from `first` on."""
    asked = select(reuse).order_by(reuse.c.rank, reuse.c.clear.desc(), reuse.c.equal.desc(), reuse.c.id)
    with store.read() as connection:
        for row in connection.execute(asked.offset(first).limit(limit)):
            yield _reuse(row)


def _reuse(row: Row[Any]) -> Reuse:
    return Reuse(
        row.id,
        row.rank,
        row.equal,
        tuple(
            Exchange(ExchangeKind(kind), one, other, (one_at[0], one_at[1]), (other_at[0], other_at[1]))
            for kind, one, other, one_at, other_at in row.exchanges
        ),
        _reused(row.one),
        _reused(row.other),
    )


def _reused(kept: Sequence[Any]) -> ReusedText:
    of, owner, document, message, start, words, spans = kept
    places = tuple(Span(source, page, tuple(Box(*box) for box in boxes)) for source, page, boxes in spans)
    return ReusedText(PrintOf(of), owner, document, message, start, words, places)
