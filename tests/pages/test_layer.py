"""Words and their boxes from the text layer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import Box
from readingroom.pages import layer as layer_module
from readingroom.pages import words_of_page
from readingroom.pages.layer import read_layer
from readingroom.pages.picture import render_grey
from tests.pages.printing import HEIGHT, WIDTH, bend, lines, print_pdf


def words(path: Path) -> list[str]:
    return [word.text for word in words_of_page(pypdfium2.PdfDocument(path)[0])]


def ink(page: object, box: Box) -> int:
    """Dark pixels in a box of the page as it is drawn, 2 pixels a point."""
    width, height = page.get_size()  # type: ignore[attr-defined]
    picture = render_grey(page, width, height, 2.0)
    x0, y0, x1, y1 = (round(2 * edge) for edge in box)
    return int((picture[y0:y1, x0:x1] < 128).sum())


def test_hyphen_at_a_line_end_is_two_words_on_two_lines(tmp_path: Path) -> None:
    """
    We must exam-
    ple the cups.
    """
    path = print_pdf(tmp_path / "a.pdf", lines("We must exam-", "ple the cups. A-B", "the end-"))
    found = words_of_page(pypdfium2.PdfDocument(path)[0])
    assert [word.text for word in found] == "We must exam- ple the cups. A-B the end-".split()
    first, second = found[2], found[3]
    assert second.box.y0 > first.box.y0 + 10
    assert second.box.x0 == pytest.approx(40, abs=1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_boxes_lie_on_the_words_as_shown(tmp_path: Path, turn: int, cropped: bool) -> None:
    path = print_pdf(tmp_path / "a.pdf", lines("Ordered by Aunt", "before noon"))

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Rotate = turn
        if cropped:
            page.MediaBox = pikepdf.Array([-30, -20, WIDTH + 100, HEIGHT + 50])
            page.CropBox = pikepdf.Array([10, 20, WIDTH - 40, HEIGHT - 10])

    bend(path, change)
    page = pypdfium2.PdfDocument(path)[0]
    found = words_of_page(page)
    assert sorted(word.text for word in found) == ["Aunt", "Ordered", "before", "by", "noon"]
    width, height = page.get_size()
    whole = ink(page, Box(0, 0, width, height))
    assert sum(ink(page, word.box) for word in found) == pytest.approx(whole, rel=0.02)
    for word in found:
        assert 0 <= word.box.x0 < word.box.x1 <= width
        assert all(edge == round(edge, 1) for edge in word.box)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_drawn_askew_and_turned_upright_reads_in_order(tmp_path: Path, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(turn)
        canvas.drawString(-100, 20, "Ordered by Aunt")
        canvas.drawString(-100, 0, "before noon")

    path = bend(print_pdf(tmp_path / "a.pdf", draw), lambda pdf: setattr(pdf.pages[0], "Rotate", turn))
    found = words_of_page(pypdfium2.PdfDocument(path)[0])
    assert [word.text for word in found] == ["Ordered", "by", "Aunt", "before", "noon"]
    assert found[0].box.x1 < found[1].box.x0
    assert found[3].box.y0 > found[0].box.y0 + 10


def test_words_outside_the_page_are_not_listed(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / "a.pdf", lines("shown"), size=(WIDTH, HEIGHT))
    bend(path, lambda pdf: setattr(pdf.pages[0], "CropBox", pikepdf.Array([0, 0, WIDTH, 100])))
    layer = read_layer(pypdfium2.PdfDocument(path)[0])
    assert layer.words == ()
    assert [(word.text, word.box.y1 < 0) for word in layer.outside] == [("shown", True)]


def odd_font(pdf: pikepdf.Pdf) -> None:
    """A font whose table makes A an emoji (two UTF-16 units), B a ligature, C nothing, D and E control characters."""
    table = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
6 beginbfchar <41> <D83DDE00> <42> <FB01> <43> <0000> <44> <0007> <45> <200B> <46> <D83D> endbfchar
endcmap end end"""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        ToUnicode=pdf.make_stream(table),
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F 12 Tf 30 150 Td (xAx xBx xCx xDx xEx xFx last) Tj ET")


def test_odd_characters_keep_words_and_places_in_step(tmp_path: Path) -> None:
    path = bend(print_pdf(tmp_path / "a.pdf", lines("")), odd_font)
    page = pypdfium2.PdfDocument(path)[0]
    layer = read_layer(page)
    assert [word.text for word in layer.words] == ["x\U0001f600x", "xfix", "xx", "xx", "xx", "x\ufffdx", "last"]
    assert [layer.text[start:end] for start, end in layer.places][-1] == "last"
    rights = [word.box.x1 for word in layer.words]
    lefts = [word.box.x0 for word in layer.words]
    assert all(right < left for right, left in zip(rights, lefts[1:], strict=False))
    assert ink(page, layer.words[-1].box) > 50


def test_text_is_capped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layer_module, "MOST_CHARACTERS", 9)
    path = print_pdf(tmp_path / "a.pdf", lines("one two three four"))
    layer = read_layer(pypdfium2.PdfDocument(path)[0])
    assert [word.text for word in layer.words] == ["one", "two", "t"]
    assert layer.cut


def test_an_empty_page_has_no_words(tmp_path: Path) -> None:
    assert words(print_pdf(tmp_path / "a.pdf", lines())) == []
    assert np.isclose(read_layer(pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]).odd, 0)
