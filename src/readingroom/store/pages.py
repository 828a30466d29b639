"""Pages, stamps, redactions, problems, and the tally: what was expected, read, failed, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, tuple_

from readingroom.model import (
    Box,
    HiddenBy,
    HiddenText,
    Lay,
    PackedPage,
    Page,
    PageState,
    Problem,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Stamp,
    StampKind,
    TextFrom,
    TextWhy,
)
from readingroom.store import tables
from readingroom.store.sqlite import Store
from readingroom.text import unpack_page


class PageRow(NamedTuple):
    """A page without its words: what a list of pages needs."""

    source: str
    number: int
    width: float
    height: float
    text_from: TextFrom
    state: PageState
    why: TextWhy
    lay: Lay
    hidden: int
    digest: str


class Tally(NamedTuple):
    """How far the reading of pages has come."""

    expected: int
    read: int  # has words, or is blank
    failed: int
    from_layer: int
    from_ocr: int
    blank: int
    suspect: int
    hidden: int  # words that do not show


_SKELETON = (
    tables.page.c.source_id,
    tables.page.c.number,
    tables.page.c.width,
    tables.page.c.height,
    tables.page.c.text_from,
    tables.page.c.state,
    tables.page.c.why,
    tables.page.c.turns,
    tables.page.c.slope,
    tables.page.c.gutter,
    tables.page.c.hidden,
    tables.page.c.digest,
)


def _skeleton(row: Row[Any]) -> PageRow:
    return PageRow(
        row.source_id,
        row.number,
        row.width,
        row.height,
        TextFrom(row.text_from),
        PageState(row.state),
        TextWhy(row.why),
        Lay(row.turns, row.slope, row.gutter),
        row.hidden,
        row.digest,
    )


def page_rows(store: Store, source: str = "", first: int = 1, last: int = 2**31) -> Iterator[PageRow]:
    """Pages that have a value, by source and number; of all sources where none is named."""
    asked: Select[Any] = select(*_SKELETON).where(tables.page.c.number.between(first, last))
    if source:
        asked = asked.where(tables.page.c.source_id == source)
    with store.read() as connection:
        for row in connection.execute(asked.order_by(tables.page.c.source_id, tables.page.c.number)):
            yield _skeleton(row)


def page_row(store: Store, source: str, number: int) -> PageRow | None:
    """One page, or None while it has not been read."""
    return next(page_rows(store, source, number, number), None)


def packed_pages(store: Store, source: str, first: int, last: int) -> tuple[PackedPage, ...]:
    """Pages first..last of a source as they lie in the store, those that have been read. Their `text` is left out."""
    asked = (
        select(tables.page)
        .where(tables.page.c.source_id == source, tables.page.c.number.between(first, last))
        .order_by(tables.page.c.number)
    )
    with store.read() as connection:
        return tuple(
            PackedPage(
                row.source_id,
                row.number,
                row.width,
                row.height,
                TextFrom(row.text_from),
                PageState(row.state),
                row.words,
                "",
                row.sketch,
                row.hidden,
                row.digest,
                TextWhy(row.why),
                Lay(row.turns, row.slope, row.gutter),
            )
            for row in connection.execute(asked)
        )


def whole_pages(store: Store, source: str, first: int, last: int) -> tuple[Page, ...]:
    """Pages first..last of a source with their words, those that have been read."""
    return tuple(map(unpack_page, packed_pages(store, source, first, last)))


def page_digests(store: Store) -> Iterator[tuple[str, int, str]]:
    """Source, number and digest of every page that has been read, by source and number: out of an index alone."""
    page = tables.page.c
    asked = select(page.source_id, page.number, page.digest).order_by(page.source_id, page.number)
    with store.read() as connection:
        yield from map(tuple, connection.execute(asked))


def sketches(store: Store, source: str) -> tuple[str, ...]:
    """The sketch (JSON) of each page of a source that has been read, in order."""
    asked = select(tables.page.c.sketch).where(tables.page.c.source_id == source).order_by(tables.page.c.number)
    with store.read() as connection:
        return tuple(connection.execute(asked).scalars())


def stamps(store: Store, source: str = "", first: int = 1, last: int = 2**31) -> tuple[Stamp, ...]:
    """Stamps on pages first..last of a source (of the whole case where none is named), in page order."""
    with store.read() as connection:
        return tuple(
            Stamp(
                source=row.source_id,
                page=row.page,
                kind=StampKind(row.kind),
                text=row.text,
                number=row.number,
                words=tuple(row.words),
                box=Box(row.x0, row.y0, row.x1, row.y1),
            )
            for row in _on_pages(connection, tables.stamp, source, first, last)
        )


def stamped_pages(store: Store, number: str) -> tuple[tuple[str, int], ...]:
    """Source and page of each page that is stamped with this document or Bates number."""
    stamp = tables.stamp.c
    asked = select(stamp.source_id, stamp.page).where(stamp.number == number).distinct()
    with store.read() as connection:
        rows = connection.execute(asked.order_by(stamp.source_id, stamp.page))
        return tuple((row.source_id, row.page) for row in rows)


def redactions(store: Store, source: str = "", first: int = 1, last: int = 2**31) -> tuple[Redaction, ...]:
    """Redactions on pages first..last of a source (of the whole case where none is named), in page order."""
    with store.read() as connection:
        return tuple(map(redaction_of, _on_pages(connection, tables.redaction, source, first, last)))


def redaction_of(row: Row[Any]) -> Redaction:
    """A row of the table of redactions as the value that it keeps."""
    return Redaction(
        source=row.source_id,
        page=row.page,
        kind=RedactionKind(row.kind),
        where=RedactionWhere(row.where),
        codes=tuple(row.codes),
        pages=row.pages,
        text=row.text,
        box=Box(row.x0, row.y0, row.x1, row.y1),
    )


def hidden_texts(store: Store, source: str = "", first: int = 1, last: int = 2**31) -> tuple[HiddenText, ...]:
    """Where words do not show on pages first..last of a source (of the whole case where none is named)."""
    with store.read() as connection:
        return tuple(
            HiddenText(row.source_id, row.page, Box(row.x0, row.y0, row.x1, row.y1), HiddenBy(row.hidden_by), row.words)
            for row in _on_pages(connection, tables.hidden_text, source, first, last)
        )


def problems(store: Store, source: str = "", first: int = 0, last: int = 2**31) -> tuple[Problem, ...]:
    """What went wrong where, in page order."""
    with store.read() as connection:
        return tuple(
            Problem(
                stage=row.stage,
                source=row.source_id,
                page=row.page,
                reason=row.reason,
                what=row.what,
                hint=row.hint,
            )
            for row in _on_pages(connection, tables.problem, source, first, last)
        )


def _on_pages(connection: Connection, table: Any, source: str, first: int, last: int) -> Any:
    asked = select(table).where(table.c.page.between(first, last))
    if source:
        asked = asked.where(table.c.source_id == source)
    if "y0" in table.c:
        said = sorted(column.name for column in table.c if column.name not in ("id", "batch_id"))
        order = [table.c[name] for name in ("source_id", "page", "y0", "x0", *said)]  # never when a row came
        return connection.execute(asked.order_by(*order))
    return connection.execute(asked.order_by(table.c.source_id, table.c.page, table.c.stage, table.c.reason))


def tally(store: Store) -> Tally:
    """How far the reading of pages has come."""
    page = tables.page.c
    with store.read() as connection:
        expected = connection.execute(select(func.coalesce(func.sum(tables.source.c.pages), 0))).scalar() or 0
        groups = connection.execute(
            select(
                page.state, page.text_from, func.count().label("pages"), func.sum(page.hidden).label("hidden")
            ).group_by(page.state, page.text_from)
        ).all()
    pages_of = {(row.state, row.text_from): row.pages for row in groups}
    in_state = {state: sum(n for (one, _), n in pages_of.items() if one == state) for state in PageState}
    return Tally(
        expected,
        sum(in_state.values()) - in_state[PageState.FAILED],
        in_state[PageState.FAILED],
        pages_of.get((PageState.READ, TextFrom.LAYER), 0),
        pages_of.get((PageState.READ, TextFrom.OCR), 0),
        in_state[PageState.BLANK],
        in_state[PageState.SUSPECT_BLANK],
        sum(row.hidden for row in groups),
    )


def mark_wanted(store: Store, source: str, page: int) -> None:
    """Somebody looks at this page: it is read next."""
    with store.write() as connection:
        marked = select(tables.wanted).where(tables.wanted.c.source_id == source, tables.wanted.c.page == page)
        if connection.execute(marked).first() is None:
            connection.execute(insert(tables.wanted).values(source_id=source, page=page))


def take_wanted(store: Store) -> tuple[tuple[str, int], ...]:
    """Pages that were marked since the last call; the marks are taken off."""
    with store.read() as connection:
        marked: Sequence[Any] = connection.execute(select(tables.wanted)).all()
    if marked:
        with store.write() as connection:
            connection.execute(
                delete(tables.wanted).where(
                    tuple_(tables.wanted.c.source_id, tables.wanted.c.page).in_([tuple(row) for row in marked])
                )
            )
    return tuple((row.source_id, row.page) for row in marked)
