"""Bodies: which rows between headers are whose text, and where in it the signature begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.labels import DEVICE_LINE, REDACTION_PHRASE, RULE, SEPARATOR, SEPARATOR_END
from readingroom.copies.rows import Row
from readingroom.copies.values import Header
from readingroom.model import EMPTY, FieldName, Passage

_SIGNATURE_ROWS = 12
_SIGNATURE_WIDTH = 75  # characters of its widest line
_NAME_WIDTH = 40
_DASHES = "--"  # above a signature
_LOST_MARKS = 2  # so many rows may lack their quotation marks before they are taken for text of the one who quotes


class Text(NamedTuple):
    """The rows of each copy's body, and those that belong to no copy, as (row number, passage)."""

    bodies: tuple[tuple[tuple[int, Passage], ...], ...]
    rest: tuple[tuple[int, Passage], ...]


def share_rows(rows: Sequence[Row], headers: Sequence[Header]) -> Text:
    """Every row that is no header goes to one copy's body or to the rest; separators and rules go nowhere."""
    first = headers[0] if headers else None
    rest = [(at, rows[at].passage) for at in range(first.start if first else len(rows))]
    if first is not None and first.cut:
        rest.append((first.start, rows[first.start].passage[: first.cut]))
    bodies: list[list[tuple[int, Passage]]] = [[] for _ in headers]
    for number, header in enumerate(headers):
        following = headers[number + 1] if number + 1 < len(headers) else None
        end = following.start if following else len(rows)
        mine = [(at, rows[at].passage) for at in range(header.end, end)]
        if following is not None and following.cut:
            mine.append((following.start, rows[following.start].passage[: following.cut].strip(" -–—_")))
        last = max((at for at in range(header.end, end) if rows[at].marks >= header.marks), default=-1)
        for at, passage in mine:
            owner = _owner(rows, headers, number, at, end, last)
            if _is_text(passage.text):
                (bodies[number] if owner == number else rest if owner is None else bodies[owner]).append((at, passage))
    for number, following in enumerate((*headers[1:], None)):
        if number and (following is None or (rows[following.start].first and not following.marks)):
            rest.extend(_stacked_device_lines(bodies[number]))
            rest.extend(_stacked_signatures(rows, headers[:number], headers[number], bodies[number]))
    return Text(tuple(tuple(body) for body in bodies), tuple(sorted(rest, key=lambda pair: pair[0])))


def _stacked_signatures(
    rows: Sequence[Row], quoting: Sequence[Header], header: Header, body: list[tuple[int, Passage]]
) -> list[tuple[int, Passage]]:
    """Signatures below all quotations, which web mail puts there: from the name of one who quotes, to the end."""
    own = _names(_sender(header))
    names = [words for one in quoting if len(words := _names(_sender(one)) - own) > 1]
    for at, (row, passage) in enumerate(body[1:], 1):
        ends = all(len(line) <= _SIGNATURE_WIDTH for _, line in body[at:]) and len(passage) <= _NAME_WIDTH
        parted = rows[row].apart or rows[row].first or body[at - 1][1].text == _DASHES
        if ends and parted and any(words <= _names(passage.text) for words in names):
            start = at - (body[at - 1][1].text == _DASHES)
            taken = body[start:]
            del body[start:]
            return taken
    return []


def _sender(header: Header) -> str:
    return " ".join(line.passage.text for line in header.values.get(FieldName.FROM, ()))


def _names(sender: str) -> set[str]:
    """The words of a name, without addresses."""
    spoken = " ".join(word for word in sender.split() if "@" not in word)
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", spoken)}


def find_signature(body: Passage, sender: str) -> Passage:
    """The signature at the end of a body: from the last short line that bears the sender's name, or a device line."""
    lines = body.text.split("\n")
    names = _names(sender)
    start = None
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _SIGNATURE_ROWS), -1):
        line = lines[at].strip()
        words = {word.lower() for word in re.findall(r"[^\W\d_]{3,}", line)}
        if DEVICE_LINE.fullmatch(line):
            start = at
        elif len(line) <= 40 and words & names and len(line.split()) <= 5:
            start = at
            break
    if start is None or start == 0:
        return EMPTY
    return body[sum(len(line) + 1 for line in lines[:start]) :]


def _is_text(text: str) -> bool:
    return bool(text.strip()) and not (
        RULE.fullmatch(text)
        or REDACTION_PHRASE.fullmatch(text)
        or (len(text) < 120 and (SEPARATOR.fullmatch(text) or SEPARATOR_END.fullmatch(text)))
    )


def _owner(rows: Sequence[Row], headers: Sequence[Header], number: int, at: int, end: int, last: int) -> int | None:
    """The copy whose text row `at` is: the one whose header stands above it, unless quotation marks say otherwise.

    Its rows end before `end`; `last` is the last of them that bears its quotation marks.
    """
    marks = headers[number].marks
    if rows[at].marks >= marks or at >= end:
        return number
    below = [rows[k].marks for k in range(at + 1, min(end, at + 1 + _LOST_MARKS))]
    if any(deep >= marks for deep in below):
        return number
    if at < last and len(rows[at].text.split()) < 4:
        return number
    if DEVICE_LINE.fullmatch(rows[at].text):
        return None
    return next((k for k in range(number - 1, -1, -1) if headers[k].marks <= rows[at].marks), number)


def _stacked_device_lines(body: list[tuple[int, Passage]]) -> list[tuple[int, Passage]]:
    """Device lines, two or more, at the very end of a chain: printed for quoting messages, one cannot tell which."""
    count = 0
    while count < len(body) and DEVICE_LINE.fullmatch(body[-1 - count][1].text):
        count += 1
    if count < 2:
        return []
    taken = body[-count:]
    del body[-count:]
    return taken
