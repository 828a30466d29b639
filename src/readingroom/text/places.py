"""From a passage back to the page."""

from __future__ import annotations

from readingroom.model import Box, Passage, Span


def spans_of(passage: Passage, source: str) -> tuple[Span, ...]:
    """The places of a passage in source `source`: a span for each page, one box a printed line, in reading order."""
    by_page: dict[int, list[Box]] = {}
    for run in passage.runs:
        boxes = by_page.setdefault(run.page, [])
        if boxes and _same_line(boxes[-1], run.box):
            last = boxes[-1]
            boxes[-1] = Box(
                min(last.x0, run.box.x0), min(last.y0, run.box.y0), max(last.x1, run.box.x1), max(last.y1, run.box.y1)
            )
        else:
            boxes.append(run.box)
    return tuple(Span(source, page, tuple(boxes)) for page, boxes in by_page.items())


def _same_line(one: Box, other: Box) -> bool:
    """Beside each other and to the right: the overlap of their heights is more than half of the smaller one."""
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0) and other.x1 >= one.x0
