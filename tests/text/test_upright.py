"""Pages set upright, and boxes laid back on the page as shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.model import Box, Lay, Page, PageState, Passage, Run, TextFrom, Word
from readingroom.text import laid_back, lines_of, passage_laid_back, set_upright, upright_box


def page(lay: Lay, *words: tuple[str, Box], width: float = 400, height: float = 300) -> Page:
    return Page(
        source="s",
        number=1,
        width=width,
        height=height,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=tuple(Word(text, box, 0.9) for text, box in words),
        lay=lay,
    )


def test_a_plain_page_is_itself() -> None:
    plain = page(Lay(), ("one", Box(1, 2, 3, 4)))
    assert set_upright(plain) is plain


def test_a_page_upside_down_is_read_from_its_own_top() -> None:
    """
    ˙uoou ʎq dnƆ
         ollıԀ :oꓕ
    """
    shown = page(
        Lay(turns=2),
        ("noon.", Box(220, 200, 250, 210)),
        ("Cup", Box(325, 200, 360, 210)),
        ("by", Box(260, 200, 300, 210)),
        ("Pillo", Box(300, 240, 330, 250)),
        ("To:", Box(340, 240, 360, 250)),
    )
    assert [line.text for line in lines_of(shown)] == ["To: Pillo", "Cup by noon."]
    assert lines_of(shown)[0].box == Box(300, 240, 360, 250)
    assert set_upright(shown).words[4].box == Box(40, 50, 60, 60)


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    """
    left one   | right one
    left two   | right two
    """
    shown = page(
        Lay(gutter=200),
        ("left", Box(20, 50, 40, 60)),
        ("one", Box(45, 50, 60, 60)),
        ("right", Box(220, 51, 240, 61)),
        ("two", Box(45, 80, 60, 90)),
        ("three", Box(245, 81, 260, 91)),
    )
    assert [line.text for line in lines_of(shown)] == ["left one", "two", "right", "three"]
    assert set_upright(shown).height == 600


@pytest.mark.parametrize(
    ("lay", "at"),
    [
        (Lay(turns=1), (10, 260, 15, 290)),
        (Lay(turns=2), (360, 285, 390, 290)),
        (Lay(turns=3), (385, 10, 390, 40)),
        (Lay(turns=1, gutter=150), (10, 260, 15, 290)),
    ],
)
def test_where_the_first_word_of_a_turned_page_stands(lay: Lay, at: tuple[float, ...]) -> None:
    shown = page(lay)
    assert laid_back(shown, Box(10, 10, 40, 15)) == at
    assert upright_box(shown, Box(*at)) == (10, 10, 40, 15)


@given(
    st.integers(0, 3),
    st.sampled_from([0.0, 0.4, -1.3, 4.8]),
    st.sampled_from([0.0, 170.0]),
    st.tuples(st.integers(5, 120), st.integers(5, 250), st.integers(3, 40), st.integers(3, 20)),
)
def test_boxes_come_back_to_where_they_were(
    turns: int, slope: float, gutter: float, place: tuple[int, int, int, int]
) -> None:
    left, top, width, height = place
    shown = page(Lay(turns, slope, gutter))
    box = Box(left, top, left + width, top + height)
    assert upright_box(shown, laid_back(shown, box)) == pytest.approx(box, abs=0.35)


def test_a_passage_is_laid_back_on_its_pages_alone() -> None:
    passage = Passage("To: Pillo", (Run(0, 3, 1, Box(10, 10, 40, 15), 0.9), Run(4, 9, 2, Box(10, 10, 40, 15), 0.9)))
    back = passage_laid_back({1: page(Lay(turns=2))}, passage)
    assert [run.box for run in back.runs] == [(360, 285, 390, 290), (10, 10, 40, 15)]
