"""Holes: the blank between two words of a copy, what marks lie in it, and how much there is room for.

    determine how she is doing since the verdict ░░░░░░░░░░░░░░░░░░░░   B5    the rest of the line, marked
    ░░░░░░░░ has approached me privately                                      before the first word of a line
    Cheryl
    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░                                              lines that are left free
    Heather et al notified
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from readingroom.findings.uneven.beside import Common
from readingroom.findings.uneven.texts import Text, same_line
from readingroom.model import Box, Redaction, RedactionWhere, Told

USUAL_BLANK = 1.5  # characters between two words
MOST_PITCH = 3.0  # heights of a line: a line pitch is not greater
REACH = 0.6  # heights of a line: how far off its hole a mark may lie
LEFT_FREE = 1.6  # lines: more than between two paragraphs


class Frame(NamedTuple):
    """How a copy is printed: points."""

    left: float
    right: float
    character: float  # width
    pitch: float  # from line to line
    height: float  # of a line


class Hole(NamedTuple):
    """A blank between two words. `regions` are page and box each; the counts say how many characters had room."""

    regions: tuple[tuple[int, Box], ...]
    inside: float  # within a line: between two words, or before the first
    rest: float  # behind the last word of a line
    lines: float  # in lines that are left free
    free: float  # how many such lines
    marks: tuple[Redaction, ...]

    @property
    def room(self) -> float:
        """Characters that had room here."""
        return self.inside + self.rest + self.lines

    @property
    def told(self) -> Told | None:
        """The surest sign that lies here; None where there is none."""
        if any(mark.where is RedactionWhere.BOX for mark in self.marks):
            return Told.BOX
        return Told.CODE if self.marks else None

    @property
    def codes(self) -> tuple[str, ...]:
        """Those of the marks, sorted."""
        return tuple(sorted({code for mark in self.marks for code in mark.codes}))


class Holes:
    """The holes of one text, looked at when they are asked for."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._frame = frame_of(text)
        self._seen: dict[int, Hole] = {}

    def at(self, place: int) -> Hole:
        """The blank before word `place`."""
        if place not in self._seen:
            self._seen[place] = hole_at(self.text, self._frame, place)
        return self._seen[place]

    def usually_free(self, common: Sequence[Common]) -> float:
        """Lines that this text leaves free where nothing can be missing: between words that stand together elsewhere.

        The greatest but one in ten; 1.0 (a line between two paragraphs) where it has no such place.
        """
        runs = self.text.runs
        free = sorted(
            self.at(at).free
            for run in common
            for at in range(run.at + 1, run.at + run.count)
            if runs[at - 1].box.y1 < runs[at].box.y0 and runs[at - 1].page == runs[at].page
        )
        breaks = [lines for lines in free if lines > 0.5]
        return max(1.0, breaks[len(breaks) * 9 // 10]) if breaks else 1.0


def frame_of(text: Text) -> Frame:
    """How a copy is printed; as a page usually is where it has no words."""
    if not text.runs:
        return Frame(0.12 * text.width, 0.88 * text.width, 5.5, 13.0, 11.0)
    boxes = [run.box for run in text.runs]
    height = median(box.y1 - box.y0 for box in boxes)
    characters = [(box.x1 - box.x0) / (run.end - run.start) for box, run in zip(boxes, text.runs, strict=True)]
    steps = [
        later.box.y0 - earlier.box.y0
        for earlier, later in zip(text.runs, text.runs[1:], strict=False)
        if earlier.page == later.page and not same_line(earlier.box, later.box)
    ]
    pitches = [step for step in steps if 0 < step < MOST_PITCH * height]
    return Frame(
        min(box.x0 for box in boxes),
        max(max(box.x1 for box in boxes), 0.85 * text.width),
        median(characters),
        min(median(pitches), 1.6 * height) if pitches else 1.25 * height,
        height,
    )


def hole_at(text: Text, frame: Frame, at: int) -> Hole:
    """The blank before word `at` of a text (behind the last one where `at` is their number)."""
    before = text.runs[at - 1] if at else None
    after = text.runs[at] if at < len(text.runs) else None
    inside = rest = lines = free = 0.0
    regions: list[tuple[int, Box]] = []
    spans: list[tuple[int, float, float]] = []  # page, top and bottom within which a margin code counts
    if before and after and before.page == after.page and same_line(before.box, after.box):
        inside = (after.box.x0 - before.box.x1) / frame.character - USUAL_BLANK
        top, bottom = min(before.box.y0, after.box.y0), max(before.box.y1, after.box.y1)
        regions.append((before.page, Box(before.box.x1, top, max(before.box.x1, after.box.x0), bottom)))
        spans.append((before.page, top, bottom))
    else:
        start = (before.page, before.box.y1) if before else (text.above or _top(text, frame))
        end = (after.page, after.box.y0) if after else (text.below or _foot(text, start[0]))
        if before:
            rest = max(0.0, (frame.right - before.box.x1) / frame.character - USUAL_BLANK)
            regions.append((before.page, Box(before.box.x1, before.box.y0, frame.right, before.box.y1)))
            spans.append((before.page, before.box.y0, before.box.y1))
        for page, top, bottom in _between(text, start, end):
            high = bottom - top
            lines_free = max(0.0, high / frame.pitch - (frame.pitch - frame.height) / frame.pitch)
            if lines_free > 0.3:
                free += lines_free
                regions.append((page, Box(frame.left, top, frame.right, bottom)))
            spans.append((page, top, bottom))
        lines = max(0.0, free - LEFT_FREE + 1) * (frame.right - frame.left) / frame.character if free >= LEFT_FREE else 0.0
        if after:
            inside = max(0.0, (after.box.x0 - frame.left) / frame.character - USUAL_BLANK)
            if inside:
                regions.append((after.page, Box(frame.left, after.box.y0, after.box.x0, after.box.y1)))
            spans.append((after.page, after.box.y0, after.box.y1))
    marks = tuple(mark for mark in text.marks if _lies_in(mark, regions, spans, frame))
    return Hole(tuple(regions), max(0.0, inside), rest, lines, free, marks)


def _top(text: Text, frame: Frame) -> tuple[int, float]:
    first = text.runs[0] if text.runs else None
    return (first.page, first.box.y0 - frame.pitch) if first else (1, 0.0)


def _foot(text: Text, page: int) -> tuple[int, float]:
    return page, 0.93 * text.height


def _between(text: Text, start: tuple[int, float], end: tuple[int, float]) -> Iterator[tuple[int, float, float]]:
    """Page, top and bottom of what lies between two heights, a part a page."""
    if start[0] == end[0]:
        if end[1] > start[1]:
            yield start[0], start[1], end[1]
        return
    yield start[0], start[1], 0.93 * text.height
    for page in range(start[0] + 1, end[0]):
        yield page, 0.07 * text.height, 0.93 * text.height
    yield end[0], min(0.07 * text.height, end[1]), end[1]


def _lies_in(
    mark: Redaction, regions: list[tuple[int, Box]], spans: list[tuple[int, float, float]], frame: Frame
) -> bool:
    slack = REACH * frame.height
    box = mark.box
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if mark.where is RedactionWhere.BOX:
        return any(
            page == mark.page
            and min(box.y1, region.y1) - max(box.y0, region.y0) > 0.3 * min(box.y1 - box.y0, region.y1 - region.y0)
            and min(box.x1, region.x1 + slack) - max(box.x0, region.x0 - slack)
            > 0.5 * min(box.x1 - box.x0, max(1.0, region.x1 - region.x0))
            for page, region in regions
        )
    if mark.where is RedactionWhere.MARGIN:
        return any(page == mark.page and top - 0.3 * frame.height <= middle_y <= bottom + 0.3 * frame.height for page, top, bottom in spans) and middle_x > 0
    return False
