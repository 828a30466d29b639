"""Pictures made smaller, cheaply: whole pixels averaged first, what is left of the way sampled between pixels."""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

ENOUGH = 0.95  # of the way to the resolution that is wanted


class Reduced(NamedTuple):
    """A picture, and how fine it is."""

    picture: npt.NDArray[np.uint8]  # grey, or colours as the last axis
    dpi: float


def reduced(picture: npt.NDArray[np.uint8], dpi: float, wanted: float) -> Reduced:
    """The picture at about `wanted` dpi, or as it is where it is no finer.

    Averaging over broken parts of pixels, as is usual, takes ten times as long.
    """
    times = int(dpi / (wanted * ENOUGH))
    small: Any = picture
    if times > 1:
        rows, columns = (max(1, side // times) for side in picture.shape[:2])
        whole = picture[: rows * times, : columns * times]
        small, dpi = cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA), dpi / times
    if wanted < ENOUGH * dpi:
        columns = max(1, round(small.shape[1] * wanted / dpi))
        rows = max(1, round(small.shape[0] * wanted / dpi))
        dpi *= columns / small.shape[1]
        small = cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR)
    return Reduced(np.asarray(small, np.uint8), dpi)
