"""Exemption codes that OCR misread. They are small, and no engine has words like "(b)(7)(C)" or "s.40" to go by.

(b)6)   ®)(6)   (BX7)(C)   (b)(S)/OP     brackets fall together, b is taken for what is as round
5.40    $.40(2)                          s for what is as crooked
Ex'5    EX'S                             the point and the digit
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from readingroom.exemptions import EXEMPTIONS
from readingroom.model import Box, Page, Word
from readingroom.pages.boxes import middle_in
from readingroom.pages.pieces import Piece, pieces_of
from readingroom.text import Line

_DOUBTED = 0.8  # above it, a word that looks like a misread code is none
_WELL_DOUBTED = 0.5  # the same of a word without a digit
_SMALL = 0.85  # of the usual height of a word on the page, what a section's number on a redaction is at most
_BRACKETED = re.compile(
    r"[\[({|]{0,2}[bB68dDhp0Oo®©@]{0,2}[)}\]XYU]{1,2}[(\[{]?(?P<number>[1-9SsGe®])[)}\]NXYO]?"
    r"(?:[(\[{]?(?P<letter>[A-Fc©])[)}\]])?(?:[/1Il]?(?P<kind>[DO]P|AC|WP))?[\])|,.;]?"
)
_NAMED = re.compile(r"E[xX][.,:'’\\]{0,2}(?P<number>[1-9Ss])(?:\((?P<letter>[A-F])\))?[,.;]?")
_SECTION = re.compile(r"[s5$§S][.,]?(?P<number>\d\d)(?:\(?(?P<part>\d)\))?[,.;]?")
_SECTION_IN_BOX = re.compile(r"[s5$§S8][.,]?(?P<number>\d\d)(?:[({0]?(?P<part>\d)[)}\]])?[\])|,.;]?")
_SECTIONS = {re.sub(r"\(.*", "", one.code) for one in EXEMPTIONS if one.code.startswith("s.")}
_MARGIN = 0.88  # of the page's width, from which on nothing but codes is expected
_LONGEST = 14  # characters
_DIGITS = {"S": "5", "s": "5", "G": "6", "e": "6", "®": "6"}


def find_misread_codes(
    page: Page, lines: Sequence[Line], taken: set[int], boxes: Sequence[Box] = ()
) -> Iterator[Piece]:
    """Words of a page from OCR, as pieces whose text is the code that they stand for. Words in `taken` are left out.

    `boxes` are those of redactions: what may be a code in one is a code, however sure and large.
    """
    usual = median(word.box.y1 - word.box.y0 for word in page.words) if page.words else 0.0
    for line in lines:
        for piece in pieces_of(line):
            for at in range(piece.first, piece.last):
                word = line.words[at]
                if word.confidence == 1.0 or len(word.text) > _LONGEST or line.indices[at] in taken:
                    continue
                if word.box.x0 > _MARGIN * page.width or any(middle_in(word.box, box) for box in boxes):
                    meant = code_in_box(word.text)
                else:
                    alone = piece.last - piece.first == 1
                    meant = _bracketed(word) or (alone and (_named(word) or _section(word, usual))) or ""
                if meant:
                    yield Piece(line, at, at + 1, meant)


def code_in_box(text: str) -> str:
    """The code that a misread word in a redaction's box stands for; "" for none."""
    if match := _BRACKETED.fullmatch(text):
        return _bracketed_code(match)
    if match := _NAMED.fullmatch(text):
        return _named_code(match)
    match = _SECTION_IN_BOX.fullmatch(text)
    return _section_code(match) if match and f"s.{match['number']}" in _SECTIONS else ""


def _bracketed(word: Word) -> str:
    match = _BRACKETED.fullmatch(word.text)
    if not match or word.confidence >= (_DOUBTED if re.search(r"\d", word.text[1:]) else _WELL_DOUBTED):
        return ""
    return _bracketed_code(match)


def _bracketed_code(match: re.Match[str]) -> str:
    letter = {"c": "C", "©": "C"}.get(match["letter"], match["letter"])
    number = _DIGITS.get(match["number"], match["number"])
    return f"(b)({number})" + (f"({letter})" if letter else "") + ("/DP" if match["kind"] else "")


def _named(word: Word) -> str:
    match = _NAMED.fullmatch(word.text) if word.confidence < _DOUBTED else None
    return _named_code(match) if match else ""


def _named_code(match: re.Match[str]) -> str:
    number = _DIGITS.get(match["number"], match["number"])
    return f"Ex. {number}" + (f"({match['letter']})" if match["letter"] else "")


def _section(word: Word, usual: float) -> str:
    match = _SECTION.fullmatch(word.text)
    if not match or f"s.{match['number']}" not in _SECTIONS:
        return ""
    told = match["part"] and "(" in word.text  # "5.40(2)" is no number
    return _section_code(match) if told or word.box.y1 - word.box.y0 < _SMALL * usual else ""


def _section_code(match: re.Match[str]) -> str:
    return f"s.{match['number']}" + (f"({match['part']})" if match["part"] else "")
