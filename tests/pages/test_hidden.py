"""Hidden text: what is in a file and does not show on its page. Each page is drawn with the way that hides words."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import HiddenBy, RedactionKind, Settings, TextFrom
from readingroom.pages import PageReading, read_hidden, read_pages
from tests.pages.printing import HEIGHT, WIDTH, bend, print_pdf

LEAK = "Odo Quill"
LEFT, WIDE = 66, 54  # points: where the leaked words stand in "From: Odo Quill today"


def read(path: Path) -> PageReading:
    return read_pages(path, "s", [1], Settings())[0]


def shown(reading: PageReading) -> str:
    return " ".join(word.text for word in reading.page.words)


def hidden(reading: PageReading) -> list[tuple[HiddenBy, str]]:
    return [(run.by, " ".join(word.text for word in run.words)) for run in reading.hidden]


def print_line(canvas: Canvas) -> None:
    canvas.drawString(30, 200, f"From: {LEAK} today")


def picture(grey: int, high: int = 40) -> ImageReader:
    png = io.BytesIO()
    Image.new("L", (200, high), grey).save(png, "PNG")
    return ImageReader(png)


def under_a_box(canvas: Canvas) -> None:
    print_line(canvas)
    canvas.rect(LEFT - 3, 196, WIDE, 14, fill=1, stroke=0)


def under_a_rounded_box(canvas: Canvas) -> None:
    print_line(canvas)
    canvas.roundRect(LEFT - 3, 195, WIDE, 16, 5, fill=1, stroke=0)


def under_a_picture(canvas: Canvas) -> None:
    print_line(canvas)
    canvas.drawImage(picture(0), LEFT - 3, 195, WIDE, 16)


def under_a_white_picture(canvas: Canvas) -> None:
    print_line(canvas)
    canvas.drawImage(picture(255), LEFT - 3, 195, WIDE, 16)


def under_a_hatched_box(canvas: Canvas) -> None:
    """The box is crossed over in grey, so that its picture is not plain."""
    under_a_box(canvas)
    canvas.setStrokeGray(0.5)
    for x in range(LEFT - 3, LEFT + 43, 8):
        canvas.line(x, 196, x + 8, 210)
        canvas.line(x, 210, x + 8, 196)


def piece(canvas: Canvas, setup: Callable[[Canvas], None]) -> None:
    """The line in three texts, the middle one printed after `setup`."""
    canvas.drawString(30, 200, "From:")
    canvas.drawString(LEFT + WIDE, 200, "today")
    setup(canvas)
    canvas.drawString(LEFT, 200, LEAK)


def white_on_white(canvas: Canvas) -> None:
    piece(canvas, lambda canvas: canvas.setFillGray(1))


def black_on_black(canvas: Canvas) -> None:
    piece(canvas, lambda canvas: canvas.rect(LEFT - 3, 196, WIDE, 14, fill=1, stroke=0))


def invisible(canvas: Canvas) -> None:
    canvas.drawString(30, 200, "From:")
    canvas.drawString(LEFT + WIDE, 200, "today")
    text = canvas.beginText(LEFT, 200)
    text.setTextRenderMode(3)
    text.textOut(LEAK)
    canvas.drawText(text)


@pytest.mark.parametrize(
    ("draw", "by"),
    [
        (under_a_box, HiddenBy.BOX),
        (under_a_rounded_box, HiddenBy.BOX),
        (under_a_hatched_box, HiddenBy.BOX),
        (under_a_picture, HiddenBy.PICTURE),
        (under_a_white_picture, HiddenBy.PICTURE),
        (white_on_white, HiddenBy.COLOUR),
        (black_on_black, HiddenBy.COLOUR),
        (invisible, HiddenBy.INVISIBLE),
    ],
)
def test_words_that_do_not_show_are_taken_out_and_located(
    tmp_path: Path, draw: Callable[[Canvas], None], by: HiddenBy
) -> None:
    """From: ░░░░░░░░░ today"""
    reading = read(print_pdf(tmp_path / "a.pdf", draw))
    assert shown(reading) == "From: today"
    assert hidden(reading) == [(by, LEAK)]
    x0, y0, x1, y1 = reading.hidden[0].box
    assert LEFT - 4 <= x0 < x1 <= LEFT + WIDE
    assert HEIGHT - 212 <= y0 < y1 <= HEIGHT - 194
    assert read_hidden(tmp_path / "a.pdf", 1, Settings()) == reading.hidden


def annotate(path: Path, **entries: object) -> Path:
    """The page with an annotation over the leaked words, in PDF space."""
    rect = [LEFT - 3, 195, LEFT + WIDE - 3, 211]

    def change(pdf: pikepdf.Pdf) -> None:
        annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=pikepdf.Array(rect), F=4, **entries)
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(annotation)])

    return bend(path, change)


QUAD = pikepdf.Array([LEFT - 3, 211, LEFT + WIDE - 3, 211, LEFT - 3, 195, LEFT + WIDE - 3, 195])
BLACK, YELLOW = pikepdf.Array([0, 0, 0]), pikepdf.Array([1, 1, 0])


@pytest.mark.parametrize(
    "entries",
    [
        {"Subtype": pikepdf.Name.Square, "IC": BLACK, "C": BLACK},
        {"Subtype": pikepdf.Name.Highlight, "C": BLACK, "QuadPoints": QUAD},
        {"Subtype": pikepdf.Name.Redact, "QuadPoints": QUAD},
    ],
    ids=["square", "highlight", "redact"],
)
def test_an_annotation_that_was_never_made_part_of_the_page_hides(tmp_path: Path, entries: dict[str, object]) -> None:
    """Also one that only marks what is to be taken out: it still shows, and was not meant to be given away."""
    reading = read(annotate(print_pdf(tmp_path / "a.pdf", print_line), **entries))
    assert shown(reading) == "From: today"
    assert hidden(reading) == [(HiddenBy.ANNOTATION, LEAK)]
    assert len(reading.redactions) == 1


def test_a_black_annotation_is_a_black_redaction(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / "a.pdf", print_line)
    reading = read(annotate(path, Subtype=pikepdf.Name.Square, IC=BLACK, C=BLACK))
    assert [one.kind for one in reading.redactions] == [RedactionKind.BLACK]


@pytest.mark.parametrize(
    "entries",
    [
        {"Subtype": pikepdf.Name.Highlight, "C": YELLOW, "QuadPoints": QUAD},
        {"Subtype": pikepdf.Name.Square, "C": BLACK},  # a frame
        {"Subtype": pikepdf.Name.Link},
    ],
    ids=["highlight", "frame", "link"],
)
def test_an_annotation_through_which_words_show_hides_nothing(tmp_path: Path, entries: dict[str, object]) -> None:
    reading = read(annotate(print_pdf(tmp_path / "a.pdf", print_line), **entries))
    assert shown(reading) == f"From: {LEAK} today"
    assert hidden(reading) == []


def test_words_outside_the_page_are_hidden_by_its_crop(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(30, 200, "shown")
        canvas.drawString(30, 20, LEAK)

    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = pikepdf.Array([0, 100, WIDTH, HEIGHT])

    reading = read(bend(print_pdf(tmp_path / "a.pdf", draw), crop))
    assert shown(reading) == "shown"
    assert hidden(reading) == [(HiddenBy.CROP, LEAK)]
    assert reading.hidden[0].box.y0 > reading.page.height


def white_on_a_black_heading(canvas: Canvas) -> None:
    canvas.rect(20, 195, 200, 20, fill=1, stroke=0)
    canvas.setFillGray(1)
    print_line(canvas)


def on_a_coloured_cell(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 0.6)
    canvas.rect(20, 195, 200, 20, fill=1, stroke=0)
    canvas.setFillGray(0)
    print_line(canvas)


def highlighted(canvas: Canvas) -> None:
    print_line(canvas)
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(20, 195, 200, 20, fill=1, stroke=0)


def printed_twice(canvas: Canvas) -> None:
    """In white, and in black over it, as web pages print what can be pointed at."""
    canvas.setFillGray(1)
    print_line(canvas)
    canvas.setFillGray(0)
    print_line(canvas)


def drawn_as_shapes(canvas: Canvas) -> None:
    """Letters flattened to shapes, with their text printed in nothing over them."""
    for x in range(30, 160, 4):
        canvas.rect(x, 200, 2, 8, fill=1, stroke=0)
    text = canvas.beginText(30, 200)
    text.setTextRenderMode(3)
    text.textOut(f"From: {LEAK} today")
    canvas.drawText(text)


@pytest.mark.parametrize(
    "draw", [white_on_a_black_heading, on_a_coloured_cell, highlighted, printed_twice, drawn_as_shapes]
)
def test_words_that_show_are_not_hidden(tmp_path: Path, draw: Callable[[Canvas], None]) -> None:
    reading = read(print_pdf(tmp_path / "a.pdf", draw))
    assert hidden(reading) == []
    assert LEAK in shown(reading)


@pytest.mark.parametrize("strips", [1, 8])
@pytest.mark.parametrize("first", ["words", "picture"])
def test_the_text_layer_of_a_scan_is_not_hidden(tmp_path: Path, strips: int, first: str) -> None:
    """Whether it is painted before or after the picture, and though the scan may be cut into strips."""

    def scan(canvas: Canvas) -> None:
        high = HEIGHT / strips
        for at in range(strips):
            canvas.drawImage(picture(230), 0, at * high, WIDTH, high)

    def words(canvas: Canvas) -> None:
        text = canvas.beginText(30, 200)
        text.setTextRenderMode(3)
        text.textLines([f"From: {LEAK} today"] * 4)
        canvas.drawText(text)

    def draw(canvas: Canvas) -> None:
        for layer in (words, scan) if first == "words" else (scan, words):
            layer(canvas)

    reading = read(print_pdf(tmp_path / "a.pdf", draw))
    assert hidden(reading) == []


@pytest.mark.parametrize("label", ["Redacted", "(b)(6)", "XXXXXX", "Privilege"])
def test_a_label_that_a_program_leaves_under_its_box_is_no_hidden_text(tmp_path: Path, label: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(30, 200, label)
        canvas.rect(20, 195, 200, 20, fill=1, stroke=0)

    reading = read(print_pdf(tmp_path / "a.pdf", draw))
    assert hidden(reading) == []
    assert shown(reading) == ""


def test_the_date_that_a_program_prints_on_each_box_is_no_hidden_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 150, 200):
            canvas.rect(20, y - 4, 80, 14, fill=1, stroke=0)
            canvas.drawString(24, y, "03/23/2014")

    assert hidden(read(print_pdf(tmp_path / "a.pdf", draw))) == []


def test_a_scan_gives_away_what_its_picture_hides(tmp_path: Path) -> None:
    """A searchable scan: the picture is black over the name and has white print on black below; its layer has both."""
    page = Image.new("L", (WIDTH * 2, HEIGHT * 2), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(24)
    rows = [(100, "From: Odo Quill today"), (140, "printed words that show"), (180, "WHITE ON BLACK")]
    for y, text in rows:
        if y == 180:
            pen.rectangle((50, 2 * y - 8, 500, 2 * y + 32), fill=0)
        pen.text((60, 2 * y), text, fill=255 if y == 180 else 0, font=font)
    left, right = 60 + font.getlength("From: "), 60 + font.getlength("From: Odo Quill")
    pen.rectangle((left - 4, 194, right + 4, 234), fill=0)
    png = io.BytesIO()
    page.save(png, "PNG")

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(png), 0, 0, WIDTH, HEIGHT)
        for y, text in rows:
            layer = canvas.beginText()
            layer.setTextRenderMode(3)
            layer.setFont("Helvetica", 12)
            for at, word in enumerate(text.split()):
                before = " ".join([*text.split()[:at], ""])
                layer.setTextOrigin(30 + font.getlength(before) / 2, HEIGHT - y - 11)
                layer.setHorizScale(100 * font.getlength(word) / 2 / canvas.stringWidth(word, "Helvetica", 12))
                layer.textOut(word)
            canvas.drawText(layer)

    path = print_pdf(tmp_path / "a.pdf", draw)
    reading = read(path)
    assert reading.page.text_from is TextFrom.LAYER
    assert shown(reading) == "From: today printed words that show WHITE ON BLACK"
    assert hidden(reading) == [(HiddenBy.PICTURE, LEAK)]
    assert RedactionKind.BLACK in [one.kind for one in reading.redactions]
    assert read_hidden(path, 1, Settings()) == reading.hidden
