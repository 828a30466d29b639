"""Headers: where in a document a message begins, and which printed lines are its From, To, Sent and so on.

A header is a block of labelled lines ("From: ...", values wrapped below); or the head of a print-out that labels
only some of its lines (`letterheads`); or one line that introduces a quotation (`introductions`). A block counts as a
header only if it says what mail says (`mail`): a memo's "TO: / FROM: / SUBJECT:" does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.copies.attached import take_attachments
from readingroom.copies.dates import read_sent
from readingroom.copies.introductions import read_introduction
from readingroom.copies.label_words import FOREIGN, field_of, travels
from readingroom.copies.labelled import labels_of, separates, value_column
from readingroom.copies.labels import FORWARDS, GLUED_LABEL, INNER_LABEL, MBOX_LINE, RULE
from readingroom.copies.letterheads import read_letterhead, subject_above
from readingroom.copies.mail import MEMO, came_back, is_mail
from readingroom.copies.owners import join_owners, with_first_line
from readingroom.copies.rows import Row
from readingroom.copies.subjects import settle_subjects
from readingroom.copies.values import LISTS, Header, Labelled, Value
from readingroom.copies.wraps import MOST_ROWS, Block, Printed, is_open, label_ahead, spaced, wraps
from readingroom.model import FieldName

_SAME_LEFT = 6.0  # points: what begins no further apart begins at one place
_SENDER_WIDTH = 80  # characters of a line of a sender


def find_headers(rows: Sequence[Row]) -> tuple[Header, ...]:
    """All headers of a document in printing order; none overlaps another."""
    labels = labels_of(rows)
    printed = Printed(rows, labels, _right_edges(rows))
    headers: list[Header] = []
    at = 0
    while at < len(rows):
        floor = headers[-1].end if headers else 0
        header = (
            _block_at(printed, at, headers[-1] if headers else None)
            or read_introduction(rows, at)
            or read_letterhead(rows, labels, at)
        )
        if header is None:
            at += 1
            continue
        header = _with_separator(rows, header._replace(start=max(header.start, floor)), floor)
        if headers and headers[-1].end == header.first and _introduced(headers[-1], header):
            header = header._replace(start=headers[-1].start, cut=headers[-1].cut)
            headers.pop()
        headers.append(with_first_line(rows, header) if header.start > floor > 0 else header)
        at = header.end
    return join_owners(rows, settle_subjects(rows, labels, headers))


def _block_at(printed: Printed, at: int, before: Header | None) -> Header | None:
    rows, labels = printed.rows, printed.labels
    floor = before.end if before else 0
    label = labels[at]
    if label is None or (label.field is None and not travels(label.word)):
        return None
    above = _filled_above(rows, at, floor)
    parted = above is not None and separates(rows[above]) is not None
    mbox = above is not None and MBOX_LINE.match(rows[above].text) is not None
    garbled = _garbled_sender(printed, at, floor) if label.field in (FieldName.TO, FieldName.SENT) else ()
    opens = label.field is FieldName.FROM or parted or mbox or bool(garbled)
    if not (opens or _is_set_off(rows, at, before)):
        return None
    if not label.colon and not any(labels[at + 1 : at + 3]):
        return None
    inline = _runs_on(rows[at], label)
    block = Block(at, floor, parted or mbox, value_column(rows, labels, at), inline, [])
    end = at
    while end < min(len(rows), at + MOST_ROWS) and (end == at or _goes_on(printed, block, end)):
        for piece_label, value in _pieces(rows[end], end, labels[end], block):
            if piece_label is not None:
                block.fields.append((piece_label, [value]))
            else:
                block.fields[-1][1].append(value._replace(wrapped=True))
        end += 1
    if not is_mail(printed, block) or (before is not None and not parted and came_back(before)):
        return None
    values: dict[FieldName, tuple[Value, ...]] = {}
    for piece_label, lines in block.fields:
        if piece_label.field is not None:
            values[piece_label.field] = values.get(piece_label.field, ()) + tuple(lines)
    if garbled and FieldName.FROM not in values:
        values[FieldName.FROM] = garbled
    end = take_attachments(rows, end, values)
    begin = at
    if FieldName.SUBJECT not in values and not any(piece_label.colon for piece_label, _ in block.fields):
        subject, begin = subject_above(rows, at)
        values.update({FieldName.SUBJECT: subject} if subject else {})
    style = "columns" if block.column is not None else "line" if inline else "block"
    words = tuple((piece_label.field, piece_label.word, piece_label.colon) for piece_label, _ in block.fields)
    first = garbled[0].row if garbled else at
    return Header(min(begin, first), 0, first, end, values, style, rows[at].marks, words)


def _is_set_off(rows: Sequence[Row], at: int, before: Header | None) -> bool:
    """Whether row `at` stands apart from what is above it, or right behind the introduction of a quotation."""
    floor = before.end if before else 0
    row = rows[at]
    if row.apart or row.first or (before is not None and before.style == "wrote" and floor == at):
        return True
    if at == floor:
        return at == 0
    above = rows[at - 1].text
    return not above.strip() or RULE.fullmatch(above) is not None


def _runs_on(row: Row, first: Labelled) -> bool:
    """Whether a row that begins with a label holds more lines of a header: more labels, or one that is sure."""
    inner = list(INNER_LABEL.finditer(row.text, first.value_at))
    if len(inner) != 1 or first.field is not FieldName.FROM:
        return len(inner) > 1
    field, value = field_of(inner[0][1])[0], row.text[inner[0].end() :]
    if field is FieldName.SENT:
        return bool(read_sent(value).value)
    return field is FieldName.TO and inner[0].start() in row.gaps and "@" in value


def _garbled_sender(printed: Printed, at: int, floor: int) -> tuple[Value, ...]:
    """The line or two above row `at` that are a From without its label, or one beyond recognition.

    They stand between a separator, or the head of a page, and this row.
    """
    rows, labels = printed.rows, printed.labels
    following = labels[at + 1] if at + 1 < len(rows) else None
    for first in (at - 1, at - 2):
        lines = range(first, at)
        if first < floor or any(labels[k] is not None or rows[k + 1].apart for k in lines):
            return ()
        if first > floor and separates(rows[first - 1]) is not None:
            break
        if rows[first].first and rows[at].page == rows[first].page:
            if following is None or following.field is not FieldName.TO or MEMO.match(rows[first].text):
                return ()
            break
    else:
        return ()
    if any(len(rows[k].passage) >= _SENDER_WIDTH for k in lines):
        return ()
    return tuple(Value(k, rows[k].passage, (), wrapped=k > first) for k in lines)


def _pieces(row: Row, at: int, found: Labelled | None, block: Block) -> list[tuple[Labelled | None, Value]]:
    """The row cut at its labels: one piece, or several in a header that runs on one line."""
    start = found.value_at if found else 0
    pieces: list[tuple[Labelled | None, Value]] = []
    label = found
    field = found.field if found else block.fields[-1][0].field
    inner = INNER_LABEL if block.inline else GLUED_LABEL if field in LISTS else None
    if inner:
        for match in inner.finditer(row.text, start):
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


def _goes_on(printed: Printed, block: Block, end: int) -> bool:
    """Whether row `end` still belongs to the header in the making."""
    row, found = printed.rows[end], printed.labels[end]
    seen = block.seen
    if row.marks != printed.rows[block.at].marks and not (found and found.field not in seen):
        return False
    if separates(row) is not None:
        return False
    if found is not None:
        return _adds(printed, block, end, found)
    if not row.text.strip():  # nothing but quotation marks: a blank line
        following = printed.labels[end + 1] if end + 1 < len(printed.rows) else None
        return following is not None and _adds(printed, block, end + 1, following)
    if label_ahead(printed, block, end):
        return True
    last, lines = block.fields[-1]
    value = " ".join(line.passage.text for line in lines)
    if row.apart and (spaced(printed, block) or len(block.fields) == 1):
        hanging = block.column is not None and abs(row.left - block.column) < _SAME_LEFT
        if hanging or (last.field in LISTS and is_open(value, row.text)):
            return True
    if row.apart or block.inline:
        return block.inline and not row.apart and last.field is not FieldName.SUBJECT
    return wraps(printed, last.field, value, end, block.column)


def _adds(printed: Printed, block: Block, end: int, found: Labelled) -> bool:
    """Whether the labelled row `end` is one more line of this header, not text or another header."""
    row, seen = printed.rows[end], block.seen
    apart = row.apart and not row.bridged and not spaced(printed, block)
    complete = {FieldName.FROM, FieldName.SENT, FieldName.SUBJECT} <= seen
    if found.field is FieldName.FROM:
        # Some programs print the sender below the subject and the date, or below the addressees.
        late = seen <= {FieldName.SUBJECT, FieldName.SENT, None} or seen <= {*LISTS, None}
        return FieldName.FROM not in seen and (late or not row.apart)
    if found.field is None or found.field is FieldName.ATTACHMENTS:
        return not apart or (block.column is not None and abs(row.left - printed.rows[block.at].left) < 12)
    if found.field in seen and (found.field not in LISTS or apart):
        return False
    if apart and complete:
        return False
    foreign = any(label.word.lower() in FOREIGN for label, _ in block.fields)
    return foreign or found.word.lower() not in FOREIGN


def _filled_above(rows: Sequence[Row], at: int, floor: int) -> int | None:
    """The nearest row above `at` that is not empty behind its quotation marks."""
    above = at - 1
    while above >= floor and at - above < 4 and not rows[above].text.strip():
        above -= 1
    return above if above >= floor else None


def _introduced(before: Header, header: Header) -> bool:
    """Whether "--- On ..., X wrote:" right above a block of labels says the same as the block."""
    senders = [one.values[FieldName.FROM][0].passage.text for one in (before, header) if FieldName.FROM in one.values]
    keys = ["".join(c for c in sender.lower() if c.isalnum())[:6] for sender in senders]
    return before.style == "wrote" and not before.labels and len(keys) == 2 and keys[0] == keys[1]


def _with_separator(rows: Sequence[Row], header: Header, floor: int) -> Header:
    above = _filled_above(rows, header.start, floor)
    cut = separates(rows[above]) if above is not None else None
    if above is None or cut is None:
        return header
    style = "original" if header.style in ("block", "columns") else header.style
    if FORWARDS.search(rows[above].text):
        style = "forwarded"
    return header._replace(start=above, cut=cut, style=style)


def _right_edges(rows: Sequence[Row]) -> list[float]:
    """For each row, where the text of its page ends on the right."""
    by_page: dict[int, list[float]] = {}
    for row in rows:
        by_page.setdefault(row.page, []).append(row.right)
    edge = {page: sorted(ends)[(len(ends) * 19) // 20] for page, ends in by_page.items()}
    return [edge[row.page] for row in rows]
