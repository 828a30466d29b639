"""What of each message is printed in which of its copies, and which documents to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select

from readingroom.model import Held, PageState, Piece, ReadFirst
from readingroom.store import tables
from readingroom.store.found_tables import held, read_first
from readingroom.store.sqlite import Store


def printed_more_than_once(store: Store) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Messages of which there are several copies: id, and for each copy its id and digest; by id."""
    member, copy = tables.message_copy.c, tables.copy.c
    asked = (
        select(member.message_id, member.copy_id, copy.digest)
        .join(tables.copy, copy.id == member.copy_id)
        .order_by(member.message_id, member.copy_id)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    with store.read() as connection:
        for message, copy_id, digest in connection.execute(asked):
            found.setdefault(message, []).append((copy_id, digest))
    return tuple((message, tuple(copies)) for message, copies in found.items() if len(copies) > 1)


def messages_printed_once(store: Store) -> tuple[tuple[str, str, int], ...]:
    """Messages with one copy: id, the document that prints it, words of its body."""
    member, copy = tables.message_copy.c, tables.copy.c
    asked = (
        select(member.message_id, func.min(copy.document_id), func.min(copy.body_words))
        .join(tables.copy, copy.id == member.copy_id)
        .group_by(member.message_id)
        .having(func.count() == 1)
        .order_by(member.message_id)
    )
    with store.read() as connection:
        return tuple((message, document, words) for message, document, words in connection.execute(asked))


def all_held(store: Store) -> Iterator[Held]:
    """Of each message with several copies what is printed where, by message."""
    with store.read() as connection:
        for row in connection.execute(select(held).order_by(held.c.message_id)):
            yield Held(row.message_id, tuple(Piece(words, tuple(copies)) for words, copies in row.pieces))


def document_of_copies(store: Store) -> dict[str, str]:
    """The document of every copy."""
    with store.read() as connection:
        return {row[0]: row[1] for row in connection.execute(select(tables.copy.c.id, tables.copy.c.document_id))}


def first_sent(store: Store) -> dict[str, str]:
    """When the first message that a document prints was sent, for documents with mail; "" where it cannot be told."""
    asked = select(tables.copy.c.document_id, tables.copy.c.sent).where(tables.copy.c.nth == 0)
    with store.read() as connection:
        return {row[0]: row[1] for row in connection.execute(asked)}


def first_copies(store: Store, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Sent and subject of the first message that each of these documents prints; those without mail are left out."""
    copy = tables.copy.c
    found: dict[str, tuple[str, str]] = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(copy.document_id, copy.sent, copy.subject).where(
                copy.nth == 0, copy.document_id.in_(ids[at : at + 500])
            )
            found.update((row[0], (row[1], row[2])) for row in connection.execute(asked))
    return found


def unsure_pages(store: Store) -> frozenset[tuple[str, int]]:
    """Pages (source, number) of which it is not known what is on them."""
    states = (PageState.FAILED.value, PageState.SUSPECT_BLANK.value)
    asked = select(tables.page.c.source_id, tables.page.c.number).where(tables.page.c.state.in_(states))
    with store.read() as connection:
        return frozenset((source, number) for source, number in connection.execute(asked))


def reading_totals(store: Store) -> tuple[int, int]:
    """How many documents hold all text, and how many pages they have; 0 where that has not been found out."""
    with store.read() as connection:
        row = connection.execute(select(func.count(), func.sum(read_first.c.pages))).one()
    return row[0], row[1] or 0


def documents_to_read(store: Store, *, first: int = 0, limit: int = 2**31) -> tuple[ReadFirst, ...]:
    """The documents that hold all text, in the order in which to read them: `limit` of them from `first` on."""
    asked = select(read_first).order_by(read_first.c.place).offset(first).limit(limit)
    with store.read() as connection:
        return tuple(
            ReadFirst(row.place, row.document_id, row.pages, row.adds, row.messages, row.copies)
            for row in connection.execute(asked)
        )
