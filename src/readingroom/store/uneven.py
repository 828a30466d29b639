"""Words that one copy hides and another prints, codes that differ, and what they are looked for with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, select, tuple_

from readingroom.model import (
    Box,
    CodeDifference,
    HiddenPlace,
    Redaction,
    ShownPlace,
    Span,
    StampKind,
    Told,
    UnevenRedaction,
)
from readingroom.store import found_tables, tables
from readingroom.store.pages import redaction_of
from readingroom.store.sqlite import Store


class Likeness(NamedTuple):
    """What tells whether a copy prints much the same as another: no words. All of a case may be in memory at once."""

    copy: str
    document: str
    source: str
    nth: int
    page: int
    last_page: int
    sent: str
    subject: str
    digest: str
    message: str  # Message.id
    shingles: bytes


def likenesses(store: Store) -> Iterator[Likeness]:
    """Every copy that has been joined, by document and printing order."""
    copy_, member, numbers = tables.copy.c, tables.message_copy.c, found_tables.copy_shingles.c
    asked = (
        select(
            copy_.id,
            copy_.document_id,
            copy_.source_id,
            copy_.nth,
            copy_.page,
            copy_.last_page,
            copy_.sent,
            copy_.subject,
            copy_.digest,
            member.message_id,
            func.coalesce(numbers.numbers, b""),
        )
        .select_from(tables.copy)
        .join(tables.message_copy, member.copy_id == copy_.id)
        .outerjoin(found_tables.copy_shingles, numbers.copy_id == copy_.id)
        .order_by(copy_.document_id, copy_.nth, copy_.id)
    )
    with store.read() as connection:
        for row in connection.execute(asked):
            yield Likeness(*row)


def release_stamps(store: Store) -> Iterator[tuple[str, int, str]]:
    """Source, page and words of every release stamp of the case."""
    stamp = tables.stamp.c
    asked = select(stamp.source_id, stamp.page, stamp.text).where(stamp.kind == StampKind.RELEASE.value)
    with store.read() as connection:
        for row in connection.execute(asked.order_by(stamp.source_id, stamp.page, stamp.id)):
            yield row.source_id, row.page, row.text


def marked_pages(store: Store) -> set[tuple[str, int]]:
    """Source and page of every page on which something is redacted."""
    mark = tables.redaction.c
    with store.read() as connection:
        return {(source, page) for source, page in connection.execute(select(mark.source_id, mark.page).distinct())}


class PagePrint(NamedTuple):
    """A page's words as they lie in the store, its size in points, and what is redacted on it."""

    words: bytes  # text.pack_words
    width: float
    height: float
    marks: tuple[Redaction, ...]


def page_prints(store: Store, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], PagePrint]:
    """Pages by source and number, those that have been read."""
    page, mark = tables.page.c, tables.redaction.c
    found: dict[tuple[str, int], PagePrint] = {}
    with store.read() as connection:
        for at in range(0, len(places), 200):
            some = list(places[at : at + 200])
            marks: dict[tuple[str, int], list[Redaction]] = {}
            asked: Select[Any] = select(tables.redaction).where(tuple_(mark.source_id, mark.page).in_(some))
            for row in connection.execute(asked.order_by(mark.source_id, mark.page, mark.y0, mark.x0, mark.id)):
                marks.setdefault((row.source_id, row.page), []).append(redaction_of(row))
            asked = select(page.source_id, page.number, page.words, page.width, page.height)
            for row in connection.execute(asked.where(tuple_(page.source_id, page.number).in_(some))):
                place = (row.source_id, row.number)
                found[place] = PagePrint(row.words, row.width, row.height, tuple(marks.get(place, ())))
    return found


class MarkCount(NamedTuple):
    """How many marks carry the same codes, in documents of one sender and month."""

    codes: tuple[str, ...]
    sender: str  # of the first message of the document, as printed
    month: str  # YYYY-MM of it, "" where no date can be told
    marks: int


def mark_counts(store: Store) -> tuple[MarkCount, ...]:
    """The marks of the case by codes, sender and month. Withheld pages count as one mark a sheet."""
    mark, document, copy_ = tables.redaction.c, tables.document.c, tables.copy.c
    month = func.substr(copy_.sent, 1, 7)
    inside = (document.source_id == mark.source_id) & (mark.page.between(document.first_page, document.last_page))
    asked = (
        select(mark.codes, copy_.sender, month.label("month"), func.count().label("marks"))
        .select_from(tables.redaction)
        .outerjoin(tables.document, inside)
        .outerjoin(tables.copy, (copy_.document_id == document.id) & (copy_.nth == 0))
        .group_by(mark.codes, copy_.sender, month)
    )
    with store.read() as connection:
        rows = connection.execute(asked).all()
    return tuple(MarkCount(tuple(row.codes), row.sender or "", row.month or "", row.marks) for row in rows)


def uneven_count(store: Store) -> int:
    """How many findings there are."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(found_tables.uneven)).scalar() or 0


def uneven_redactions(store: Store, *, first: int = 0, limit: int = 2**31) -> Iterator[UnevenRedaction]:
    """Findings, the weightiest first: all of them, or `limit` from `first` on."""
    row = found_tables.uneven.c
    yield from _found(store, select(found_tables.uneven).order_by(-row.weight, row.id).offset(first).limit(limit))


def uneven_by_id(store: Store, finding: str) -> UnevenRedaction | None:
    """One finding, or None."""
    return next(_found(store, select(found_tables.uneven).where(found_tables.uneven.c.id == finding)), None)


def uneven_rank(store: Store, one: UnevenRedaction) -> int:
    """The place of a finding in the list, from 1."""
    row = found_tables.uneven.c
    before = (row.weight > one.weight) | ((row.weight == one.weight) & (row.id < one.id))
    with store.read() as connection:
        return 1 + (
            connection.execute(select(func.count()).select_from(found_tables.uneven).where(before)).scalar() or 0
        )


def uneven_of_copies(store: Store, copies: Sequence[str]) -> tuple[UnevenRedaction, ...]:
    """The findings in which any of these copies hides or prints the words, the weightiest first."""
    found: dict[str, UnevenRedaction] = {}
    own = found_tables.uneven_copy.c
    for at in range(0, len(copies), 500):
        ids = select(own.uneven_id).where(own.copy_id.in_(copies[at : at + 500]))
        asked = select(found_tables.uneven).where(found_tables.uneven.c.id.in_(ids))
        found.update((one.id, one) for one in _found(store, asked))
    return tuple(sorted(found.values(), key=lambda one: (-one.weight, one.id)))


def code_differences(store: Store) -> tuple[CodeDifference, ...]:
    """Words hidden in two copies under different codes, by message."""
    row = found_tables.code_difference.c
    asked = select(found_tables.code_difference).order_by(row.message_id, row.part, row.id)
    with store.read() as connection:
        return tuple(
            CodeDifference(
                id=row.id,
                message=row.message_id,
                part=row.part,
                before=row.before,
                after=row.after,
                places=tuple(map(_hidden_place, row.places)),
            )
            for row in connection.execute(asked)
        )


def _found(store: Store, asked: Select[Any]) -> Iterator[UnevenRedaction]:
    with store.read() as connection:
        rows: Sequence[Row[Any]] = connection.execute(asked).all()
    for row in rows:
        yield UnevenRedaction(
            id=row.id,
            message=row.message_id,
            part=row.part,
            words=row.words,
            word_count=row.word_count,
            weight=row.weight,
            hidden_in=tuple(map(_hidden_place, row.hidden_in)),
            shown_in=tuple(map(_shown_place, row.shown_in)),
        )


def _hidden_place(kept: Sequence[Any]) -> HiddenPlace:
    copy_, source, page, box, codes, told = kept
    return HiddenPlace(copy_, source, page, Box(*box), tuple(codes), Told(told))


def _shown_place(kept: Sequence[Any]) -> ShownPlace:
    copy_, spans = kept
    return ShownPlace(
        copy_, tuple(Span(source, page, tuple(Box(*box) for box in boxes)) for source, page, boxes in spans)
    )
