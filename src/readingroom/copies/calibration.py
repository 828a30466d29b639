"""What a figure of confidence has turned out to be worth, field by field, for words from OCR.

The figure is the product of the signs of damage that a value bears and the engine's own confidence in its worst word.
The shares were measured on printed mail that was scanned lightly and hard (State Department, Alaska, fictional
releases). The points where they change were chosen by eye with all of these documents in view, so how well they
hold elsewhere is not known from them; `python -m benchmarks scans` shows what they are worth on one's own labels.
Between "nearly always right" (0.99) and what is below 0.9 there is nothing on purpose: 0.9 and more is shown as sure,
and a value that is wrong one time in ten must not be. For a text layer there is no such table: too few of its values
are wrong to measure more than the signs say.
"""

from __future__ import annotations

from bisect import bisect_right

from readingroom.model import FieldName

Table = tuple[tuple[float, float], ...]  # (from this figure on, this share was right), rising

_ADDRESSEES: Table = ((0.0, 0.64), (0.35, 0.85), (0.6, 0.89), (0.86, 0.99))
_COPIED: Table = ((0.0, 0.6), (0.35, 0.72), (0.5, 0.85), (0.65, 0.89), (0.8, 0.99))
_WORDS: Table = ((0.0, 0.85), (0.5, 0.89), (0.86, 0.99))
TABLES: dict[FieldName, Table] = {
    FieldName.FROM: ((0.0, 0.6), (0.2, 0.85), (0.5, 0.89), (0.88, 0.99)),
    FieldName.TO: _ADDRESSEES,
    FieldName.CC: _COPIED,
    FieldName.BCC: _COPIED,
    FieldName.SENT: ((0.0, 0.85), (0.5, 0.99)),
    FieldName.SUBJECT: _WORDS,
    FieldName.ATTACHMENTS: _WORDS,
}


def calibrated(name: FieldName, figure: float) -> float:
    """The share of values of this field with such a figure that were right. `figure`: 0..1."""
    table = TABLES[name]
    return table[bisect_right(table, (figure, 1.0)) - 1][1]
