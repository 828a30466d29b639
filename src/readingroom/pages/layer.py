"""Words of a page from the PDF's text layer, by pdfium."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from readingroom.model import Box, Word
from readingroom.pages.space import PageSpace, corners_from_pdf

MOST_CHARACTERS = 2_000_000  # of one page: a hostile font can print a thousand million
FARTHEST = 200_000.0  # points from the page's edge; a word that lies farther off is given as if it lay here
_WORDS = re.compile(r"[^\s\x02\ufffe]+|[\x02\ufffe]")
_MARKS = "\x02\ufffe"  # pdfium's mark for a hyphen at a line end, as one call and as another gives it
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_UNPRINTED = (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_CLEANED = dict.fromkeys((*_UNPRINTED, *range(0x2060, 0x2070), 0xFEFF, 0xFFFE, 0xFFFF), "") | _LIGATURES
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")  # what a font without a code table prints


class Layer(NamedTuple):
    """A page's text layer."""

    words: tuple[Word, ...]  # in reading order
    places: tuple[tuple[int, int], ...]  # for each word: its first character in `text`, and one behind its last
    text: str  # the whole layer, one UTF-16 unit a character of the string: place n is pdfium's character n
    odd: float  # 0..1: characters that stand for nothing; near 1 the layer is rubbish
    outside: tuple[Word, ...]  # those that lie wholly outside the page as shown: in no list of words
    cut: bool  # there was more than MOST_CHARACTERS


def words_of_page(page: Any) -> tuple[Word, ...]:
    """The words of a `pypdfium2.PdfPage` in reading order, boxes in points, confidence 1.0."""
    return read_layer(page).words


def space_of_page(page: Any) -> PageSpace:
    """How a `pypdfium2.PdfPage` lies in PDF space."""
    left, bottom, right, top = page.get_bbox()
    return PageSpace(left, bottom, right, top, page.get_rotation() // 90)


def read_layer(page: Any) -> Layer:
    """The text layer of a `pypdfium2.PdfPage`.

    A word's box goes from its first character's loose box (as high as the font) to its last one's. A word that is
    hyphenated at a line end is two words, the first with its hyphen. Raises pypdfium2.PdfiumError.
    """
    textpage = page.get_textpage()
    try:
        return read_textpage(textpage, space_of_page(page))
    finally:
        textpage.close()


def read_textpage(textpage: Any, space: PageSpace) -> Layer:
    """As `read_layer`, from a `pypdfium2.PdfTextPage` that the caller opened and closes."""
    handle = textpage.raw
    count = pdfium.FPDFText_CountChars(handle)
    text = _units(handle, min(count, MOST_CHARACTERS))
    pair = (pdfium.FS_RECTF * 2)()  # loose boxes of a word's first and last character
    first, last = ctypes.byref(pair[0]), ctypes.byref(pair[1])
    loose_box = pdfium.FPDFText_GetLooseCharBox
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    pairs: list[bytes] = []
    for match in _WORDS.finditer(text):
        start, end = match.span()
        printed = match.group()
        if printed in _MARKS:
            continue
        if end < len(text) and text[end] in _MARKS and pdfium.FPDFText_IsHyphen(handle, end) == 1:
            printed += "-"
            end += 1
        if not printed.isascii() or not printed.isprintable():
            printed = clean_word(printed)
        if printed and loose_box(handle, start, first) and loose_box(handle, end - 1, last):
            texts.append(printed)
            places.append((start, end))
            pairs.append(bytes(pair))
    boxes = _boxes(space, b"".join(pairs))
    printed_words = [(Word(printed, box, 1.0), shows) for printed, (box, shows) in zip(texts, boxes, strict=True)]
    words = tuple(word for word, shows in printed_words if shows)
    outside = tuple(word for word, shows in printed_words if not shows)
    shown = tuple(place for place, (_, shows) in zip(places, boxes, strict=True) if shows)
    odd = len(_ODD.findall(text)) / len(text) if text else 0.0
    return Layer(words, shown, text, odd, outside, count > MOST_CHARACTERS)


def _boxes(space: PageSpace, pairs: bytes) -> list[tuple[Box, bool]]:
    """One box a pair of FS_RECTF, cut to the page as shown, and True; uncut and False where it lies wholly outside."""
    rects = np.frombuffer(pairs, dtype=np.float32).astype(np.float64).reshape(-1, 2, 4)
    x0, y0, x1, y1 = corners_from_pdf(
        space,
        rects[:, :, (0, 2)].min(axis=(1, 2)),
        rects[:, :, (1, 3)].min(axis=(1, 2)),
        rects[:, :, (0, 2)].max(axis=(1, 2)),
        rects[:, :, (1, 3)].max(axis=(1, 2)),
    )
    width, height = space.width, space.height
    shown = (x1 > 0) & (y1 > 0) & (x0 < width) & (y0 < height)
    cut = np.stack((x0.clip(0, width), y0.clip(0, height), x1.clip(0, width), y1.clip(0, height)), axis=1)
    whole = np.nan_to_num(np.stack((x0, y0, x1, y1), axis=1)).clip(-FARTHEST, FARTHEST)
    tenths = np.rint(np.where(shown[:, None], cut, whole) * 10) / 10
    return [(Box(*four), inside) for four, inside in zip(tenths.tolist(), shown.tolist(), strict=True)]


def _units(handle: Any, count: int) -> str:
    """The page's UTF-16 units, one a character of the string.

    pdfium's whole text leaves out some control characters: where the counts differ, each is asked for by itself.
    """
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(handle, 0, count, buffer) - 1
    if got == count:
        text = ctypes.string_at(buffer, 2 * got).decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    unit_at = pdfium.FPDFText_GetUnicode
    return "".join([chr(unit_at(handle, at) & 0xFFFF) for at in range(count)])


def clean_word(printed: str) -> str:
    """Ligatures taken apart, surrogates joined, and what prints nothing left out."""
    whole = printed.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.translate(_CLEANED)
