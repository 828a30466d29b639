"""Cuts: the marks that a value bears where something was taken out of it: holes between words, addresses broken off.

A hole is a gap in a line that is no gap between columns, or a line of a list that begins far right of the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from readingroom.copies.values import Value
from readingroom.model import FieldName, Passage

_HOLE = 2.5  # line heights: a wider gap within a value was left by something taken out
_INDENT = 4.0  # line heights that a line of a list may be set in and still begin where the one above goes on

_OPEN_ADDRESS = re.compile(r"[<\[](?:mail\S{1,3})?[^<>\[\]()@]{0,40}$|[<\[]\s?mailto\W*$|\($")
_BROKEN_OFF = re.compile(r"[<'][^<>@;'\s]{1,40}$")
_LOCAL_PART = re.compile(r"['\"‘I1l|]{0,2}[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*['\"’]?")  # of an address, without the rest
_SENDER_GONE = re.compile(r"on behalf of\b", re.IGNORECASE)


def hole_at(value: Passage, gap: int) -> bool:
    """Whether the gap before character `gap` is a hole. Words on two lines: it was found to be one when joined."""
    at = bisect_left(value.runs, gap, key=lambda run: run.start)
    if not 0 < at < len(value.runs):
        return False
    before, after = value.runs[at - 1].box, value.runs[at].box
    high = before.y1 - before.y0
    same_line = min(before.y1, after.y1) - max(before.y0, after.y0) > 0.5 * high
    return not same_line or after.x0 - before.x1 > _HOLE * high


def begins_with_hole(lines: Sequence[Value], at: int) -> bool:
    """Whether line `at` of a list begins behind a hole: it was cut at its head, or the line above at its end."""
    starts = [line.passage.runs[0].box.x0 for line in lines if line.passage.runs]
    line, above = lines[at].passage, lines[at - 1].passage.text
    if not line.runs:
        return False
    box = line.runs[0].box
    broken_off = line.text[:1] in "'\"" and _BROKEN_OFF.search(above) is not None
    return broken_off or box.x0 - min(starts) > _INDENT * (box.y1 - box.y0)


def is_cut(name: FieldName, parts: Sequence[Passage], printed: Passage, gaps: Sequence[int]) -> bool:
    """Whether a value shows that something was taken out of it."""
    if any(hole_at(printed, gap) for gap in gaps):
        return True
    if name in (FieldName.SUBJECT, FieldName.ATTACHMENTS):
        return False
    texts = [part.text.rstrip(" ;,") for part in parts]
    if name is FieldName.FROM and _SENDER_GONE.match(printed.text):
        return True
    return any(_OPEN_ADDRESS.search(text) or (len(text) > 3 and _LOCAL_PART.fullmatch(text)) for text in texts)
