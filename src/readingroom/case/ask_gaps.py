"""Gaps: all of them for programs and the terminal, with the places that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.model import EMPTY, Copy, FieldName, Gap, GapKind, Passage, Span
from readingroom.store import copies_by_id, gaps, rest_passage
from readingroom.text import spans_of

PORTION = 200  # gaps whose copies are loaded at once


class ListedGap(NamedTuple):
    """A gap with the best copy that shows it and the places on its pages; None where no copy does."""

    gap: Gap
    copy: Copy | None
    spans: tuple[Span, ...]


def list_gaps(case: Case, kind: GapKind | None = None) -> Iterator[ListedGap]:
    """Every gap (of one kind), the strongest first."""
    found = gaps(case.store, kind)
    for at in range(0, len(found), PORTION):
        yield from place_gaps(case, found[at : at + PORTION])


def place_gaps(case: Case, some: Sequence[Gap]) -> Iterator[ListedGap]:
    """These gaps with their places; what was read anew since has none until gaps are looked for again."""
    copies = copies_by_id(case.store, sorted({gap.copies[0] for gap in some if gap.copies}))
    for gap in some:
        copy_ = copies.get(gap.copies[0]) if gap.copies else None
        if copy_ is None:
            yield ListedGap(gap, None, tuple(span for given in gap.spans for span in _outside(case, gap, given)))
        else:
            yield ListedGap(gap, copy_, spans_of(_passage(gap, copy_), copy_.source))


def _passage(gap: Gap, copy_: Copy) -> Passage:
    """What of a copy shows the gap: the very words, or the first line of the header where it shows none of them."""
    if gap.part == "body" and gap.end > gap.start:
        return copy_.body[gap.start : gap.end]
    field = copy_.field(FieldName(gap.part)) if gap.part != "body" else None
    if field is not None and field.printed:
        return next((part for part in field.parts if part.text == gap.words), field.printed)
    return next((copy_.field(name).printed for name in FieldName if copy_.field(name).printed), EMPTY)


def _outside(case: Case, gap: Gap, given: Span) -> Sequence[Span]:
    if gap.part != "rest":
        return (given,)
    passage = rest_passage(case.store, given.source, given.page)
    return spans_of(passage[gap.start : gap.end], given.source) if passage else (given,)
