"""Pages that are pictures, with the real engine: turned, askew, two on a sheet, white on black, faint, of a fax."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from readingroom.model import Lay, Page, PageState, TextFrom
from readingroom.pages.ocr import Picture, default_engine
from readingroom.pages.readable import is_blank, well_lit
from readingroom.pages.scan import Scan, read_scan, reads_badly
from readingroom.pages.sheet import gutter_of, slope_of
from readingroom.text import lines_of
from tests.pages.printing import lines, print_pdf, rasterise

DPI = 150
LINES = (
    "From: Odo Quill",
    "To: Pillo Harrow",
    "Subject: cups for the regatta",
    "The cups must be ready by noon on Tuesday.",
    "Please ask the jeweller whether the engraving is done,",
    "and send the bill to the harbor office as usual.",
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    """A page of 400 by 300 points with LINES, dark on light."""
    return rasterise(print_pdf(tmp_path_factory.mktemp("sheet") / "a.pdf", lines(*LINES)), DPI)


def lines_read(scan: Scan, picture: Picture, dpi: float = DPI) -> list[str]:
    """What `scan` gave of a picture, line by line."""
    page = Page(
        source="s",
        number=1,
        width=picture.shape[1] * 72 / dpi,
        height=picture.shape[0] * 72 / dpi,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=scan.words,
        lay=scan.lay,
    )
    return [line.text for line in lines_of(page)]


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_that_lies_turned_is_read_upright(sheet: Picture, turns: int) -> None:
    picture = np.ascontiguousarray(np.rot90(sheet, turns))  # counter-clockwise: so often clockwise sets it right
    scan = read_scan(picture, DPI, default_engine())
    assert scan.lay == Lay(turns=turns)
    assert lines_read(scan, picture) == list(LINES)
    ink = picture < 128
    for word in scan.words:  # a box holds the ink of its word, where the page shows it
        x0, y0, x1, y1 = (round(edge * DPI / 72) for edge in word.box)
        assert ink[y0:y1, x0:x1].mean() > 0.08, word


@pytest.mark.parametrize("slope", [-4.0, -1.1, 0.8, 2.5])
def test_a_page_that_lies_askew_is_read_line_by_line(sheet: Picture, slope: float) -> None:
    rows, columns = sheet.shape
    there = cv2.getRotationMatrix2D((columns / 2, rows / 2), -slope, 1.0)
    picture = np.asarray(cv2.warpAffine(sheet, there, (columns, rows), borderValue=255), np.uint8)
    assert slope_of(picture, DPI) == pytest.approx(slope, abs=0.15)
    scan = read_scan(picture, DPI, default_engine())
    assert lines_read(scan, picture) == list(LINES)
    first = scan.words[0].box
    corner = there @ (40 * DPI / 72, 45 * DPI / 72, 1) * 72 / DPI
    assert (first.x0, (first.y0 + first.y1) / 2) == pytest.approx(tuple(corner), abs=4)


def test_two_pages_on_a_sheet_are_read_one_after_the_other(sheet: Picture) -> None:
    other = np.roll(sheet, 20, axis=0)
    picture = np.ascontiguousarray(np.hstack([sheet, other]))
    assert gutter_of(picture, DPI) > 0
    scan = read_scan(picture, DPI, default_engine())
    assert lines_read(scan, picture) == [*LINES, *LINES]
    right = [word for word in scan.words if word.box.x0 > 400]
    assert len(right) == len(scan.words) / 2


def test_a_wide_table_is_one_page(sheet: Picture) -> None:
    """Cells go across the middle, so that no white does."""
    picture = np.full((sheet.shape[0], sheet.shape[1] * 2), 255, np.uint8)
    for row in range(60, 560, 40):
        cv2.putText(picture, "cups and saucers " * 5, (60, row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 0, 2)
    assert gutter_of(picture, DPI) == 0


@pytest.mark.parametrize(
    "darken",
    [
        pytest.param(lambda picture: 255 - picture, id="white on black"),
        pytest.param(lambda picture: (picture * 0.4 + 20).astype(np.uint8), id="dark paper"),
        pytest.param(lambda picture: (picture * 0.15 + 210).astype(np.uint8), id="faint print"),
        pytest.param(
            lambda picture: (picture * np.linspace(0.5, 1, picture.shape[1])[None, :]).astype(np.uint8), id="a shadow"
        ),
    ],
)
def test_bad_light(sheet: Picture, darken: object) -> None:
    picture = well_lit(darken(sheet))  # type: ignore[operator]
    assert not is_blank(picture)
    assert lines_read(read_scan(picture, DPI, default_engine()), picture) == list(LINES)


def test_a_page_blacked_out_whole_stays_so() -> None:
    picture = np.full((1000, 800), 245, np.uint8)
    picture[60:940, 50:750] = 8
    assert well_lit(picture) is picture


def test_paper_with_nothing_on_it_stays_blank() -> None:
    noise = np.random.default_rng(1).normal(0, 8, (1000, 800))
    for paper in (250, 190, 120):
        picture = well_lit(np.clip(noise + paper, 0, 255).astype(np.uint8))
        assert is_blank(picture)


def test_what_reads_badly() -> None:
    assert reads_badly(())


def test_a_turned_page_of_a_file(tmp_path: Path) -> None:
    """Kept from the picture to the page value."""
    from readingroom.model import Settings, TextWhy
    from readingroom.pages import read_pages
    from tests.pages.printing import bend, photograph

    path = photograph(print_pdf(tmp_path / "a.pdf", lines(*LINES)), tmp_path / "scan.pdf", dpi=DPI)
    bend(path, lambda pdf: setattr(pdf.pages[0], "Rotate", 180))
    (one,) = read_pages(path, "s", [1], Settings())
    assert one.page.lay == Lay(turns=2)
    assert one.page.why is TextWhy.NO_LAYER
    assert [line.text for line in lines_of(one.page)] == list(LINES)


@pytest.mark.parametrize(
    ("across", "down", "two_tone"),
    [pytest.param(204, 98, True, id="a fax"), pytest.param(100, 100, False, id="coarse")],
)
def test_pictures_with_few_pixels(tmp_path: Path, sheet: Picture, across: int, down: int, two_tone: bool) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    from readingroom.model import Settings
    from readingroom.pages import read_pages

    size = (round(400 * across / 72), round(300 * down / 72))
    small = cv2.resize(sheet, size, interpolation=cv2.INTER_AREA)
    picture = Image.fromarray(small).point(lambda tone: 255 * (tone > 150)) if two_tone else Image.fromarray(small)
    path = print_pdf(tmp_path / "a.pdf", lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, 400, 300) and None)
    (one,) = read_pages(path, "s", [1], Settings())
    printed = " ".join(LINES).split()
    assert sum(word.text in printed for word in one.page.words) >= len(printed) - 2
    assert one.page.words[0].box.x0 == pytest.approx(40, abs=2)
