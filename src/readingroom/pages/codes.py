"""Exemption codes printed on one page: in the margin, in gaps, alone on a line. See `code_forms` for their looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from readingroom.model import Box, Page
from readingroom.pages.boxes import middle_in
from readingroom.pages.code_forms import (
    BRACKETED_WORD,
    CODE,
    CODES,
    LAST_CODE,
    LEGEND,
    MISREAD,
    NAMED_WORD,
    is_label,
    normal_codes,
)
from readingroom.pages.pieces import Piece, pieces_of
from readingroom.text import Line

SMALL = 0.85  # of a line's height, what a code in smaller print is at most
SPEAKS_OF_CODES = frozenset(("under", "exemption", "exemptions", "section", "sections", "subsection", "subsections"))
LONGEST = 120  # characters of a label
_LAST_WORDS = 4  # of a line, that may be one code
_MOST_BOXES = 300  # of redactions on one page that are looked into
NEAR = 2.5  # line heights, within which codes that belong together are printed

_PHRASE = re.compile(
    r"\W{0,2}(?:redacted|material redacted|privileged or personal material redacted|personal material redacted"
    r"|privileged material redacted|deleted|withheld|non-?\s?responsive(?: records?)?"
    r"|not responsive|out(?:side)? (?:of |the )?scope"
    r"|1 ?\. ?4 ?\(.{0,2})\W{0,2}",
    re.IGNORECASE,
)
# A phrase that is printed over text, so that its end is lost, or that runs on in a line.
_LAID_OVER = re.compile(
    r"Priv[il1]{1,2}[a-z]{1,3}\s?(?:[a-z]{1,2} )?or P"
    r"(?:erson[a-z]{0,3} Ma\S{0,8}(?: Re[a-z]{0,7}\b)?|\S{1,8}(?=$|\s\W*$))"
)


def find_codes(page: Page, lines: Sequence[Line], taken: set[int], right: float) -> Iterator[Piece]:
    """Pieces that are exemption codes or say that something was taken out, words in `taken` left out.

    `right` is where the running text ends, in points: see `right_edge`.
    """
    columns: list[Box] = []
    said = _said(lines, taken)
    loose: list[Piece] = []
    for line in lines:
        for piece in (*_laid_over(line), *pieces_of(line)):
            if taken.intersection(piece.indices):
                continue
            if _LAID_OVER.fullmatch(piece.text):
                yield piece
                continue
            if _is_code(piece.text):
                columns.append(piece.box)
                yield piece
                continue
            for at in range(piece.first, piece.last):
                for end in (at + 2, at + 1):
                    text = " ".join(word.text for word in line.words[at:end])
                    if end <= piece.last and text.strip(",.;") in said:
                        yield Piece(line, at, end, text)
                        break
                if _brackets_code(line.words[at].text) and not _mentioned(line, at):
                    both = " ".join(word.text for word in line.words[at : at + 2])
                    two = CODES.fullmatch(both) and not _brackets_code(line.words[min(at + 1, piece.last - 1)].text)
                    yield Piece(line, at, at + 2, both) if two else Piece(line, at, at + 1, line.words[at].text)
            if piece.last == len(line.words) and (count := _small_code(line)):
                text = " ".join(word.text for word in line.words[-count:])
                yield Piece(line, piece.last - count, piece.last, text)
                continue
            if MISREAD.fullmatch(piece.text):
                loose.append(piece)
                continue
            last = LAST_CODE.search(piece.text)
            if last and piece.last == len(line.words):
                words = len(last[1].split())
                loose.append(Piece(line, piece.last - words, piece.last, last[1]))
    for piece in loose:
        # A code so near to the text that no gap tells it apart: it stands in a column of codes, or right above or
        # below another one at the right, or beyond the text.
        box = piece.box
        near = NEAR * (box.y1 - box.y0)
        told = box.x0 > right - 4 or any(
            abs(box.x0 - other.x0) < 14 or (other.x0 > 0.6 * page.width and abs(box.y0 - other.y0) < near)
            for other in columns
        )
        if told and not taken.intersection(piece.indices) and box.x0 > 0.6 * page.width:
            yield piece


def find_box_codes(lines: Sequence[Line], taken: set[int], boxes: Sequence[Box]) -> Iterator[Piece]:
    """Codes and labels printed in a redaction's box, or right behind the line in which it lies.

    For ████(b)(6)████ and ███████ B6   <- however near to the text, however large
    """
    for line in lines:
        middle, count = (line.box.y0 + line.box.y1) / 2, len(line.words)
        crossing = [box for box in boxes[:_MOST_BOXES] if box.y0 <= middle <= box.y1]
        for box in crossing:
            inside = [at for at, word in enumerate(line.words) if middle_in(word.box, box)]
            if inside and not taken.intersection(line.indices[at] for at in inside):
                text = " ".join(line.words[at].text for at in inside)
                if len(text) < LONGEST and is_label(text):
                    yield Piece(line, inside[0], inside[-1] + 1, text)
        for first in range(max(0, count - _LAST_WORDS), count) if crossing else ():
            text = " ".join(word.text for word in line.words[first:])
            if CODES.fullmatch(text) and not taken.intersection(line.indices[first:]):
                yield Piece(line, first, count, text)
                break


def is_legend(codes: Iterable[Piece]) -> bool:
    """Whether a page lists the codes that there are, as the letter beside a release does: they stand for nothing."""
    return len({code for piece in codes for code in normal_codes(piece.text)}) >= LEGEND


def _laid_over(line: Line) -> Iterator[Piece]:
    """The words of a line that are a phrase printed over its text."""
    text = line.text if any(word.text.startswith("Priv") for word in line.words) else ""
    for match in _LAID_OVER.finditer(text):
        first = text.count(" ", 0, match.start())
        last = first + match[0].count(" ") + 1
        yield Piece(line, first, last, match[0])


def _is_code(text: str) -> bool:
    """Whether a piece is nothing but codes, or a label; "Section 12" alone is a heading."""
    if len(text) > LONGEST or text.startswith("Sec"):
        return False
    return bool(CODES.fullmatch(text) or _PHRASE.fullmatch(text) or (CODE.search(text) and is_label(text)))


def _brackets_code(text: str) -> bool:
    return text[:2] in ("(b", "(B", "[(") and BRACKETED_WORD.fullmatch(text) is not None


def _mentioned(line: Line, at: int) -> bool:
    """Whether a text speaks of this code ("under (b)(5), (b)(6) and (b)(7)(C)"): nothing is taken out there."""
    before = at - 1
    while before >= 0 and (_brackets_code(line.words[before].text) or line.words[before].text in ("and", "or")):
        before -= 1
    return before >= 0 and line.words[before].text.lower() in SPEAKS_OF_CODES


def _small_code(line: Line) -> int:
    """How many of the last words of a line are a code in smaller print than the line: no part of what was written."""
    for count in range(min(_LAST_WORDS, len(line.words) - 1), 0, -1):
        text, code = line.words[:-count], line.words[-count:]
        if CODES.fullmatch(" ".join(word.text for word in code)):
            usual = median(word.box.y1 - word.box.y0 for word in text)
            return count if max(word.box.y1 - word.box.y0 for word in code) < SMALL * usual else 0
    return 0


def _said(lines: Sequence[Line], taken: set[int]) -> frozenset[str]:
    """Codes in another agency's way ("s.36", "Ex. 5") that stand alone on this page, or in its release mark."""
    alone = [piece.text for line in lines for piece in pieces_of(line) if CODES.fullmatch(piece.text)]
    marks = (" ".join(line.words[at].text for at, index in enumerate(line.indices) if index in taken) for line in lines)
    return frozenset(
        match[0] for text in (*alone, *marks) for match in CODE.finditer(text) if NAMED_WORD.fullmatch(match[0])
    )


def right_edge(page: Page, lines: Sequence[Line], taken: set[int]) -> float:
    """Where the running text ends: nine of ten lines end left of it."""
    ends = []
    for line in lines:
        pieces = [piece for piece in pieces_of(line) if not taken.intersection(piece.indices)]
        texts = [piece.box.x1 for piece in pieces if not CODES.fullmatch(piece.text)]
        if texts:
            ends.append(max(texts))
    ends.sort()
    return ends[min(len(ends) - 1, len(ends) * 9 // 10)] if ends else page.width
