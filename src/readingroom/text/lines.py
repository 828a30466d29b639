"""Lines of a page: words that stand beside each other, from left to right, lines from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from readingroom.model import Box, Page, Passage, Run, Word


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


def lines_of(page: Page, leave_out: frozenset[int] = frozenset()) -> tuple[Line, ...]:
    """The lines of a page without the words whose indices are in `leave_out` (stamps), top to bottom.

    A word belongs to a line if their heights, set straight where the page was scanned askew, overlap by half:

        From:        Doe, J      <- one line, two columns
        Sent:        Tuesday     <- the next

    so that columns of a header stay on one line, whatever the gap between them.
    """
    tilt = _tilt(page.words)
    rows: list[list[tuple[Word, int]]] = []
    reach: list[tuple[float, float]] = []  # of the tallest word of each row, set straight
    kept = [(word, at, *_straight(word.box, tilt)) for at, word in enumerate(page.words) if at not in leave_out]
    kept.sort(key=lambda one: (one[2] + one[3], one[0].box.x0))
    for word, at, top, bottom in kept:
        row = max(
            range(max(0, len(rows) - 3), len(rows)), key=lambda row: _overlap(reach[row], (top, bottom)), default=-1
        )
        if row < 0 or _overlap(reach[row], (top, bottom)) < 0.5:
            rows.append([(word, at)])
            reach.append((top, bottom))
            continue
        rows[row].append((word, at))
        if bottom - top > reach[row][1] - reach[row][0]:
            reach[row] = (top, bottom)
    order = sorted(range(len(rows)), key=lambda row: sum(reach[row]))
    return tuple(_line(page.number, sorted(rows[row], key=lambda pair: pair[0].box.x0)) for row in order)


def _line(page: int, row: list[tuple[Word, int]]) -> Line:
    return Line(page, _around(word.box for word, _ in row), tuple(word for word, _ in row), tuple(at for _, at in row))


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How much of the smaller of two heights lies in the other."""
    smaller = min(one[1] - one[0], other[1] - other[0])
    return (min(one[1], other[1]) - max(one[0], other[0])) / smaller if smaller > 0 else 0.0


def _straight(box: Box, tilt: float) -> tuple[float, float]:
    """Top and bottom of a box where they would be if the page lay straight."""
    drop = tilt * (box.x0 + box.x1) / 2
    return box.y0 - drop, box.y1 - drop


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
    height = one.y1 - one.y0
    return -height < other.x0 - one.x1 < 3 * height and abs((other.y0 + other.y1) - (one.y0 + one.y1)) < 1.2 * height


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


def _around(boxes: Iterable[Box]) -> Box:
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return Box(min(x0s), min(y0s), max(x1s), max(y1s))
