"""Labels that OCR misread, told by the shape of the word and by the labels that stand around it.

From:     Jane Doe
Te        Richard Roe          <- "To:"
Cec:      John Stiles          <- "Cc:"
Subject:  thank you

Text layers are the agency's OCR more often than not: there a label must have kept its colon, and most of its letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from readingroom.copies.dates import read_sent
from readingroom.copies.rows import Row
from readingroom.copies.values import Labelled
from readingroom.model import FieldName

# Letters that look alike in a label, one sign a class; a run of one class counts once ("m" is "rn", "rm", "nn").
_CLASSES = {"o": "aceoqgu0d©€", "n": "rnmhv", "l": "filtjpy1!|", "s": "s5b8$"}
_SIGN = {letter: sign for sign, letters in _CLASSES.items() for letter in letters}
_SHAPES = {
    "lnon": FieldName.FROM,
    "lnoln": FieldName.FROM,
    "lo": FieldName.TO,
    "o": FieldName.CC,
    "sonl": FieldName.SENT,
    "sol": FieldName.SENT,
    "olo": FieldName.SENT,  # Date
    "soslol": FieldName.SUBJECT,
    "sonlol": FieldName.SUBJECT,
}
_WORD = re.compile(r"\W{0,2}([^\W_]{1,8})(?:\s?([:;.,])[:.,]?)?(?=\s|$)")
_CC = re.compile(r"[CGO€][ceo][szr]")  # the colon too
_REACH = 3  # rows: how far off the next label may stand, where a value is wrapped
_BELOW_FROM = (FieldName.SENT, FieldName.TO)
_SHORTEST = 4  # letters of a label that is told by its shape in a text layer
_LEFT = 8.0  # points: labels of one header begin at one place
_COLUMN = 4.0  # points: so do their values


def misread_label(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Labelled | None:
    """The label that row `at`, which has none, begins with if its first word is a misread one."""
    row = rows[at]
    match = _WORD.match(row.text)
    if not row.passage.runs or not match:
        return None
    if row.passage.runs[0].confidence == 1.0 and (match[2] not in (":", ";") or not _is_sure(labels, at, match[1])):
        return None
    word, mark = match[1], match[2]
    start = match.end() + (1 if match.end() < len(row.text) else 0)
    behind_gap = start in row.gaps[:1]
    field = FieldName.CC if _CC.fullmatch(word) else _SHAPES.get(_shape_of(word))
    if field is None or not (mark or behind_gap) or (word[0].islower() and not behind_gap):
        return None
    if field is FieldName.SENT and not read_sent(row.text[start:]).value:
        return None
    above, below = _near(rows, labels, at, -1), _near(rows, labels, at, 1)
    found = Labelled(field, word, start, mark in (":", ";"))
    if field is FieldName.FROM:
        opens = row.apart or row.first or above is None
        return found if opens and below is not None and _field(labels, below) in _BELOW_FROM else None
    if above is None or _field(labels, above) in (field, None):
        return None
    if below is not None and _field(labels, below) not in (field, FieldName.FROM, None):
        return found
    if field is FieldName.SUBJECT and mark and above == at - 1 and not row.apart and lacks_subject(labels, at):
        return found
    same_column = behind_gap and _value_left(rows, labels, above) is not None
    left = next(run.box.x0 for run in row.passage.runs if run.start >= start) if same_column else 0.0
    return found if same_column and abs(left - (_value_left(rows, labels, above) or 0.0)) < _COLUMN else None


def _is_sure(labels: Sequence[Labelled | None], at: int, word: str) -> bool:
    """Whether a word of a text layer is long enough for its shape to tell, or stands right between two labels."""
    between = 0 < at < len(labels) - 1 and labels[at - 1] is not None and labels[at + 1] is not None
    return between or len(word) >= _SHORTEST


def lacks_subject(labels: Sequence[Labelled | None], at: int) -> bool:
    """Whether the lines right above row `at` are a header that has a date and no subject."""
    fields = set()
    for k in range(at - 1, max(-1, at - 12), -1):
        label = labels[k]
        if label is not None:
            fields.add(label.field)
            if label.field is FieldName.FROM:
                return FieldName.SENT in fields and FieldName.SUBJECT not in fields
    return False


def _shape_of(word: str) -> str:
    signs = (_SIGN.get(letter, letter) for letter in word.lower())
    return "".join(sign for sign, _ in itertools.groupby(signs))


def _near(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int, step: int) -> int | None:
    """The nearest labelled row above or below that begins where row `at` begins."""
    for k in range(at + step, at + step * (_REACH + 1), step):
        if not 0 <= k < len(rows) or rows[k].page != rows[at].page:
            return None
        if labels[k] is not None:
            return k if abs(rows[k].left - rows[at].left) < _LEFT and rows[k].marks == rows[at].marks else None
    return None


def _field(labels: Sequence[Labelled | None], at: int) -> FieldName | None:
    label = labels[at]
    return label.field if label else None


def _value_left(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> float | None:
    """Where the value of a labelled row begins, behind a wide gap."""
    label = labels[at]
    if label is None:
        return None
    return next(
        (run.box.x0 for run in rows[at].passage.runs if run.start >= label.value_at and run.start in rows[at].gaps),
        None,
    )
