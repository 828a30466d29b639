"""Text that lies under a box: told apart from text that shows, and never handed on.

A word is hidden if an opaque box is painted over it after it was painted, and if painting it in another colour does
not change the picture of the page. The second is the proof: order alone is fooled by clips and odd blend modes.
A word is hidden as well if it has the colour of the box that it is painted on, and the picture is plain there.

    painted 1st:  To: Jane Doe        the box painted after the words hides them;
    painted 2nd:  To: ████████        a label painted after the box shows, and stays.
    painted 3rd:  To: █(b)(6)█
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from readingroom.model import Box, Word
from readingroom.pages.boxes import middle_in, shared_part
from readingroom.pages.layer import Layer, clean_word
from readingroom.pages.painted import Painting, text_order
from readingroom.pages.picture import render_grey
from readingroom.pages.space import PageSpace, box_from_pdf
from readingroom.text import box_around

MOST_PIXELS = 4_000_000  # of the two pictures that are compared
_PICTURE_SCALE = 1.5  # pixels a point
_SHOWS = 0.04  # share of changed pixels from which a word is taken to show
_SAME_COLOUR = 24  # of 255, in each of red, green and blue


class Shown(NamedTuple):
    """A layer's words without what is hidden."""

    words: tuple[Word, ...]
    hidden: int  # words of which something printable is under a box
    hiding: frozenset[int]  # indices into Painting.boxes: those that hide something


class _Covered(NamedTuple):
    word: int  # index into Layer.words
    cover: int  # index into Painting.boxes
    start: int  # first covered character
    end: int  # one behind the last
    over: bool  # the box is painted over the word; False: under it, in the word's colour
    box: Box  # of the covered characters


def take_out_hidden(page: Any, textpage: Any, space: PageSpace, layer: Layer, painting: Painting) -> Shown:
    """The words of a layer that show. A word that is covered in part keeps the part that shows.

    `page` is a `pypdfium2.PdfPage`; the colours of its text may be changed, so it is not to be drawn afterwards.
    """
    covered = _covered(textpage, space, layer, painting)
    if covered:
        visible = _visible(page, textpage, space, covered)
        covered = [one for one, shows in zip(covered, visible, strict=True) if not shows]
    if not covered:
        return Shown(layer.words, 0, frozenset())
    under: dict[int, set[int]] = {}
    for one in covered:
        under.setdefault(one.word, set()).update(range(one.start, one.end))
    words: list[Word] = []
    hidden = 0
    for at, word in enumerate(layer.words):
        gone = under.get(at)
        if gone is None:
            words.append(word)
            continue
        hidden += any(layer.text[place].isalnum() for place in gone)
        words.extend(_remains(textpage, space, layer, at, gone))
    return Shown(tuple(words), hidden, frozenset(one.cover for one in covered))


def _covered(textpage: Any, space: PageSpace, layer: Layer, painting: Painting) -> list[_Covered]:
    """Runs of characters whose middle lies in an opaque box that hides them by order or by colour."""
    boxes = painting.boxes
    covers = [at for at, box in enumerate(boxes) if box.fill and box.opaque]
    if not covers or not layer.words:
        return []
    corners = np.array([word.box for word in layer.words])
    heights = np.maximum(corners[:, 3] - corners[:, 1], 0.1)
    found = []
    for at in covers:
        x0, y0, x1, y1 = boxes[at].box
        beside = (corners[:, 0] < x1) & (corners[:, 2] > x0)
        overlap = np.minimum(corners[:, 3], y1) - np.maximum(corners[:, 1], y0)
        for index in np.flatnonzero(beside & (overlap > 0.4 * heights)).tolist():
            start, end = layer.places[index]
            over = text_order(painting, textpage, start) < boxes[at].order
            if not over and not any(_same_colour(textpage, place, boxes[at].fill) for place in (start, end - 1)):
                continue
            inside = [
                (place, box)
                for place, box in _characters(textpage, space, start, end)
                if middle_in(box, boxes[at].box) and (over or _same_colour(textpage, place, boxes[at].fill))
            ]
            if inside:
                around = shared_part(box_around([box for _, box in inside]), boxes[at].box)
                found.append(_Covered(index, at, inside[0][0], inside[-1][0] + 1, over, around))
    return found


def _remains(textpage: Any, space: PageSpace, layer: Layer, word: int, gone: set[int]) -> list[Word]:
    """What shows of a word that is covered in part."""
    start, end = layer.places[word]
    rest: list[Word] = []
    run: list[tuple[int, Box]] = []
    for place, box in [*_characters(textpage, space, start, end), (-1, Box(0, 0, 0, 0))]:
        if place >= 0 and place not in gone:
            run.append((place, box))
            continue
        printed = clean_word(layer.text[run[0][0] : run[-1][0] + 1]) if run else ""
        if printed:
            rest.append(Word(printed, box_around([box for _, box in run]), 1.0))
        run = []
    return rest


def _characters(textpage: Any, space: PageSpace, start: int, end: int) -> list[tuple[int, Box]]:
    rect = pdfium.FS_RECTF()
    places = []
    for place in range(start, end):
        if pdfium.FPDFText_GetLooseCharBox(textpage.raw, place, rect):
            places.append((place, box_from_pdf(space, rect.left, rect.bottom, rect.right, rect.top)))
    return places


def _visible(page: Any, textpage: Any, space: PageSpace, covered: list[_Covered]) -> list[bool]:
    """For each: painting it in another colour changes the picture, or the picture is not plain where it stands."""
    scale = min(_PICTURE_SCALE, (MOST_PIXELS / max(1.0, space.width * space.height)) ** 0.5)
    before = render_grey(page, space.width, space.height, scale).astype(np.int16)
    for one in covered:
        handle = pdfium.FPDFText_GetTextObject(textpage.raw, one.start) if one.over else None
        if handle:
            _change_colour(handle)
    after = render_grey(page, space.width, space.height, scale).astype(np.int16)
    changed = np.abs(before - after) > 24
    verdicts = []
    for one in covered:
        x0, y0, x1, y1 = (edge * scale for edge in one.box)
        # One pixel inside, so that the soft edge of a letter beside the box does not count.
        rows, columns = slice(int(y0) + 2, max(int(y1) - 1, 0)), slice(int(x0) + 2, max(int(x1) - 1, 0))
        ink = changed[rows, columns]
        if not one.over and ink.size:
            tones = before[rows, columns]
            ink = np.abs(tones - np.median(tones)) > _SAME_COLOUR
        verdicts.append(bool(ink.size) and float(ink.mean()) > _SHOWS)
    return verdicts


def _same_colour(textpage: Any, place: int, fill: tuple[int, int, int] | None) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if fill is None or not pdfium.FPDFText_GetFillColor(textpage.raw, place, red, green, blue, alpha):
        return False
    return all(abs(a.value - b) <= _SAME_COLOUR for a, b in zip((red, green, blue), fill, strict=True))


def _change_colour(handle: Any) -> None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for get, put in (
        (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_SetFillColor),
        (pdfium.FPDFPageObj_GetStrokeColor, pdfium.FPDFPageObj_SetStrokeColor),
    ):
        if not get(handle, red, green, blue, alpha):
            red.value = green.value = blue.value = 0
        # The same for each channel, so that it differs from the first one in grey as well.
        other = 0 if red.value + green.value + blue.value > 384 else 255
        put(handle, other, other, other, 255)
