"""What `headers` and `introductions` hand to `read`: a header and the printed lines of its values."""

from __future__ import annotations

from typing import NamedTuple

from readingroom.model import FieldName, Passage


class Value(NamedTuple):
    """One printed line of a header value."""

    row: int  # in the document's rows
    passage: Passage
    gaps: tuple[int, ...]  # where in the passage a word stands behind a wide gap
    wrapped: bool = False  # goes on with the line before; else a label of its own stands before it


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
