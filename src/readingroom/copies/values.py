"""What the files that find headers hand to each other and to `read`: labels, headers, printed lines of values."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from readingroom.model import FieldName, Passage

LISTS = (FieldName.TO, FieldName.CC, FieldName.BCC)  # fields that hold addressees


class Labelled(NamedTuple):
    """A row that begins with a label."""

    field: FieldName | None
    word: str  # the label as printed
    value_at: int  # in the row's passage
    colon: bool


class Value(NamedTuple):
    """One printed line of a header value."""

    row: int  # in the document's rows
    passage: Passage
    gaps: tuple[int, ...]  # where in the passage a word stands behind a wide gap
    wrapped: bool = False  # goes on with the line before; else a label of its own stands before it
    left: float = 0.0  # where on the page, in points, the part of the row begins that is this value's
    right: float = inf  # and where it ends


class Header(NamedTuple):
    """Rows start..end of a document are a header and what sets it off; what is behind `cut` in row `start` is its."""

    start: int
    cut: int  # characters of row `start` that still belong to the text before
    first: int  # row of the first label
    end: int  # one behind its last row
    values: dict[FieldName, tuple[Value, ...]]
    style: str
    marks: int
    labels: tuple[tuple[FieldName | None, str, bool], ...]  # in printed order: field, word, colon seen
