"""The chronology that a user brought."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from readingroom.model import Event, EventKind
from readingroom.store.found_tables import event
from readingroom.store.sources import write_log
from readingroom.store.sqlite import Store


def events(store: Store) -> tuple[Event, ...]:
    """All events, in order of time."""
    asked = select(event).order_by(event.c.at, event.c.until, event.c.kind, event.c.what)
    with store.read() as connection:
        return tuple(
            Event(row.at, row.until, EventKind(row.kind), row.what, row.source) for row in connection.execute(asked)
        )


def write_events(store: Store, chronology: Sequence[Event]) -> None:
    """Keep this chronology; the one before goes to the log."""
    write_log(store, "chronology changed", {"was": [list(one) for one in events(store)]})
    with store.write() as connection:
        connection.execute(delete(event))
        if chronology:
            connection.execute(insert(event), [one._asdict() | {"kind": one.kind.value} for one in chronology])
