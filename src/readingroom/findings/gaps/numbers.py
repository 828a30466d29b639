"""Holes in numbers that an agency stamped: on each page (Bates), or on each document.

    PRA-000040 | PRA-000045        two pages that follow each other; four numbers between them are on no page
    PRA-000040 | (not read) | PRA-000042       the page between them has its number, whether it was read or not

A hole means something only where numbers run densely: an agency that numbers all its papers skips most of them in any
one release.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from readingroom.findings.gaps.known import counted, gap_id
from readingroom.model import Gap, GapKind, GapStrength, Searched, Span

DENSE = 0.6  # of the numbers from the first to the last of a run are there
CLOSE = 0.75  # of the numbers around a hole between documents are there
AROUND = 12  # numbers to either side of such a hole
FEW = 8  # numbers in a run: less show no rule
MOST_MISSING = 400  # numbers in a row: a larger step is another part of the agency's papers
MOST_DOCUMENT_HOLE = 3
_NUMBER = re.compile(r"(?P<head>.*?)(?P<digits>\d{2,12})(?P<tail>\D{0,3})", re.DOTALL)


class Numbered(NamedTuple):
    """A page of a release with the number stamped on it, or a document's first page with the document's."""

    source: str
    page: int
    number: str  # "" where none was read
    spans: tuple[Span, ...]


class _Read(NamedTuple):
    head: str
    value: int
    width: int  # digits
    at: int  # among the pages of its source
    one: Numbered


def bates_holes(pages: Sequence[Numbered], stands_for: Mapping[tuple[str, int], int]) -> Iterator[Gap]:
    """Gaps in page numbers. `pages`: every page of the case, by source and page.

    `stands_for`: for a page with a sheet, how many numbers beside its own the sheet may stand for.
    A misread number is no hole: it must lie between two neighbours, with fewer pages between them than numbers.
    """
    by_head: dict[str, list[_Read]] = {}
    for at, one in enumerate(pages):
        read = _read(at, one)
        if read:
            by_head.setdefault(read.head, []).append(read)
    kept = {head: _in_step(sorted(run, key=lambda read: (read.value, read.at))) for head, run in by_head.items()}
    kept = {head: run for head, run in sorted(kept.items()) if _is_dense(run)}
    holders = {read.one.source for run in kept.values() for read in run}
    sure = {read.at for run in kept.values() for read in run}
    bare = [at for at, one in enumerate(pages) if one.source in holders and at not in sure]
    for head, run in kept.items():
        for before, after in pairwise(run):
            missing = after.value - before.value - 1
            between = _bare_between(bare, before, after)
            beside = stands_for.get((before.one.source, before.one.page), 0)
            if 0 < missing - between <= MOST_MISSING and missing > beside:
                yield _hole(head, before, after, missing - between)


def _is_dense(run: Sequence[_Read]) -> bool:
    return len(run) >= FEW and len(run) / (run[-1].value - run[0].value + 1) >= DENSE


def _read(at: int, one: Numbered) -> _Read | None:
    match = _NUMBER.fullmatch(one.number)
    if match is None:
        return None
    return _Read(match["head"], int(match["digits"]), len(match["digits"]), at, one)


def _in_step(run: Sequence[_Read]) -> list[_Read]:
    """Without numbers that are misread: those that, among the pages of their source, stand where no such number can."""
    kept: list[_Read] = []
    for at, read in enumerate(run):
        near = [other for other in run[max(0, at - 4) : at + 5] if other is not read]
        near = [other for other in near if other.one.source == read.one.source]
        if near and not any(_fit(read, other) for other in near):
            continue
        if kept and kept[-1].value == read.value:
            continue
        kept.append(read)
    return kept


def _fit(read: _Read, other: _Read) -> bool:
    """Whether two numbers of one source run the same way as their pages, and about as far."""
    numbers, pages = other.value - read.value, other.at - read.at
    return numbers * pages > 0 and abs(numbers - pages) <= MOST_MISSING


def _bare_between(bare: Sequence[int], before: _Read, after: _Read) -> int:
    """Pages between two numbered ones of which no number, or one that cannot be, was read."""
    low, high = sorted((before.at, after.at))
    return bisect_left(bare, high) - bisect_left(bare, low)


def _hole(head: str, before: _Read, after: _Read, missing: int) -> Gap:
    first, last = (f"{head}{value:0{before.width}}" for value in (before.value + 1, after.value - 1))
    words = first if first == last else f"{first} to {last}"
    return Gap(
        id=gap_id(GapKind.BATES, words),
        kind=GapKind.BATES,
        strength=GapStrength.MUST_EXIST,
        rank=0.95,
        what=f"{counted(missing, 'page')} numbered {words}",
        words=words,
        spans=(*before.one.spans, *after.one.spans),
        searched=Searched("numbers stamped on pages", "", "", 0),
    )


def document_holes(documents: Iterable[Numbered]) -> Iterator[Gap]:
    """Gaps in document numbers, where nearly all numbers around them are there."""
    by_head: dict[str, dict[int, _Read]] = {}
    for one in documents:
        read = _read(0, one)
        if read:
            by_head.setdefault(read.head, {}).setdefault(read.value, read)
    for head, run in sorted(by_head.items()):
        values = sorted(run)
        for at in range(1, len(values)):
            before, after = values[at - 1], values[at]
            missing = after - before - 1
            if not 0 < missing <= MOST_DOCUMENT_HOLE:
                continue
            low, high = bisect_left(values, before - AROUND), bisect_left(values, after + AROUND + 1)
            there = (high - low) / (2 * AROUND + 2 + missing)
            if there < CLOSE:
                continue
            first, last = (f"{head}{value:0{run[before].width}}" for value in (before + 1, after - 1))
            words = first if first == last else f"{first} to {last}"
            yield Gap(
                id=gap_id(GapKind.DOCUMENT_NUMBER, words),
                kind=GapKind.DOCUMENT_NUMBER,
                strength=GapStrength.SAID_TO_EXIST,
                rank=round(0.25 + 0.2 * (there - CLOSE), 3),
                what=f"{counted(missing, 'document')} numbered {words}",
                words=words,
                spans=(*run[before].one.spans, *run[after].one.spans),
                searched=Searched("numbers stamped on documents", "", "", 0),
            )
