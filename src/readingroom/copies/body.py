"""Bodies: which rows between headers are whose text, whose signature, and what is neither."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.labels import (
    DEVICE_LINE,
    PROGRAM_NOTE,
    RAW_LABEL,
    REDACTION_PHRASE,
    RULE,
    SEPARATOR,
    SEPARATOR_END,
)
from readingroom.copies.rows import Row
from readingroom.copies.signatures import is_even, part_signature, print_size, take_stacked, take_stacked_devices
from readingroom.copies.values import Header
from readingroom.model import FieldName, Passage

_POSTSCRIPT = re.compile(r"P\.? ?S\b")
_FAR = 0.7  # of the way to where the widest line ends
_SPECK = re.compile(r"[.,:;'|()•\s]{0,2}\w?[.,:;'|()•\s]{0,2}")  # one character, with what OCR sees around it
_SIGNED = 64  # characters of a line below a text that may be its signature, at most: a longer one is small print
_CHAIN = 40  # messages above, whose signatures may stand below all
_FEW_WORDS = 4  # a shorter line within quoted ones lost its marks
_LOST_MARKS = 2  # so many rows may lack their quotation marks before they are taken for text of the one who quotes

Lines = tuple[tuple[int, Passage], ...]  # (row number, its words or some of them)


class Text(NamedTuple):
    """The rows of each copy's body and of its signature in smaller print, and those that belong to no copy."""

    bodies: tuple[Lines, ...]
    signatures: tuple[Lines, ...]
    pasted: tuple[int, ...]  # rows below a signature where a text without any header begins
    rest: Lines  # signatures among them: they are searched as what stands on the page


def share_rows(rows: Sequence[Row], headers: Sequence[Header]) -> Text:
    """Every row that is no header goes to one copy's body or to the rest; separators and rules go nowhere."""
    bodies, rest = _above_and_between(rows, headers)
    for number, following in enumerate((*headers[1:], None)):
        if number and (following is None or (rows[following.start].first and not following.marks)):
            rest.extend(take_stacked_devices(bodies[number]))
            chain = headers[max(0, number - _CHAIN) : number + 1]
            rest.extend(take_stacked(rows, list(map(_sender, chain)), bodies[number]))
    signatures: list[Lines] = [() for _ in headers]
    pasted: list[int] = []
    raw = any(word == RAW_LABEL for header in headers[:1] for _, word, _ in header.labels)
    for number, header in enumerate(headers if is_even(rows) else ()):
        body, signature, beyond = _signed(rows, header, bodies[number], raw=raw)
        if beyond and not rows[beyond[0][0]].first:
            if rows[beyond[0][0]].apart and _is_new_text(rows, beyond):
                pasted.append(beyond[0][0])
            body, beyond = [*body, *beyond], []
        bodies[number] = body
        signatures[number] = tuple(signature)
        rest.extend((*signature, *beyond))
    rest.sort(key=lambda pair: pair[0])
    return Text(tuple(map(tuple, bodies)), tuple(signatures), tuple(pasted), tuple(rest))


def _above_and_between(
    rows: Sequence[Row], headers: Sequence[Header]
) -> tuple[list[list[tuple[int, Passage]]], list[tuple[int, Passage]]]:
    """The text below each header, and what is nobody's: what stands above the first, specks, owners of mailboxes."""
    first = headers[0] if headers else None
    rest = [(at, rows[at].passage) for at in range(first.start if first else len(rows))]
    if first is not None and first.cut:
        rest.append((first.start, rows[first.start].passage[: first.cut]))
    owned = (header.start for header in headers[1:] if header.style == "columns" and header.start < header.first)
    rest.extend((at, rows[at].passage) for at in owned)
    bodies: list[list[tuple[int, Passage]]] = [[] for _ in headers]
    far = _FAR * max((row.right for row in rows), default=0.0)
    outer = _outer(headers)
    for number, (header, following) in enumerate(itertools.zip_longest(headers, headers[1:])):
        end = following.start if following else len(rows)
        mine = [(at, rows[at].passage) for at in range(header.end, end)]
        if following is not None and following.cut:
            mine.append((following.start, rows[following.start].passage[: following.cut].strip(" -–—_")))
        last = max((at for at in range(header.end, end) if rows[at].marks >= header.marks), default=-1)
        for at, passage in mine:
            if _is_text(passage.text):
                owner = None if _is_speck(rows[at], far) else _owner(rows, headers, outer, number, at, end, last)
                (rest if owner is None else bodies[owner]).append((at, passage))
    return bodies, rest


def _outer(headers: Sequence[Header]) -> list[int]:
    """For each header the nearest above it that is quoted less deep; -1 where there is none."""
    outer: list[int] = []
    for number, header in enumerate(headers):
        above = number - 1
        while above >= 0 and headers[above].marks >= header.marks:
            above = outer[above]
        outer.append(above)
    return outer


def _is_new_text(rows: Sequence[Row], beyond: Sequence[tuple[int, Passage]]) -> bool:
    """Whether what stands behind a signature is another text: no postscript, and no line more of the signature."""
    text = beyond[0][1].text
    below = rows[beyond[1][0]] if len(beyond) > 1 else None
    signs = below is not None and len(below.text) <= _SIGNED and print_size([below]) < print_size([rows[beyond[0][0]]])
    lone = below is None or (below.apart and not signs)
    return not _POSTSCRIPT.match(text) and not (lone and text[-1:].isalnum())


def _signed(
    rows: Sequence[Row], header: Header, body: list[tuple[int, Passage]], *, raw: bool
) -> tuple[list[tuple[int, Passage]], list[tuple[int, Passage]], list[tuple[int, Passage]]]:
    """Body, signature that is set apart, and what stands behind that: an attachment on a new page, or other text."""
    named = header.values.get(FieldName.FROM, ())
    usual = print_size([rows[named[0].row if named else header.first]])
    start, end = part_signature(rows, [at for at, _ in body], _sender(header), usual, raw=raw)
    return body[:start], body[start:end], body[end:]


def _sender(header: Header) -> str:
    return " ".join(line.passage.text for line in header.values.get(FieldName.FROM, ()))


def _is_text(text: str) -> bool:
    return bool(text.strip()) and not (
        RULE.fullmatch(text)
        or REDACTION_PHRASE.fullmatch(text)
        or PROGRAM_NOTE.fullmatch(text)
        or (len(text) < 120 and (SEPARATOR.fullmatch(text) or SEPARATOR_END.fullmatch(text)))
    )


def _is_speck(row: Row, far: float) -> bool:
    """Whether a row is nothing but one character far out at the right: the rest of a code, or the edge of a box."""
    return row.left > far and _SPECK.fullmatch(row.text) is not None


def _owner(
    rows: Sequence[Row], headers: Sequence[Header], outer: Sequence[int], number: int, at: int, end: int, last: int
) -> int | None:
    """The copy whose text row `at` is: the one whose header stands above it, unless quotation marks say otherwise.

    Its rows end before `end`; `last` is the last of them that bears its quotation marks. None: nobody's.
    """
    marks = headers[number].marks
    if rows[at].marks >= marks or at >= end:
        return number
    below = [rows[k].marks for k in range(at + 1, min(end, at + 1 + _LOST_MARKS))]
    if any(deep >= marks for deep in below):
        return number
    if at < last and len(rows[at].text.split()) < _FEW_WORDS:
        return number
    if DEVICE_LINE.fullmatch(rows[at].text):
        return None
    owner = number
    while owner >= 0 and headers[owner].marks > rows[at].marks:
        owner = outer[owner]
    return owner if owner >= 0 else number
