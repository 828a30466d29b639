"""How large words from OCR are printed.

A text layer says so by the height of its words. OCR gives the bounds of ink, whose height depends on the letters and on
how the page lies; their width tells better: a word is as wide as its letters are, times the size of print. Which of
three typefaces a page is set in shows in which of them its words agree best.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from readingroom.model import Box, Passage

Face = Mapping[str, float]  # the width of each printable letter, in sizes of print


def _face(*widths: int) -> Face:
    """Widths from "!" on, in thousandths of the size of print."""
    return {chr(code): width / 1000 for code, width in enumerate(widths, ord("!"))}


SANS = _face(
    *(278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015),
    *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667),
    *(944, 667, 667, 611, 278, 278, 278, 469, 556, 333),
    *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500),
    *(722, 500, 500, 500, 334, 260, 334, 584),
)
SERIF = _face(
    *(333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921),
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722),
    *(944, 722, 722, 611, 333, 278, 333, 469, 500, 333),
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500),
    *(722, 500, 500, 444, 480, 200, 480, 541),
)
FIXED = _face(*(600,) * 94)
_BEARING = 0.08  # of the size of print: white beside the ink of a word
_DOUBTED = 0.5  # a word of which the engine is less sure may have other letters
_LONG = 4  # letters of a word that tells a typeface
_PRINTED = frozenset(string.printable)


class Measure(NamedTuple):
    """Words from OCR: points that their ink is wide, and how wide it were in print of size 1. Both 0.0: no telling."""

    wide: float
    nominal: float


UNMEASURED = Measure(0.0, 0.0)


def face_of(words: Sequence[tuple[str, Box, float]]) -> Face:
    """The typeface in which the words of a page (text, box, confidence) agree best on the size of print."""
    telling = [(text, box) for text, box, confidence in words if len(text) >= _LONG and _is_sure(text, confidence)]
    return min((SANS, SERIF, FIXED), key=lambda face: _disagreement(telling, face))


def measure(passage: Passage, face: Face) -> Measure:
    """The words of a passage that come from OCR, measured."""
    wide = nominal = 0.0
    for run in passage.runs:
        letters = passage.text[run.start : run.end]
        if run.confidence < 1.0 and _is_sure(letters, run.confidence):
            wide += run.box.x1 - run.box.x0
            nominal += _nominal(letters, face)
    return Measure(wide, nominal)


def _is_sure(letters: str, confidence: float) -> bool:
    return confidence >= _DOUBTED and _PRINTED.issuperset(letters)


def _nominal(letters: Iterable[str], face: Face) -> float:
    return sum(face.get(letter, 0.5) for letter in letters) - _BEARING


def _disagreement(words: Sequence[tuple[str, Box]], face: Face) -> float:
    """How far sizes of print lie from each other, word by word, as a share of the size."""
    sizes = [(box.x1 - box.x0) / _nominal(text, face) for text, box in words]
    usual = median(sizes) if sizes else 0.0
    return median(abs(size - usual) for size in sizes) / usual if usual else 0.0
