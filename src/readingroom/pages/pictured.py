"""Boxes that show in the picture of a page, filled and outlined ones."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box
from readingroom.pages.filled import filled_boxes, paper_of
from readingroom.pages.ocr import Picture
from readingroom.pages.outlined import frames_of
from readingroom.pages.reduced import Reduced, reduced
from readingroom.pages.space import box_from_pixels

LOOKED_AT_DPI = 150.0  # thin lines show; finer detail only costs time
_FILLED_AT_DPI = 100.0  # a filled box is large
COLOURFUL = 40  # 0..255, between the most and the least of red, green and blue: less is grey
RAGGED = 1.5  # times as fine, a picture is often of two tones: its lines have ragged edges, and are blurred
_STRAIGHT = 0.2  # degrees: what lies askew by less is left as it is


class PictureBox(NamedTuple):
    """One rectangle that shows in a picture, in points of the page."""

    box: Box
    fill: (
        tuple[int, int, int] | None
    )  # red, green, blue 0..255 in the middle of its tones, paper as white; None: a frame
    labelled: bool  # a frame with something short printed in its middle


def boxes_in_picture(picture: npt.NDArray[np.uint8], dpi: float, slope: float) -> tuple[PictureBox, ...]:
    """Filled and outlined rectangles in a picture of a whole page, grey or in colours, boxes in points, in no order.

    A page that lies askew, by `slope` degrees as `slope_of` gives them, is laid level to look at it; the bounds of the
    box as it lies are given.
    """
    coarse, as_coarse = _level(reduced(picture, dpi, _FILLED_AT_DPI), slope)
    fine, as_fine = _level(reduced(picture, dpi, LOOKED_AT_DPI), slope)
    tones = _darkest(coarse.picture)
    paper = paper_of(tones)
    boxes = [
        PictureBox(
            box_from_pixels(_turned(box, as_coarse), coarse.dpi / 72, coarse.dpi / 72),
            _colour_of(coarse.picture, paper, box),
            False,
        )
        for box in filled_boxes(tones, paper, coarse.dpi / 72)
    ]
    fine_tones = _darkest(fine.picture)
    if dpi > RAGGED * fine.dpi:
        fine_tones = np.asarray(cv2.blur(fine_tones, (2, 2)), np.uint8)
    frames = [
        PictureBox(box_from_pixels(_turned(frame, as_fine), fine.dpi / 72, fine.dpi / 72), None, labelled)
        for frame, labelled in frames_of(fine_tones, fine.dpi / 72)
    ]
    return (*boxes, *frames)


def _level(small: Reduced, slope: float) -> tuple[Reduced, Any]:
    """A picture turned so that its lines lie level, and the matrix that lays a place on it back."""
    size = small.picture.shape[1::-1]
    matrix = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), slope if abs(slope) > _STRAIGHT else 0.0, 1.0)
    if abs(slope) > _STRAIGHT:
        turned = cv2.warpAffine(small.picture, matrix, size, borderMode=cv2.BORDER_REPLICATE)
        small = small._replace(picture=np.asarray(turned, np.uint8))
    return small, cv2.invertAffineTransform(matrix)


def share_coloured(picture: npt.NDArray[np.uint8]) -> float:
    """0..1: of a picture in colours, what is not grey."""
    bands = cv2.split(picture)
    spread = cv2.subtract(functools.reduce(cv2.max, bands), functools.reduce(cv2.min, bands))
    return float(np.count_nonzero(np.asarray(spread) > COLOURFUL)) / max(1, spread.size)


def _darkest(picture: Any) -> Picture:
    """Of each pixel the darkest of its colours: light yellow is as far from paper as grey."""
    return np.asarray(picture if picture.ndim == 2 else functools.reduce(cv2.min, cv2.split(picture)), np.uint8)


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
