"""Prints of a text: hashes of some of its runs of words, so that two texts with a sentence in common share some."""

from __future__ import annotations

import re
import zlib

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from readingroom.text import fold_ocr_all, fold_plain

RUN = 5  # words that are hashed together
WINDOW = 4  # neighbouring hashes of which the least is kept: any 8 words in common share a print
FEWEST = 20  # words of a text that can be reused so that anybody would care
_WORD = re.compile(r"[^\W_]+")
_MIXER = np.uint64(0x9E3779B97F4A7C15)


def prints_of(text: str) -> bytes:
    """The prints of a text: sorted little-endian uint32, about one for two and a half words; none for a short text.

    Words are folded as OCR misreads them. The least hash of each window is kept, so that what is kept of a run of
    words depends on nothing but these words, wherever they stand.
    """
    words = _WORD.findall(fold_plain(text, hyphen=""))
    if len(words) < FEWEST:
        return b""
    each = np.fromiter((zlib.crc32(word.encode()) for word in fold_ocr_all(words)), dtype=np.uint64, count=len(words))
    runs = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for at in range(RUN):  # the sum goes round at 64 bits, as it should
        runs = (runs ^ each[at : at + len(runs)]) * _MIXER
        runs ^= runs >> np.uint64(29)
    least = sliding_window_view((runs >> np.uint64(32)).astype("<u4"), WINDOW).min(axis=1)
    return np.unique(least).tobytes()
