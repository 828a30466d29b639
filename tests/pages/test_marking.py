"""Boxes, labels and the legend on a page's picture."""

from __future__ import annotations

from pathlib import Path

from readingroom.model import Box
from readingroom.pages import Marking, draw_markings, draw_page
from tests.pages.printing import HEIGHT, WIDTH, lines, picture_of, print_pdf

BLUE, RED = (0, 0, 255), (255, 0, 0)


def test_boxes_with_labels_stand_under_a_legend(tmp_path: Path) -> None:
    png = draw_page(print_pdf(tmp_path / "a.pdf", lines("From: Odo")), 1, 2.0)
    boxes = (Marking(Box(40, 40, 100, 60), "blue", "from read 0.97"), Marking(Box(0, 0, 20, 5), "red", "at the edge"))
    picture = picture_of(draw_markings(png, boxes, [("blue", "fields (1)"), ("red", "stamps (1)")], 2.0))
    band = picture.height - 2 * HEIGHT
    assert picture.width == 2 * WIDTH
    assert band > 0
    assert picture.getpixel((100, band + 80)) == BLUE

    def colours(left: int, top: int, right: int, bottom: int) -> set[object]:
        return set(picture.crop((left, top, right, bottom)).get_flattened_data())

    assert BLUE in colours(202, band + 80, 300, band + 120)  # right of its box
    assert RED in colours(42, band, 140, band + 20)
    assert {BLUE, RED} <= colours(0, 0, picture.width, band)


def test_a_label_keeps_off_print(tmp_path: Path) -> None:
    """Right of the box there are words, so that the label stands above it."""
    png = draw_page(print_pdf(tmp_path / "a.pdf", lines("From: Odo")), 1, 2.0)
    drawn = draw_markings(png, (Marking(Box(40, 40, 70, 52), "blue", "from"),), (), 2.0)
    above = picture_of(drawn).crop((80, 60, 140, 78))
    assert BLUE in above.get_flattened_data()


def test_no_boxes_and_no_legend_leave_the_page_as_it_is(tmp_path: Path) -> None:
    png = draw_page(print_pdf(tmp_path / "a.pdf", lines("From: Odo")), 1, 2.0)
    assert picture_of(draw_markings(png, (), (), 2.0)).size == picture_of(png).size
