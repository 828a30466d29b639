"""Scanned pages: the real engine, and black boxes in the picture."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import RedactionKind, Settings
from readingroom.pages import read_pages
from readingroom.pages.ocr import words_of_table
from readingroom.pages.readable import is_blank
from readingroom.pages.scanned import black_boxes
from tests.pages.printing import HEIGHT, photograph, print_pdf

DPI = 200
POINT = DPI / 72


def paper(width: float = 400, height: float = 300) -> np.ndarray:
    return np.full((round(height * POINT), round(width * POINT)), 245, np.uint8)


def fill(picture: np.ndarray, x0: float, y0: float, x1: float, y1: float, tone: int = 10) -> None:
    picture[round(y0 * POINT) : round(y1 * POINT), round(x0 * POINT) : round(x1 * POINT)] = tone


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


def test_what_is_no_box() -> None:
    """A rule, a frame, a hole, a line of bold print, a grey box."""
    picture = paper()
    fill(picture, 20, 20, 380, 23)
    cv2.rectangle(picture, (100, 120), (600, 200), 10, 4)
    cv2.circle(picture, (900, 300), 40, 10, -1)
    cv2.putText(picture, "BOLD HEADING OF A MEMO", (60, 500), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 10, 8)
    fill(picture, 60, 250, 160, 262, tone=150)
    assert black_boxes(picture, DPI) == ()


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
