"""A field as somebody says it is printed, in the place where it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.copies.dates import read_sent
from readingroom.model import Box, Field, FieldName, FieldState, Passage, Run


def said_field(name: FieldName, state: FieldState, says: Sequence[str], lines: Sequence[tuple[int, Box]]) -> Field:
    """The field with these words, addressee by addressee, printed on these lines: page and box of each.

    Sent is understood as it is printed, or as YYYY-MM-DDTHH:MM; `value` is "" where it names no minute.
    """
    text = "; ".join(says)
    if not text:
        return Field(name=name, state=state, confidence=1.0)
    runs = _runs(len(text), lines)
    printed = Passage(text, runs)
    parts = []
    at = 0
    for one in says:
        parts.append(printed[at : at + len(one)])
        at += len(one) + len("; ")
    value = read_sent(text).value if name is FieldName.SENT else text
    return Field(name=name, state=state, printed=printed, parts=tuple(parts), value=value, confidence=1.0)


def _runs(length: int, lines: Sequence[tuple[int, Box]]) -> tuple[Run, ...]:
    """One run a line: which word stands on which cannot be told, so the characters are shared out in order."""
    shared = lines[:length]
    starts = [length * nth // len(shared) for nth in range(len(shared) + 1)] if shared else []
    return tuple(
        Run(start, end, page, box, 1.0) for start, end, (page, box) in zip(starts, starts[1:], shared, strict=False)
    )
