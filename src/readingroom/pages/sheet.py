"""How a scanned sheet lies in its picture: askew, and two pages on it side by side."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.pages.ocr import Picture
from readingroom.pages.reduced import reduced

LOOKED_AT_DPI = 100.0
FARTHEST_ASKEW = 5.0  # degrees; beyond it a sheet was laid on so, and lines still read
LEAST_ASKEW = 0.3  # degrees that are set straight: below, turning blurs more than it helps
FEWEST_DOTS = 400  # of ink in the small picture; with fewer no slope is measured
MOST_DOTS = 20_000
EDGE = 0.04  # of the picture, where shadows of the glass and holes are
WIDE = 1.15  # times its height: how wide a sheet is on which two pages may lie
GUTTER = 0.012  # of the width: the narrowest white between two pages
MIDDLE = (0.42, 0.58)  # of the width, where that white lies
FEWEST_ROWS = 0.15  # of the height that print takes on either side


def slope_of(picture: Picture, dpi: float) -> float:
    """Degrees clockwise by which lines of print drop to the right; 0.0 where too little is printed to tell.

    The dots of ink are slid along slopes until as many as can be fall into rows with clear gaps between them.
    """
    rows, columns = np.nonzero(ink_of(picture, dpi))
    if rows.size < FEWEST_DOTS:
        return 0.0
    step = -(-rows.size // MOST_DOTS)
    rows, columns = rows[::step].astype(np.float32), columns[::step].astype(np.float32)

    def clear(slope: float) -> float:
        level = rows - columns * np.float32(np.tan(np.radians(slope)))
        counts = np.bincount((level - level.min()).astype(np.int32)).astype(np.float64)
        return float(np.square(np.diff(counts)).sum())

    coarse = max(np.arange(-FARTHEST_ASKEW, FARTHEST_ASKEW + 0.1, 0.5).tolist(), key=clear)
    near = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1).tolist(), key=clear)
    return round(float(near), 1)


def straighten(picture: Picture, slope: float) -> Picture:
    """The picture turned back by `slope` degrees about its middle."""
    rows, columns = picture.shape
    there = cv2.getRotationMatrix2D((columns / 2, rows / 2), slope, 1.0)
    turned = cv2.warpAffine(picture, there, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8)


def gutter_of(picture: Picture, dpi: float) -> int:
    """The column of the white between two pages that lie side by side on an upright sheet; 0 where it is one page.

    The white goes from top to bottom in the middle of a wide sheet, and there is print on both sides.
    """
    height, width = picture.shape
    if width < WIDE * height:
        return 0
    ink = ink_of(picture, dpi)
    columns = ink.shape[1]
    first, last = (round(share * columns) for share in MIDDLE)
    white = ink[:, first:last].sum(axis=0) <= 0.002 * ink.shape[0]
    start, end = _longest(white)
    if end - start < GUTTER * columns:
        return 0
    middle = first + (start + end) // 2
    for side in (ink[:, : first + start], ink[:, first + end :]):
        if (side.any(axis=1)).mean() < FEWEST_ROWS:
            return 0
    gutter: int = round(middle * width / columns)
    return gutter


def ink_of(picture: Picture, dpi: float) -> npt.NDArray[np.bool_]:
    """Where a small copy of the picture is darker than its surroundings, edges left out."""
    calm = cv2.medianBlur(reduced(picture, dpi, LOOKED_AT_DPI).picture, 3)
    marked = cv2.adaptiveThreshold(calm, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 18)
    rows, columns = (max(1, round(EDGE * side)) for side in marked.shape)
    ink = np.zeros(marked.shape, dtype=np.bool_)
    ink[rows:-rows, columns:-columns] = marked[rows:-rows, columns:-columns] > 0
    return ink


def _longest(run: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Where the longest run of True begins, and one behind its end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], run, [False])).astype(np.int8)))
    pairs = edges.reshape(-1, 2)
    return max(((int(a), int(b)) for a, b in pairs), key=lambda pair: pair[1] - pair[0], default=(0, 0))
