"""What has been done: batches with their keys, and the one way in which a stage's values enter the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update

from readingroom.model import Values
from readingroom.store import found_tables, tables
from readingroom.store.changes import digest_rows, drop_changed
from readingroom.store.found_rows import FOUND_ROWS
from readingroom.store.reuse_rows import REUSE_ROWS
from readingroom.store.rows import ROWS
from readingroom.store.sqlite import Store, insert_over

T = TypeVar("T")

MOVING = (tables.document, tables.copy, found_tables.copy_shingles)  # what a cut may move to another live batch

MOST_COPIES = 20  # by which a former message is found again


class Batch(NamedTuple):
    """What of the case a batch covers, and the digest of all that went in."""

    place: str
    key: str


def done_batches(store: Store, stage: str) -> dict[str, str]:
    """Place and key of every batch of this stage that is in the store."""
    with store.read() as connection:
        rows = connection.execute(select(tables.batch.c.place, tables.batch.c.key).where(tables.batch.c.stage == stage))
        return {row.place: row.key for row in rows}


def given_digests(store: Store, stage: str) -> dict[str, str]:
    """Place, and digest of what came out, of every batch of this stage: what a stage that rests on it goes by.

    So a stage that gives the same once more has none behind it done again.
    """
    asked = select(tables.batch.c.place, tables.batch.c.given).where(tables.batch.c.stage == stage)
    with store.read() as connection:
        return {row.place: row.given for row in connection.execute(asked)}


def commit(store: Store, stage: str, batches: Sequence[Batch], made: Sequence[Values]) -> None:
    """Keep the values of some batches, in one transaction. What an earlier batch of the same place made goes.

    Rows that are made again as they were stay where they are: a step over the whole case changes few of them when a
    document is added.
    """
    batch = tables.batch.c
    kept = [(table, [list(rows_of(values)) for values in made]) for table, rows_of in (*ROWS, *FOUND_ROWS, *REUSE_ROWS)]
    given = [hashlib.sha256(b"".join(digest_rows(rows[at]) for _, rows in kept)).hexdigest() for at in range(len(made))]
    with store.write() as connection:
        known: dict[str, int] = {}
        for some in _hundreds([batch_.place for batch_ in batches]):
            asked = select(batch.place, batch.id).where(batch.stage == stage, batch.place.in_(some))
            known.update((row.place, row.id) for row in connection.execute(asked))
        last = connection.execute(select(func.max(batch.id))).scalar() or 0
        numbers = [known.get(batch_.place, at) for at, batch_ in enumerate(batches, last + 1)]
        for number, (place, key), told in zip(numbers, batches, given, strict=True):
            done = {"id": number, "stage": stage, "place": place, "key": key, "given": told}
            if place in known:
                connection.execute(update(tables.batch).where(batch.id == number).values(done))
            else:
                connection.execute(insert(tables.batch), done)
        made_again = frozenset(message.id for values in made for message in values.messages)
        _remember(connection, tuple(known.values()), made_again)
        for table, of_batches in kept:
            rows = [{**row, "batch_id": at} for at, own in zip(numbers, of_batches, strict=True) for row in own]
            if known:
                rows = drop_changed(connection, table, tuple(known.values()), rows)
            if rows:
                connection.execute(insert_over(table) if table in MOVING else insert(table), rows)


def retire(store: Store, stage: str, live: frozenset[str]) -> int:
    """Drop what batches made that are no longer in the stage's cut; says how many."""
    dead = [place for place in done_batches(store, stage) if place not in live]
    with store.write() as connection:
        _drop(connection, stage, dead)
    return len(dead)


def forget_lost(store: Store, reasons: Sequence[str]) -> int:
    """Drop the batches that a problem with one of these reasons stands for, so that they are done again; how many."""
    chosen = select(tables.problem.c.batch_id).where(tables.problem.c.reason.in_(reasons))
    with store.write() as connection:
        return connection.execute(delete(tables.batch).where(tables.batch.c.id.in_(chosen))).rowcount


def _drop(connection: Connection, stage: str, places: Sequence[str]) -> None:
    batch = tables.batch.c
    for some in _hundreds(places):
        chosen = select(batch.id).where(batch.stage == stage, batch.place.in_(some))
        numbers = connection.execute(chosen).scalars().all()
        _remember(connection, numbers, frozenset())
        connection.execute(delete(tables.batch).where(batch.id.in_(numbers)))


def _remember(connection: Connection, batches: Sequence[int], staying: frozenset[str]) -> None:
    """Keep the ids of messages of these batches that are about to go, with their copies.

    Links lead on to what holds these then. `staying` are ids of messages that are made again.
    """
    message, member, former = tables.message.c, tables.message_copy.c, tables.former_message
    held = [
        message_id
        for some in _hundreds(batches)
        for message_id in connection.execute(select(message.id).where(message.batch_id.in_(some))).scalars()
    ]
    for some in _hundreds([message_id for message_id in held if message_id not in staying]):
        asked = select(member.message_id, member.copy_id).where(member.message_id.in_(some))
        copies: dict[str, list[str]] = {}
        for message_id, copy_id in connection.execute(asked.order_by(member.message_id, member.rank)):
            copies.setdefault(message_id, []).append(copy_id)
        connection.execute(delete(former).where(former.c.id.in_(some)))
        if copies:
            connection.execute(
                insert(former), [{"id": message_id, "copies": own[:MOST_COPIES]} for message_id, own in copies.items()]
            )


def _hundreds(each: Sequence[T]) -> Iterator[Sequence[T]]:
    for at in range(0, len(each), 500):
        yield each[at : at + 500]
