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
    found = _name_and_date(rows, labels, at)
    if found is None:
        return None
    values, to = found
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


def _name_and_date(
    rows: Sequence[Row], labels: Sequence[Labelled | None], at: int
) -> tuple[dict[FieldName, tuple[Value, ...]], int] | None:
    """Sender and date that stand in row `at`, or there and below, and the row behind them. What is gone is empty."""
    row = rows[at]
    name, gone = Value(at, row.passage, ()), Value(at, EMPTY, ())
    labelled = at + 1 < len(rows) and labels[at + 1] is not None
    headed = (row.first or row.apart) and labelled
    if row.gaps and read_sent(row.text[row.gaps[-1] :]).sure:
        gap = row.gaps[-1]
        return _by(Value(at, row.passage[:gap].strip(), ()), Value(at, row.passage[gap:], ())), at + 1
    if headed and (date := _date_in(rows, labels, at)) is not None:
        return _by(gone, date), at + 1  # the line above is gone
    if labelled and at > 0 and _is_large(rows[at - 1]) and _is_name(row):
        return _by(name, gone), at + 1  # the line below is gone
    if headed and _ADDRESSED.fullmatch(row.text):  # the date stood at the end of the line, or is gone
        return _by(name._replace(right=row.right), gone._replace(left=row.right)), at + 1
    fits = len(row.passage) < _NAME_WIDTH or _ADDRESSED.fullmatch(row.text)
    if at + 1 == len(rows) or not fits or MESSAGE_COUNT.fullmatch(row.text):
        return None
    below = _date_in(rows, labels, at + 1)
    if below is None:
        return None
    to = at + 3 if at + 2 < len(rows) and _FOLDER.fullmatch(rows[at + 2].text) else at + 2
    if not labelled and _is_large(row) and not _is_under_larger(rows, at):
        return _by(gone, below) | {FieldName.SUBJECT: (name,)}, to  # the sender's line under the subject is gone
    return _by(name, below), to


def _by(sender: Value, sent: Value) -> dict[FieldName, tuple[Value, ...]]:
    return {FieldName.FROM: (sender,), FieldName.SENT: (sent,)}


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
    plain = not _is_large(row) and not row.gaps
    return plain and len(row.passage) < _NAME_WIDTH and not MESSAGE_COUNT.fullmatch(row.text)


def _is_large(row: Row) -> bool:
    return row.foot - row.top > _LARGE * row.height


def _is_under_larger(rows: Sequence[Row], at: int) -> bool:
    """Whether the line over row `at` is set in larger print still: a subject over the sender."""
    row, above = rows[at], rows[at - 1]
    return not row.first and above.foot - above.top > _LARGE * (row.foot - row.top)


def _is_parted(rows: Sequence[Row], at: int) -> bool:
    """Whether a blank line stands over row `at`; lines in large print stand further apart without one."""
    row, above = rows[at], rows[at - 1]
    together = _is_large(row) and _is_large(above) and row.top - above.foot < row.foot - row.top
    return row.apart and not together
