"""Lines of a page: words that stand beside each other, from left to right, lines from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from readingroom.model import Box, Page, Passage, Run, Word
from readingroom.text.places import box_around
from readingroom.text.upright import set_upright


class Line(NamedTuple):
    """One printed line. `indices` are those of its words in Page.words."""

    page: int
    box: Box
    words: tuple[Word, ...]
    indices: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words with one blank between them, however wide the gap."""
        return " ".join(word.text for word in self.words)


@lru_cache(maxsize=2)  # a page is gone through by one reader after another
def lines_of(page: Page, leave_out: frozenset[int] = frozenset()) -> tuple[Line, ...]:
    """The lines of a page without the words whose indices are in `leave_out` (stamps), top to bottom.

    A word belongs to a line if their heights, set straight where the page was scanned askew, overlap by half:

        From:        Doe, J      <- one line, two columns
        Sent:        Tuesday     <- the next

    so that columns of a header stay on one line, whatever the gap between them. A page whose print lies turned, or
    two on a sheet, is gone through as it is read; boxes are always those of the page as shown.
    """
    rows: list[list[tuple[Word, int]]] = []
    reach: list[tuple[float, float]] = []  # of the tallest word of each row, set straight
    for word, at, top, bottom in _straightened(set_upright(page).words):
        if at in leave_out:
            continue
        row = _row_of(reach, top, bottom)
        if row < 0:
            rows.append([(word, at)])
            reach.append((top, bottom))
            continue
        rows[row].append((word, at))
        if bottom - top > reach[row][1] - reach[row][0]:
            reach[row] = (top, bottom)
    order = sorted(range(len(rows)), key=lambda row: sum(reach[row]))
    return tuple(_line(page, [at for _, at in sorted(rows[row], key=lambda pair: pair[0].box.x0)]) for row in order)


@lru_cache(maxsize=2)
def _straightened(words: tuple[Word, ...]) -> tuple[tuple[Word, int, float, float], ...]:
    """Words with their indices, and their tops and bottoms as on a page that lies straight; from top to bottom."""
    tilt = _tilt(words)
    straight = []
    for at, word in enumerate(words):
        x0, y0, x1, y1 = word.box
        drop = tilt * (x0 + x1) / 2
        straight.append((word, at, y0 - drop, y1 - drop))
    straight.sort(key=lambda one: (one[2] + one[3], one[0].box.x0))
    return tuple(straight)


def _row_of(reach: list[tuple[float, float]], top: float, bottom: float) -> int:
    """Which of the last three rows a word belongs to: where most of the smaller height is in common; -1 for none."""
    best, row = 0.5, -1
    height = bottom - top
    for at in range(len(reach) - 1, max(-1, len(reach) - 4), -1):
        first, last = reach[at]
        smaller = height if height < last - first else last - first
        common = (bottom if bottom < last else last) - (top if top > first else first)
        if smaller > 0 and common / smaller >= best:
            best, row = common / smaller, at
            if best > 0.9:
                break
    return row


def _line(page: Page, indices: list[int]) -> Line:
    words = tuple(page.words[at] for at in indices)
    return Line(page.number, box_around(word.box for word in words), words, tuple(indices))


LONG_RUN = 120.0  # points: a run of words that is long enough to tell how askew a page lies
LARGEST_TILT = 0.06  # points down a point to the right; beyond it runs are no lines


def _tilt(words: tuple[Word, ...]) -> float:
    """How far lines drop a point to the right: the median over long runs of words that follow each other."""
    tilts = []
    first = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and _follows(words[at - 1].box, words[at].box):
            continue
        start, end = words[first].box, words[at - 1].box
        if end.x1 - start.x0 > LONG_RUN:
            tilts.append((end.y1 - start.y1) / (end.x1 - start.x0))
        first = at
    tilt = median(tilts) if len(tilts) > 2 else 0.0
    return tilt if abs(tilt) < LARGEST_TILT else 0.0


def _follows(one: Box, other: Box) -> bool:
    height = one[3] - one[1]
    return -height < other[0] - one[2] < 3 * height and abs(other[1] + other[3] - one[1] - one[3]) < 1.2 * height


def passage_of(line: Line) -> Passage:
    """The line as a passage: words joined by one blank, each with its box."""
    runs = []
    at = 0
    for word in line.words:
        runs.append(Run(at, at + len(word.text), line.page, word.box, word.confidence))
        at += len(word.text) + 1
    return Passage(line.text, tuple(runs))


def passage_of_lines(lines: Iterable[Line]) -> Passage:
    """Lines as one passage, a line end between them."""
    return Passage.join("\n", map(passage_of, lines))
