"""Exemption codes printed on one page: in the margin, in gaps, alone on a line; what a code looks like is data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readingroom.model import Page
from readingroom.pages.pieces import Piece, pieces_of
from readingroom.text import Line

# One code: B6, B7(C), 1.4(D), (b)(6), (b)(7)(C), (b)(5)/DP; State's B3 names its statute behind it.
_CLASSIFIED = r"[1lI]\s?[.,]?\s?4\s?[({]?\s?[A-Ha-h0]\s?[)}]"
_BRACKETED = r"\([bB]\)\s?\([1-9]\)(?:\s?\([A-Fa-f]\))?(?:\s?/\s?[A-Z]{2,3})?"
# Other agencies' ways: Ex. 7(C), Exemption 5, s.36, s. 40(2).
_NAMED = r"(?:Ex|Exemption)\s?\.?\s?[1-9](?:\s?\([A-Fa-f]\))?(?![\d.])|[sS]\.?\s?\d{2}(?:\s?\(\d{1,2}\))?(?![\d.])"
_BARE = r"[Bb]\s?[1-9](?:\s?\([A-Fa-f]\))?(?:\s(?:CIA|PERS/ORG|INA|ATSA|NSA|ARMS|EXP|CONTR)\b)*"
CODE = re.compile(rf"{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE}")
CODES = re.compile(
    rf"(?:{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE})(?:[\s,;.]*(?:{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE}))*[\s,;.lI|]*"
)
_BRACKETED_WORD = re.compile(rf"[^\w(]{{0,2}}{_BRACKETED}\W{{0,3}}")
_NAMED_WORD = re.compile(_NAMED)
_MISREAD = re.compile(r"B[Il|]")  # B1, where a column of codes makes it sure
_LAST_CODE = re.compile(rf"(?:^|\s)((?:{_CLASSIFIED}|{_BARE})[,.]?)$")

_PHRASE = re.compile(
    r"\W{0,2}(?:redacted|material redacted|privileged or personal material redacted|personal material redacted"
    r"|privileged material redacted|deleted|withheld|non-?\s?responsive|not responsive|out(?:side)? (?:of |the )?scope"
    r"|1 ?\. ?4 ?\(.{0,2})\W{0,2}",
    re.IGNORECASE,
)
# A phrase that is printed over text, so that its end is lost, or that runs on in a line.
_LAID_OVER = re.compile(
    r"Priv[il1]{1,2}[a-z]{1,3}\s?(?:[a-z]{1,2} )?or P"
    r"(?:erson[a-z]{0,3} Ma\S{0,8}(?: Re[a-z]{0,7}\b)?|\S{1,8}(?=$|\s\W*$))"
)


def normal_codes(text: str) -> tuple[str, ...]:
    """The exemption codes in a text, normalised and in printed order: "(b)(7)(c), 1 .4(D)" gives B7(C), 1.4(D)."""
    found = []
    for match in CODE.finditer("B1" if _MISREAD.fullmatch(text) else text):
        code = re.sub(r"\s", "", match[0]).upper()
        if code[0] in "1LI":
            found.append("1.4(" + code[-2].replace("0", "D") + ")")
        elif code[0] in "ES":
            found.append(
                "s." + code[1:].lstrip(".") if code[0] == "S" else "Ex. " + re.sub(r"^EX(?:EMPTION)?\.?", "", code)
            )
        elif code[0] == "(":
            found.append("B" + code[4] + code[6:])
        else:
            found.append(code[:2] + (code[2:5] if code[2:3] == "(" else ""))
    return tuple(dict.fromkeys(found))


def find_codes(page: Page, lines: Sequence[Line], taken: set[int], right: float) -> Iterator[Piece]:
    """Pieces that are exemption codes or say that something was taken out, words in `taken` left out.

    `right` is where the running text ends, in points: see `right_edge`.
    """
    columns: list[float] = []
    said = _said(lines, taken)
    loose: list[Piece] = []
    for line in lines:
        for piece in (*_laid_over(line), *pieces_of(line)):
            if taken.intersection(piece.indices):
                continue
            if _LAID_OVER.fullmatch(piece.text):
                yield piece
                continue
            if CODES.fullmatch(piece.text) or _PHRASE.fullmatch(piece.text):
                columns.append(piece.box.x0)
                yield piece
                continue
            for at in range(piece.first, piece.last):
                if line.words[at].text.strip(",.;") in said:
                    yield Piece(line, at, at + 1, line.words[at].text)
                if line.words[at].text[:2] in ("(b", "(B", "[(") and _BRACKETED_WORD.fullmatch(line.words[at].text):
                    yield Piece(line, at, at + 1, line.words[at].text)
            if _MISREAD.fullmatch(piece.text):
                loose.append(piece)
                continue
            last = _LAST_CODE.search(piece.text)
            if last and piece.last == len(line.words):
                words = len(last[1].split())
                loose.append(Piece(line, piece.last - words, piece.last, last[1]))
    for piece in loose:
        # A code so near to the text that no gap tells it apart: it stands in a column of codes, or beyond the text.
        left = piece.box.x0
        aligned = any(abs(left - column) < 14 for column in columns)
        if not taken.intersection(piece.indices) and left > 0.6 * page.width and (aligned or left > right - 4):
            yield piece


def _laid_over(line: Line) -> Iterator[Piece]:
    """The words of a line that are a phrase printed over its text."""
    text = line.text if any(word.text.startswith("Priv") for word in line.words) else ""
    for match in _LAID_OVER.finditer(text):
        first = text.count(" ", 0, match.start())
        last = first + match[0].count(" ") + 1
        yield Piece(line, first, last, match[0])


def _said(lines: Sequence[Line], taken: set[int]) -> frozenset[str]:
    """Codes of one word in another agency's way ("s.36") that stand alone on this page, or in its release mark."""
    alone = [piece.text for line in lines for piece in pieces_of(line) if CODES.fullmatch(piece.text)]
    marks = [line.words[at].text for line in lines for at, index in enumerate(line.indices) if index in taken]
    words = {word.strip(",.;") for text in (*alone, *marks) for word in text.split()}
    return frozenset(word for word in words if _NAMED_WORD.fullmatch(word))


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
