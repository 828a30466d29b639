"""The ways between PDF space, points and pixels, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.model import Box
from readingroom.pages.space import PageSpace, box_from_pdf, box_from_pixels, box_to_pdf, box_to_pixels

edges = st.integers(-20000, 20000).map(lambda tenth: tenth / 10)
lengths = st.integers(1, 10000).map(lambda tenth: tenth / 10)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x0, y0 = draw(edges), draw(edges)
    return Box(x0, y0, x0 + draw(lengths), y0 + draw(lengths))


@given(boxes(), boxes(), st.integers(0, 3))
def test_pdf_space_and_back(shown: Box, box: Box, turns: int) -> None:
    space = PageSpace(*shown, turns)
    assert box_from_pdf(space, *box_to_pdf(space, box)) == pytest.approx(box, abs=0.051)


@given(boxes(), st.floats(0.5, 10), st.floats(0.5, 10))
def test_pixels_and_back(box: Box, across: float, down: float) -> None:
    assert box_from_pixels(box_to_pixels(box, across, down), across, down) == pytest.approx(box, abs=0.051)


@pytest.mark.parametrize(
    ("turns", "box"),
    [
        # The bottom left corner of a page of 100 by 200, ten points square: where it is when the page is turned.
        (0, Box(0, 190, 10, 200)),
        (1, Box(0, 0, 10, 10)),
        (2, Box(90, 0, 100, 10)),
        (3, Box(190, 90, 200, 100)),
    ],
)
def test_a_turned_page(turns: int, box: Box) -> None:
    assert box_from_pdf(PageSpace(0, 0, 100, 200, turns), 0, 0, 10, 10) == box
