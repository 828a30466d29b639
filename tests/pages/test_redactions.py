"""Painted boxes: which are redactions, and what lies under them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import RedactionKind, RedactionWhere, Settings
from readingroom.pages import PageReading, read_pages
from readingroom.pages.redactions import is_label
from tests.pages.printing import HEIGHT, WIDTH, print_pdf


def read(tmp_path: Path, draw: Callable[[Canvas], None]) -> PageReading:
    return read_pages(print_pdf(tmp_path / "a.pdf", draw), "s", [1], Settings())[0]


def texts(reading: PageReading) -> list[str]:
    return [word.text for word in reading.page.words]


def hidden_words(reading: PageReading) -> int:
    return sum(len(run.words) for run in reading.hidden)


def test_words_under_a_box_are_counted_and_not_handed_on(tmp_path: Path) -> None:
    """To: ████████████ today"""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "To: Odo Quill today")
        canvas.rect(58, 197, 52, 14, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == ["To:", "today"]
    assert hidden_words(reading) == 2
    assert [(one.kind, one.codes) for one in reading.redactions] == [(RedactionKind.BLACK, ())]
    assert reading.redactions[0].box == pytest.approx((58, HEIGHT - 211, 110, HEIGHT - 197), abs=0.2)


def test_a_word_covered_in_part_keeps_what_shows(tmp_path: Path) -> None:
    """██████@tea.example"""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "odo.quill@tea.example")
        canvas.rect(38, 197, canvas.stringWidth("odo.quill", "Helvetica", 12) + 2, 14, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == ["@tea.example"]
    assert reading.page.words[0].box.x0 > 80
    assert hidden_words(reading) == 1


def test_a_label_on_the_box_stays(tmp_path: Path) -> None:
    """From: █(b)(6)█, the label white, or black on grey"""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "From: Odo Quill")
        canvas.rect(72, 197, 80, 14, fill=1, stroke=0)
        canvas.setFillGray(1)
        canvas.drawString(90, 200, "(b)(6)")
        canvas.setFillGray(0.8)
        canvas.rect(72, 157, 80, 14, fill=1, stroke=0)
        canvas.setFillGray(0)
        canvas.drawString(40, 160, "Cc:")
        canvas.drawString(90, 160, "(b)(5)")

    reading = read(tmp_path, draw)
    assert texts(reading) == ["From:", "(b)(6)", "Cc:", "(b)(5)"]
    assert hidden_words(reading) == 2
    assert [(one.kind, one.codes) for one in reading.redactions] == [
        (RedactionKind.BLACK, ("B6",)),
        (RedactionKind.GREY, ("B5",)),
    ]


def test_white_over_words_hides_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "Subject: the cups are cold")
        canvas.setFillGray(1)
        canvas.rect(86, 197, 120, 14, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == ["Subject:"]
    assert hidden_words(reading) == 4
    assert [one.kind for one in reading.redactions] == [RedactionKind.WHITE]


def test_black_words_on_a_black_box_are_hidden_though_painted_last(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(72, 197, 80, 14, fill=1, stroke=0)
        canvas.drawString(40, 200, "From:")
        canvas.drawString(74, 200, "Odo Quill")

    reading = read(tmp_path, draw)
    assert texts(reading) == ["From:"]
    assert hidden_words(reading) == 2
    assert [one.kind for one in reading.redactions] == [RedactionKind.BLACK]


def test_what_is_no_redaction(tmp_path: Path) -> None:
    """A page's white ground, a table's shaded head, a rule, a frame round words, a see-through highlight."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)
        canvas.setFillGray(0.85)
        canvas.rect(36, 236, 200, 18, fill=1, stroke=0)
        canvas.setFillGray(0.1)
        canvas.rect(36, 216, 200, 18, fill=1, stroke=0)
        canvas.setFillGray(1)
        canvas.drawString(40, 220, "Name Date")
        canvas.setFillGray(0)
        canvas.drawString(40, 240, "Office Cups")
        canvas.rect(36, 200, 300, 1.2, fill=1, stroke=0)
        canvas.drawString(40, 160, "framed")
        canvas.rect(36, 156, 80, 18, fill=0, stroke=1)
        canvas.drawString(40, 120, "marked by hand")
        canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
        canvas.rect(36, 116, 100, 18, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == "Name Date Office Cups framed marked by hand".split()
    assert hidden_words(reading) == 0
    assert reading.redactions == ()


def test_an_outlined_box_with_a_code_is_one(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "To:")
        canvas.rect(70, 196, 90, 16, fill=0, stroke=1)
        canvas.drawString(90, 200, "(b)(7)(C)")

    reading = read(tmp_path, draw)
    assert [(one.kind, one.codes) for one in reading.redactions] == [(RedactionKind.OUTLINE, ("B7(C)",))]
    assert texts(reading) == ["To:", "(b)(7)(C)"]


def test_a_drawing_of_two_boxes_does_not_hide_what_is_between_them(tmp_path: Path) -> None:
    """██████ shown ██████, one path"""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "hidden")
        canvas.drawString(140, 200, "shown")
        canvas.drawString(240, 200, "hidden")
        path = canvas.beginPath()
        path.rect(38, 197, 60, 14)
        path.rect(238, 197, 60, 14)
        canvas.drawPath(path, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == ["shown"]
    assert len(reading.redactions) == 2


def test_a_black_page(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "all of it")
        canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == []
    assert hidden_words(reading) == 3
    assert [one.where for one in reading.redactions] == [RedactionWhere.PAGE]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("(b)(6)", True),
        ("B5, B6", True),
        ("(b)(7)(C)", True),
        ("REDACTED", True),
        ("[Privileged or Personal Material Redacted]", True),
        ("Odo Quill", False),
        ("room B6 please", False),
        ("", False),
        ("—", False),
    ],
)
def test_labels(printed: str, label: bool) -> None:
    assert is_label(printed) is label


def test_two_lines_under_one_stepped_shape(tmp_path: Path) -> None:
    """
    shown ██████████
    █████ shown
    """

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "shown hidden words")
        canvas.drawString(40, 186, "under shown")
        path = canvas.beginPath()
        corners = ((78, 211), (200, 211), (200, 197), (74, 197), (74, 183), (38, 183), (38, 197), (78, 197))
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        canvas.drawPath(path, fill=1, stroke=0)

    reading = read(tmp_path, draw)
    assert texts(reading) == ["shown", "shown"]
    assert hidden_words(reading) == 3
    assert len(reading.redactions) == 2


def test_an_empty_frame_is_a_redaction_where_a_code_is_near(tmp_path: Path) -> None:
    """From: [      ] (b)(6)    and    To: [ (b)(6) ] Cc: [      ]"""

    def behind(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "From:")
        canvas.rect(80, 197, 60, 14, fill=0, stroke=1)
        canvas.drawString(145, 200, "(b)(6)")

    def alike(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "To:")
        canvas.rect(80, 197, 60, 14, fill=0, stroke=1)
        canvas.drawString(90, 200, "(b)(6)")
        canvas.drawString(150, 200, "Cc:")
        canvas.rect(180, 197, 60, 14, fill=0, stroke=1)

    def form(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "Name:")
        canvas.rect(80, 197, 60, 14, fill=0, stroke=1)

    def kinds(draw: Callable[[Canvas], None]) -> list[RedactionKind]:
        return [one.kind for one in read(tmp_path, draw).redactions]

    assert kinds(behind) == [RedactionKind.OUTLINE]
    assert kinds(alike) == [RedactionKind.OUTLINE] * 2
    assert kinds(form) == []


def cross(canvas: Canvas, *corners: tuple[float, float, float, float]) -> None:
    path = canvas.beginPath()
    for x0, y0, x1, y1 in corners:
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
        path.moveTo(x0, y1)
        path.lineTo(x1, y0)
    canvas.drawPath(path, stroke=1, fill=0)


def test_a_black_box_under_a_row_of_crosses_is_crossed(tmp_path: Path) -> None:
    """From: █XXXXX█, the crosses grey; the last of them is cut off at the side of the box, or not"""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "From: Odo Quill")
        canvas.rect(74, 197, 64, 12, fill=1, stroke=0)
        canvas.setStrokeGray(0.3)
        cross(canvas, *((x, 197, x + 12, 209) for x in range(74, 138, 12)))

    reading = read(tmp_path, draw)
    assert [one.kind for one in reading.redactions] == [RedactionKind.CROSSED]
    assert texts(reading) == ["From:"]


def test_an_outlined_box_with_a_large_cross_is_crossed(tmp_path: Path) -> None:
    """
    The cups:
    +---------+
    |  \\   /  |   [X] a box of a form is none
    |  /   \\  |
    +---------+
    """

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 260, "The cups:")
        canvas.rect(40, 100, 200, 140, fill=0, stroke=1)
        cross(canvas, (40, 100, 240, 240))
        canvas.rect(300, 100, 10, 10, fill=0, stroke=1)
        cross(canvas, (300, 100, 310, 110))

    (one,) = read(tmp_path, draw).redactions
    assert (one.kind, one.where) == (RedactionKind.CROSSED, RedactionWhere.BOX)


def test_one_line_across_a_box_is_no_cross(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 200, "From: Odo Quill")
        canvas.rect(74, 197, 64, 12, fill=1, stroke=0)
        canvas.line(74, 197, 138, 209)

    assert [one.kind for one in read(tmp_path, draw).redactions] == [RedactionKind.BLACK]
