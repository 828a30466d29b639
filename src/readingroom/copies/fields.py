"""Fields: from the printed lines of a header to seven fields, each with state, value and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.addressees import split_addressees
from readingroom.copies.attached import BETWEEN_FILES
from readingroom.copies.confidence import is_rubbish, trust
from readingroom.copies.cuts import begins_with_hole, is_cut
from readingroom.copies.dates import names_day, read_sent
from readingroom.copies.days import day_leads
from readingroom.copies.hidden import Hidden, hides
from readingroom.copies.values import LISTS, Header, Value
from readingroom.model import Field, FieldName, FieldState, Passage


class Around(NamedTuple):
    """What a document says beside a header that bears on how its values are read."""

    hidden: Hidden
    in_part: bool  # something in the document is marked as taken out
    day_first: bool | None  # 3/4/2009 is in April, as other dates tell; None: they don't
    scanned: bool  # words come from OCR, which loses a lone letter, or a line


def read_fields(header: Header, around: Around, *, top: bool) -> tuple[Field, ...]:
    """The seven fields of a header in their order. `top`: it is the print-out's own, not a quoted one."""
    return tuple(_read_field(name, header, around, top=top) for name in FieldName)


def is_day_first(headers: Sequence[Header]) -> bool | None:
    """Whether the dates of numbers in these headers have their day first; None where none tells, or they differ."""
    texts = (line.passage.text for header in headers for line in header.values.get(FieldName.SENT, ()))
    orders = {order for text in texts if (order := day_leads(text)) is not None}
    return orders.pop() if len(orders) == 1 else None


def _read_field(name: FieldName, header: Header, around: Around, *, top: bool) -> Field:
    hidden, in_part, day_first, scanned = around
    lines = header.values.get(name)
    if lines is None:
        return Field(name=name, state=FieldState.ABSENT, confidence=0.85 if scanned else 0.9)
    printed, gaps = _joined(lines)
    beside = any(hides(hidden, line) for line in lines)
    if not any(character.isalnum() for character in printed.text):
        broken = (in_part and bool(set("<[(") & set(printed.text))) or {"<", ">"} <= set(printed.text)
        state, confidence = _state_of_nothing(name, around, beside=beside or broken, top=top)
        return Field(name=name, state=state, confidence=confidence)
    value = printed.text
    sure = True
    parts: tuple[Passage, ...] = (printed,)
    if name in LISTS:
        parts = tuple(part for group in _groups(lines) for part in split_addressees(*_joined(group)))
    elif name is FieldName.ATTACHMENTS:
        parts = _files(printed)
    cut = in_part and name is not FieldName.SENT and is_cut(name, parts, printed, gaps)
    state = FieldState.REDACTED if beside or cut else FieldState.READ
    if state is FieldState.READ and is_rubbish(printed):
        state = FieldState.UNREADABLE
    if name is FieldName.SENT:
        sent = read_sent(printed.text, day_first=day_first)
        value, sure = sent.value, sent.sure
        if not value and not names_day(printed.text):
            state = FieldState.UNREADABLE
        elif sure:  # a whole date: what is hidden on its line is something else
            state = FieldState.READ
    confidence = trust(name, printed, parts, header, gaps=gaps, sure=sure, cut=cut or beside)
    return Field(name=name, state=state, printed=printed, parts=parts, value=value, confidence=confidence)


def _joined(lines: Sequence[Value]) -> tuple[Passage, tuple[int, ...]]:
    """The value with wraps joined by a blank, and where in it a word stands behind a wide gap or a hole."""
    kept = [line for line in lines if line.passage]
    whole = Passage.join(" ", (line.passage for line in kept))
    gaps: list[int] = []
    at = 0
    for number, line in enumerate(kept):
        if number and line.wrapped and begins_with_hole(kept, number):
            gaps.append(at)
        gaps.extend(gap + at for gap in line.gaps)
        at += len(line.passage) + 1
    return whole, tuple(gaps)


def _groups(lines: Sequence[Value]) -> list[list[Value]]:
    """The lines by label: "To: A" and below it "To: B" are two lists."""
    groups: list[list[Value]] = []
    for line in lines:
        if line.wrapped and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _state_of_nothing(name: FieldName, around: Around, *, beside: bool, top: bool) -> tuple[FieldState, float]:
    if beside:
        return FieldState.REDACTED, 0.8
    if (top and name in LISTS) or (around.scanned and name is FieldName.TO):
        return FieldState.UNDETERMINED, 0.8
    if name is FieldName.SUBJECT or not around.in_part:
        return FieldState.BLANK, 0.7
    if name in (FieldName.FROM, FieldName.SENT):
        return FieldState.REDACTED, 0.6
    return FieldState.UNDETERMINED, 0.6


def _files(value: Passage) -> tuple[Passage, ...]:
    """The names of attachments, without quotes around them."""
    cuts = [0, *(at for match in BETWEEN_FILES.finditer(value.text) for at in match.span()), len(value)]
    names = (value[start:end].strip(' "“”') for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(name for name in names if name)
