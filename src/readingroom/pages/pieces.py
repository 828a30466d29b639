"""Pieces of a line: words with no wide gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readingroom.model import Box
from readingroom.text import Line, box_around

GAP = 0.8  # of the line's height, from which on two words stand apart


class Piece(NamedTuple):
    """Words of a line with no wide gap between them."""

    line: Line
    first: int  # of the line's words
    last: int  # one behind
    text: str

    @property
    def box(self) -> Box:
        """Around its words, in points of the page."""
        return box_around(word.box for word in self.line.words[self.first : self.last])

    @property
    def indices(self) -> tuple[int, ...]:
        """Of its words in Page.words."""
        return self.line.indices[self.first : self.last]


def pieces_of(line: Line) -> Iterator[Piece]:
    """The pieces of a line from left to right."""
    height = line.box.y1 - line.box.y0
    first = 0
    for at in range(1, len(line.words) + 1):
        if at == len(line.words) or line.words[at].box.x0 - line.words[at - 1].box.x1 > GAP * height:
            yield Piece(line, first, at, " ".join(word.text for word in line.words[first:at]))
            first = at
