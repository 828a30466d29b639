"""Labels on boxes in a page's picture, read: white on black, small, or near to a frame.

████(b)(6)████      +--------------------+
▒▒▒▒(b)(5)▒▒▒▒  ->  | (b)(6)             |   the labels of a page, black on white and larger, below each other on
[   (b)(6)   ]      | (b)(5)             |   one small picture: one call of the engine reads them all
| (b)(6)             |
+--------------------+
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box, Word
from readingroom.pages.ocr import OcrEngine, Picture
from readingroom.pages.space import box_from_pixels, box_to_pixels

MOST_LABELS = 24  # of one page: reading more of them costs more than it tells
RIM = 1.0  # points of the inside of a box, where its edge may still be
CONTRAST = 45  # 0..255, of a label against its box
LETTER = (2.5, 16.0, 24.0)  # points: how high a letter is at least and at most, and how wide at most
NARROWEST, WIDEST = 6.0, 150.0  # points, of a label
BLANK = 3.5  # points: at least as wide is what is on either side of a label
LETTER_HIGH = 34.0  # pixels: as high engines like letters
_PAD = 24  # pixels, about each label


class _Label(NamedTuple):
    """A label as it is put on the picture."""

    picture: Picture
    left: float  # of the label on the page, in pixels of the page's picture
    top: float
    scale: float


def read_labels(
    picture: Picture, boxes: Sequence[Box], dpi: float, engine: OcrEngine
) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """The words printed in boxes of a grey picture, and the boxes that have any; boxes in points. Raises OcrFailed."""
    labels: list[_Label] = []
    labelled: list[Box] = []
    for box in boxes:
        label = _cut_out(picture, box, dpi / 72) if len(labels) < MOST_LABELS else None
        if label:
            labels.append(label)
            labelled.append(box)
    if not labels:
        return (), ()
    height = sum(label.picture.shape[0] + _PAD for label in labels) + _PAD
    width = max(label.picture.shape[1] for label in labels) + 2 * _PAD
    sheet = np.full((height, width), 255, np.uint8)
    tops, top = [], _PAD
    for label in labels:
        rows, columns = label.picture.shape
        sheet[top : top + rows, _PAD : _PAD + columns] = label.picture
        tops.append(top)
        top += rows + _PAD
    words = []
    for word in engine.read(sheet, dpi):
        middle = (word.box.y0 + word.box.y1) / 2
        at = max(nth for nth, top in enumerate(tops) if nth == 0 or top - _PAD / 2 <= middle)
        label = labels[at]
        x0, x1 = (label.left + (edge - _PAD) / label.scale for edge in (word.box.x0, word.box.x1))
        y0, y1 = (label.top + (edge - tops[at]) / label.scale for edge in (word.box.y0, word.box.y1))
        words.append(word._replace(box=box_from_pixels(Box(x0, y0, x1, y1), dpi / 72, dpi / 72)))
    return tuple(words), tuple(labelled)


def _cut_out(picture: Picture, box: Box, a_point: float) -> _Label | None:
    """What is printed in a box, black on white; None where it is nothing, or no label."""
    x0, y0, x1, y1 = (round(edge) for edge in box_to_pixels(box, a_point, a_point))
    rim = round(RIM * a_point)
    left, top = max(0, x0 + rim), max(0, y0 + rim)
    inner = picture[top : y1 - rim, left : x1 - rim]
    if min(inner.shape) < LETTER[0] * a_point:
        return None
    tone = float(np.median(inner))
    apart = np.abs(inner.astype(np.float32) - tone)
    letters = _letters((apart > CONTRAST).astype(np.uint8), a_point)
    if not letters:
        return None
    a, b = min(one[0] for one in letters), min(one[1] for one in letters)
    c, d = max(one[0] + one[2] for one in letters), max(one[1] + one[3] for one in letters)
    if not NARROWEST * a_point < c - a < WIDEST * a_point or d - b > LETTER[1] * a_point:
        return None
    # Brackets in a low box may touch its sides, or a letter break: they are taken in here.
    inked = (apart[b:d] > CONTRAST).any(axis=0)
    blank = round(BLANK * a_point)
    while a > 0 and inked[max(0, a - blank) : a].any():
        a -= 1
    while c < inked.size and inked[c : c + blank].any():
        c += 1
    a, b, c, d = max(0, a - rim), max(0, b - rim), c + rim, d + rim
    part = apart[b:d, a:c]
    ink = 255 - np.clip(part * (255 / max(CONTRAST, float(np.percentile(part, 98)))), 0, 255)
    scale = min(3.0, max(1.0, LETTER_HIGH / (d - b)))
    large = cv2.resize(ink.astype(np.uint8), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return _Label(np.asarray(large, np.uint8), left + a, top + b, scale)


def _letters(marks: npt.NDArray[np.uint8], a_point: float) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of what may be letters: no sides of a box, no specks, no lines."""
    lowest, highest, widest = (size * a_point for size in LETTER)
    _, _, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    columns = marks.shape[1]
    return [
        (x, y, wide, high)
        for x, y, wide, high, _ in stats[1:].tolist()
        if x > 0 and x + wide < columns and lowest <= high <= highest and wide <= widest
    ]
