"""What has been done: batches with their keys, and the one way in which a stage's values enter the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from readingroom.model import Values
from readingroom.store import tables
from readingroom.store.found_rows import FOUND_ROWS
from readingroom.store.rows import ROWS
from readingroom.store.sqlite import Store, insert_over

MOVING = (tables.document, tables.copy)  # what a cut may move from one live batch to another

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


def commit(store: Store, stage: str, batches: Sequence[Batch], made: Sequence[Values]) -> None:
    """Keep the values of some batches, in one transaction. What an earlier batch of the same place made goes."""
    with store.write() as connection:
        _drop(connection, stage, [batch.place for batch in batches])
        last = connection.execute(select(func.max(tables.batch.c.id))).scalar() or 0
        numbered = list(enumerate(batches, last + 1))
        connection.execute(
            insert(tables.batch),
            [{"id": number, "stage": stage, "place": batch.place, "key": batch.key} for number, batch in numbered],
        )
        _keep(connection, list(zip([number for number, _ in numbered], made, strict=True)))


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
    for at in range(0, len(places), 500):
        some = places[at : at + 500]
        _remember(connection, stage, some)
        connection.execute(delete(tables.batch).where(tables.batch.c.stage == stage, tables.batch.c.place.in_(some)))


def _remember(connection: Connection, stage: str, places: Sequence[str]) -> None:
    """Keep the ids of messages that are about to go, with their copies: links lead on to what holds these then."""
    member, batch, former = tables.message_copy.c, tables.batch.c, tables.former_message
    going = connection.execute(
        select(member.message_id, member.copy_id)
        .join(tables.batch, batch.id == member.batch_id)
        .where(batch.stage == stage, batch.place.in_(places))
        .order_by(member.message_id, member.rank)
    )
    copies: dict[str, list[str]] = {}
    for message_id, copy_id in going:
        copies.setdefault(message_id, []).append(copy_id)
    ids = list(copies)
    for at in range(0, len(ids), 500):
        connection.execute(delete(former).where(former.c.id.in_(ids[at : at + 500])))
    if copies:
        connection.execute(
            insert(former), [{"id": message_id, "copies": some[:MOST_COPIES]} for message_id, some in copies.items()]
        )


def _keep(connection: Connection, numbered: Sequence[tuple[int, Values]]) -> None:
    for table, rows_of in (*ROWS, *FOUND_ROWS):
        rows = [{**row, "batch_id": number} for number, values in numbered for row in rows_of(values)]
        if rows:
            connection.execute(insert_over(table) if table in MOVING else insert(table), rows)
