"""What stands below the first line of a head: lists that wrap, and attachments as counts, names and icons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.labels import ATTACHMENT_COUNT, ATTACHMENT_ICONS
from readingroom.copies.rows import Row, runs_over
from readingroom.copies.values import LISTS, Labelled, Value
from readingroom.model import FieldName

_LISTED = (*LISTS, FieldName.SUBJECT, FieldName.ATTACHMENTS)
_FILES = re.compile(r"(?:[^;]{1,400}\.\w{2,4}\s?(?:;|$))+\s?")
BETWEEN_FILES = re.compile(r";|(?<=[\"”])\s?,\s?(?=[\"“])")  # of attachments on one line
_MOST_ROWS = 12
_BELOW = 60  # rows that show how wide the text of a page runs


def take_lists(
    rows: Sequence[Row], labels: Sequence[Labelled | None], to: int, values: dict[FieldName, tuple[Value, ...]]
) -> int:
    """Reads "To:", "Cc:" and so on from row `to` on into `values`; the row behind them."""
    name: FieldName | None = None
    edge = max((row.right for row in rows[to : to + _BELOW] if row.page == rows[to].page), default=0.0)
    at = to
    while at < min(len(rows), to + _MOST_ROWS):
        row, label = rows[at], labels[at]
        if label is not None and label.field is not None:
            if label.field not in _LISTED or (label.field is FieldName.SUBJECT and label.field in values):
                break
            name = label.field
            values[name] = (*values.get(name, ()), Value(at, row.passage[label.value_at :], ()))
        elif name is None or row.apart or ATTACHMENT_COUNT.fullmatch(row.text):
            break
        elif _list_goes_on(values[name][-1].passage.text, row.text) or runs_over(rows[at - 1], row, edge):
            values[name] = (*values[name], Value(at, row.passage, (), wrapped=True))
        else:
            break
        at += 1
    return take_attachments(rows, at, values)


def take_attachments(rows: Sequence[Row], at: int, values: dict[FieldName, tuple[Value, ...]]) -> int:
    """Reads the names below "2 attachments (34 KB)" into `values`, passes over icons; the row behind them."""
    if at < len(rows) and ATTACHMENT_COUNT.fullmatch(rows[at].text):
        at += 1
        while at < len(rows) and not rows[at].apart and _FILES.fullmatch(rows[at].text):
            values[FieldName.ATTACHMENTS] = (*values.get(FieldName.ATTACHMENTS, ()), Value(at, rows[at].passage, ()))
            at += 1
    while at < len(rows) and FieldName.ATTACHMENTS in values and ATTACHMENT_ICONS.fullmatch(rows[at].text):
        at += 1
    return at


def _list_goes_on(before: str, text: str) -> bool:
    """Whether a list wraps: behind a mark, before an address, or within a name ("Jane" / "Doe <jane@x.example>")."""
    within = "," in before and "<" in text and "@" in text.split(",", maxsplit=1)[0]
    return before.rstrip().endswith((",", ";")) or text.startswith("<") or within
