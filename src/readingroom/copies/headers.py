"""Headers: where in a document a message begins, and which printed lines are its From, To, Sent and so on.

A header is a block of labelled lines ("From: ...", values wrapped below), or one line that introduces a quotation
("On ... wrote:", in `introductions`). A block counts as a header only if it says what mail says: a memo's
"TO: / FROM: / SUBJECT:" does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.dates import has_clock, read_sent
from readingroom.copies.introductions import read_introduction
from readingroom.copies.labelled import Labelled, label_at, separates, value_column
from readingroom.copies.labels import FOREIGN, INNER_LABEL, field_of
from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Value
from readingroom.model import FieldName

_MANY = 80  # rows that one header may have at most
_LISTS = (FieldName.TO, FieldName.CC, FieldName.BCC)
_FILE_END = re.compile(r"\.\w{2,4}\W*$")
_MEMO = re.compile(r"\W*(?:info(?:rmation)? |action |confidential )?memo(?:randum)?\b|\W*memcon\b", re.IGNORECASE)


def find_headers(rows: Sequence[Row]) -> tuple[Header, ...]:
    """All headers of a document in printing order; none overlaps another."""
    labels = [label_at(row) for row in rows]
    edges = _right_edges(rows)
    headers: list[Header] = []
    at = 0
    while at < len(rows):
        floor = headers[-1].end if headers else 0
        header = _block_at(rows, labels, edges, at, floor) or read_introduction(rows, at)
        if header is None:
            at += 1
            continue
        headers.append(_with_separator(rows, header, floor))
        at = header.end
    return tuple(headers)


def _block_at(
    rows: Sequence[Row], labels: Sequence[Labelled | None], edges: Sequence[float], at: int, floor: int
) -> Header | None:
    label = labels[at]
    if label is None or label.field is None:
        return None
    parted = at > floor and separates(rows[at - 1]) is not None
    opening = at == floor == 0 or parted or rows[at].apart or rows[at].first
    if label.field is not FieldName.FROM and not opening:
        return None
    if not label.colon and not (at + 1 < len(rows) and labels[at + 1]):
        return None
    fields: list[tuple[Labelled, list[Value]]] = []
    end = at
    inline = False
    column = value_column(rows, labels, at)
    while end < min(len(rows), at + _MANY):
        row = rows[end]
        found = labels[end]
        if end > at and not _goes_on(rows, labels, fields, at, end, found, column, edges, inline):
            break
        if end == at and found:
            inline = len(INNER_LABEL.findall(row.text, found.value_at)) >= 2
        pieces = _pieces(row, end, found, inline)
        for piece_label, value in pieces:
            if piece_label is not None:
                fields.append((piece_label, [value]))
            else:
                fields[-1][1].append(value)
        end += 1
    if not _is_mail(rows, labels, fields, at, floor, parted):
        return None
    values: dict[FieldName, tuple[Value, ...]] = {}
    for piece_label, lines in fields:
        if piece_label.field is not None:
            values[piece_label.field] = values.get(piece_label.field, ()) + tuple(lines)
    style = "columns" if column is not None else "line" if inline else "block"
    words = tuple((piece_label.field, piece_label.word, piece_label.colon) for piece_label, _ in fields)
    return Header(at, 0, at, end, values, style, rows[at].marks, words)


def _pieces(row: Row, at: int, found: Labelled | None, inline: bool) -> list[tuple[Labelled | None, Value]]:
    """The row cut at its labels: one piece, or several in a header that runs on one line."""
    start = found.value_at if found else 0
    pieces: list[tuple[Labelled | None, Value]] = []
    label = found
    if inline:
        for match in INNER_LABEL.finditer(row.text, start):
            pieces.append((label, _value(row, at, start, match.start())))
            label = Labelled(field_of(match[1])[0], match[1], match.end(), True)
            start = match.end()
    pieces.append((label, _value(row, at, start, len(row.passage))))
    return pieces


def _value(row: Row, at: int, start: int, end: int) -> Value:
    while start < end and row.text[start] == " ":
        start += 1
    passage = row.passage[start:end]
    return Value(at, passage.strip(), tuple(gap - start for gap in row.gaps if start < gap < end))


def _goes_on(
    rows: Sequence[Row],
    labels: Sequence[Labelled | None],
    fields: Sequence[tuple[Labelled, list[Value]]],
    at: int,
    end: int,
    found: Labelled | None,
    column: float | None,
    edges: Sequence[float],
    inline: bool,
) -> bool:
    """Whether row `end` still belongs to the header that began at row `at`."""
    row = rows[end]
    seen = {label.field for label, _ in fields}
    complete = {FieldName.FROM, FieldName.SENT, FieldName.SUBJECT} <= seen
    last = fields[-1][0].field
    if row.marks != rows[at].marks and not (found and found.field not in seen):
        return False
    if separates(row) is not None:
        return False
    if found is not None:
        if found.field is FieldName.FROM:
            return False
        if found.field is None or found.field is FieldName.ATTACHMENTS:
            return not row.apart or (column is not None and abs(row.left - rows[at].left) < 12)
        if found.field in seen and found.field not in _LISTS:
            return False
        if row.apart and complete:
            return False
        if found.field in seen and row.apart:
            return False
        return not _foreign_alone(found, fields)
    if not row.text.strip():
        return False
    ahead = _label_ahead(rows, labels, seen, end, at, column)
    if ahead:
        return True
    if row.apart or inline:
        return inline and not row.apart and last is not FieldName.SUBJECT
    before = fields[-1][1][-1].passage.text if fields[-1][1] else ""
    if column is not None and row.left >= column - 6 and last is not FieldName.SENT:
        return True
    if last in _LISTS:
        return bool(before) and (before.rstrip()[-1] in ";," or _looks_listed(row.text))
    if last is FieldName.SUBJECT:
        return bool(before) and column is None and _wraps_subject(rows, labels, edges, end)
    if last is FieldName.ATTACHMENTS:
        return before.rstrip()[-1:] == ";" or (
            _FILE_END.search(before) is None and _FILE_END.search(row.text) is not None
        )
    return False


def _label_ahead(
    rows: Sequence[Row],
    labels: Sequence[Labelled | None],
    seen: set[FieldName | None],
    end: int,
    at: int,
    column: float | None,
) -> bool:
    """Whether a label of this header follows below row `end`, with no blank line before it."""
    for k in range(end, min(len(rows), at + _MANY)):
        if rows[k].apart and not (column is not None and rows[k].left >= column - 6):
            label = labels[k]
            # A blank line, but the label after it is one that this header still lacks.
            return (
                k > end
                and k - end <= 3
                and label is not None
                and label.colon
                and column is not None
                and label.field in (FieldName.SUBJECT, FieldName.TO, FieldName.CC, FieldName.SENT)
                and label.field not in seen
            )
        label = labels[k]
        if label is None:
            if separates(rows[k]) is not None:
                return False
            continue
        if label.field is FieldName.FROM:
            return False
        fresh = label.field not in seen
        if label.field is None:
            continue
        return (fresh or label.field in _LISTS) and label.word[:1].isupper()
    return False


def _looks_listed(text: str) -> bool:
    return ";" in text and bool(re.match(r"[<'\"(A-Z]", text)) and not re.search(r"[.!?]\s", text)


def _wraps_subject(rows: Sequence[Row], labels: Sequence[Labelled | None], edges: Sequence[float], end: int) -> bool:
    """Whether row `end` goes on with the subject above: that line is full, and this one stands apart from what follows."""
    above, row = rows[end - 1], rows[end]
    edge = edges[end - 1]
    first_word = row.passage.runs[0].box if row.passage.runs else None
    if first_word is None or above.page != row.page:
        return False
    full = above.right + (first_word.x1 - first_word.x0) > edge - 4
    following = rows[end + 1] if end + 1 < len(rows) else None
    parted = following is None or following.apart or labels[end + 1] is not None
    return full and parted and row.right - row.left < 0.95 * (above.right - above.left)


def _is_mail(
    rows: Sequence[Row],
    labels: Sequence[Labelled | None],
    fields: Sequence[tuple[Labelled, list[Value]]],
    at: int,
    floor: int,
    parted: bool,
) -> bool:
    names = [label.field for label, _ in fields if label.field is not None]
    have = set(names)
    dates = [value.passage.text for label, values in fields for value in values[:1] if label.field is FieldName.SENT]
    dated = any(read_sent(text).value for text in dates)
    clocked = dated or any(has_clock(text) for text in dates)
    capitals = sum(1 for label, _ in fields if len(label.word) > 2 and label.word.isupper())
    above = labels[at - 1] if at > floor and not rows[at].apart else None
    if above is not None and above.field in (FieldName.TO, FieldName.SUBJECT, FieldName.SENT) and not dated:
        return False
    if fields[0][0].word.lower() in FOREIGN and len(have) < 3:
        return False
    if FieldName.FROM in have:
        if capitals >= 2 and not clocked:
            return False
        if FieldName.SENT in have and (clocked or any(label.word[:4] == "Sent" for label, _ in fields)):
            return True
        if FieldName.SENT in have and dates and not clocked and not parted:
            return False
        if parted:
            return len(have) >= 2 or rows[at].text.rstrip().endswith(":")
        memo = any(_MEMO.match(rows[k].text) for k in range(max(floor, at - 4), at))
        return len(have) >= 3 and not memo and names[0] is FieldName.FROM
    if FieldName.SENT in have:
        return dated and len(have) >= 2 and capitals < 2
    return parted and {FieldName.TO, FieldName.SUBJECT} <= have


def _foreign_alone(found: Labelled, fields: Sequence[tuple[Labelled, list[Value]]]) -> bool:
    return found.word.lower() in FOREIGN and not any(label.word.lower() in FOREIGN for label, _ in fields)


def _with_separator(rows: Sequence[Row], header: Header, floor: int) -> Header:
    above = header.first - 1
    if above < floor:
        return header
    cut = separates(rows[above])
    if cut is None:
        return header
    forwarded = "orward" in rows[above].text or "ransf" in rows[above].text
    style = "forwarded" if forwarded else "original" if header.style in ("block", "columns") else header.style
    return header._replace(start=above, cut=cut, style=style)


def _right_edges(rows: Sequence[Row]) -> list[float]:
    """For each row, where the text of its page ends on the right."""
    by_page: dict[int, list[float]] = {}
    for row in rows:
        by_page.setdefault(row.page, []).append(row.right)
    edge = {page: sorted(ends)[(len(ends) * 19) // 20] for page, ends in by_page.items()}
    return [edge[row.page] for row in rows]
