"""Boxes held against each other. All in one space, whichever it is."""

from __future__ import annotations

from readingroom.model import Box


def middle_in(box: Box, cover: Box) -> bool:
    """Whether the middle of `box` lies in `cover`."""
    return cover.x0 <= (box.x0 + box.x1) / 2 <= cover.x1 and cover.y0 <= (box.y0 + box.y1) / 2 <= cover.y1


def shared_part(one: Box, other: Box) -> Box:
    """What two boxes have in common; its sides are negative where that is nothing."""
    return Box(max(one.x0, other.x0), max(one.y0, other.y0), min(one.x1, other.x1), min(one.y1, other.y1))


def area_of(box: Box) -> float:
    """0.0 where a side is negative."""
    return max(0.0, box.x1 - box.x0) * max(0.0, box.y1 - box.y0)
