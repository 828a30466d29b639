"""Words in which OCR took two letters for one, or one for two, mended where the document prints them rightly elsewhere.

"Govemor" is "Governor", "Knstina" is "Kristina": no dictionary is asked, only the surer words of the same document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from readingroom.copies.rows import Row
from readingroom.text import reworded

_PAIRS = (("rn", "m"), ("ri", "n"), ("vv", "w"), ("cl", "d"))  # what OCR takes for one another
_WORD = re.compile(r"[^\W\d_]{5,}")
_DOUBTED = 0.9  # the engine's confidence: a word below it may be mended, by words above it

Weights = Mapping[str, Mapping[str, float]]  # by key, words and how surely and often they are printed


def mend_merged_letters(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a document with such words mended that came from OCR and that the engine doubted."""
    if not any(run.confidence < _DOUBTED for row in rows for run in row.passage.runs):
        return tuple(rows)
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        for run in row.passage.runs:
            if run.confidence >= _DOUBTED:
                for word in _WORD.findall(row.text[run.start : run.end]):
                    weights[_key_of(word)][word] += run.confidence
    return tuple(_mend_row(row, weights) for row in rows)


def _mend_row(row: Row, weights: Weights) -> Row:
    passage = row.passage
    for run in reversed(passage.runs):
        if run.confidence >= _DOUBTED:
            continue
        for match in reversed(list(_WORD.finditer(row.text, run.start, run.end))):
            meant = _meant(match[0], weights)
            if meant != match[0]:
                passage = reworded(passage, match.start(), match.end(), meant)
    return row if passage is row.passage else row.with_words(passage)


def _meant(word: str, weights: Weights) -> str:
    """The word of this key that is printed most surely and often, in the case of `word`; else `word` itself."""
    likely = {_cased(other, word): weight for other, weight in weights.get(_key_of(word), {}).items()}
    return max(likely, key=lambda other: (likely[other], other)) if likely else word


def _cased(other: str, word: str) -> str:
    if word.islower():
        return other.lower()
    return other.capitalize() if word == word.capitalize() else other


def _key_of(word: str) -> str:
    key = word.lower()
    for pair, one in _PAIRS:
        key = key.replace(pair, one)
    return key
