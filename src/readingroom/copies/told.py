"""Headers that somebody says are there, or are none: laid over the headers that were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.rows import Row
from readingroom.copies.values import Header
from readingroom.model import Box

_ON_LINE = 0.5  # of the smaller height that a row and a box have in common, at the least


class ToldHeader(NamedTuple):
    """Somebody says that a header begins on the line at this place, or that what stands there is none."""

    page: int
    box: Box  # points of the page set upright
    begins: bool


def bare_header(rows: Sequence[Row], at: int) -> Header:
    """The header of a text that has none: nothing is printed in it, and its text begins with row `at`."""
    return Header(at, 0, at, at, {}, "pasted", rows[at].marks, ())


def headers_as_told(rows: Sequence[Row], headers: Sequence[Header], told: Sequence[ToldHeader]) -> tuple[Header, ...]:
    """The headers without those that are none, and with a bare one for each that begins where none was found."""
    kept = list(headers)
    for one in told:
        lines = [at for at, row in enumerate(rows) if row.page == one.page and _share(row, one.box) >= _ON_LINE]
        if not one.begins:
            kept = [header for header in kept if not any(_first(header) <= at < _end(header) for at in lines)]
        elif lines and not any(header.first == lines[0] for header in kept):
            kept = [*(_until(header, lines[0]) for header in kept), bare_header(rows, lines[0])]
    return tuple(sorted(kept, key=lambda header: (header.start, header.first)))


def _first(header: Header) -> int:
    return min(header.start, header.first)


def _end(header: Header) -> int:
    return max(header.end, header.first + 1)  # a bare one has no rows: it stands for its first line


def _until(header: Header, at: int) -> Header:
    """The header with nothing of row `at` and behind it, where it reaches over that row."""
    if not header.first < at < header.end:
        return header
    values = {name: tuple(line for line in lines if line.row < at) for name, lines in header.values.items()}
    return header._replace(end=at, values={name: lines for name, lines in values.items() if lines})


def _share(row: Row, box: Box) -> float:
    """How much of the smaller height a row and a box have in common, 0..1."""
    smaller = min(row.foot - row.top, box.y1 - box.y0)
    common = min(row.foot, box.y1) - max(row.top, box.y0)
    return common / smaller if smaller > 0 else 0.0
