"""The picture of a page, made as OCR reads it best; and whether there is anything on it at all."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box
from readingroom.pages.ocr import Picture
from readingroom.pages.space import box_to_pixels

POOR = 3.5  # mean difference of paper from its own median, 0..255
INK_SHARE = 0.00004  # of a page; below it the page is blank
INK = 50.0  # 0..255: what is so much darker than paper is ink, however grainy the paper
FAINTEST = 28.0  # 0..255: what is less darker than the smoothest paper is none
STAIR = 1.0  # pixels of a picture at about 200 dpi
PLENTY = 20.0  # times INK_SHARE, from which on a few dots tell
NIGHT = 110  # 0..255: paper that is darker is no paper, or the page is white on black
RING = 0.015  # of the picture: its outermost part, which a redaction of the whole page leaves white
DUSK = 170  # 0..255: paper that is darker is made brighter
SPREAD = 110  # 0..255: ink and paper that lie closer are set apart
FEWEST_LIT, MOST_LIT = 0.002, 0.4  # of a black page: what is white on it where that is print


def well_lit(picture: Picture) -> Picture:
    """The picture with dark print on light paper and a good distance between them; the same one where it is so.

    White print on black is turned over, unless the outermost part is white: that is a page blacked out whole.
    """
    sample = np.asarray(cv2.medianBlur(np.ascontiguousarray(picture[::3, ::3]), 3), dtype=np.uint8)
    paper = float(np.median(sample))
    if paper < NIGHT:
        lit = float((sample > paper + 80).mean())
        if _ring(sample) < NIGHT and FEWEST_LIT < lit < MOST_LIT:
            return well_lit(np.asarray(255 - picture, dtype=np.uint8))
        return picture
    ink = float(np.percentile(sample, 0.1))
    if (paper >= DUSK and paper - ink > SPREAD) or paper - ink < _grain(sample, paper):
        return picture
    steps = np.clip((np.arange(256) - paper) * (210 / max(paper - ink, 30.0)) + 240, 0, 255)
    return np.asarray(cv2.LUT(picture, steps.astype(np.uint8)), dtype=np.uint8)


def made_readable(picture: Picture, boxes: Sequence[Box], dpi: float) -> Picture:
    """The picture as OCR reads it best: black boxes taken out, with their labels, and specks calmed.

    `boxes` in points. A light scan loses by a median, and a poor one gains more: the
    noise of the paper tells them apart.
    """
    calm = cv2.medianBlur(picture, 3)
    paper = int(np.median(calm[::4, ::4]))
    plain = calm[::4, ::4] > paper - 40
    noise = np.abs(picture[::4, ::4].astype(np.int16) - calm[::4, ::4])[plain]
    poor = noise.size > 0 and float(noise.mean()) > POOR
    clear: Picture = np.array(calm if poor else picture, dtype=np.uint8)
    a_point = dpi / 72
    for box in boxes:
        x0, y0, x1, y1 = (round(edge) for edge in box_to_pixels(box, a_point, a_point))
        edge = round(a_point)
        part = clear[max(0, y0 - edge) : y1 + edge, max(0, x0 - edge) : x1 + edge]
        part[part < paper - 20] = paper
    return clear


def without_stairs(picture: Picture) -> Picture:
    """A picture of a fax, whose rows are twice as far apart as its columns, with the stairs in its letters smoothed.

    Three times as many header lines of it are read right.
    """
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), STAIR), dtype=np.uint8)


def is_blank(picture: Picture) -> bool:
    """Whether a picture shows nothing but paper and specks. A few of its dots tell of most pages that it does not."""
    return _shows_nothing(np.ascontiguousarray(picture[::3, ::3]), PLENTY) and _shows_nothing(picture, 1.0)


def _shows_nothing(picture: Picture, times: float) -> bool:
    """Whether less than so many times INK_SHARE of a picture is ink."""
    calm = cv2.medianBlur(picture, 3)
    paper = float(np.median(calm[::4, ::4]))
    sample = np.asarray(calm[::4, ::4], dtype=np.uint8)
    dark = calm < paper - min(INK, _grain(sample, paper))
    return cv2.countNonZero(dark.astype(np.uint8)) < times * INK_SHARE * picture.size


def _grain(calm: npt.NDArray[np.uint8], paper: float) -> float:
    """How much darker than paper something must be that is no grain of it."""
    return max(FAINTEST, 9.0 * float(np.median(np.abs(calm.astype(np.float32) - paper))))


def _ring(picture: Picture) -> float:
    """The median tone of the outermost part."""
    rows, columns = (max(1, round(RING * side)) for side in picture.shape)
    edges = (picture[:rows], picture[-rows:], picture[:, :columns], picture[:, -columns:])
    return float(np.median(np.concatenate([edge.ravel() for edge in edges])))
