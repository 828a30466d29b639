"""Boxes that show in the picture of a page, filled and outlined ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box
from readingroom.pages.filled import filled_boxes, paper_of
from readingroom.pages.ocr import Picture
from readingroom.pages.outlined import frames_of
from readingroom.pages.sheet import slope_of
from readingroom.pages.space import box_from_pixels

LOOKED_AT_DPI = 150.0  # thin lines show; finer detail only costs time
_FILLED_AT_DPI = 100.0  # a filled box is large
_STRAIGHT = 0.2  # degrees: what lies askew by less is left as it is


class PictureBox(NamedTuple):
    """One rectangle that shows in a picture, in points of the page."""

    box: Box
    fill: (
        tuple[int, int, int] | None
    )  # red, green, blue 0..255 in the middle of its tones, paper as white; None: a frame
    labelled: bool  # a frame with something short printed in its middle


def boxes_in_picture(picture: npt.NDArray[np.uint8], dpi: float) -> tuple[PictureBox, ...]:
    """Filled and outlined rectangles in a picture of a whole page, grey or in colours, boxes in points, in no order.

    A page that lies askew is laid level to look at it; the bounds of the box as it lies are given.
    """
    scale = min(1.0, LOOKED_AT_DPI / dpi)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 0.95 else picture
    a_point = dpi / 72 * (small.shape[1] / picture.shape[1])  # pixels
    slope = slope_of(_darkest(small), a_point * 72)
    slope = slope if abs(slope) > _STRAIGHT else 0.0
    matrix = cv2.getRotationMatrix2D((small.shape[1] / 2, small.shape[0] / 2), slope, 1.0)
    if slope:
        small = cv2.warpAffine(small, matrix, small.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
    tones = _darkest(small)
    less = min(1.0, _FILLED_AT_DPI / 72 / a_point)
    coarse = cv2.resize(small, None, fx=less, fy=less, interpolation=cv2.INTER_AREA) if less < 0.95 else small
    less = coarse.shape[1] / small.shape[1]
    grey = _darkest(coarse)
    paper = paper_of(grey)
    as_they_lie = cv2.invertAffineTransform(matrix)

    def place(corners: Iterable[float]) -> Box:
        return box_from_pixels(_turned(corners, as_they_lie), a_point, a_point)

    boxes = [
        PictureBox(place([edge / less for edge in box]), _colour_of(coarse, paper, box), False)
        for box in filled_boxes(grey, paper, a_point * less)
    ]
    return (*boxes, *(PictureBox(place(frame), None, labelled) for frame, labelled in frames_of(tones, a_point)))


def _darkest(picture: Any) -> Picture:
    """Of each pixel the darkest of its colours: light yellow is as far from paper as grey."""
    return np.asarray(picture if picture.ndim == 2 else picture.min(axis=2), np.uint8)


def _colour_of(picture: Any, paper: Any, box: tuple[int, int, int, int]) -> tuple[int, int, int]:
    """The colour in the middle of a box, paper as white."""
    x0, y0, x1, y1 = box
    inner = picture[y0 + 1 : y1 - 1, x0 + 1 : x1 - 1].reshape(-1, 1 if picture.ndim == 2 else 3)
    middle = np.median(inner, axis=0) / paper[(y0 + y1) // 2, (x0 + x1) // 2] * 255
    red, green, blue = np.broadcast_to(np.clip(middle, 0, 255).astype(int), 3).tolist()
    return red, green, blue


def _turned(corners: Iterable[float], matrix: Any) -> Box:
    """The bounds of a rectangle after a matrix."""
    x0, y0, x1, y1 = corners
    moved = np.array([[x0, y0, 1], [x1, y0, 1], [x0, y1, 1], [x1, y1, 1]]) @ matrix.T
    return Box(*moved.min(axis=0).tolist(), *moved.max(axis=0).tolist())
