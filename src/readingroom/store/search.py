"""Search: hits by message with its copies beneath, and counts by sender, month and document.

    results = search(store, 'from:smith "the last box"', order=Order.NEWEST, limit=20)
    results.total, results.hits[0].entries[0].page

A message is found if one of its copies is: all words must stand in the same copy. What no message holds (a memo, a
page that has not been cut yet) is a hit of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import CTE, ColumnElement, Connection, Select, Text, case, cast, func, literal, select

from readingroom.store import tables
from readingroom.store.asked import Asked, Tolerant, texts_of
from readingroom.store.conditions import (
    conditions_of,
    counted,
    document_of_entry,
    entry,
    in_document,
    member,
    shown_sender,
    shown_sent,
)
from readingroom.store.entries import EntryRow, read_entries
from readingroom.store.fulltext import Spellings, entries_with, expression_of, spellings_of, within
from readingroom.store.messages import MessageRow, messages_by_id
from readingroom.store.query import parse_query
from readingroom.store.sqlite import Store

SECONDS = 5.0  # after which a search is stopped
FACET_LENGTH = 20


class Order(StrEnum):
    """How hits are ordered. Undated ones stand last in both orders by date."""

    RELEVANCE = "relevance"
    OLDEST = "oldest"
    NEWEST = "newest"


class Narrowing(NamedTuple):
    """What of the hits to keep: a value of each facet as `facets` gives it; "" keeps all."""

    sender: str = ""
    month: str = ""
    document: str = ""  # Document.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A message that was found, or what stands outside any message. A screen of them at a time."""

    message: MessageRow | None
    entries: tuple[EntryRow, ...]  # where it was found, the best copy first


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found: all counts, and the hits of one screen."""

    asked: Asked
    spellings: Spellings  # for each ~word, the words that were taken for it
    total: int  # hits, over all screens
    outside: int  # those of them that belong to no message
    first: int  # of `hits`, from 0
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many hits (messages, not copies) each value has, the most frequent first, months in order."""

    senders: tuple[tuple[str, int], ...]  # as printed
    months: tuple[tuple[str, int], ...]  # "2011-07"; "" for undated
    documents: tuple[tuple[str, str, int], ...]  # Document.id, its stamped number, hits


NOTHING = Narrowing()


def search(
    store: Store,
    query: str,
    *,
    order: Order = Order.RELEVANCE,
    narrow: Narrowing = NOTHING,
    first: int = 0,
    limit: int = 50,
) -> Results:
    """Hits `first`.. of a query, `limit` of them, and how many there are in all. Raises QueryError."""
    asked = parse_query(query)
    with store.read() as connection, within(connection, SECONDS):
        spellings = _spellings(connection, asked)
        matched = _matched(asked, spellings, narrow, *_dated(order))
        grouped = _grouped(matched, order)
        groups = connection.execute(grouped.offset(first).limit(limit)).all()
        # The counts stand in every row: beyond the last one (or with no row wanted), the first is asked for them.
        counts = groups[0] if groups else connection.execute(grouped.limit(1)).first()
        entries = _entries(connection, groups)
    return Results(
        asked=asked,
        spellings=spellings,
        total=counts.total if counts else 0,
        outside=counts.outside if counts else 0,
        first=first,
        hits=tuple(_hits(store, groups, entries)),
    )


def all_hits(store: Store, query: str, *, order: Order = Order.OLDEST, narrow: Narrowing = NOTHING) -> Iterator[Hit]:
    """Every hit of a query, however many: what exports take. Raises QueryError."""
    asked = parse_query(query)
    with store.read() as connection, within(connection, SECONDS):
        matched = _matched(asked, _spellings(connection, asked), narrow, *_dated(order))
        groups = connection.execute(_grouped(matched, order)).all()
    for at in range(0, len(groups), 200):
        some = groups[at : at + 200]
        with store.read() as connection:
            entries = _entries(connection, some)
        yield from _hits(store, some, entries)


def facets(store: Store, query: str, *, narrow: Narrowing = NOTHING, spellings: Spellings | None = None) -> Facets:
    """How the hits of a query are spread. Searching narrowed to a value gives as many as is said here.

    `spellings` are those of `search`, where it was asked before. Raises QueryError.
    """
    asked = parse_query(query)
    with store.read() as connection, within(connection, SECONDS):
        if spellings is None:
            spellings = _spellings(connection, asked)
        values = (
            shown_sender().label("sender"),
            func.substr(shown_sent(), 1, 7).label("month"),
            document_of_entry().label("document"),
        )
        matched = _matched(asked, spellings, narrow, *values).c
        found = connection.execute(select(matched.key, matched.sender, matched.month, matched.document)).all()
        senders = _most_frequent(_spread((row.key, row.sender) for row in found if row.sender))
        months = _spread((row.key, row.month) for row in found)
        documents = _most_frequent(_spread((row.key, row.document) for row in found if row.document))
        asked_numbers = select(tables.document.c.id, tables.document.c.number).where(
            tables.document.c.id.in_([document for document, _ in documents])
        )
        numbers: dict[str, str] = {row.id: row.number for row in connection.execute(asked_numbers)}
    return Facets(
        senders=senders,
        months=tuple(sorted(months.items())),
        documents=tuple((document, numbers.get(document, ""), count) for document, count in documents),
    )


def _spread(pairs: Iterable[tuple[str, str]]) -> Counter[str]:
    """How many hits have each value: each hit once with each of its values."""
    return Counter(value for _, value in set(pairs))


def _most_frequent(spread: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(spread.items(), key=lambda pair: (-pair[1], pair[0]))[:FACET_LENGTH])


def _spellings(connection: Connection, asked: Asked) -> dict[str, tuple[str, ...]]:
    return spellings_of(connection, sorted({part.text for part in texts_of(asked) if isinstance(part, Tolerant)}))


def _matched(asked: Asked, spellings: Spellings, narrow: Narrowing, *values: ColumnElement[Any]) -> CTE:
    """The entries that were found: `id`, `message` (NULL outside any), `key` (one a hit), place, rank, and `values`.

    Materialised, because FTS5 can rank only where it matches.
    """
    expression = expression_of(asked, spellings)
    found = tables.entry.outerjoin(tables.message_copy, member.copy_id == entry.copy_id)
    rank: ColumnElement[Any] = literal(0.0)
    if expression is not None:
        texts = entries_with(expression).subquery("texts")
        found = found.join(texts, texts.c.id == entry.id)
        rank = texts.c.rank
    key = func.coalesce(member.message_id, "entry " + cast(entry.id, Text))
    return (
        select(
            entry.id,
            member.message_id.label("message"),
            key.label("key"),
            entry.source_id.label("source"),
            entry.page,
            rank.label("rank"),
            *values,
        )
        .select_from(found)
        .where(counted(), *conditions_of(asked, spellings), *_narrowed(narrow))
        .cte("matched")
        .prefix_with("MATERIALIZED")
    )


def _dated(order: Order) -> tuple[ColumnElement[Any], ...]:
    return () if order is Order.RELEVANCE else (shown_sent().label("sent"),)


def _narrowed(narrow: Narrowing) -> Iterator[ColumnElement[bool]]:
    if narrow.sender:
        yield shown_sender() == narrow.sender
    if narrow.month:
        yield func.substr(shown_sent(), 1, 7) == narrow.month
    if narrow.document:
        yield in_document(narrow.document)


def _grouped(matched: CTE, order: Order) -> Select[Any]:
    """One row a hit, in order: key, message, numbers of its entries, and how many hits there are in all."""
    place = (func.min(matched.c.source), func.min(matched.c.page), matched.c.key)
    grouped = select(
        matched.c.key,
        matched.c.message,
        func.group_concat(matched.c.id).label("numbers"),
        func.count().over().label("total"),
        func.sum(case((matched.c.message.is_(None), 1), else_=0)).over().label("outside"),
    ).group_by(matched.c.key)
    if order is Order.RELEVANCE:
        return grouped.order_by(func.min(matched.c.rank), *place)
    sent = func.min(matched.c.sent)
    return grouped.order_by(sent == "", sent.desc() if order is Order.NEWEST else sent, *place)


def _entries(connection: Connection, groups: Sequence[Any]) -> dict[int, EntryRow]:
    return read_entries(connection, [number for group in groups for number in _numbers(group)])


def _numbers(group: Any) -> list[int]:
    return [int(number) for number in str(group.numbers).split(",")]


def _hits(store: Store, groups: Sequence[Any], entries: Mapping[int, EntryRow]) -> Iterator[Hit]:
    messages = messages_by_id(store, [group.message for group in groups if group.message])
    for group in groups:
        message = messages.get(group.message)
        ranks = {copy_id: rank for rank, copy_id in enumerate(message.message.copies)} if message else {}
        found = [entries[number] for number in _numbers(group) if number in entries]
        found.sort(key=lambda one: (ranks.get(one.copy_id, len(ranks)), one.source_id, one.page, one.copy_id))
        if found:  # none: what was found has been read again meanwhile
            yield Hit(message=message, entries=tuple(found))
