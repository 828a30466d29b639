"""Stamps printed on one page, and the exemption codes that stand for what was taken out.

What a stamp looks like is data: `LINE_STAMPS` for stamps that own their line, `EDGE_STAMPS` for what counts as one
only at the head or foot of a page, `CODE` for exemption codes. Text layers are the agency's own OCR, so the patterns
allow for blanks in the wrong place and for O read as 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from readingroom.model import Box, Page, Redaction, RedactionKind, RedactionWhere, Stamp, StampKind
from readingroom.text import Line, box_around, lines_of


class Marks(NamedTuple):
    """What somebody else than the writer printed on a page."""

    stamps: tuple[Stamp, ...]
    redactions: tuple[Redaction, ...]


# One code: B6, B7(C), 1.4(D), (b)(6), (b)(7)(C), (b)(5)/DP; State's B3 names its statute behind it.
_CLASSIFIED = r"[1lI]\s?[.,]?\s?4\s?[({]?\s?[A-Ha-h0]\s?[)}]"
_BRACKETED = r"\([bB]\)\s?\([1-9]\)(?:\s?\([A-Fa-f]\))?(?:\s?/\s?[A-Z]{2,3})?"
# Other agencies' ways: Ex. 7(C), Exemption 5, s.36, s. 40(2).
_NAMED = r"(?:Ex|Exemption)\s?\.?\s?[1-9](?:\s?\([A-Fa-f]\))?(?![\d.])|[sS]\.?\s?\d{2}(?:\s?\(\d{1,2}\))?(?![\d.])"
_BARE = r"[Bb]\s?[1-9](?:\s?\([A-Fa-f]\))?(?:\s(?:CIA|PERS/ORG|INA|ATSA|NSA|ARMS|EXP|CONTR)\b)*"
CODE = re.compile(rf"{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE}")
_CODES = re.compile(
    rf"(?:{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE})(?:[\s,;.]*(?:{_CLASSIFIED}|{_BRACKETED}|{_NAMED}|{_BARE}))*[\s,;.lI|]*"
)
_BRACKETED_WORD = re.compile(rf"[^\w(]{{0,2}}{_BRACKETED}\W{{0,3}}")
_NAMED_WORD = re.compile(_NAMED)
_MISREAD = re.compile(r"B[Il|]")  # B1, where a column of codes makes it sure
_LAST_CODE = re.compile(rf"(?:^|\s)((?:{_CLASSIFIED}|{_BARE})[,.]?)$")

_PHRASE = re.compile(
    r"\W{0,2}(?:redacted|material redacted|privileged or personal material redacted|personal material redacted"
    r"|privileged material redacted|deleted|withheld|1 ?\. ?4 ?\(.{0,2})\W{0,2}",
    re.IGNORECASE,
)

_CASE_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"department of state",
        r"case n[o0]",
        r"doc n[o0]",
        r"\b[CG]\s?[0O]\d{7}\b",
        r"\bF-?\d{4}-?\d{4,6}\b",
        r"date:\s?\d\d/\d\d/\d{4}",
    )
)
_CASE_NUMBER = re.compile(r"\b[CG]\s?[0O][0-9OIlSB]{7}\b")

# Stamps that own the whole line, wherever it stands.
LINE_STAMPS: tuple[tuple[StampKind, re.Pattern[str]], ...] = (
    (StampKind.FOOTER, re.compile(r"searchable analytics at|released to \S+ by the state of", re.IGNORECASE)),
    (StampKind.FOOTER, re.compile(r"\bfictional\b.{0,60}\b(?:sample|release|agency|people|persons)\b", re.IGNORECASE)),
    (
        StampKind.FOOTER,
        re.compile(r"(?:sample|release|agency|people|persons|page)\b.{0,60}\bfictional\b", re.IGNORECASE),
    ),
    (StampKind.RELEASE, re.compile(r"RELEASED?\s+UNDER\s+[A-Z. ]{2,40}")),
    (StampKind.RELEASE, re.compile(r"(?:DENIED|WITHHELD)\s+IN\s+FULL[\s,A-Z0-9().]{0,40}")),
    (StampKind.FAX, re.compile(r".*\bFAX\b.*\b(?:P|PAGE|p)\s?[.:]?\s?\d{1,3}(?:/\d{1,3})?")),
    (StampKind.FAX, re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\s.{5,120}\sP\.?\s?\d{1,3}/\d{1,3}")),
    (StampKind.PAGE_NUMBER, re.compile(r"page\s\d{1,4}(?:\s?of\s?\d{1,4})?", re.IGNORECASE)),
)

# Stamps only at the head or the foot of a page.
EDGE_STAMPS: tuple[tuple[StampKind, re.Pattern[str]], ...] = (
    (
        StampKind.PAGE_NUMBER,
        re.compile(r"[-–—]?\s?(?:\d{1,4}|[ivx]{1,4}|\d{1,3}\s?/\s?\d{1,3}|(?=\S{0,3}\d)[\dOIlSC.]{2,4})\s?[-–—]?"),
    ),
    (StampKind.FOOTER, re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d")),
    (StampKind.FOOTER, re.compile(r".{0,90}\bPage \d{1,3} of [\dIl]{1,3}|Unknown")),
    (StampKind.FOOTER, re.compile(r"(?:file|https?)://\S+(?:\s.{0,40})?", re.IGNORECASE)),
    (
        StampKind.BATES,
        re.compile(
            r"\d{3,6}-\d{4,7}|[A-Za-z][A-Za-z0-9]{0,9}(?:[ _./-]{1,2}[A-Za-z0-9]{1,10}){0,3}[ _./-]{0,2}\d{4,9}"
        ),
    ),
    (
        StampKind.CLASSIFICATION,
        re.compile(
            r"\W{0,3}(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|SENSITIVE BUT UNCLASSIFIED|SBU|FOUO"
            r"|FOR OFFICIAL USE ONLY|RESTRICTED)(?:\s?[-–/]{1,2}\s?[A-Z/ ]{2,30})?\W{0,3}"
        ),
    ),
)

_MISREAD_NUMBER = re.compile(r"[\w.,'°]{1,4}(?: [\w.,']{1,3})?")  # in the middle of the foot: what else can it be

_RELEASE = re.compile(r"\bREL[EF]?A[S5]ED?\s+[I1l]N\b(?:\s*(?:PART|FULL)\b.*)?$")
_RELEASE_MORE = re.compile(rf"(?:PART|FULL)?[\s,;.]*(?:{_CODES.pattern})?")
_CLASSIFIED_BY = re.compile(r"\bC[l1I]assif\w{1,4}\s+by\b.*$", re.IGNORECASE)
_CLASSIFIED_MORE = re.compile(
    r"(?:[—–-]\s*)?(?:\bon\s?:|\bC[l1]ass\s?:|\bCONFIDENTIAL\b|\bSECRET\b|\bReason\s?:|\bDeclassify\b"
    r"|\d\d/\d\d/\d{4}(?:$|\s*[—–-])|\b1\s?\.4\().*$"
)
_DECLASSIFY = re.compile(r"Dec[l1]assify\s+on\s?:\s*\d\d/\d\d/\d{4}|\d\d/\d\d/\d{4}\W*$")


class _Piece(NamedTuple):
    """Words of a line with no wide gap between them."""

    line: Line
    first: int  # of the line's words
    last: int  # one behind
    text: str

    @property
    def box(self) -> Box:
        return box_around(word.box for word in self.line.words[self.first : self.last])

    @property
    def indices(self) -> tuple[int, ...]:
        return self.line.indices[self.first : self.last]


def find_stamps(page: Page) -> Marks:
    """Stamps and exemption codes of one page, from its words alone; boxes in points of the page. Raises nothing."""
    lines = lines_of(page)
    taken: set[int] = set()
    stamps: list[Stamp] = []
    redactions: list[Redaction] = []

    def take(kind: StampKind, pieces: Sequence[_Piece], number: str = "") -> Stamp:
        indices = tuple(index for piece in pieces for index in piece.indices)
        taken.update(indices)
        text = " ".join(piece.text for piece in pieces)
        box = box_around(piece.box for piece in pieces)
        stamps.append(
            Stamp(source=page.source, page=page.number, kind=kind, text=text, box=box, words=indices, number=number)
        )
        return stamps[-1]

    for kind, pieces, number in _line_stamps(lines):
        take(kind, pieces, number)
    for piece in _turned(page, lines, taken):
        take(StampKind.BATES, (piece,), _normal_bates(piece.text) if re.search(r"\d{3}", piece.text) else "")
    for pieces in _releases(lines, taken):
        take(StampKind.RELEASE, pieces)
    for pieces in _classifications(lines, taken):
        take(StampKind.CLASSIFICATION, pieces)
    for kind, piece in _edge_stamps(page, lines, taken):
        number = _normal_bates(piece.text) if kind is StampKind.BATES else ""
        take(kind, (piece,), number)
    right = _right_edge(page, lines, taken)
    for piece in _codes(page, lines, taken, right):
        stamp = take(StampKind.CODE, (piece,))
        margin = stamp.box.x0 >= min(right - 2, 0.85 * page.width) or stamp.box.x1 < 0.06 * page.width
        redactions.append(
            Redaction(
                source=page.source,
                page=page.number,
                kind=RedactionKind.LABEL,
                where=RedactionWhere.MARGIN if margin else RedactionWhere.BOX,
                box=stamp.box,
                codes=normal_codes(piece.text),
            )
        )
    order = sorted(stamps, key=lambda stamp: (stamp.box.y0, stamp.box.x0, stamp.words))
    return Marks(tuple(order), tuple(sorted(redactions, key=lambda mark: (mark.box.y0, mark.box.x0, mark.codes))))


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


def _line_stamps(lines: Sequence[Line]) -> Iterator[tuple[StampKind, tuple[_Piece, ...], str]]:
    # The same line at head and foot of a page: a case stamp, of an agency whose form we may not know.
    heads, feet = lines[: min(3, len(lines) // 2)], lines[-min(3, len(lines) // 2) :] if len(lines) > 1 else ()
    framing = {line.text for line in heads} & {line.text for line in feet if any(c.isdigit() for c in line.text)}
    for line in lines:
        text = line.text
        if len(text) > 400:
            continue
        whole = (_Piece(line, 0, len(line.words), text),)
        if sum(1 for sign in _CASE_SIGNS if sign.search(text)) >= 2:
            number = _CASE_NUMBER.search(text)
            yield StampKind.CASE, whole, _normal_case(number[0]) if number else ""
            continue
        if text in framing:
            yield StampKind.CASE, whole, text.split()[-1] if re.search(r"\d", text.split()[-1]) else ""
            continue
        for kind, pattern in LINE_STAMPS:
            if pattern.search(text) if kind is StampKind.FOOTER else pattern.fullmatch(text):
                yield kind, whole, ""
                break


def _classifications(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[_Piece, ...]]:
    for at, line in enumerate(lines):
        start = _tail(line, _CLASSIFIED_BY, taken)
        if start is None:
            continue
        pieces = [start]
        for following in lines[at + 1 : at + 5]:
            if _DECLASSIFY.search(pieces[-1].text):
                break
            more = _tail(following, _CLASSIFIED_MORE, taken)
            if more is not None:
                pieces.append(more)
        yield tuple(pieces)


def _releases(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[_Piece, ...]]:
    for at, line in enumerate(lines):
        start = _tail(line, _RELEASE, taken)
        if start is None:
            continue
        pieces = [start]
        left, right, foot = start.box.x0, start.box.x1, start.box.y1
        for following in lines[at + 1 : at + 6]:
            if following.box.y0 - foot > 2.2 * (start.box.y1 - start.box.y0):
                break
            beside = list(_pieces(following))
            if len(beside) > 1 and following.box.y0 - foot > start.box.y1 - start.box.y0:
                break  # a code beside a line of text further down
            for piece in beside:
                near = piece.box.x1 > left - 12 and piece.box.x0 < right + 40
                if near and not taken.intersection(piece.indices) and _RELEASE_MORE.fullmatch(piece.text):
                    pieces.append(piece)
                    foot = piece.box.y1
        yield tuple(pieces)


def _edge_stamps(page: Page, lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[StampKind, _Piece]]:
    """From each end of the page inwards, as long as lines look like stamps and stand clear of the text."""
    free = [line for line in lines if not taken.issuperset(line.indices)]
    for foot in (True, False):
        inwards = free[::-1] if foot else free
        held: list[tuple[StampKind, _Piece]] = []
        for at, line in enumerate(inwards[:5]):
            pieces = [piece for piece in _pieces(line) if not taken.intersection(piece.indices)]
            found = [(kind, piece) for piece in pieces if (kind := _edge_kind(page, piece, foot=foot)) is not None]
            held.extend(found)
            if found and _stands_alone(page, line, inwards[at + 1 :], foot):
                yield from held
                held = []
            if len(found) < len(pieces):
                break


def _edge_kind(page: Page, piece: _Piece, *, foot: bool) -> StampKind | None:
    for kind, pattern in EDGE_STAMPS:
        if len(piece.text) < 120 and pattern.fullmatch(piece.text):
            number = kind is StampKind.PAGE_NUMBER and not piece.text[-1:].isalpha()
            if kind is StampKind.BATES and not _like_bates(piece.text):
                continue
            return None if number and piece.box.x0 < 0.3 * page.width else kind
    centre = (piece.box.x0 + piece.box.x1) / 2 / page.width
    misread = foot and 0.4 < centre < 0.6 and _MISREAD_NUMBER.fullmatch(piece.text)
    return StampKind.PAGE_NUMBER if misread else None


def _turned(page: Page, lines: Sequence[Line], taken: set[int]) -> Iterator[_Piece]:
    """Words turned on their side along an edge of the page: as wide as a line is high, and higher than wide."""
    usual = median(line.box.y1 - line.box.y0 for line in lines) if lines else 0.0
    for line in lines:
        for at, word in enumerate(line.words):
            wide, high = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
            edge = word.box.x0 > 0.9 * page.width or word.box.x1 < 0.1 * page.width
            turned = len(word.text) >= 3 and high > 1.5 * wide > 1.05 * usual
            if edge and turned and line.indices[at] not in taken:
                yield _Piece(line, at, at + 1, word.text)


def _stands_alone(page: Page, line: Line, rest: Sequence[Line], foot: bool) -> bool:
    """In the outer tenth of the page, or a clear gap from the text next to it."""
    if (line.box.y0 > 0.9 * page.height) if foot else (line.box.y1 < 0.08 * page.height):
        return True
    if not rest:
        return False
    height = line.box.y1 - line.box.y0
    if not foot:
        return rest[0].box.y0 - line.box.y1 > 1.4 * height
    return line.box.y0 - rest[0].box.y1 > (1.4 if line.box.y0 > 0.7 * page.height else 2.8) * height


def _like_bates(text: str) -> bool:
    digits = sum(1 for character in text if character.isdigit())
    return digits >= 5 or (digits >= 4 and text[:1].isupper() and text.count(" ") <= 2)


def _codes(page: Page, lines: Sequence[Line], taken: set[int], right: float) -> Iterator[_Piece]:
    columns: list[float] = []
    said = _said(lines, taken)
    loose: list[_Piece] = []
    for line in lines:
        for piece in _pieces(line):
            if taken.intersection(piece.indices):
                continue
            if _CODES.fullmatch(piece.text) or _PHRASE.fullmatch(piece.text):
                columns.append(piece.box.x0)
                yield piece
                continue
            for at in range(piece.first, piece.last):
                if line.words[at].text.strip(",.;") in said:
                    yield _Piece(line, at, at + 1, line.words[at].text)
                if line.words[at].text[:2] in ("(b", "(B", "[(") and _BRACKETED_WORD.fullmatch(line.words[at].text):
                    yield _Piece(line, at, at + 1, line.words[at].text)
            if _MISREAD.fullmatch(piece.text):
                loose.append(piece)
                continue
            last = _LAST_CODE.search(piece.text)
            if last and piece.last == len(line.words):
                words = len(last[1].split())
                loose.append(_Piece(line, piece.last - words, piece.last, last[1]))
    for piece in loose:
        # A code so near to the text that no gap tells it apart: it stands in a column of codes, or beyond the text.
        left = piece.box.x0
        aligned = any(abs(left - column) < 14 for column in columns)
        if not taken.intersection(piece.indices) and left > 0.6 * page.width and (aligned or left > right - 4):
            yield piece


def _said(lines: Sequence[Line], taken: set[int]) -> frozenset[str]:
    """Codes of one word in another agency's way ("s.36") that stand alone on this page, or in its release mark."""
    alone = [piece.text for line in lines for piece in _pieces(line) if _CODES.fullmatch(piece.text)]
    marks = [line.words[at].text for line in lines for at, index in enumerate(line.indices) if index in taken]
    words = {word.strip(",.;") for text in (*alone, *marks) for word in text.split()}
    return frozenset(word for word in words if _NAMED_WORD.fullmatch(word))


def _right_edge(page: Page, lines: Sequence[Line], taken: set[int]) -> float:
    """Where the running text ends: nine of ten lines end left of it."""
    ends = []
    for line in lines:
        pieces = [piece for piece in _pieces(line) if not taken.intersection(piece.indices)]
        texts = [piece.box.x1 for piece in pieces if not _CODES.fullmatch(piece.text)]
        if texts:
            ends.append(max(texts))
    ends.sort()
    return ends[min(len(ends) - 1, len(ends) * 9 // 10)] if ends else page.width


def _tail(line: Line, pattern: re.Pattern[str], taken: set[int]) -> _Piece | None:
    """The words of `line` from where `pattern` (which ends in $) matches, up to a word that is already a stamp's."""
    text = line.text
    match = pattern.search(text) if len(text) < 1000 else None
    if not match:
        return None
    first = text.count(" ", 0, match.start() + (len(match[0]) - len(match[0].lstrip())))
    last = first
    while last < len(line.words) and line.indices[last] not in taken:
        last += 1
    for piece in _pieces(line):
        if piece.first > first and _CODES.fullmatch(piece.text) and pattern is not _RELEASE:
            last = min(last, piece.first)
    return _Piece(line, first, last, " ".join(w.text for w in line.words[first:last])) if last > first else None


def _pieces(line: Line) -> Iterator[_Piece]:
    height = line.box.y1 - line.box.y0
    first = 0
    for at in range(1, len(line.words) + 1):
        if at == len(line.words) or line.words[at].box.x0 - line.words[at - 1].box.x1 > 0.8 * height:
            yield _Piece(line, first, at, " ".join(word.text for word in line.words[first:at]))
            first = at


def _normal_case(text: str) -> str:
    digits = text[1:].replace(" ", "").translate(str.maketrans("OIlSB", "01158"))
    return "C" + digits


def _normal_bates(text: str) -> str:
    return re.sub(r"[ _]+", "_", text.strip())
