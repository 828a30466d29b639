"""Stamps printed on one page, and the exemption codes that stand for what was taken out.

What a stamp looks like is data: see `stamp_forms.py`, and `codes.py` for exemption codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.model import Box, Page, Redaction, RedactionKind, RedactionWhere, Stamp, StampKind, TextFrom
from readingroom.pages.code_forms import normal_codes
from readingroom.pages.codes import find_box_codes, find_codes, is_legend, right_edge
from readingroom.pages.misread_codes import find_misread_codes
from readingroom.pages.pieces import Piece, pieces_of
from readingroom.pages.release_marks import find_classifications, find_releases, is_under_release
from readingroom.pages.stamp_forms import (
    BESIDE_TITLE,
    CASE_NUMBER,
    CASE_SIGNS,
    CLASSIFICATION,
    EDGE_STAMPS,
    LINE_STAMPS,
    MISREAD_NUMBER,
    POSTCODE,
)
from readingroom.pages.withheld import denials, find_withheld
from readingroom.text import Line, box_around, lines_of

FRAME_LINES = 3  # at the head or foot of a page, where a case stamp may stand
FRAME_LETTERS, FRAME_ALIKE = 12, 90.0  # letters and digits of a case stamp, and how alike (0..100) two prints of it are
EDGE = 0.07  # of the page's height: nobody writes a mail there
_LARGER = 1.15  # times as high as the lines around it: a classification stamped between them
_OUTERMOST = 3  # lines at the head or foot of a page that may hold what a program prints there


class Marks(NamedTuple):
    """What somebody else than the writer printed on a page."""

    stamps: tuple[Stamp, ...]
    redactions: tuple[Redaction, ...]


def find_stamps(page: Page, boxes: Sequence[Box] = ()) -> Marks:
    """Stamps and exemption codes of one page, from its words; boxes in points of the page. Raises nothing.

    `boxes` are those of redactions on this page: what is printed in them, or right behind them, is no text.
    """
    lines = lines_of(page)
    taken: set[int] = set()
    stamps: list[Stamp] = []

    def take(kind: StampKind, pieces: Sequence[Piece], number: str = "") -> Stamp:
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
    for pieces in find_releases(lines, taken):
        take(StampKind.RELEASE, pieces)
    for pieces in find_classifications(lines, taken):
        take(StampKind.CLASSIFICATION, pieces)
    for kind, piece in _edge_stamps(page, lines, taken):
        number = _normal_bates(piece.text) if kind is StampKind.BATES else ""
        take(kind, (piece,), number)
    withheld = (
        *denials(stamps),
        *find_withheld(page, [line for line in lines if not taken.intersection(line.indices)]),
    )
    right = right_edge(page, lines, taken)
    codes: tuple[Piece, ...] = ()
    if not withheld:
        codes = (
            *find_box_codes(lines, taken, boxes),
            *find_codes(page, lines, taken, right),
            *find_misread_codes(page, lines, taken, boxes),
        )
    coded = []
    for one in () if is_legend(codes) else codes:
        if not taken.intersection(one.indices):
            if is_under_release(one, stamps):
                take(StampKind.RELEASE, (one,))
            else:
                coded.append(take(StampKind.CODE, (one,)))
    bare = len(taken) == len(page.words)
    redactions = [_label(page, stamp, right, bare=bare) for stamp in coded]
    order = sorted(stamps, key=lambda stamp: (stamp.box.y0, stamp.box.x0, stamp.words))
    return Marks(
        tuple(order), tuple(sorted((*withheld, *redactions), key=lambda mark: (mark.box.y0, mark.box.x0, mark.codes)))
    )


def _label(page: Page, code: Stamp, right: float, *, bare: bool) -> Redaction:
    """What a code stands for: the whole page where nothing else is printed on it, a line from the margin, or a gap."""
    margin = code.box.x0 >= min(right - 2, 0.85 * page.width) or code.box.x1 < 0.06 * page.width
    where = RedactionWhere.PAGE if bare else RedactionWhere.MARGIN if margin else RedactionWhere.BOX
    return Redaction(
        source=page.source,
        page=page.number,
        kind=RedactionKind.LABEL,
        where=where,
        box=code.box,
        codes=normal_codes(code.text),
    )


def _line_stamps(lines: Sequence[Line]) -> Iterator[tuple[StampKind, tuple[Piece, ...], str]]:
    framing, framed_number = _framing(lines)
    usual = median(line.box.y1 - line.box.y0 for line in lines) if lines else 0.0
    for line in lines:
        text = line.text
        if len(text) > 400:
            continue
        whole = (Piece(line, 0, len(line.words), text),)
        if sum(1 for sign in CASE_SIGNS if sign.search(text)) >= 2:
            number = CASE_NUMBER.search(text)
            yield StampKind.CASE, whole, _normal_case(number[0]) if number else ""
            continue
        if line in framing:
            yield StampKind.CASE, whole, framed_number
            continue
        if line.box.y1 - line.box.y0 > _LARGER * usual and CLASSIFICATION.fullmatch(text):
            yield StampKind.CLASSIFICATION, whole, ""
            continue
        for kind, pattern in LINE_STAMPS:
            if pattern.search(text) if kind is StampKind.FOOTER else pattern.fullmatch(text):
                yield kind, whole, ""
                break


def _framing(lines: Sequence[Line]) -> tuple[tuple[Line, ...], str]:
    """The line that stands at the head and at the foot of a page, and the number at its end.

    That is a case stamp, of an agency whose form we may not know. OCR need not read the two alike: the number is taken
    from the line whose end it is surer of.
    """
    reach = min(FRAME_LINES, len(lines) // 2)
    for head in lines[:reach]:
        for foot in lines[len(lines) - reach :]:
            if any(map(str.isdigit, foot.text)) and _alike(head.text, foot.text):
                surest = max((head, foot), key=lambda line: line.words[-1].confidence)
                number = surest.words[-1].text.strip(".,:;'\"-")
                return (head, foot), number if re.search(r"\d", number) else ""
    return (), ""


def _alike(head: str, foot: str) -> bool:
    """Whether two lines are one; where a number ends both, but for specks and letters misread."""
    if head == foot or not all(re.search(r"\d\W{0,2}$", text) for text in (head, foot)):
        return head == foot
    keys = (re.sub(r"\W", "", head).lower(), re.sub(r"\W", "", foot).lower())
    return min(map(len, keys)) >= FRAME_LETTERS and fuzz.ratio(*keys) >= FRAME_ALIKE


def _edge_stamps(page: Page, lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[StampKind, Piece]]:
    """From each end of the page inwards, as long as lines look like stamps and stand clear of the text."""
    free = [line for line in lines if not taken.issuperset(line.indices) and not _is_specks(page, line)]
    for foot in (True, False):
        inwards = free[::-1] if foot else free
        held: list[tuple[StampKind, Piece]] = []
        for at, line in enumerate(inwards[:5]):
            pieces = [piece for piece in pieces_of(line) if not taken.intersection(piece.indices)]
            found = [(kind, piece) for piece in pieces if (kind := _edge_kind(page, piece, foot=foot)) is not None]
            if at < _OUTERMOST and len(found) < len(pieces) and _is_titled(pieces):
                found = [(_edge_kind(page, piece, foot=foot) or StampKind.FOOTER, piece) for piece in pieces]
            if found and len(found) < len(pieces):
                found += _beside_footer(found, pieces)
            held.extend(found)
            if found and (
                _stands_alone(page, line, inwards[at + 1 :], foot)
                or (foot and len(found) == len(pieces) and _on_stamps(line, lines, taken))
            ):
                yield from held
                held = []
            if len(found) < len(pieces):
                break


def _is_specks(page: Page, line: Line) -> bool:
    """Whether OCR made letters of dirt: nothing in a line but single characters that are no digits."""
    return page.text_from is TextFrom.OCR and all(len(one.text) == 1 and not one.text.isdigit() for one in line.words)


def _edge_kind(page: Page, piece: Piece, *, foot: bool) -> StampKind | None:
    for kind, pattern in EDGE_STAMPS:
        if len(piece.text) < 120 and pattern.fullmatch(piece.text):
            number = kind is StampKind.PAGE_NUMBER and not piece.text[-1:].isalpha()
            if kind is StampKind.BATES and not _like_bates(piece.text):
                continue
            return None if number and piece.box.x0 < 0.3 * page.width else kind
    if page.text_from is TextFrom.OCR and _misread_mark(page, piece, foot=foot):
        return StampKind.BATES if sum(map(str.isdigit, piece.text)) >= 3 else StampKind.FOOTER
    centre = (piece.box.x0 + piece.box.x1) / 2 / page.width
    misread = foot and 0.4 < centre < 0.6 and MISREAD_NUMBER.fullmatch(piece.text)
    return StampKind.PAGE_NUMBER if misread else None


def _misread_mark(page: Page, piece: Piece, *, foot: bool) -> bool:
    """Whether a lone word is so near to a corner of the page that it can be nothing but a mark, however it was read."""
    outer = piece.box.y0 > (1 - EDGE) * page.height if foot else piece.box.y1 < EDGE * page.height
    return outer and " " not in piece.text and len(piece.text) >= 3 and piece.box.x0 > 0.6 * page.width


def _beside_footer(found: Sequence[tuple[StampKind, Piece]], pieces: Sequence[Piece]) -> list[tuple[StampKind, Piece]]:
    """What is left of a line at the edge that holds an address: a page number, however OCR read it."""
    if all(kind is not StampKind.FOOTER for kind, _ in found):
        return []
    taken = {piece.first for _, piece in found}
    return [(StampKind.PAGE_NUMBER, one) for one in pieces if one.first not in taken and len(one.text) <= 4]


def _turned(page: Page, lines: Sequence[Line], taken: set[int]) -> Iterator[Piece]:
    """Words turned on their side along an edge of the page: as wide as a line is high, and higher than wide."""
    usual = median(line.box.y1 - line.box.y0 for line in lines) if lines else 0.0
    for line in lines:
        for at, word in enumerate(line.words):
            wide, high = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
            edge = word.box.x0 > 0.9 * page.width or word.box.x1 < 0.1 * page.width
            turned = len(word.text) >= 3 and high > 1.5 * wide > 1.05 * usual
            if edge and turned and line.indices[at] not in taken:
                yield Piece(line, at, at + 1, word.text)


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


def _on_stamps(line: Line, lines: Sequence[Line], taken: set[int]) -> bool:
    """Whether there are only stamps below a line that holds nothing but what may be one itself, and is no address."""
    if line.text.lower().startswith(("http", "file")):
        return False
    below = [other for other in lines if other.box.y0 > line.box.y0]
    return bool(below) and all(taken.issuperset(other.indices) for other in below)


def _is_titled(pieces: Sequence[Piece]) -> bool:
    """Whether a line is the title of what is printed beside "Page 1 of 2", the day or the address of the print."""
    beside = [piece for piece in pieces if BESIDE_TITLE.fullmatch(piece.text)]
    # A day in front of an address: a mailbox and not a sender, who stands in front of the day.
    owned = any("@" in piece.text for piece in pieces) and not pieces[0].text[:1].isdigit()
    return len(pieces) == 2 and len(beside) == 1 and not owned


def _like_bates(text: str) -> bool:
    if POSTCODE.search(text) or re.search("[a-z]{4}", text):
        return False
    digits = sum(1 for character in text if character.isdigit())
    return digits >= 5 or (digits >= 4 and text[:1].isupper() and text.count(" ") <= 2)


def _normal_case(text: str) -> str:
    digits = text[1:].replace(" ", "").translate(str.maketrans("OIlSB", "01158"))
    return "C" + digits


def _normal_bates(text: str) -> str:
    """One joint between the parts, and digits where OCR read a letter among them."""
    text = re.sub(r"(?<=\d)[OIl]|[OIl](?=\d)", lambda match: "0" if match[0] == "O" else "1", text.strip())
    return re.sub(r"[ _]+", "_", text) if not re.search(r"[^\w ()/.&-]", text) else ""
