"""Which strips of a document's rows are hidden: under a box, or by a code that stands for something on the row.

Doe, Jane          To   ███████         <- the box hides of the right value, not of the left one
03/10/2009    Subject   Gates
From: Doe, Jane                  (b)(6) <- a code alone may stand for anything on its row
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from readingroom.copies.rows import Row
from readingroom.copies.values import Value
from readingroom.model import Redaction, RedactionKind, RedactionWhere

_TOUCH = 1.0  # points that a strip may reach into a value beside it
_NEXT = 0.9  # line heights below a row, within which a box covers a line that went on with it


class Strip(NamedTuple):
    """From left to right on a row, in points of the page."""

    left: float
    right: float
    below: bool = False  # not on the row but where its next line would be


Hidden = Mapping[int, tuple[Strip, ...]]  # by row


def hides(hidden: Hidden, value: Value) -> bool:
    """Whether something is hidden in the part of its row that is this value's."""
    shared = value.left > 0.0 or value.right < inf  # with another value: it does not go on below
    return any(
        strip.left + _TOUCH < value.right and value.left + _TOUCH < strip.right and not (strip.below and shared)
        for strip in hidden.get(value.row, ())
    )


def hidden_strips(rows: Sequence[Row], redactions: Sequence[Redaction]) -> Hidden:
    """The hidden strips of each row. Where a box lies on a row, a code beside it stands for that box."""
    on_page: dict[int, list[tuple[float, int]]] = {}
    for at, row in enumerate(rows):
        on_page.setdefault(row.page, []).append(((row.top + row.foot) / 2, at))
    middles = {page: sorted(pairs) for page, pairs in on_page.items()}
    high = max((row.foot - row.top for row in rows), default=0.0)
    boxes: dict[int, list[Strip]] = {}
    codes: dict[int, list[Strip]] = {}
    for mark in redactions:
        middle = (mark.box.y0 + mark.box.y1) / 2
        near = max(high, mark.box.y1 - mark.box.y0) / 2 + 1
        some = middles.get(mark.page, [])
        first, last = bisect_left(some, (middle - near, 0)), bisect_left(some, (middle + near, 0))
        painted = mark.kind is not RedactionKind.LABEL
        strip = Strip(mark.box.x0, mark.box.x1) if painted else Strip(0.0, inf)
        hit = False
        for _, at in some[first:last]:
            row = rows[at]
            beside = bool(mark.codes) and row.top <= middle <= row.foot
            boxed = mark.where is RedactionWhere.BOX and mark.box.y0 <= (row.top + row.foot) / 2 <= mark.box.y1
            if beside or boxed:
                (boxes if painted else codes).setdefault(at, []).append(strip)
                hit = True
        above = bisect_left(some, (middle, 0)) - 1
        if painted and not hit and above >= 0:
            row = rows[some[above][1]]
            if middle - row.foot < _NEXT * row.height:
                boxes.setdefault(some[above][1], []).append(strip._replace(below=True))
    return {at: tuple(boxes.get(at) or codes[at]) for at in boxes.keys() | codes.keys()}
