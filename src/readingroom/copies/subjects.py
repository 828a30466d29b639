"""Subjects: where a subject line ends, told from the other messages of the chain, which mostly print it as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from readingroom.copies.labelled import separates
from readingroom.copies.labels import REPLY_PREFIXES
from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Labelled, Value
from readingroom.model import FieldName
from readingroom.text import fold_ocr

_SHORTEST = 12  # letters of a subject that cannot be in two messages by chance
_MOST_ROWS = 2


def settle_subjects(
    rows: Sequence[Row], labels: Sequence[Labelled | None], headers: Sequence[Header]
) -> tuple[Header, ...]:
    """The headers, with subjects that were cut short, or took in a line of text, mended after those of the others."""
    printed = Counter(_key(_joined(header.values.get(FieldName.SUBJECT, ()))) for header in headers)
    known = {key for key in printed if len(key) >= _SHORTEST}
    ends = [*(header.start for header in headers[1:]), len(rows)]
    return tuple(
        header if _is_settled(header, printed) else _settled(rows, labels, header, known, until)
        for header, until in zip(headers, ends, strict=False)
    )


def _is_settled(header: Header, printed: Counter[str]) -> bool:
    """Whether there is nothing to mend: no subject at the end of the header, or another message prints it as well."""
    lines = header.values.get(FieldName.SUBJECT, ())
    return not lines or lines[-1].row != header.end - 1 or printed[_key(_joined(lines))] > 1


def _settled(
    rows: Sequence[Row], labels: Sequence[Labelled | None], header: Header, known: set[str], until: int
) -> Header:
    """`known` are the keys of all subjects, this one's among them."""
    lines = header.values[FieldName.SUBJECT]
    own = _key(_joined(lines))
    if lines[-1].wrapped and _key(_joined(lines[:-1])) in known:
        return _with_subject(header, lines[:-1], header.end - 1)
    for end in range(header.end, min(until, header.end + _MOST_ROWS) if own else header.end):
        row = rows[end]
        if labels[end] is not None or separates(row) is not None or row.marks != header.marks:
            break
        lines = (*lines, Value(end, row.passage, (), wrapped=True))
        if own != _key(_joined(lines)) in known:
            return _with_subject(header, lines, end + 1)
    return header


def _with_subject(header: Header, lines: tuple[Value, ...], end: int) -> Header:
    return header._replace(end=end, values=header.values | {FieldName.SUBJECT: lines})


def _joined(lines: Sequence[Value]) -> str:
    return " ".join(line.passage.text for line in lines)


def _key(subject: str) -> str:
    """Letters and digits of a subject without "Re:", look-alikes folded."""
    return fold_ocr(REPLY_PREFIXES.sub("", subject, count=1))
