"""The three spaces of a page, and the ways between them.

Ours: points (1/72 inch), origin at the top left of the page as shown (turned and cropped), y downwards, in tenths.
PDF's: user units, y upwards, origin anywhere, not turned. A picture's: pixels, origin top left, `scale` a point.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from readingroom.model import Box

N = TypeVar("N", float, Any)  # a number, or a numpy array of numbers


class PageSpace(NamedTuple):
    """How one page lies in PDF space: the box that is shown (crop and media box cut) and its turn."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int  # quarter turns clockwise, 0..3

    @property
    def width(self) -> float:
        """Of the page as shown, in points."""
        return tenths(self.top - self.bottom if self.turns % 2 else self.right - self.left)

    @property
    def height(self) -> float:
        """Of the page as shown, in points."""
        return tenths(self.right - self.left if self.turns % 2 else self.top - self.bottom)


def corners_from_pdf(space: PageSpace, x0: N, y0: N, x1: N, y1: N) -> tuple[N, N, N, N]:
    """From left, bottom, right, top in PDF space to x0, y0, x1, y1 in points, not rounded; numbers or arrays."""
    if space.turns == 0:
        return x0 - space.left, space.top - y1, x1 - space.left, space.top - y0
    if space.turns == 1:
        return y0 - space.bottom, x0 - space.left, y1 - space.bottom, x1 - space.left
    if space.turns == 2:
        return space.right - x1, y0 - space.bottom, space.right - x0, y1 - space.bottom
    return space.top - y1, space.right - x1, space.top - y0, space.right - x0


def box_from_pdf(space: PageSpace, x0: float, y0: float, x1: float, y1: float) -> Box:
    """From two opposite corners in PDF space to a box in points."""
    corners = corners_from_pdf(space, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return Box(*map(tenths, corners))


def box_to_pdf(space: PageSpace, box: Box) -> tuple[float, float, float, float]:
    """From a box in points to (left, bottom, right, top) in PDF space."""
    x0, y0, x1, y1 = box
    if space.turns == 0:
        return x0 + space.left, space.top - y1, x1 + space.left, space.top - y0
    if space.turns == 1:
        return y0 + space.left, x0 + space.bottom, y1 + space.left, x1 + space.bottom
    if space.turns == 2:
        return space.right - x1, y0 + space.bottom, space.right - x0, y1 + space.bottom
    return space.right - y1, space.top - x1, space.right - y0, space.top - x0


def box_from_pixels(box: Box, scale_x: float, scale_y: float) -> Box:
    """From pixels of a picture of the whole page, with so many pixels a point, to points."""
    return Box(tenths(box.x0 / scale_x), tenths(box.y0 / scale_y), tenths(box.x1 / scale_x), tenths(box.y1 / scale_y))


def box_to_pixels(box: Box, scale_x: float, scale_y: float) -> Box:
    """From points to pixels of a picture of the whole page; not rounded."""
    return Box(box.x0 * scale_x, box.y0 * scale_y, box.x1 * scale_x, box.y1 * scale_y)


def tenths(points: float) -> float:
    """Rounded to a tenth of a point, as every box is."""
    return round(points * 10) / 10
