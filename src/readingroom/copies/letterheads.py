"""Letterheads: the heads of print-outs that do not label each line: web mail's and Lotus Notes'.

Re: thank you                                         thank you
1 message                                             Jane Doe
Jane Doe <jane@x.example>    Mon, Oct 6, 2014 8:31    Mon 10/6/2014 8:31 AM
To: Richard Roe                                       To: Richard Roe

Jane Doe/OC/XYZ              To   Richard Roe/FE/XYZ
10/06/2014 08:31 AM     Subject   thank you
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.dates import read_sent
from readingroom.copies.labels import field_of
from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Labelled, Value
from readingroom.model import EMPTY, FieldName

_COUNT = re.compile(r"\d{1,3} messages?")
_NOTES_LABEL = re.compile(r"(?:^|\s)(To|cc|Cc|bcc|Subject)(?=\s|$)")
_MOST_ROWS = 12
_LARGE = 1.2  # so many usual line heights make large print
_LINES = 3  # of a name or a subject at the head of a page


def read_letterhead(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Header | None:
    """The letterhead that begins at row `at`, or None."""
    row = rows[at]
    if row.marks:
        return None
    return _notes(rows, at) or (_web(rows, labels, at) if labels[at] is None else None)


def _web(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Header | None:
    """Name and date on one line or two, above "To:"; the subject stands over them."""
    to = next((k for k in range(at + 1, min(len(rows), at + 1 + _LINES)) if labels[k]), None)
    first = labels[to] if to is not None else None
    if to is None or first is None or first.field is not FieldName.TO or not first.colon:
        return None
    row = rows[at]
    values: dict[FieldName, tuple[Value, ...]] = {}
    if to == at + 1 and row.gaps:
        gap = row.gaps[-1]
        if not read_sent(row.text[gap:]).sure:
            return None
        values[FieldName.FROM] = (Value(at, row.passage[:gap].strip(), ()),)
        values[FieldName.SENT] = (Value(at, row.passage[gap:], ()),)
        start = at
    elif to == at + 2 and len(rows[at + 1].passage) < 45 and not _COUNT.fullmatch(row.text):
        if not read_sent(rows[at + 1].text).sure or rows[at + 1].gaps:
            return None
        if row.foot - row.top > _LARGE * row.height:
            # The subject, in larger print: the sender's line below it is gone.
            values[FieldName.SUBJECT] = (Value(at, row.passage, ()),)
            values[FieldName.FROM] = (Value(at, EMPTY, ()),)
        elif len(row.passage) < 60:
            values[FieldName.FROM] = (Value(at, row.passage, ()),)
        else:
            return None
        values[FieldName.SENT] = (Value(at + 1, rows[at + 1].passage, ()),)
        start = at
    else:
        return None
    subject, begin = ((), start) if FieldName.SUBJECT in values else _subject_above(rows, start)
    if subject:
        values[FieldName.SUBJECT] = subject
    end = _take_lists(rows, labels, to, values)
    return Header(begin, 0, at, end, values, "letterhead", 0, ())


def _subject_above(rows: Sequence[Row], at: int) -> tuple[tuple[Value, ...], int]:
    """The lines over a name at the head of a page, and where they begin."""
    above = at - 1
    if above >= 0 and _COUNT.fullmatch(rows[above].text):
        above -= 1
    page = rows[at].page
    first = above
    while first > 0 and rows[first - 1].page == page and not rows[first].apart and above - first < _LINES:
        first -= 1
    counted = above < at - 1
    large = above >= 0 and rows[above].foot - rows[above].top > _LARGE * rows[above].height
    head = above >= 0 and rows[above].page == page and (first == 0 or rows[first].first or counted or large)
    if not head:
        return (), at
    if first < above and rows[first].gaps:
        first += 1  # the name of the mail service, and whose mailbox it is
    return tuple(Value(k, rows[k].passage, ()) for k in range(first, above + 1)), first


def _take_lists(
    rows: Sequence[Row], labels: Sequence[Labelled | None], to: int, values: dict[FieldName, tuple[Value, ...]]
) -> int:
    """Reads "To:" and "Cc:" from row `to` on into `values`; the row behind them."""
    name: FieldName | None = None
    at = to
    while at < min(len(rows), to + _MOST_ROWS):
        row, label = rows[at], labels[at]
        if label is not None:
            if label.field not in (FieldName.TO, FieldName.CC, FieldName.BCC, FieldName.ATTACHMENTS):
                break
            name = label.field
            values[name] = (*values.get(name, ()), Value(at, row.passage[label.value_at :], ()))
        elif name is not None and not row.apart and _list_goes_on(values[name][-1].passage.text, row.text):
            values[name] = (*values[name], Value(at, row.passage, (), wrapped=True))
        else:
            break
        at += 1
    return at


def _list_goes_on(before: str, text: str) -> bool:
    """Whether a list wraps: behind a mark, before an address, or within a name ("Jane" / "Doe <jane@x.example>")."""
    within = "," in before and "<" in text and "@" in text.split(",", maxsplit=1)[0]
    return before.rstrip().endswith((",", ";")) or text.startswith("<") or within


def _notes(rows: Sequence[Row], at: int) -> Header | None:
    """Sender and date in a left column, "To", "cc", "Subject" and their values in two more."""
    row = rows[at]
    label = _notes_label(row, None)
    if label is None or not (row.first or at == 0 or row.apart or at < 4):
        return None
    values: dict[FieldName, tuple[Value, ...]] = {}
    lefts: list[Value] = []
    name: FieldName | None = None
    edge = next(run.box.x1 for run in row.passage.runs if run.start == label[1])
    column = 0.0
    end = at
    while end < min(len(rows), at + _MOST_ROWS):
        row = rows[end]
        if end > at and row.apart:
            break
        found = _notes_label(row, edge)
        starts = {run.start: run.box.x0 for run in row.passage.runs}
        if found is not None:
            name = field_of(found[0])[0]
            left, right = row.passage[: found[1]].strip(), row.passage[found[2] :].strip()
            column = starts.get(found[2], column)
        else:
            cut = next((start for start, x0 in starts.items() if x0 >= column - 4), len(row.passage))
            left, right = row.passage[:cut].strip(), row.passage[cut:].strip()
            if left and cut == len(row.passage) and read_sent(left.text).value == "":
                break
        if left:
            lefts.append(Value(end, left, ()))
        if right and name is not None:
            values[name] = (*values.get(name, ()), Value(end, right, (), wrapped=found is None))
        end += 1
    dated = next((k for k, left in enumerate(lefts) if read_sent(left.passage.text).value), None)
    if dated is None or FieldName.SUBJECT not in values:
        return None
    values[FieldName.FROM] = tuple(lefts[:dated]) or (Value(at, EMPTY, ()),)
    values[FieldName.SENT] = (lefts[dated],)
    return Header(at, 0, at, end, values, "notes", 0, ())


def _notes_label(row: Row, edge: float | None) -> tuple[str, int, int] | None:
    """A bare label in the middle of a row: its word, its start, where its value begins.

    The first of a head stands behind a wide gap; those below it end where it ends (`edge`).
    """
    for match in _NOTES_LABEL.finditer(row.text[:120]):
        start, end = match.span(1)
        box = next((run.box for run in row.passage.runs if run.start == start), None)
        if box is not None and (start in row.gaps or start == 0 if edge is None else abs(box.x1 - edge) < 6):
            return match[1], start, min(end + 1, len(row.passage))
    return None
