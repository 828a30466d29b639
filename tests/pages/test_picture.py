"""Page pictures, crops, and boxes drawn on them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from readingroom.errors import NotFound
from readingroom.model import Box
from readingroom.pages import draw_page, fitting_scale, mark_boxes
from tests.pages.printing import HEIGHT, bend, lines, picture_of, print_pdf


def test_a_page_and_a_part_of_it(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(100, HEIGHT - 60, 50, 20, fill=1, stroke=0)

    path = print_pdf(tmp_path / "a.pdf", draw, lines("grey"))
    whole = picture_of(draw_page(path, 1, 2.0))
    assert (whole.size, whole.mode) == ((800, 600), "RGB")
    assert whole.getpixel((250, 100)) == (255, 0, 0)
    part = picture_of(draw_page(path, 1, 2.0, Box(100, 40, 150, 60)))
    assert part.size == (100, 40)
    assert part.getpixel((1, 1)) == part.getpixel((98, 38)) == (255, 0, 0)
    assert picture_of(draw_page(path, 2, 1.0)).mode == "L"


def test_a_large_page_is_drawn_smaller(tmp_path: Path) -> None:
    path = bend(
        print_pdf(tmp_path / "a.pdf", lines("far")),
        lambda pdf: setattr(pdf.pages[0], "MediaBox", pikepdf.Array([0, 0, 14400, 14400])),
    )
    picture = picture_of(draw_page(path, 1, 2.0))
    assert picture.width * picture.height <= 25_100_000
    assert picture.width == round(14400 * fitting_scale(14400, 14400, 2.0))


@pytest.mark.parametrize("number", [0, 2, -1])
def test_no_such_page(tmp_path: Path, number: int) -> None:
    with pytest.raises(NotFound):
        draw_page(print_pdf(tmp_path / "a.pdf", lines("one")), number, 1.0)


def test_marks(tmp_path: Path) -> None:
    png = draw_page(print_pdf(tmp_path / "a.pdf", lines()), 1, 2.0)
    outlined = picture_of(mark_boxes(png, [(Box(10, 10, 60, 30), "#0000ff")], 2.0))
    assert outlined.getpixel((20, 40)) == (0, 0, 255)
    assert outlined.getpixel((60, 40)) == (255, 255, 255)
    filled = picture_of(mark_boxes(png, [(Box(10, 10, 60, 30), "red")], 2.0, filled=True))
    assert filled.getpixel((60, 40)) == (255, 165, 165)
    moved = picture_of(mark_boxes(png, [(Box(110, 110, 160, 130), "blue")], 2.0, Box(100, 100, 300, 200)))
    assert moved.getpixel((20, 40)) == (0, 0, 255)
