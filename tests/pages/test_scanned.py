"""Scanned pages: the real engine, and black boxes in the picture."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import Box, RedactionKind, Settings, TextFrom, Word
from readingroom.pages import read_pages
from readingroom.pages.ocr import words_of_table
from readingroom.pages.painted import is_grey
from readingroom.pages.picture_marks import kind_in_picture, redactions_in_picture
from readingroom.pages.pictured import PictureBox, boxes_in_picture
from readingroom.pages.readable import is_blank
from readingroom.pages.sheet import slope_of
from readingroom.pages.space import PageSpace
from tests.pages.printing import HEIGHT, photograph, print_pdf

DPI = 200
POINT = DPI / 72


def paper(width: float = 400, height: float = 300) -> np.ndarray:
    return np.full((round(height * POINT), round(width * POINT)), 245, np.uint8)


def fill(picture: np.ndarray, x0: float, y0: float, x1: float, y1: float, tone: int = 10) -> None:
    picture[round(y0 * POINT) : round(y1 * POINT), round(x0 * POINT) : round(x1 * POINT)] = tone


def boxes_of(picture: np.ndarray, dpi: float) -> tuple[PictureBox, ...]:
    grey = picture if picture.ndim == 2 else np.ascontiguousarray(picture.min(axis=2))
    return boxes_in_picture(picture, dpi, slope_of(grey, dpi))


def black_boxes(picture: np.ndarray, dpi: float) -> tuple[Box, ...]:
    boxes = boxes_of(picture, dpi)
    return tuple(
        sorted((one.box for one in boxes if kind_in_picture(one) is RedactionKind.BLACK), key=lambda box: box.y0)
    )


def found_in(picture: np.ndarray, *words: Word) -> list[tuple[RedactionKind, tuple[str, ...]]]:
    space = PageSpace(0, 0, picture.shape[1] / POINT, picture.shape[0] / POINT, 0)
    found = redactions_in_picture(boxes_of(picture, DPI), words, source="s", number=1, space=space)
    return [(one.kind, one.codes) for one in sorted(found, key=lambda one: one.box.y0)]


def test_a_scan_is_read_and_its_black_box_found(tmp_path: Path) -> None:
    """
    From: Odo Quill
    To: ████████
    The cups must be ready by noon.
    """

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 250, "From: Odo Quill")
        canvas.drawString(40, 230, "To: Somebody Else")
        canvas.rect(62, 226, 110, 14, fill=1, stroke=0)
        canvas.drawString(40, 210, "The cups must be ready by noon.")

    path = photograph(print_pdf(tmp_path / "a.pdf", draw), tmp_path / "scan.pdf")
    (one,) = read_pages(path, "s", [1], Settings())
    printed = [word.text for word in one.page.words]
    assert printed == "From: Odo Quill To: The cups must be ready by noon.".split()
    assert all(0.5 < word.confidence <= 1 for word in one.page.words)
    assert one.page.words[0].box == pytest.approx((40, HEIGHT - 260, 72, HEIGHT - 250), abs=2.5)
    assert [mark.kind for mark in one.redactions] == [RedactionKind.BLACK]
    assert one.redactions[0].box == pytest.approx((62, HEIGHT - 240, 172, HEIGHT - 226), abs=1)


@pytest.mark.parametrize("angle", [0, 0.7, -1.2])
def test_boxes_on_a_page_that_lies_askew(angle: float) -> None:
    picture = paper()
    fill(picture, 60, 50, 160, 61)
    fill(picture, 60, 120, 340, 134)
    turn = cv2.getRotationMatrix2D((picture.shape[1] / 2, picture.shape[0] / 2), angle, 1)
    askew = cv2.warpAffine(picture, turn, picture.shape[::-1], borderValue=245)
    found = black_boxes(askew, DPI)
    assert len(found) == 2
    assert found[0].x1 - found[0].x0 == pytest.approx(100, abs=3)


def test_boxes_that_touch_are_two() -> None:
    """
    ██████████
    █████
    """
    picture = paper()
    fill(picture, 60, 50, 300, 62)
    fill(picture, 60, 62, 150, 74)
    found = black_boxes(picture, DPI)
    assert [box.x1 for box in found] == pytest.approx([300, 150], abs=1.2)


def test_a_box_with_a_white_label_is_one() -> None:
    picture = paper()
    fill(picture, 60, 50, 160, 64)
    cv2.putText(picture, "(b)(6)", (round(90 * POINT), round(61 * POINT)), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    assert len(black_boxes(picture, DPI)) == 1


def test_what_is_no_redaction() -> None:
    """A rule, a frame, a hole, a line of bold print, the dark edge of the glass."""
    picture = paper()
    fill(picture, 20, 20, 380, 23)
    cv2.rectangle(picture, (100, 120), (600, 200), 10, 4)
    cv2.circle(picture, (900, 300), 40, 10, -1)
    cv2.putText(picture, "BOLD HEADING OF A MEMO", (60, 500), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 10, 8)
    fill(picture, 0, 0, 12, 300)
    heading = Word("BOLD", Box(20, 165, 70, 183), 0.9)
    others = (Word("HEADING", Box(75, 165, 160, 183), 0.9), Word("MEMO", Box(190, 165, 240, 183), 0.9))
    assert found_in(picture, heading, *others) == []


def test_a_grey_and_an_outlined_box_with_their_codes() -> None:
    """
    To: ▒▒(b)(6)▒▒
    Cc: [  (b)(5)  ]
    """
    picture = paper()
    fill(picture, 60, 50, 160, 64, tone=190)
    cv2.rectangle(picture, (round(60 * POINT), round(80 * POINT)), (round(160 * POINT), round(94 * POINT)), 10, 2)
    for code, foot in (("(b)(6)", 61), ("(b)(5)", 91)):
        place = (round(95 * POINT), round(foot * POINT))
        cv2.putText(picture, code, place, cv2.FONT_HERSHEY_SIMPLEX, 0.8, 10, 2)
    words = (Word("(b)(6)", Box(95, 53, 130, 62), 0.9), Word("(b)(5)", Box(95, 83, 130, 92), 0.9))
    assert found_in(picture, *words) == [(RedactionKind.GREY, ("B6",)), (RedactionKind.OUTLINE, ("B5",))]


def test_shading_under_words_and_cells_of_a_table_are_none() -> None:
    picture = paper()
    fill(picture, 60, 50, 260, 64, tone=200)
    for x in range(60, 260, 50):
        for y in range(100, 160, 20):
            corner = (round((x + 50) * POINT), round((y + 20) * POINT))
            cv2.rectangle(picture, (round(x * POINT), round(y * POINT)), corner, 10, 2)
    words = (Word("Office", Box(64, 53, 94, 62), 0.9), Word("Date", Box(120, 53, 150, 62), 0.9))
    assert found_in(picture, *words, Word("Cups", Box(20, 105, 50, 115), 0.9)) == []


def test_a_light_yellow_box_with_a_label() -> None:
    picture = cv2.cvtColor(paper(), cv2.COLOR_GRAY2BGR)
    picture[round(50 * POINT) : round(64 * POINT), round(60 * POINT) : round(160 * POINT)] = (160, 255, 255)
    assert found_in(picture, Word("redacted", Box(80, 53, 130, 62), 0.9)) == [(RedactionKind.COLOUR, ())]


def test_blank_pictures() -> None:
    picture = paper()
    picture[::97, ::89] = 30  # specks
    assert is_blank(picture)
    cv2.putText(picture, "no", (60, 500), cv2.FONT_HERSHEY_SIMPLEX, 1, 10, 3)
    assert not is_blank(picture)


def test_the_engines_table() -> None:
    rows = ("1 1 0 0 0 0 0 0 9 9 -1 ", "5 1 1 1 1 1 10 20 30 8 96.5 cups", "5 1 1 1 1 2 1 1 1 1 95 ")
    table = "\n".join(row.replace(" ", "\t") for row in rows)
    (word,) = words_of_table(table)
    assert word == ("cups", (10, 20, 40, 28), 0.965)
    assert words_of_table("") == ()


def test_boxes_under_a_text_layer_are_found(tmp_path: Path) -> None:
    """A scan whose words lie unseen on it: To: ████████"""
    picture = paper(400, 300)
    fill(picture, 62, 60, 172, 74)
    cv2.imwrite(str(tmp_path / "page.png"), picture)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 300))
    canvas.drawImage(str(tmp_path / "page.png"), 0, 0, 400, 300)
    words = canvas.beginText(40, 230)
    words.setTextRenderMode(3)
    words.textOut("To:")
    canvas.drawText(words)
    canvas.save()
    (one,) = read_pages(tmp_path / "a.pdf", "s", [1], Settings(), chosen={1: TextFrom.LAYER})
    assert [mark.kind for mark in one.redactions] == [RedactionKind.BLACK]
    assert one.redactions[0].box == pytest.approx((62, 60, 172, 74), abs=1.5)


def test_a_page_of_grey_pictures_and_text_has_no_colours(tmp_path: Path) -> None:
    def grey(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (40, 30), 90)), 0, 0, 400, 300)
        canvas.drawString(40, 200, "The cups must be ready by noon.")

    def coloured(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 30), (90, 120, 90))), 0, 0, 400, 300)

    def painted(canvas: Canvas) -> None:
        grey(canvas)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(40, 40, 90, 14, fill=1)

    document = PdfDocument(print_pdf(tmp_path / "page.pdf", grey, coloured, painted))
    assert [is_grey(page) for page in document] == [True, False, False]
