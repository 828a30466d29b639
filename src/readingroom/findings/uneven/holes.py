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
from readingroom.findings.uneven.texts import Edge, Text, lines_of_runs, same_line
from readingroom.model import Box, Redaction, RedactionWhere, Run, Told
from readingroom.text import box_around

USUAL_BLANK = 1.5  # characters between two words
MOST_PITCH = 3.0  # heights of a line: a line pitch is not greater
REACH = 0.6  # heights of a line: how far off its hole a mark may lie
FEWEST_LINES = 5  # of a list
LEAST_FREE = 0.3  # lines: less is the space between two lines
PAGE_TOP, PAGE_FOOT = 0.07, 0.93  # of the height: beyond stand stamps
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

    @property
    def place(self) -> tuple[int, Box]:
        """Page and box to show: around the boxes that lie here, else of the blank on the page where it begins."""
        boxes = [mark for mark in self.marks if mark.where is RedactionWhere.BOX]
        if boxes:
            return boxes[0].page, box_around(mark.box for mark in boxes if mark.page == boxes[0].page)
        page = self.regions[0][0]
        return page, box_around(box for at, box in self.regions if at == page)


class Holes:
    """The holes of one text, looked at when they are asked for."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._frame: Frame | None = None
        self._seen: dict[int, Hole] = {}

    @property
    def frame(self) -> Frame:
        """How the text is printed."""
        if self._frame is None:
            self._frame = frame_of(self.text)
        return self._frame

    def at(self, place: int) -> Hole:
        """The blank before word `place`."""
        if place not in self._seen:
            self._seen[place] = hole_at(self.text, self.frame, place)
        return self._seen[place]

    def covered(self, place: int) -> float:
        """How many characters had room under the boxes before word `place`."""
        return sum(
            (mark.box.x1 - mark.box.x0)
            / self.frame.character
            * max(1, round((mark.box.y1 - mark.box.y0) / self.frame.pitch))
            for mark in self.at(place).marks
            if mark.where is RedactionWhere.BOX
        )

    def is_list(self) -> bool:
        """Whether most lines of this text end early: a list, in which an early end says nothing."""
        lines = lines_of_runs(self.text.runs)
        half = (self.frame.left + self.frame.right) / 2
        return len(lines) >= FEWEST_LINES and 2 * sum(line[-1].box.x1 < half for line in lines) > len(lines)

    def usually_free(self, common: Sequence[Common]) -> float:
        """Lines that this text leaves free where nothing can be missing: between words that stand together elsewhere.

        The greatest but one in ten; 1.0 (a line between two paragraphs) where it has no such place.
        """
        runs = self.text.runs
        free = sorted(
            self.at(at).free
            for run in common
            for at in range(run.at + 1, run.at + run.length)
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
        max(*(box.x1 for box in boxes), 0.85 * text.width),
        median(characters),
        min(median(pitches), 1.6 * height) if pitches else 1.25 * height,
        height,
    )


def hole_at(text: Text, frame: Frame, at: int) -> Hole:
    """The blank before word `at` of a text (behind the last one where `at` is their number)."""
    before = text.runs[at - 1] if at else None
    after = text.runs[at] if at < len(text.runs) else None
    if before and after and before.page == after.page and same_line(before.box, after.box):
        top, bottom = min(before.box.y0, after.box.y0), max(before.box.y1, after.box.y1)
        region = Box(before.box.x1, top, max(before.box.x1, after.box.x0), bottom)
        inside = max(0.0, (after.box.x0 - before.box.x1) / frame.character - USUAL_BLANK)
        marks = _marks_in(text, frame, [(before.page, region)], [Band(before.page, top, bottom)])
        return Hole(((before.page, region),), inside, 0.0, 0.0, 0.0, marks)
    return _hole_over_lines(text, frame, before, after)


class Band(NamedTuple):
    """The heights of a page within which a code in the margin tells of a hole."""

    page: int
    top: float
    bottom: float


def _hole_over_lines(text: Text, frame: Frame, before: Run | None, after: Run | None) -> Hole:
    """Between two lines: the rest of the upper one, what is left free, and what stands before the lower one's words."""
    inside = rest = free = 0.0
    regions: list[tuple[int, Box]] = []
    bands: list[Band] = []
    if before:
        rest = max(0.0, (frame.right - before.box.x1) / frame.character - USUAL_BLANK)
        right = max(before.box.x1, frame.right)
        regions.append((before.page, Box(before.box.x1, before.box.y0, right, before.box.y1)))
        bands.append(Band(before.page, before.box.y0, before.box.y1))
    for band in _between(text, frame, before, after):
        lines = (band.bottom - band.top + frame.height) / frame.pitch - 1
        if lines > LEAST_FREE:
            free += lines
            regions.append((band.page, Box(frame.left, band.top, frame.right, band.bottom)))
        bands.append(band)
    if after:
        inside = max(0.0, (after.box.x0 - frame.left) / frame.character - USUAL_BLANK)
        regions.append((after.page, Box(frame.left, after.box.y0, max(frame.left, after.box.x0), after.box.y1)))
        bands.append(Band(after.page, after.box.y0, after.box.y1))
    across = (frame.right - frame.left) / frame.character
    lines_free = (free - LEFT_FREE + 1) * across if free >= LEFT_FREE else 0.0
    return Hole(tuple(regions), inside, rest, lines_free, free, _marks_in(text, frame, regions, bands))


def _between(text: Text, frame: Frame, before: Run | None, after: Run | None) -> Iterator[Band]:
    """What lies between the line of one word and that of the next, a band a page; page edges left out."""
    top, foot = PAGE_TOP * text.height, PAGE_FOOT * text.height
    if before:
        start = Edge(before.page, before.box.y1)
    elif text.above:
        start = text.above
    elif after:
        start = Edge(after.page, after.box.y0 - frame.pitch)
    else:
        return
    end = Edge(after.page, after.box.y0) if after else text.below or Edge(start.page, foot)
    for page in range(start.page, end.page + 1):
        high = start.y if page == start.page else min(top, end.y)
        low = end.y if page == end.page else foot
        if low > high:
            yield Band(page, high, low)


def _marks_in(
    text: Text, frame: Frame, regions: Sequence[tuple[int, Box]], bands: Sequence[Band]
) -> tuple[Redaction, ...]:
    """The boxes that lie in a region, and the codes of the margin that stand beside a band."""
    slack = REACH * frame.height
    return tuple(
        mark
        for mark in text.marks
        if (
            any(page == mark.page and _covers(mark.box, region, slack) for page, region in regions)
            if mark.where is RedactionWhere.BOX
            else mark.where is RedactionWhere.MARGIN
            and any(band.page == mark.page and _beside(mark.box, band, slack / 2) for band in bands)
        )
    )


def _covers(mark: Box, region: Box, slack: float) -> bool:
    high = min(mark.y1, region.y1) - max(mark.y0, region.y0)
    wide = min(mark.x1, region.x1 + slack) - max(mark.x0, region.x0 - slack)
    return high > 0.3 * min(mark.y1 - mark.y0, region.y1 - region.y0) and wide > 0.5 * min(
        mark.x1 - mark.x0, max(1.0, region.x1 - region.x0)
    )


def _beside(mark: Box, band: Band, slack: float) -> bool:
    return band.top - slack <= (mark.y0 + mark.y1) / 2 <= band.bottom + slack
