"""Codes set in their boxes, in the gaps that they stand for, or beside their lines."""

from __future__ import annotations

from readingroom.model import Box, Page, PageState, Redaction, RedactionKind, RedactionWhere, TextFrom, Word
from readingroom.pages import place_codes

Rectangle = tuple[float, float, float, float]


def page_with(*words: tuple[str, float, float, float]) -> Page:
    """A page with words (text, left, right, top), each 10 points high."""
    return Page(
        source="s",
        number=1,
        width=612.0,
        height=792.0,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=tuple(Word(text, Box(x0, y0, x1, y0 + 10), 0.9) for text, x0, x1, y0 in words),
    )


def mark(box: Rectangle, *codes: str, kind: RedactionKind = RedactionKind.LABEL) -> Redaction:
    return Redaction(source="s", page=1, kind=kind, where=RedactionWhere.BOX, box=Box(*box), codes=codes)


def test_a_code_in_a_box_is_the_boxs() -> None:
    """To: ██(b)(6)██"""
    page = page_with(("To:", 50, 66, 100), ("(b)(6)", 100, 125, 100))
    box = mark((80, 98, 150, 112), kind=RedactionKind.BLACK)
    (only,) = place_codes(page, [box], [mark((100, 100, 125, 110), "B6")])
    assert (only.kind, only.codes, only.box) == (RedactionKind.BLACK, ("B6",), box.box)


def test_a_code_in_the_middle_of_a_gap_stands_for_the_gap() -> None:
    """ask    (b)(6)    now"""
    page = page_with(("ask", 50, 70, 100), ("(b)(6)", 110, 140, 100), ("now", 180, 200, 100))
    (only,) = place_codes(page, [], [mark((110, 100, 140, 110), "B6")])
    assert only.where is RedactionWhere.BOX
    assert (only.box.x0, only.box.x1) == (73, 177)


def test_a_code_behind_a_line_stays_there_and_the_gap_is_added() -> None:
    """ask              now (b)(6)"""
    page = page_with(("ask", 50, 70, 100), ("now", 180, 200, 100), ("(b)(6)", 206, 230, 100))
    label, gap = place_codes(page, [], [mark((206, 100, 230, 110), "B6")])
    assert (label.where, label.codes, label.box) == (RedactionWhere.MARGIN, ("B6",), Box(206, 100, 230, 110))
    assert (gap.kind, gap.codes, gap.box.x0, gap.box.x1) == (RedactionKind.WHITE, (), 73, 177)


def test_a_code_beside_a_box_adds_no_gap() -> None:
    """desk ████████ (b)(6)"""
    page = page_with(("desk", 50, 70, 100), ("(b)(6)", 206, 230, 100))
    box = mark((80, 98, 200, 112), kind=RedactionKind.BLACK)
    assert len(place_codes(page, [box], [mark((206, 100, 230, 110), "B6")])) == 2


def test_a_gap_behind_which_nothing_stands_is_sure_up_to_the_end_of_its_code() -> None:
    """ask    (b)(6)"""
    page = page_with(("ask", 50, 70, 100), ("(b)(6)", 110, 140, 100))
    (only,) = place_codes(page, [], [mark((110, 100, 140, 110), "B6")])
    assert (only.where, only.box.x0, only.box.x1) == (RedactionWhere.BOX, 73, 140)
