"""Specks: what an engine reads in dirt, told from print by its size, its place and how unsure the engine is."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from readingroom.model import Word

_THIN = 0.1  # of the usual height of a word, what no printed character is narrower than
_DOT = 0.22  # of it, in both directions: a dot; and a dot that stands alone is dirt where the engine doubts it
_DOUBTED = 0.6
_EDGE = 0.05  # of the page's width, where holes are punched and copies have a dark edge
_EDGE_DOUBTED = 0.5


def without_specks(words: Sequence[Word], width: float) -> tuple[Word, ...]:
    """The words of a page `width` wide (in the space of their boxes) that are print."""
    if not words:
        return ()
    usual = median(word.box.y1 - word.box.y0 for word in words)
    return tuple(word for word in words if not _is_speck(word, usual, width))


def _is_speck(word: Word, usual: float, width: float) -> bool:
    wide, high = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
    outside = word.box.x1 < _EDGE * width or word.box.x0 > (1 - _EDGE) * width
    if outside and word.confidence < _EDGE_DOUBTED and len(word.text) < 4:
        return True
    if word.confidence >= _DOUBTED or len(word.text) > 1:
        return False
    return wide < _THIN * usual or (wide < _DOT * usual and high < _DOT * usual)
