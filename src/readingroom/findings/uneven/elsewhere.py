"""Whether words that are said to be missing are printed on the page all the same, where another part of it took them.

A line of a body may have been read as the end of a subject, as a quotation of its own, or as belonging to no copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readingroom.findings.uneven.texts import Sheet, folded
from readingroom.text import unpack_words

ROW = 3  # words in a row that are looked for
FEWEST = 4  # words: fewer may stand anywhere
SHARE = 0.5  # of the rows, from which the words are printed there


def is_printed(keys: Sequence[str], sheets: Iterable[Sheet], top: float = 0.0, foot: float = 1e9) -> bool:
    """Whether words stand on these pages, between two heights of each, points."""
    if len(keys) < FEWEST:
        return False
    rows = set(_rows(keys))
    seen = {row for sheet in sheets for row in _rows(_keys(sheet, top, foot)) if row in rows}
    return len(seen) >= SHARE * len(rows)


def _keys(sheet: Sheet, top: float, foot: float) -> list[str]:
    words = [word.text for word in unpack_words(sheet.words) if word.box.y0 >= top and word.box.y1 <= foot]
    return [key for key in folded(words) if key]


def _rows(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[at:] for at in range(ROW)), strict=False)
