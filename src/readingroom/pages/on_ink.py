"""Whether a text layer lies where its page's picture shows print."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from readingroom.model import Word
from readingroom.pages.ocr import Picture
from readingroom.pages.sheet import EDGE, ink_of

DPI = 72.0  # at which the picture is looked at: a pixel a point
INKED = 0.04  # of a word's box, what must be ink


def share_on_ink(words: Sequence[Word], picture: Picture) -> float:
    """0..1: of the words, those in whose box the picture shows something. `picture`: the page at DPI, grey.

    What a redaction hides shows nothing, and a box is often off by a letter: a layer of this page has most on ink.
    """
    ink = ink_of(picture, DPI).astype(np.uint8)
    sums = cv2.integral(ink)
    rows, columns = ink.shape
    edges = columns * EDGE, rows * EDGE  # where no ink is looked for
    inner = [
        word.box
        for word in words
        if edges[0] < word.box.x0 and word.box.x1 < columns - edges[0]
        if edges[1] < word.box.y0 and word.box.y1 < rows - edges[1]
    ]
    if not inner:
        return 1.0
    boxes = np.array(inner).round().astype(int)
    x0, x1 = boxes[:, 0].clip(0, columns), boxes[:, 2].clip(0, columns)
    y0, y1 = boxes[:, 1].clip(0, rows), boxes[:, 3].clip(0, rows)
    inked = sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0]
    return float((inked > INKED * np.maximum(1, (x1 - x0) * (y1 - y0))).mean())
