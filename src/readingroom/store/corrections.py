"""The log of corrections, and where they were found again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, insert, select

from readingroom.model import CorrectionEntry, CorrectionFit, CorrectionState, FieldState
from readingroom.store.found_tables import correction, correction_fit
from readingroom.store.sqlite import Store
from readingroom.text import correction_record, read_correction


def add_corrections(store: Store, entries: Iterable[CorrectionEntry]) -> int:
    """Add to the log what is not in it yet, in one transaction that is on the disk when this returns; says how many."""
    given = {entry.id: entry for entry in entries}
    with store.write() as connection:
        known = set(connection.execute(select(correction.c.id)).scalars())
        rows = [
            {
                "id": entry.id,
                "who": entry.who,
                "at": entry.at,
                "why": entry.why,
                "says": correction_record(entry.correction),
            }
            for entry in given.values()
            if entry.id not in known
        ]
        if rows:
            connection.execute(insert(correction), rows)
    return len(rows)


def correction_entries(store: Store) -> tuple[CorrectionEntry, ...]:
    """The whole log, by time and id: the same whatever the order in which entries came."""
    with store.read() as connection:
        rows = connection.execute(select(correction).order_by(correction.c.at, correction.c.id))
        return tuple(
            CorrectionEntry(id=row.id, correction=read_correction(row.says), who=row.who, at=row.at, why=row.why)
            for row in rows
        )


def correction_fits(store: Store) -> tuple[CorrectionFit, ...]:
    """Where corrections were found again, by correction and end."""
    asked = select(correction_fit).order_by(correction_fit.c.correction, correction_fit.c.end, correction_fit.c.id)
    with store.read() as connection:
        return tuple(map(_fit, connection.execute(asked)))


def _fit(row: Row[Any]) -> CorrectionFit:
    return CorrectionFit(
        row.correction,
        row.end,
        CorrectionState(row.state),
        tuple(row.copies),
        row.reads,
        FieldState(row.reads_state) if row.reads_state else None,
    )
