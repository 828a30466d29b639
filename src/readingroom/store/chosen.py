"""Pages for which somebody said where their words are to come from: part of what the pages stage goes by."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, insert, select

from readingroom.model import TextFrom
from readingroom.store import tables
from readingroom.store.sqlite import Store


def chosen_texts(store: Store) -> dict[tuple[str, int], TextFrom]:
    """LAYER or OCR for each (source id, page) that somebody chose for."""
    with store.read() as connection:
        rows = connection.execute(select(tables.chosen))
        return {(row.source_id, row.page): TextFrom(row.text_from) for row in rows}


def choose_text(store: Store, source: str, pages: Iterable[int], text_from: TextFrom | None) -> None:
    """Keep a choice for these pages of a source; None takes it back. It counts when the case is read next."""
    table, numbers = tables.chosen, sorted(set(pages))
    with store.write() as connection:
        for number in numbers:
            connection.execute(delete(table).where(table.c.source_id == source, table.c.page == number))
        if text_from and numbers:
            rows = [{"source_id": source, "page": number, "text_from": text_from.value} for number in numbers]
            connection.execute(insert(table), rows)
