"""Wraps: whether a line without a label goes on with the header value above it, or is text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.labelled import separates
from readingroom.copies.rows import Row, runs_over
from readingroom.copies.values import LISTS, Labelled, Value
from readingroom.model import FieldName

_FEW = 3  # rows that a value may wrap over between blank lines
MOST_ROWS = 80  # rows that one header may have at most
_LATE = (FieldName.SUBJECT, FieldName.TO, FieldName.CC, FieldName.SENT)
_MARK = re.compile(r"[;'<@]")
_SENTENCE = re.compile(r"[a-z]{2} [a-z]+ [a-z]{2}|[.!?]\s+[A-Z][a-z]+ [a-z]")
_BRACKETED = re.compile(r"\([A-Z][\w ]{1,20}\)|\[/O=|<[^<>]{1,60}@")  # what stands behind a name
_FILE_END = re.compile(r"\.\w{2,4}\W*$")


class Printed(NamedTuple):
    """The rows of a document and what is known of each."""

    rows: Sequence[Row]
    labels: Sequence[Labelled | None]
    edges: Sequence[float]  # where the text of the row's page ends on the right


class Block(NamedTuple):
    """A header in the making."""

    at: int  # its first row
    floor: int  # rows before this one are another header's
    parted: bool  # a separator stands above it
    column: float | None  # where its values begin, in a two-column header
    inline: bool  # several labels on its first row
    fields: list[tuple[Labelled, list[Value]]]

    @property
    def seen(self) -> set[FieldName | None]:
        """The fields whose labels have come."""
        return {label.field for label, _ in self.fields}


def spaced(printed: Printed, block: Block) -> bool:
    """Whether the lines of this header have blank lines between them, so that one more of them ends nothing."""
    firsts = [printed.rows[lines[0].row] for _, lines in block.fields[1:]]
    return any(row.apart and not row.bridged for row in firsts)


def wraps(printed: Printed, field: FieldName | None, before: str, end: int, column: float | None) -> bool:
    """Whether row `end`, with no label below to tell, goes on with the value of `field` whose last line is `before`."""
    row = printed.rows[end]
    if column is not None and row.left >= column - 6 and field is not FieldName.SENT:
        return True
    if not before:
        return False
    if field in (*LISTS, FieldName.FROM) and is_open(before, row.text):
        return True
    full = runs_over(printed.rows[end - 1], row, printed.edges[end - 1]) and not _SENTENCE.search(row.text)
    if field in LISTS:
        return full or before.rstrip()[-1] in ";," or row.text.startswith("<") or _looks_listed(row.text)
    if field is FieldName.SUBJECT:
        return column is None and _wraps_subject(printed, end)
    if field is FieldName.ATTACHMENTS:
        return before.rstrip()[-1] == ";" or (not _FILE_END.search(before) and bool(_FILE_END.search(row.text)))
    return False


def label_ahead(printed: Printed, block: Block, end: int) -> bool:
    """Whether below row `end`, before any blank line, stands a label that the header lacks.

    What stands between is then wrapped.
    """
    rows, labels = printed.rows, printed.labels
    seen, column = block.seen, block.column
    loose = spaced(printed, block)
    for k in range(end, min(len(rows), block.at + MOST_ROWS)):
        label = labels[k]
        listed = FieldName.SENT not in seen and FieldName.SUBJECT not in seen and _is_list(rows[k].text)
        if (
            rows[k].apart
            and not rows[k].bridged
            and not listed
            and not (loose and (k < end + _FEW if label is None else k > end and label.colon))
            and not (column is not None and rows[k].left >= column - 6)
        ):
            # A blank line in a two-column header, or below a list, and a label that is still lacking behind it.
            late = label is not None and label.colon and label.field in _LATE and label.field not in seen
            if column is not None:
                return end < k <= end + 3 and late
            unfinished = not seen & {FieldName.SENT, FieldName.SUBJECT} and block.fields[-1][0].field in LISTS
            return end < k and late and unfinished and all(map(_holds_names, rows[end:k]))
        if label is None:
            if separates(rows[k]) is not None:
                return False
        elif label.field is FieldName.FROM:
            return False
        elif label.field is not None:
            return (label.field not in seen or label.field in LISTS) and label.word[:1].isupper()
    return False


def _is_list(text: str) -> bool:
    """Whether a line is nothing but addressees: parted, or in angle brackets, and no sentence."""
    return text.count(";") + text.count("<") + text.count("@") >= 2 and not re.search(
        r"[.!?]\s+[A-Z]|[a-z] [a-z]+ [a-z]", text
    )


def is_open(before: str, text: str) -> bool:
    """Whether a name or address is left open at the end of a line: in brackets or quotes, or before its brackets."""
    unclosed = any(before.count(one) > before.count(other) for one, other in ("()", "<>", "[]"))
    return unclosed or before.count('"') % 2 == 1 or _BRACKETED.match(text) is not None


def _holds_names(row: Row) -> bool:
    """Whether a line of a long list that lost its marks to redactions may still be one."""
    pieces = [row.text[start:end] for start, end in itertools.pairwise((0, *row.gaps, len(row.text)))]
    return bool(row.gaps or _MARK.search(row.text)) and not any(map(_SENTENCE.search, pieces))


def _looks_listed(text: str) -> bool:
    return ";" in text and bool(re.match(r"[<'\"(A-Z]", text)) and not re.search(r"[.!?]\s", text)


def _wraps_subject(printed: Printed, end: int) -> bool:
    """Whether row `end` goes on with the subject: the line above is full, and this one stands apart from the next."""
    above, row = printed.rows[end - 1], printed.rows[end]
    full = runs_over(above, row, printed.edges[end - 1])
    below = printed.rows[end + 1] if end + 1 < len(printed.rows) else None
    parted = below is None or below.apart or below.first or printed.labels[end + 1] is not None
    return full and parted and row.right - row.left < 0.95 * (above.right - above.left)
