"""Words of a layer that may not show: candidates by order of painting, colour and place. The picture decides."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from readingroom.model import Box, HiddenBy
from readingroom.pages.annotations import annotations_over
from readingroom.pages.boxes import middle_in, shared_part
from readingroom.pages.layer import Layer
from readingroom.pages.painted import PALE, PaintedBox, Painting, text_order
from readingroom.pages.space import PageSpace, box_from_pdf
from readingroom.text import box_around

SAME_COLOUR = 24  # of 255, in each of red, green and blue
PICTURES = 0.5  # of the page: from here on its words are the text layer of a scan, wherever they stand in the order
_LAST = 1 << 40  # in the order of painting: annotations are drawn over all


class Cover(NamedTuple):
    """Something that can lie over words or have their colour."""

    box: Box
    order: int
    by: HiddenBy
    fill: tuple[int, int, int] | None
    certain: bool = False  # whatever shows of the words is hidden all the same
    says: str = ""  # what it prints itself, as far as that is known


class Suspect(NamedTuple):
    """A run of characters of one word that may not show, and why."""

    word: int  # index into Layer.words
    start: int  # its first character
    end: int  # one behind the last
    by: HiddenBy
    cover: int  # index into the covers; -1: there is none
    box: Box  # of the characters, cut to the cover
    bare: bool  # hidden only where nothing shows: what lies under visible print may be its text layer, or its double


def covers_of(page: Any, space: PageSpace, painting: Painting) -> tuple[Cover, ...]:
    """All that can cover a word. The first are `painting.boxes`, index for index; the rest are no plain rectangles."""
    covers = [
        Cover(box.box, box.order if box.opaque else -1, HiddenBy.BOX, box.fill if box.opaque else None)
        for box in painting.boxes
    ]
    covers += (Cover(shape.box, shape.order, HiddenBy.BOX, shape.fill) for shape in painting.shapes)
    if not is_scan(painting, space):
        covers += (Cover(one.box, one.order, HiddenBy.PICTURE, None) for one in painting.pictures)
    covers += (
        Cover(one.box, _LAST, HiddenBy.ANNOTATION, None, one.marks_for_redaction, one.says)
        for one in annotations_over(page, space)
    )
    return tuple(covers)


def is_scan(painting: Painting, space: PageSpace) -> bool:
    """Whether pictures make up the page: one, or the strips that a scan was cut into."""
    area = sum((one.box.x1 - one.box.x0) * (one.box.y1 - one.box.y0) for one in painting.pictures)
    return area >= PICTURES * space.width * space.height


def find_suspects(
    textpage: Any, space: PageSpace, layer: Layer, painting: Painting, covers: Sequence[Cover]
) -> tuple[Suspect, ...]:
    """Words that something covers, that have their ground's colour, or that are printed in nothing."""
    if not layer.words:
        return ()
    found = _covered(textpage, space, layer, painting, covers)
    if painting.unprinted or painting.pale:
        found += _colourless(textpage, space, layer, painting)
    return tuple(found)


def characters(textpage: Any, space: PageSpace, start: int, end: int) -> list[tuple[int, Box]]:
    """Each character's place in the layer and its loose box."""
    rect = pdfium.FS_RECTF()
    places = []
    for place in range(start, end):
        if pdfium.FPDFText_GetLooseCharBox(textpage.raw, place, rect):
            places.append((place, box_from_pdf(space, rect.left, rect.bottom, rect.right, rect.top)))
    return places


def _covered(
    textpage: Any, space: PageSpace, layer: Layer, painting: Painting, covers: Sequence[Cover]
) -> list[Suspect]:
    """Runs of characters whose middle lies in a cover that is painted over them, or is of their colour."""
    corners = np.array([word.box for word in layer.words])
    heights = np.maximum(corners[:, 3] - corners[:, 1], 0.1)
    found = []
    for at, cover in enumerate(covers):
        if cover.order < 0 or (cover.by is HiddenBy.BOX and cover.fill is None):
            continue
        x0, y0, x1, y1 = cover.box
        beside = (corners[:, 0] < x1) & (corners[:, 2] > x0)
        overlap = np.minimum(corners[:, 3], y1) - np.maximum(corners[:, 1], y0)
        for index in np.flatnonzero(beside & (overlap > 0.4 * heights)).tolist():
            start, end = layer.places[index]
            over = text_order(painting, textpage, start) < cover.order
            if not over and not any(_same_colour(textpage, place, cover.fill) for place in (start, end - 1)):
                continue
            inside = [
                (place, box)
                for place, box in characters(textpage, space, start, end)
                if middle_in(box, cover.box) and (over or _same_colour(textpage, place, cover.fill))
            ]
            if inside:
                around = shared_part(box_around([box for _, box in inside]), cover.box)
                by = cover.by if over else HiddenBy.COLOUR
                bare = by is HiddenBy.PICTURE or (by is HiddenBy.COLOUR and _is_pale(cover.fill))
                found.append(Suspect(index, inside[0][0], inside[-1][0] + 1, by, at, around, bare))
    return found


def _colourless(textpage: Any, space: PageSpace, layer: Layer, painting: Painting) -> list[Suspect]:
    """Runs of characters that are printed in nothing, or in white on white, beside every picture.

    Characters printed in nothing on a picture are its text layer; white ones on one may be seen.
    """
    grounds = [box for box in painting.boxes if box.opaque and box.fill and not _is_pale(box.fill)]
    found = []
    for index, word in enumerate(layer.words):
        if _lies_on(word.box, painting.pictures):
            continue
        for by, start, end in _runs_by_ink(textpage, *layer.places[index], painting):
            if by is HiddenBy.INVISIBLE or not _lies_on(word.box, grounds):
                box = box_around([box for _, box in characters(textpage, space, start, end)] or [word.box])
                found.append(Suspect(index, start, end, by, -1, box, True))
    return found


def _runs_by_ink(textpage: Any, start: int, end: int, painting: Painting) -> Iterator[tuple[HiddenBy, int, int]]:
    """The runs of a word that have no ink, or white ink: a word may be pieced together from several texts."""

    def ink(place: int) -> HiddenBy | None:
        handle = pdfium.FPDFText_GetTextObject(textpage.raw, place)
        address = ctypes.addressof(handle.contents) if handle else 0
        if address in painting.unprinted:
            return HiddenBy.INVISIBLE
        return HiddenBy.COLOUR if address in painting.pale else None

    for by, places in groupby(range(start, end), key=ink):
        run = list(places)
        if by is not None:
            yield by, run[0], run[-1] + 1


def _is_pale(fill: tuple[int, int, int] | None) -> bool:
    return fill is not None and min(fill) >= PALE


def _lies_on(box: Box, grounds: Sequence[PaintedBox]) -> bool:
    return any(middle_in(box, ground.box) for ground in grounds)


def _same_colour(textpage: Any, place: int, fill: tuple[int, int, int] | None) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if fill is None or not pdfium.FPDFText_GetFillColor(textpage.raw, place, red, green, blue, alpha):
        return False
    return all(abs(a.value - b) <= SAME_COLOUR for a, b in zip((red, green, blue), fill, strict=True))
