"""Where on their pages the headers of copies stand, and which of them stands at a spot."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from readingroom.model import Box, Copy, FieldName, Passage, Run, Spot
from readingroom.text import box_around, overlap

LINE = 1.6  # line heights from the foot of one line to that of the next, at most
SLACK = 60.0  # points that another line of a header may begin or end farther out
ON_PLACE = 0.5  # of the smaller of two boxes that they have in common, at the least, to be one place


class Places:
    """Where on their pages the headers of some copies of one source stand."""

    def __init__(self, copies: Iterable[Copy]) -> None:
        self._on_page: dict[int, list[tuple[Box, Copy]]] = {}
        for copy_ in copies:
            for page, box in header_boxes(copy_).items():
                self._on_page.setdefault(page, []).append((box, copy_))

    def at(self, spot: Spot) -> tuple[Copy, ...]:
        """The copies whose header stands at this spot; else those beside whose header it is: a line may be lost."""
        there = [one for one in self._on_page.get(spot.page, ()) if one[1].source == spot.source]
        on = tuple(copy_ for box, copy_ in there if overlap(box, spot.box) >= ON_PLACE)
        return on or tuple(copy_ for box, copy_ in there if overlap(_with_next_lines(box, copy_), spot.box) >= ON_PLACE)


def _with_next_lines(box: Box, copy_: Copy) -> Box:
    """A header's box with a line above and below it, where one of its own may stand that is not read."""
    heights = [run.box.y1 - run.box.y0 for field in copy_.fields for run in field.printed.runs]
    line = LINE * (median(heights) if heights else 0.0)
    return Box(box.x0 - SLACK, box.y0 - line, box.x1 + SLACK, box.y1 + line)


def header_boxes(copy_: Copy) -> dict[int, Box]:
    """The box around what a copy's header prints, by page; around its first line where it has no header."""
    runs = [run for field in copy_.fields for run in field.printed.runs] or _first_line(copy_.body)
    boxes: dict[int, list[Box]] = {}
    for run in runs:
        boxes.setdefault(run.page, []).append(run.box)
    return {page: box_around(some) for page, some in boxes.items()}


def spot_of(copy_: Copy, name: FieldName | None = None, printed: str = "") -> Spot | None:
    """Where a copy's field is printed, or one of its names; its header where it is not. None: it prints nothing."""
    passage = copy_.field(name).printed if name else None
    if name and printed:
        passage = next((part for part in copy_.field(name).parts if part.text == printed), passage)
    if passage and passage.runs:
        page = passage.runs[0].page
        return Spot(copy_.source, page, box_around(run.box for run in passage.runs if run.page == page), printed)
    boxes = header_boxes(copy_)
    page = min(boxes, default=0)
    return Spot(copy_.source, page, boxes[page], printed) if boxes else None


def _first_line(body: Passage) -> list[Run]:
    end = body.text.find("\n")
    return list(body[: end if end >= 0 else len(body)].runs)


def same_place(one: Spot, other: Spot) -> bool:
    """Whether two spots are one place of evidence."""
    return one[:2] == other[:2] and (one.box == other.box or overlap(one.box, other.box) >= ON_PLACE)
