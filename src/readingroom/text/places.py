"""From words and passages back to the page."""

from __future__ import annotations

from collections.abc import Iterable

from readingroom.model import Box, Passage, Run, Span


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box around at least one."""
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return Box(min(x0s), min(y0s), max(x1s), max(y1s))


def overlap(one: Box, other: Box) -> float:
    """How much of the smaller of two boxes lies in the other, 0..1."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    smaller = min((box.x1 - box.x0) * (box.y1 - box.y0) for box in (one, other))
    return across * down / smaller if across > 0 and down > 0 and smaller > 0 else 0.0


def spans_of(passage: Passage, source: str) -> tuple[Span, ...]:
    """The places of a passage in source `source`: a span for each page, one box a printed line, in reading order."""
    by_page: dict[int, list[Box]] = {}
    for run in passage.runs:
        boxes = by_page.setdefault(run.page, [])
        if boxes and _same_line(boxes[-1], run.box):
            boxes[-1] = box_around((boxes[-1], run.box))
        else:
            boxes.append(run.box)
    return tuple(Span(source, page, tuple(boxes)) for page, boxes in by_page.items())


def reworded(passage: Passage, start: int, end: int, text: str) -> Passage:
    """The passage with `text` in place of its characters start..end, printed where those are: on one line."""
    old = passage[start:end].runs
    confidence = min((run.confidence for run in old), default=0.0)
    runs = (Run(0, len(text), old[0].page, box_around(run.box for run in old), confidence),) if text and old else ()
    return passage[:start] + Passage(text, runs) + passage[end:]


def _same_line(one: Box, other: Box) -> bool:
    """Beside each other and to the right: the overlap of their heights is more than half of the smaller one."""
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0) and other.x1 >= one.x0
