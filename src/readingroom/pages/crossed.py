r"""Lines that cross a painted box from its top to its foot: one large cross, or a row of small ones.

+-------+    +----------+
| \   / |    | \/ \/ \/ |
| /   \ |    | /\ /\ /\ |
+-------+    +----------+
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readingroom.model import Box
from readingroom.pages.boxes import area_of, shared_part

LEVEL = 2.5  # points, by which ends of the lines may lie off the top and foot of their box
ACROSS = 0.75  # of a box, what the lines go over: the last of a row may be cut off

Point = tuple[float, float]


class Slants(NamedTuple):
    """The lines of one path that lean one way: the bounds of them all, in points of the page."""

    box: Box
    rising: bool  # towards the right


def slants_of(lines: Iterable[tuple[Point, Point]]) -> tuple[Slants, ...]:
    """Lines of one path, in points of the page, by the way they lean; those that lie or stand are left out."""
    found = []
    leaning = [(a, b) for a, b in lines if min(abs(a[0] - b[0]), abs(a[1] - b[1])) > LEVEL]
    for rising in (True, False):
        ends = [end for a, b in leaning if ((a[0] < b[0]) == (a[1] > b[1])) is rising for end in (a, b)]
        if ends:
            xs, ys = zip(*ends, strict=True)
            found.append(Slants(Box(min(xs), min(ys), max(xs), max(ys)), rising))
    return tuple(found)


def is_crossed(box: Box, slants: Sequence[Slants]) -> bool:
    """Whether lines that lean either way go all over a box, and no higher or lower."""
    return {True, False} == {
        one.rising
        for one in slants
        if abs(one.box.y0 - box.y0) < LEVEL and abs(one.box.y1 - box.y1) < LEVEL
        if area_of(shared_part(one.box, box)) > ACROSS * area_of(box)
    }
