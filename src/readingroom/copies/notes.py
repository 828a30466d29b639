"""Lotus Notes: heads that put sender and day in a left column, bare labels and their values in two more.

Jane Doe/OC/XYZ                                              Jane Doe on 10/06/2014 08:31:12 AM
<jane@doe.example>           To   Richard Roe/FE/XYZ
10/06/2014 08:31 AM          cc                              To:      Richard Roe/FE/XYZ
                        Subject   thank you                  Subject: thank you
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.attached import take_lists
from readingroom.copies.dates import read_sent
from readingroom.copies.label_words import field_of
from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Labelled, Value
from readingroom.model import EMPTY, FieldName

_LABEL = re.compile(r"(?:^|\s)(To|cc|Cc|bcc|Subject)(?=[.,]?(?:\s|$))")
_ON = re.compile(
    r"(?P<who>[A-Z\"][^:]{1,80}?) on (?P<date>\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)? ?[AP]M)", re.IGNORECASE
)
_MOST_ROWS = 12
_NAME_WIDTH = 60  # characters of a name that stands above the labels


def read_notes(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Header | None:
    """The head of a Lotus Notes print-out that begins at row `at`, or None."""
    on = _ON.fullmatch(rows[at].text) if len(rows[at].text) < 2 * _NAME_WIDTH else None
    return _read_on(rows, labels, at, on) if on else _read_columns(rows, at)


def _read_on(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int, on: re.Match[str]) -> Header | None:
    below = labels[at + 1] if at + 1 < len(rows) else None
    if below is None or below.field is not FieldName.TO:
        return None
    passage = rows[at].passage
    values: dict[FieldName, tuple[Value, ...]] = {
        name: (Value(at, passage[on.start(group) : on.end(group)], ()),)
        for name, group in ((FieldName.FROM, "who"), (FieldName.SENT, "date"))
    }
    end = take_lists(rows, labels, at + 1, values)
    return Header(at, 0, at, end, values, "notes", 0, ())


def _read_columns(rows: Sequence[Row], at: int) -> Header | None:
    row = rows[at]
    label = _label_in(row, None)
    if label is None:
        return None
    named = _is_name(rows, at - 1)
    if not (named or row.first or row.apart or at < 4):
        return None
    values: dict[FieldName, tuple[Value, ...]] = {}
    lefts: list[Value] = [Value(at - 1, rows[at - 1].passage, ())] if named else []
    name: FieldName | None = None
    edge = next(run.box.x1 for run in row.passage.runs if run.start == label[1])
    end = at
    while end < min(len(rows), at + _MOST_ROWS):
        row = rows[end]
        if end > at and row.apart:
            break
        found = _label_in(row, edge)
        if found is not None:
            name = field_of(found[0])[0]
            left, right = row.passage[: found[1]].strip(), row.passage[found[2] :].strip()
        else:
            cut = next((run.start for run in row.passage.runs if run.box.x0 > edge), len(row.passage))
            left, right = row.passage[:cut].strip(), row.passage[cut:].strip()
            if left and not right and read_sent(left.text).value == "":
                break
        if left:
            lefts.append(Value(end, left, (), right=edge))
        if name is not None:  # also where nothing shows behind the label, or in a line that goes on
            values[name] = (*values.get(name, ()), Value(end, right, (), wrapped=found is None, left=edge))
        end += 1
    dated = next((k for k, left in enumerate(lefts) if read_sent(left.passage.text).value), None)
    if dated is None or FieldName.SUBJECT not in values:
        return None
    values[FieldName.FROM] = tuple(lefts[:dated]) or (Value(at, EMPTY, (), right=edge),)
    values[FieldName.SENT] = (lefts[dated],)
    first = at - 1 if named else at
    return Header(first, 0, first, end, values, "notes", 0, ())


def _is_name(rows: Sequence[Row], at: int) -> bool:
    """Whether row `at` is the first line of a sender, which stands alone above an address or a day."""
    if at < 0 or at + 1 >= len(rows) or rows[at].page != rows[at + 1].page:
        return False
    row, below = rows[at], rows[at + 1]
    alone = (row.first or row.apart) and not below.apart and not row.gaps and not row.marks
    named = row.text[:1].isupper() or row.text[:1] == '"'
    return alone and named and len(row.text) < _NAME_WIDTH and abs(row.left - below.left) < below.height


def _label_in(row: Row, edge: float | None) -> tuple[str, int, int] | None:
    """A bare label in the middle of a row: its word, its start, where its value begins.

    The first of a head stands behind a wide gap; those below it end where it ends (`edge`).
    """
    for match in _LABEL.finditer(row.text[:120]):
        start, end = match.span(1)
        box = next((run.box for run in row.passage.runs if run.start == start), None)
        if box is not None and (start in row.gaps or start == 0 if edge is None else abs(box.x1 - edge) < 6):
            return match[1], start, min(end + 1, len(row.passage))
    return None
