"""Whether words can be seen: the proof by picture.

A word that is taken out of the page without changing the page's picture cannot be seen in it. Order of painting and
colours alone are fooled by clips, blend modes and what is painted later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from readingroom.model import Box, HiddenBy
from readingroom.pages.picture import render_grey
from readingroom.pages.space import PageSpace
from readingroom.pages.suspects import Suspect

MOST_PIXELS = 4_000_000  # of the pictures that are compared
SCALE = 1.5  # pixels a point
SHOWS = 0.04  # share of changed pixels from which on a word is taken to show
CHANGED = 24  # of 255
BESIDE = 1.0  # points: less than a blank is wide

Grey = npt.NDArray[np.int16]


class Sight:
    """A page drawn as it is and without some of its words. Leaves the page as it was. Raises PdfiumError."""

    def __init__(self, page: Any, textpage: Any, space: PageSpace) -> None:
        self._page, self._textpage, self._space = page, textpage, space
        self._scale = min(SCALE, (MOST_PIXELS / max(1.0, space.width * space.height)) ** 0.5)
        self._whole = self._draw()

    def unseen(self, suspects: Sequence[Suspect]) -> list[bool]:
        """For each: it cannot be seen.

        What lies under something is tried first and what has its ground's colour by itself: a white label that
        vanishes would change the picture where words lie under its box.
        """
        coloured = self._change([one for one in suspects if one.by is HiddenBy.COLOUR])
        covered = self._change([one for one in suspects if one.by not in (HiddenBy.COLOUR, HiddenBy.INVISIBLE)])
        return [
            not _many(coloured if one.by is HiddenBy.COLOUR else covered, self._slices(one.box))
            and (self._plain(one.box) or not one.bare)
            for one in suspects
        ]

    def tone(self, box: Box) -> int:
        """The median grey of a box, 0..255."""
        x0, y0, x1, y1 = (round(edge * self._scale) for edge in box)
        part = self._whole[max(0, y0) : y1, max(0, x0) : x1]
        return int(np.median(part)) if part.size else 255

    def _change(self, suspects: Sequence[Suspect]) -> npt.NDArray[np.bool_]:
        """Which pixels change where these are taken out."""
        if not suspects:
            return np.zeros(self._whole.shape, np.bool_)
        places = {place for one in suspects for place in range(one.start, one.end)}
        handles = [pdfium.FPDFText_GetTextObject(self._textpage.raw, place) for place in sorted(places)]
        changed: npt.NDArray[np.bool_] = np.abs(self._whole - self._without(filter(None, handles))) > CHANGED
        return changed

    def _without(self, handles: Iterable[Any]) -> Grey:
        """The page drawn without these text objects, which are put back."""
        modes = []
        for handle in handles:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
            if mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                modes.append((handle, mode))
                pdfium.FPDFTextObj_SetTextRenderMode(handle, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        try:
            return self._draw()
        finally:
            for handle, mode in modes:
                pdfium.FPDFTextObj_SetTextRenderMode(handle, mode)

    def _draw(self) -> Grey:
        return render_grey(self._page, self._space.width, self._space.height, self._scale).astype(np.int16)

    def _plain(self, box: Box) -> bool:
        """Nothing shows in it and right beside it.

        Only the middle half of its height counts: the lines above and below may reach into the rest.
        """
        x0, y0, x1, y1 = (edge * self._scale for edge in box)
        quarter, beside = (y1 - y0) / 4, BESIDE * self._scale
        rows = slice(max(0, round(y0 + quarter)), round(y1 - quarter) + 1)
        part = self._whole[rows, max(0, round(x0 - beside)) : max(0, round(x1 + beside))]
        return not part.size or float((np.abs(part - np.median(part)) > CHANGED).mean()) <= SHOWS

    def _slices(self, box: Box) -> tuple[slice, slice]:
        """One pixel inside, so that the soft edge of a letter beside the box does not count."""
        x0, y0, x1, y1 = (edge * self._scale for edge in box)
        return slice(int(y0) + 2, max(int(y1) - 1, 0)), slice(int(x0) + 2, max(int(x1) - 1, 0))


def _many(changed: npt.NDArray[np.bool_], place: tuple[slice, slice]) -> bool:
    part = changed[place]
    return bool(part.size) and float(part.mean()) > SHOWS
