"""Two releases of the same pages: what the second shows otherwise than the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.findings import ComparedPage, PageSketch, match_pages, page_differences, prints_of
from readingroom.model import Difference, DifferenceKind, Span, StampKind
from readingroom.store import packed_pages, redactions, release_sources, sources, stamps
from readingroom.text import lines_of, unpack_page

PRINTS = 24  # of a page: the least, so that the same are kept of the same text
PORTION = 200  # pages that are in memory at once
FIRST_WORDS = 12
NUMBERED = (StampKind.BATES, StampKind.CASE)


class Side(NamedTuple):
    """One of two releases: a case, and which of its files."""

    case: Case
    sources: tuple[str, ...]


class _Known(NamedTuple):
    source: str
    number: int
    sketch: PageSketch
    begins: str
    words: int


def side_of(case: Case, name: str = "") -> Side:
    """All files of a case, or those of a release or of a file's name. Raises NotFound where there are none."""
    all_sources = sources(case.store)
    chosen = [source.id for source in all_sources]
    if name:
        chosen = list(release_sources(case.store, name)) or [one.id for one in all_sources if one.name == name]
    if not chosen:
        raise NotFound(f"no release and no file is named {name}", "`readingroom documents CASE` names the files")
    return Side(case, tuple(chosen))


def compare_sides(one: Side, other: Side) -> Iterator[Difference]:
    """Differences in the order of the first release's pages, then pages that only the second has."""
    mine, theirs = list(_sketches(one)), list(_sketches(other))
    for match in match_pages([page.sketch for page in mine], [page.sketch for page in theirs]):
        first = None if match.one is None else mine[match.one]
        second = None if match.other is None else theirs[match.other]
        if first and second:
            yield from page_differences(_page(one.case, first), _page(other.case, second))
        elif first:
            span = Span(first.source, first.number, ())
            yield Difference(DifferenceKind.GONE, first.begins, first.words, (), (), span, None)
        elif second:
            span = Span(second.source, second.number, ())
            yield Difference(DifferenceKind.NEW, second.begins, second.words, (), (), None, span)


def _sketches(side: Side) -> Iterator[_Known]:
    pages = {source.id: source.pages for source in sources(side.case.store)}
    for source in side.sources:
        for first in range(1, pages[source] + 1, PORTION):
            for page, numbers in _portion(side.case, source, first, first + PORTION - 1):
                text = " ".join(word.text for word in page.words)
                prints = np.frombuffer(prints_of(text), dtype="<u4")[:PRINTS]
                sketch = PageSketch(numbers, frozenset(prints.tolist()))
                begins = " ".join(word.text for word in page.words[:FIRST_WORDS])
                yield _Known(source, page.number, sketch, begins, len(page.words))


def _page(case: Case, known: _Known) -> ComparedPage:
    return next(page for page, _ in _portion(case, known.source, known.number, known.number))


def _portion(case: Case, source: str, first: int, last: int) -> Iterator[tuple[ComparedPage, str]]:
    """Pages without stamps, in reading order, and the number that each of them bears."""
    stamped, marks = stamps(case.store, source, first, last), redactions(case.store, source, first, last)
    for packed in packed_pages(case.store, source, first, last):
        own = [stamp for stamp in stamped if stamp.page == packed.number]
        page = unpack_page(packed)
        lines = lines_of(page, frozenset(at for stamp in own for at in stamp.words))
        numbers = [stamp.number for kind in NUMBERED for stamp in own if stamp.kind is kind and stamp.number]
        yield (
            ComparedPage(
                source,
                packed.number,
                tuple(word for line in lines for word in line.words),
                tuple(mark for mark in marks if mark.page == packed.number),
            ),
            numbers[0] if numbers else "",
        )


def ranked(differences: Sequence[Difference]) -> list[Difference]:
    """The weightiest kinds first; within a kind as they came."""
    order = list(DifferenceKind)
    return sorted(differences, key=lambda difference: order.index(difference.kind))
