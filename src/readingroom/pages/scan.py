"""A page that is a picture, read: lit, cleaned, set straight, one page of a sheet after the other, turned if need be.

Every step but the engine's costs a few hundredths of what the engine costs. Only what reads badly pays for more: a
part of it is tried in the other three turns, and where one of them reads, the whole is read again so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from readingroom.model import Box, Lay, Page, PageState, TextFrom, Word
from readingroom.pages.ocr import OcrEngine, Picture
from readingroom.pages.readable import made_readable
from readingroom.pages.sheet import LEAST_ASKEW, gutter_of, slope_of, straighten
from readingroom.pages.space import box_from_pixels
from readingroom.pages.specks import strokes_as_letters, without_specks
from readingroom.text import laid_back

SURE = 0.8  # confidence from which on a word counts as read
BADLY = 0.6  # mean confidence of a page's letters, below which another turn is tried
TRIED = 3.2  # inches: the side of the part that is tried
FEWEST_LETTERS = 12  # that must be surely read in another turn


class Scan(NamedTuple):
    """What a picture gave."""

    words: tuple[Word, ...]  # in reading order, boxes in points of the page as shown
    lay: Lay


def read_scan(
    picture: Picture, dpi: float, engine: OcrEngine, black: Sequence[Box] = (), slope: float | None = None
) -> Scan:
    """Words of a grey picture of a whole page, dark on light. Raises OcrFailed.

    `black` are boxes in points: nothing is read in them. `slope`: what `slope_of` gives, where it is known.
    """
    clear = made_readable(picture, black, dpi)
    words, lay = _read_turned(clear, 0, dpi, engine, slope)
    if reads_badly(words):
        turns = _better_turn(clear, words, dpi, engine)
        if turns:
            other, other_lay = _read_turned(clear, turns, dpi, engine)
            if sure_letters(other) > sure_letters(words):
                words, lay = other, other_lay
    return Scan(words, lay)


def reads_badly(words: Sequence[Word]) -> bool:
    """Whether an engine could make little of it: no words, or such as it was not sure of."""
    letters = sum(len(word.text) for word in words)
    return letters == 0 or sum(len(word.text) * word.confidence for word in words) < BADLY * letters


def sure_letters(words: Sequence[Word]) -> int:
    """How many letters stand in words that were surely read."""
    return sum(len(word.text) for word in words if word.confidence >= SURE)


def _read_turned(
    clear: Picture, turns: int, dpi: float, engine: OcrEngine, slope: float | None = None
) -> tuple[tuple[Word, ...], Lay]:
    """The words of a page that is turned clockwise so often before it is read, and how it lies."""
    a_point = dpi / 72
    upright = np.ascontiguousarray(np.rot90(clear, -turns))
    slope = slope_of(upright, dpi) if slope is None else slope
    if abs(slope) < LEAST_ASKEW:
        slope = 0.0
    straight = straighten(upright, slope) if slope else upright
    gutter = gutter_of(straight, dpi)
    lay = Lay(turns, slope, round(gutter / a_point, 1))
    page = Page(
        source="",
        number=0,
        width=clear.shape[1] / a_point,
        height=clear.shape[0] / a_point,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=(),
        lay=lay,
    )
    leaves = [straight[:, :gutter], straight[:, gutter:]] if gutter else [straight]
    words: list[Word] = []
    for nth, leaf in enumerate(leaves):
        down = nth * straight.shape[0] / a_point
        read = [word._replace(box=box_from_pixels(word.box, a_point, a_point)) for word in engine.read(leaf, dpi)]
        for word in strokes_as_letters(without_specks(read, leaf.shape[1] / a_point)):
            box = Box(word.box.x0, word.box.y0 + down, word.box.x1, word.box.y1 + down)
            words.append(word._replace(box=laid_back(page, box)))
    return tuple(words), lay


def _better_turn(clear: Picture, words: Sequence[Word], dpi: float, engine: OcrEngine) -> int:
    """In which turn (1..3) a part of the page reads far better than it did; 0: in none."""
    x0, y0, x1, y1 = _fullest_part(clear, round(TRIED * dpi))
    part = clear[y0:y1, x0:x1]
    a_point = dpi / 72
    there = [
        word
        for word in words
        if x0 <= (word.box.x0 + word.box.x1) / 2 * a_point < x1 and y0 <= (word.box.y0 + word.box.y1) / 2 * a_point < y1
    ]
    found = {turns: sure_letters(engine.read(np.ascontiguousarray(np.rot90(part, -turns)), dpi)) for turns in (1, 2, 3)}
    best = max(found, key=lambda turns: found[turns])
    return best if found[best] >= max(FEWEST_LETTERS, 2 * sure_letters(there)) else 0


def _fullest_part(clear: Picture, side: int) -> tuple[int, int, int, int]:
    """The square with the most ink in it: left, top, right, bottom in pixels."""
    scale = 1 / 16
    small = cv2.resize(clear, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = np.clip(float(np.median(small)) - small.astype(np.float32) - 10, 0, 255)
    reach = max(1, min(round(side * scale), *small.shape))
    sums = cv2.boxFilter(ink, -1, (reach, reach), anchor=(0, 0), normalize=False)
    sums = sums[: small.shape[0] - reach + 1, : small.shape[1] - reach + 1]
    row, column = (int(at) for at in np.unravel_index(int(sums.argmax()), sums.shape))
    return column * 16, row * 16, column * 16 + reach * 16, row * 16 + reach * 16
