"""Lines of a page: words that stand beside each other, from left to right, lines from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
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

    A word belongs to a line if the middle of the one lies within the height of the other:

        From:        Doe, J      <- one line, two columns
        Sent:        Tuesday     <- the next

    so that columns of a header stay on one line, whatever the gap between them.
    """
    rows: list[list[tuple[Word, int]]] = []
    reach: list[tuple[float, float]] = []  # y0, y1 of the tallest word so far
    kept = [(word, at) for at, word in enumerate(page.words) if at not in leave_out]
    kept.sort(key=lambda pair: (pair[0].box.y0 + pair[0].box.y1, pair[0].box.x0))
    for word, at in kept:
        middle = (word.box.y0 + word.box.y1) / 2
        for row in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            top, bottom = reach[row]
            if top < middle < bottom and word.box.y0 < (top + bottom) / 2 < word.box.y1:
                rows[row].append((word, at))
                break
        else:
            rows.append([(word, at)])
            reach.append((word.box.y0, word.box.y1))
    lines = []
    for row_words in rows:
        row_words.sort(key=lambda pair: pair[0].box.x0)
        lines.append(
            Line(
                page.number,
                _around(word.box for word, _ in row_words),
                tuple(word for word, _ in row_words),
                tuple(at for _, at in row_words),
            )
        )
    lines.sort(key=lambda line: (line.box.y0 + line.box.y1, line.box.x0))
    return tuple(lines)


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
