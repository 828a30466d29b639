"""Rows that say what they are: those that begin with a label, separators, and columns of values."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from readingroom.copies.dates import read_sent
from readingroom.copies.label_words import FOREIGN, field_of
from readingroom.copies.labels import (
    BARE_LABEL,
    EXTENSION,
    LABEL,
    LOST_COLON,
    MBOX_LINE,
    SEPARATOR,
    SEPARATOR_AT_END,
    SPECK,
    SUBJECT_WITHOUT_COLON,
)
from readingroom.copies.misread import lacks_subject, misread_label
from readingroom.copies.rows import Row
from readingroom.copies.values import Labelled
from readingroom.model import FieldName

_MARKED = re.compile(r"[.,]\s+$")  # the mark that OCR took a colon for
_SMALL = ("cc", "bcc")  # labels that are printed so


def label_at(row: Row) -> Labelled | None:
    """The label at the head of a row, with its colon or, where a column of values makes it sure, without."""
    text = row.text
    if MBOX_LINE.match(text):
        return None
    skip = len(text) - len(text.lstrip("•·.,-–—_~'`|*\"\\/ "))
    speck = SPECK.match(text, skip)
    match = LABEL.match(text, speck.end() if speck else skip)
    if match:
        field, known = field_of(match[1])
        plausible = match[1][:1].isupper() or len(match[1]) > 3 or match[1] in _SMALL
        if known and plausible and (match[2] == ":" or match[1].lower() not in FOREIGN):
            return Labelled(field, match[1], match.end(), True)
    extension = EXTENSION.match(text)
    if extension:
        return Labelled(None, extension[1], extension.end(), True)
    bare = BARE_LABEL.match(text, skip)
    if bare and (bare.end() >= len(text) or any(gap >= bare.end() for gap in row.gaps[:1])):
        return Labelled(field_of(bare[1])[0], bare[1], min(len(text), bare.end() + 1), False)
    subject = SUBJECT_WITHOUT_COLON.match(text, skip)
    return Labelled(FieldName.SUBJECT, subject[1], subject.end(), False) if subject else None


def labels_of(rows: Sequence[Row]) -> list[Labelled | None]:
    """The labels of all rows; a lost colon is made good where the rows around leave no doubt."""
    labels = [label_at(row) for row in rows]
    for at, row in enumerate(rows):
        if labels[at] is not None:
            continue
        lost = LOST_COLON.match(row.text)
        if not lost or MBOX_LINE.match(row.text) or len(row.passage) > 200:
            continue
        word = lost[1][:2] if lost[1].startswith("To") else lost[1]
        field = field_of(word)[0]
        above = labels[at - 1] if at else None
        below = labels[at + 1] if at + 1 < len(rows) and not rows[at + 1].apart else None
        if field is FieldName.FROM:
            opening = row.apart or row.first or (at > 0 and separates(rows[at - 1]) is not None)
            sure = opening and below is not None and below.colon and below.field in (FieldName.TO, FieldName.SENT)
        elif row.apart and not _MARKED.search(lost[0]):
            sure = False
        elif field is FieldName.SENT:
            near = any(labels[k] is not None for k in range(max(0, at - 3), at))
            sure = near and bool(read_sent(row.text[lost.end() :]).value)
        elif above is None:
            sure = False
        elif below is not None or _MARKED.search(lost[0]):
            sure = field not in (above.field, below.field if below else None)
        else:
            sure = field is FieldName.SUBJECT and lacks_subject(labels, at)
        if sure:
            labels[at] = Labelled(field, word, lost.end(), False)
    for at in range(len(rows)):
        labels[at] = labels[at] or misread_label(rows, labels, at)
    return labels


def value_column(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> float | None:
    """Where the values of a two-column header begin: two rows agree on it behind wide gaps, or three behind any.

    Labels set flush right have no wide gap behind them, but their values begin at one place however long they are.
    """
    wide: list[float] = []
    starts: list[tuple[float, int]] = []
    for k in range(at, min(len(rows), at + 12)):
        label = labels[k]
        if label is None:
            continue
        if k > at and label.field is FieldName.FROM:
            break
        for run in rows[k].passage.runs:
            if run.start >= label.value_at:
                starts.append((run.box.x0, len(label.word)))
                if run.start in rows[k].gaps[:1]:
                    wide.append(run.box.x0)
                break
    wide.sort()
    for one, other in itertools.pairwise(wide):
        if other - one < 6:
            return one
    for x0, _ in starts:
        same = [other for left, other in starts if abs(left - x0) < 1.5]
        if len(same) >= 3 and max(same) - min(same) >= 2:
            return x0
    return None


def separates(row: Row) -> int | None:
    """Where in the row a separator ("-----Original Message-----") begins; None where there is none."""
    if len(row.passage) < 120:
        if SEPARATOR.fullmatch(row.text):
            return 0
        glued = SEPARATOR_AT_END.search(row.text)
        if glued:
            return glued.start()
    return None
