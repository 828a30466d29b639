"""Specks and strokes: what an engine reads in dirt, and what it makes of a letter that is no more than a line."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from readingroom.model import Word

_THIN = 0.1  # of the usual height of a word, what no printed character is narrower than
_DOT = 0.22  # of it, in both directions: a dot; and a dot that stands alone is dirt where the engine doubts it
_DOUBTED = 0.6
_STROKE = 0.5  # the engine's confidence in a stroke, from which on it is print
_HIGHEST = 1.5  # of the usual height: a higher stroke is a rule
_BELOW = 2.0  # points: how far strokes below one another lie apart at most
_EDGE = 0.05  # of the page's width, where holes are punched and copies have a dark edge
_EDGE_DOUBTED = 0.5


def without_specks(words: Sequence[Word], width: float) -> tuple[Word, ...]:
    """The words of a page `width` wide (in the space of their boxes) that are print."""
    if not words:
        return ()
    usual = median(word.box.y1 - word.box.y0 for word in words)
    return tuple(word for word in words if not _is_speck(word, usual, width))


def strokes_as_letters(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with "I" for each upright stroke that stands among words as high as they are: "I have", "Jane I".

    Strokes below one another are a rule or a bar beside a quotation.
    """
    lefts = sorted(word.box.x0 for word in words if word.text == "|")
    if not lefts:
        return tuple(words)
    usual = median(word.box.y1 - word.box.y0 for word in words)

    mended = []
    for word, after in zip(words, (*words[1:], None), strict=True):
        alone = word.text == "|" and sum(abs(left - word.box.x0) < _BELOW for left in lefts) == 1
        bracket = after is not None and "@" in after.text  # "| jane@doe.example]"
        high = word.box.y1 - word.box.y0 < _HIGHEST * usual
        is_letter = alone and high and not bracket and word.confidence >= _STROKE
        mended.append(word._replace(text="I") if is_letter else word)
    return tuple(mended)


def _is_speck(word: Word, usual: float, width: float) -> bool:
    wide, high = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
    outside = word.box.x1 < _EDGE * width or word.box.x0 > (1 - _EDGE) * width
    if outside and word.confidence < _EDGE_DOUBTED and len(word.text) < 4:
        return True
    if word.confidence >= _DOUBTED or len(word.text) > 1:
        return False
    return wide < _THIN * usual or (wide < _DOT * usual and high < _DOT * usual)
