"""Black boxes in the picture of a scanned page."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box
from readingroom.pages.ocr import Picture
from readingroom.pages.space import box_from_pixels

LOOKED_AT_DPI = 100.0  # finer detail only costs time: a box is large
LOWEST, NARROWEST = 7.0, 9.0  # points: a box on a scan is at least about 8 high and 10 wide, less what blur takes
RECTANGULAR = 0.86  # of its tightest turned rectangle, what a box fills
BLACK_SHARE = 0.72  # of a box, what is black: a label in white takes some; bold print has no more than half
MOST_LABEL = 80.0  # points: how wide a white label may be
BLACK = 100  # 0..255


def black_boxes(picture: Picture, dpi: float) -> tuple[Box, ...]:
    """Solid black rectangles on a grey picture of a whole page, from top to bottom, boxes in points.

    A box may lie askew by a few degrees: its tightest turned rectangle is measured, its upright bounds are given.
    """
    scale = min(1.0, LOOKED_AT_DPI / dpi)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 0.9 else picture
    a_point = dpi / 72 * (small.shape[1] / picture.shape[1])  # pixels
    black = (small < BLACK).astype(np.uint8)
    # White letters of a label are closed first; then whatever is thinner than a box goes: print, rules, frames.
    closed = cv2.morphologyEx(black, cv2.MORPH_CLOSE, _brush(2 * a_point, 2 * a_point))
    solid = cv2.morphologyEx(closed, cv2.MORPH_OPEN, _brush(NARROWEST * a_point, LOWEST * a_point))
    outlines, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for outline in outlines:
        x, y, width, height = cv2.boundingRect(outline)
        _, sides, _ = cv2.minAreaRect(outline)
        around = (sides[0] + 1) * (sides[1] + 1)
        part = solid[y : y + height, x : x + width]
        pieces = [(0, 0, width, height, around)]
        if cv2.countNonZero(part) < RECTANGULAR * around:
            pieces = _steps(part, LOWEST * a_point)
        for left, top, right, bottom, area in pieces:
            inked = cv2.countNonZero(black[y + top : y + bottom, x + left : x + right])
            if right - left >= NARROWEST * a_point and bottom - top >= LOWEST * a_point and inked > BLACK_SHARE * area:
                found.append((x + left, y + top, x + right, y + bottom))
    whole = [Box(*piece) for piece in _joined(sorted(found), black, a_point)]
    return tuple(sorted((box_from_pixels(box, a_point, a_point) for box in whole), key=_from_the_top))


def _joined(
    found: list[tuple[int, int, int, int]], black: npt.NDArray[Any], a_point: float
) -> list[tuple[int, int, int, int]]:
    """Boxes that a white label cut in two, made one: what is between the parts is black for the most."""
    whole: list[tuple[int, int, int, int]] = []
    for piece in found:
        for at, other in enumerate(whole):
            level = abs(piece[1] - other[1]) <= 2 * a_point and abs(piece[3] - other[3]) <= 2 * a_point
            if level and 0 <= piece[0] - other[2] < MOST_LABEL * a_point:
                between = black[other[1] : other[3], other[2] : piece[0]]
                if between.size == 0 or between.mean() > 0.5:
                    whole[at] = (other[0], min(other[1], piece[1]), piece[2], max(other[3], piece[3]))
                    break
        else:
            whole.append(piece)
    return whole


def _from_the_top(box: Box) -> tuple[float, float, float, float]:
    return box.y0, box.x0, box.y1, box.x1


def _brush(width: float, height: float) -> npt.NDArray[np.uint8]:
    # Odd, so that what is worn off on one side is put back on the same.
    return np.ones((round(height) // 2 * 2 + 1, round(width) // 2 * 2 + 1), np.uint8)


def _steps(part: npt.NDArray[Any], lowest: float) -> list[tuple[int, int, int, int, float]]:
    """Cuts boxes that touch where the left or right edge jumps: left, top, right, bottom and area of each.

        ██████████        two lines, blacked out together,
        █████             are two boxes

    Gives nothing where the boxes do not make up the whole: a punched hole has a middle that is straight enough.
    """
    pieces: list[tuple[int, int, int, int, float]] = []
    top = left = right = 0
    for row in range(part.shape[0] + 1):
        inked = np.flatnonzero(part[row]) if row < part.shape[0] else np.empty(0, int)
        begin, end = (int(inked[0]), int(inked[-1]) + 1) if inked.size else (0, 0)
        if right > left and abs(begin - left) <= 2 and abs(end - right) <= 2:
            continue
        if right > left and row - top >= lowest:
            pieces.append((left, top, right, row, float((right - left) * (row - top))))
        top, left, right = row, begin, end
    return pieces if sum(piece[4] for piece in pieces) > RECTANGULAR * cv2.countNonZero(part) else []
