"""Letterheads: the heads of web mail's print-outs, which do not label each line.

Re: thank you                                         thank you
1 message                                             Jane Doe
Jane Doe <jane@x.example>    Mon, Oct 6, 2014 8:31    Mon 10/6/2014 8:31 AM
To: Richard Roe                                       To: Richard Roe
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from readingroom.copies.attached import take_lists
from readingroom.copies.dates import read_sent
from readingroom.copies.labels import MESSAGE_COUNT
from readingroom.copies.notes import read_notes
from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Labelled, Value
from readingroom.model import EMPTY, FieldName

_ADDRESSED = re.compile(r"[^<>@:]{2,60}<\S+@\S+>")
_FOLDER = re.compile(r"(?:Inbox|Sent Items|Sent|Deleted Items|Drafts|Archive|Conversation History)", re.IGNORECASE)
_SERVICE = re.compile(r"(?:Outlook|Gmail|Yahoo! Mail|Yahoo Mail|AOL Mail)", re.IGNORECASE)
_LARGE = 1.2  # so many usual line heights make large print
_LINES = 3  # of a name or a subject at the head of a page
_NAME_WIDTH = 60  # characters
_DATE_WIDTH = 45


def read_letterhead(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Header | None:
    """The letterhead that begins at row `at`, or None."""
    if rows[at].marks:
        return None
    return read_notes(rows, labels, at) or (_web(rows, labels, at) if labels[at] is None else None)


def _web(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Header | None:
    """Name and date on one line or two, above "To:"; the subject stands over them."""
    row = rows[at]
    values: dict[FieldName, tuple[Value, ...]] = {}
    headed = (row.first or row.apart) and at + 1 < len(rows) and labels[at + 1] is not None
    if row.gaps and read_sent(row.text[row.gaps[-1] :]).sure:
        gap = row.gaps[-1]
        values[FieldName.FROM] = (Value(at, row.passage[:gap].strip(), ()),)
        values[FieldName.SENT] = (Value(at, row.passage[gap:], ()),)
        to = at + 1
    elif headed and (date := _date_in(rows, labels, at)) is not None:
        values[FieldName.FROM] = (Value(at, EMPTY, ()),)  # the line above is gone
        values[FieldName.SENT] = (date,)
        to = at + 1
    elif at > 0 and labels[at + 1 : at + 2] != [None] and _is_large(rows[at - 1]) and _is_name(row):
        values[FieldName.FROM] = (Value(at, row.passage, ()),)
        values[FieldName.SENT] = (Value(at, EMPTY, ()),)  # the line below is gone
        to = at + 1
    elif headed and _ADDRESSED.fullmatch(row.text):
        values[FieldName.FROM] = (Value(at, row.passage, (), right=row.right),)
        values[FieldName.SENT] = (Value(at, EMPTY, (), left=row.right),)  # at the end of the line, or gone
        to = at + 1
    elif (
        at + 1 < len(rows)
        and not MESSAGE_COUNT.fullmatch(row.text)
        and (len(row.passage) < _NAME_WIDTH or _ADDRESSED.fullmatch(row.text))
    ):
        date = _date_in(rows, labels, at + 1)
        if date is None:
            return None
        values[FieldName.SENT] = (date,)
        values[FieldName.FROM] = (Value(at, row.passage, ()),)
        if labels[at + 1] is None and _is_large(row):
            # The subject, in larger print: the sender's line below it is gone.
            values[FieldName.SUBJECT] = values[FieldName.FROM]
            values[FieldName.FROM] = (Value(at, EMPTY, ()),)
        to = at + 2
        if to < len(rows) and _FOLDER.fullmatch(rows[to].text):
            to += 1
    else:
        return None
    label = labels[to] if to < len(rows) else None
    if label is None or label.field is not FieldName.TO or not label.colon:
        return None
    subject, begin = ((), at) if FieldName.SUBJECT in values else subject_above(rows, at)
    if subject:
        values[FieldName.SUBJECT] = subject
    end = take_lists(rows, labels, to, values)
    if labels[at + 1] is not None and to > at + 1:
        below = labels[end] if end < len(rows) else None
        if not subject or (below is not None and below.field is FieldName.SUBJECT):
            return None  # "Sent:" and "To:" below a line of text, or below a sender without its label
    if rows[begin].first or (begin > 0 and MESSAGE_COUNT.fullmatch(rows[begin - 1].text)):
        # At the head of a print-out a subject has no label: where none shows it is blank, not absent.
        values.setdefault(FieldName.SUBJECT, (Value(at, EMPTY, (), left=inf),))
    return Header(begin, 0, at, end, values, "letterhead", 0, ())


def _date_in(rows: Sequence[Row], labels: Sequence[Labelled | None], at: int) -> Value | None:
    """The date that row `at` is, bare or behind "Sent:"."""
    row, label = rows[at], labels[at]
    if label is not None and label.field is FieldName.SENT:
        passage = row.passage[label.value_at :].strip()
        return Value(at, passage, ()) if read_sent(passage.text).sure else None
    if label is not None or row.gaps or len(row.passage) >= _DATE_WIDTH or not read_sent(row.text).sure:
        return None
    return Value(at, row.passage, ())


def subject_above(rows: Sequence[Row], at: int) -> tuple[tuple[Value, ...], int]:
    """The lines over a name at the head of a page, and where they begin."""
    above = at - 1
    if above >= 0 and MESSAGE_COUNT.fullmatch(rows[above].text):
        above -= 1
    page = rows[at].page
    first = above
    while first > 0 and rows[first - 1].page == page and above - first < _LINES and not _is_parted(rows, first):
        first -= 1
    counted = above < at - 1
    large = above >= 0 and _is_large(rows[above])
    top = first == 0 or rows[first].first or (rows[first - 1].first and _SERVICE.fullmatch(rows[first - 1].text))
    head = above >= 0 and rows[above].page == page and (top or counted or large)
    if not head:
        return (), at
    if _SERVICE.match(rows[first].text) and (rows[first].gaps or _SERVICE.fullmatch(rows[first].text)):
        first += 1  # the name of the mail service, and whose mailbox it is
    if first > above:
        return (), at
    return tuple(Value(k, rows[k].passage, ()) for k in range(first, above + 1)), first


def _is_name(row: Row) -> bool:
    return (
        not _is_large(row) and len(row.passage) < _NAME_WIDTH and not MESSAGE_COUNT.fullmatch(row.text) and not row.gaps
    )


def _is_large(row: Row) -> bool:
    return row.foot - row.top > _LARGE * row.height


def _is_parted(rows: Sequence[Row], at: int) -> bool:
    """Whether a blank line stands over row `at`; lines in large print stand further apart without one."""
    row, above = rows[at], rows[at - 1]
    together = _is_large(row) and _is_large(above) and row.top - above.foot < row.foot - row.top
    return row.apart and not together
