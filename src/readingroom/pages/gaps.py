"""What the codes on a page stand for: each in its box, in the gap that it stands in, or at its line.

To: ██(b)(6)██            a code in a box is the box's
ask      (b)(6)      now  in the middle of a gap: nothing else shows of what was taken out, and the gap is its box
ask      (b)(6)           the same: the gap is sure up to the end of its code
desk ████████ (b)(6)      behind a line or in the margin: it stays where it is printed
ask              now (b)(6)   the same, and what was taken out is the gap in its line
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from readingroom.model import Box, Page, Redaction, RedactionKind, RedactionWhere
from readingroom.pages.boxes import middle_in

BLANK = 3.0  # points: at most about what a blank is wide
NEXT = 9.0  # points: what stands nearer behind a word stands behind it, and in no gap
CENTRED = 0.22  # of a gap: how far off its middle a code may stand
GAP = 24.0  # points: a wider blank in a line is a gap
REACH = 3.2  # line heights, within which other lines tell where a line begins
WIDEST = 0.75  # of the page: no gap is wider


class _Beside(NamedTuple):
    """What stands at the height of a code."""

    left: float | None  # where the word before it ends
    right: float | None  # where the next begins
    first: float | None  # where the first word of the line begins
    height: float  # of a line there
    start: float | None  # where lines near it begin
    column: float | None  # behind the name of a header line: where the values of lines near it begin


def place_codes(page: Page, boxes: Sequence[Redaction], labels: Sequence[Redaction]) -> tuple[Redaction, ...]:
    """`boxes` with the codes printed in them, then `labels` that are in none; both of one page, set upright.

    A label of a code stands for its gap where it stands in the middle of one; a gap is added as a white box where a
    code behind its line says that something was taken out there.
    """
    own = list(boxes)
    placed: list[Redaction] = []
    coded = [label.box for label in labels]
    for label in labels:
        at = next((at for at, one in enumerate(own) if middle_in(label.box, one.box)), -1)
        if at >= 0 and label.where is not RedactionWhere.PAGE:
            own[at] = replace(own[at], codes=tuple(dict.fromkeys((*own[at].codes, *label.codes))))
            continue
        if label.kind is not RedactionKind.LABEL or label.where not in (RedactionWhere.BOX, RedactionWhere.MARGIN):
            placed.append(label)
            continue
        blocks = [one.box for one in own if one.where is RedactionWhere.BOX]
        beside = _look_beside(page, label.box, blocks, coded)
        gap = _gap_about(page, label.box, beside) if label.where is RedactionWhere.BOX else None
        if gap:
            placed.append(replace(label, box=gap))
            continue
        middle = (label.box.y0 + label.box.y1) / 2
        placed.append(replace(label, where=RedactionWhere.MARGIN))
        if not any(box.y0 <= middle <= box.y1 for box in blocks):
            hole = _gap_in_line(page, label.box, beside, coded)
            if hole:
                white = replace(label, kind=RedactionKind.WHITE, where=RedactionWhere.BOX, box=hole, codes=(), text="")
                placed.append(white)
    return (*own, *dict.fromkeys(placed))


def _look_beside(page: Page, code: Box, blocks: Sequence[Box], coded: Sequence[Box]) -> _Beside:
    """`blocks` are boxes on the page, `coded` the places of all codes."""
    middle = (code.y0 + code.y1) / 2
    words = [word.box for word in page.words if not any(middle_in(word.box, other) for other in coded)]
    level = [box for box in (*words, *blocks) if box.y0 <= middle <= box.y1]
    before = [box.x1 for box in level if (box.x0 + box.x1) / 2 < code.x0]
    behind = [box.x0 for box in level if (box.x0 + box.x1) / 2 > code.x1]
    high = median([box.y1 - box.y0 for box in words]) if words else code.y1 - code.y0
    near = [box for box in words if abs((box.y0 + box.y1) / 2 - middle) < REACH * high]
    starts = [box.x0 for box in near if not _follows(box, near)]
    return _Beside(
        max(before, default=None),
        min(behind, default=None),
        min((box.x0 for box in level), default=None),
        max(high, code.y1 - code.y0),
        min(starts, default=None),
        _column(page, code, near),
    )


def _column(page: Page, code: Box, near: Sequence[Box]) -> float | None:
    """Where values begin beside the name of a header line, if that is all that stands in front of a code."""
    middle = (code.y0 + code.y1) / 2
    before = [word for word in page.words if word.box.y0 <= middle <= word.box.y1 and word.box.x1 <= code.x0]
    if not before or not max(before, key=lambda word: word.box.x1).text.endswith(":"):
        return None
    name_ends = max(word.box.x1 for word in before)
    values = []
    for word in page.words:
        if word.text.endswith(":") and word.box in near:
            level = (word.box.y0 + word.box.y1) / 2
            behind = [box.x0 for box in near if box.x0 > word.box.x1 and box.y0 <= level <= box.y1]
            values.append(min(behind, default=0.0))
    fitting = [value for value in values if name_ends < value < code.x0]
    return min(fitting, default=None)


def _follows(box: Box, others: Sequence[Box]) -> bool:
    """Whether a word stands behind another one of its line."""
    middle = (box.y0 + box.y1) / 2
    return any(other.y0 <= middle <= other.y1 and other.x0 < box.x0 for other in others)


def _gap_about(page: Page, code: Box, beside: _Beside) -> Box | None:
    """The gap in the middle of which a code stands; None where it stands right behind a word, or in no middle."""
    if beside.left is not None and code.x0 - beside.left < NEXT:
        return None
    left = beside.left + BLANK if beside.left is not None else beside.start
    if beside.column is not None:
        left = beside.column
    if left is None or left > code.x0:
        return None
    middle = (code.x0 + code.x1) / 2
    right = code.x1  # how far it goes on behind its code does not show where nothing is printed there
    if beside.right is not None:
        end = beside.right - BLANK
        if abs(middle - (left + end) / 2) > CENTRED * (end - left):
            return None
        right = end
    if right > page.width or right - left > WIDEST * page.width:
        return None
    return _as_high_as_a_line(left, right, code, beside.height)


def _gap_in_line(page: Page, code: Box, beside: _Beside, coded: Sequence[Box]) -> Box | None:
    """The widest gap in the line that a code stands behind: before its first word, or between two of its words."""
    middle = (code.y0 + code.y1) / 2
    line = sorted(
        (word.box.x0, word.box.x1, word.text)
        for word in page.words
        if word.box.y0 <= middle <= word.box.y1 and not any(middle_in(word.box, other) for other in coded)
    )
    if not line or any(one[2].endswith(":") for one in line[:2]):
        return None  # behind the name of a header line the gap is the column's
    gaps = [(start - end, end + BLANK, start - BLANK) for (_, end, _), (start, _, _) in pairwise(line)]
    if beside.start is not None:
        gaps.append((line[0][0] - beside.start, beside.start, line[0][0] - BLANK))
    wide, left, right = max(gaps, default=(0.0, 0.0, 0.0))
    return _as_high_as_a_line(left, right, code, beside.height) if wide > GAP else None


def _as_high_as_a_line(left: float, right: float, code: Box, height: float) -> Box:
    middle = (code.y0 + code.y1) / 2
    return Box(*(round(edge, 1) for edge in (left, middle - 0.55 * height, right, middle + 0.55 * height)))
