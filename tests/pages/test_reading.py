"""Pages read: what becomes of good, blank, broken and hostile ones."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest

from readingroom.model import Box, PageState, Settings, TextFrom, Word
from readingroom.pages import REASONS, OcrFailed, OcrMissing, count_pages, gate, read_pages, reading
from readingroom.pages.ocr import Picture
from tests.pages.printing import bend, lines, photograph, print_pdf

PDF_NAME = "a.pdf"


class Parrot:
    """An engine that reads the same words on every picture, and remembers what it was shown."""

    def __init__(self, *words: Word, fails: Exception | None = None) -> None:
        self.words = words
        self.fails = fails
        self.shown: list[tuple[tuple[int, ...], float]] = []

    def read(self, picture: Picture, dpi: float) -> tuple[Word, ...]:
        self.shown.append((picture.shape, dpi))
        if self.fails:
            raise self.fails
        return self.words


def read(path: Path, *numbers: int, engine: Parrot | None = None) -> list[reading.PageReading]:
    return list(read_pages(path, "s", numbers or (1,), Settings(), engine or Parrot()))


def reasons(one: reading.PageReading) -> list[str]:
    return [problem.reason for problem in one.problems]


def test_a_page_with_a_layer(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines("one"), lines("two"), lines("three"))
    third, first = read(path, 3, 1)
    assert (third.page.number, first.page.number) == (3, 1)
    assert [word.text for word in third.page.words] == ["three"]
    assert (third.page.state, third.page.text_from) == (PageState.READ, TextFrom.LAYER)
    assert (third.page.width, third.page.height) == (400, 300)
    assert count_pages(path) == (3, "")


def test_blank_pages(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines())
    (one,) = read(path)
    assert (one.page.state, one.page.text_from, reasons(one)) == (PageState.BLANK, TextFrom.NONE, [])


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xfe\x93 not operators at all \xff" * 20,
        b"BT /Nowhere 12 Tf 1000 Td (painted far outside) Tj ET",
        b"/NoSuchPicture Do",
    ],
)
def test_a_page_that_should_show_something_is_suspect(tmp_path: Path, content: bytes) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines("good"), lines("bad"))
    bend(path, lambda pdf: setattr(pdf.pages[1], "Contents", pdf.make_stream(content)))
    good, bad = read(path, 1, 2)
    assert good.page.state is PageState.READ
    assert bad.page.state is PageState.SUSPECT_BLANK
    assert reasons(bad) == ["suspect_blank"]


def test_a_content_stream_that_does_not_unpack(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines("good"), lines("bad"))

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pikepdf.Stream(pdf, b"x" * 500)
        pdf.pages[1].Contents.write(b"\x01\x02" * 250, filter=pikepdf.Name.FlateDecode)

    good, bad = read(bend(path, change), 1, 2)
    assert good.page.state is PageState.READ
    assert bad.page.state is PageState.SUSPECT_BLANK


def test_a_bomb_costs_its_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "INFLATION", 1 << 20)
    path = print_pdf(tmp_path / PDF_NAME, lines("one"), lines("bomb"), lines("three"))

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pikepdf.Stream(pdf, b"")
        pdf.pages[1].Contents.write(zlib.compress(b" " * (8 << 20)), filter=pikepdf.Name.FlateDecode)

    one, bomb, three = read(bend(path, change), 1, 2, 3)
    assert [one.page.state, bomb.page.state, three.page.state] == [PageState.READ, PageState.FAILED, PageState.READ]
    assert reasons(bomb) == ["inflation_limit"]


def test_a_page_that_is_named_but_not_there_shifts_none(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines("one"), lines("two"), lines("three"))
    raw = path.read_bytes()
    with pikepdf.open(path) as pdf:
        number = pdf.pages[1].objgen[0]
    path.write_bytes(raw.replace(b"\n%d 0 obj" % number, b"\n%d 0 obx" % number))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) in {2, 3}
    path.write_bytes(raw.replace(b" %d 0 R" % number, b" 99 0 R"))
    assert count_pages(path) == (3, "")
    one, two, three = read(path, 1, 2, 3)
    assert reasons(two) == ["no_such_page"]
    assert [word.text for word in (*one.page.words, *three.page.words)] == ["one", "three"]


def test_a_huge_page(tmp_path: Path) -> None:
    path = bend(
        print_pdf(tmp_path / PDF_NAME, lines("far")),
        lambda pdf: setattr(pdf.pages[0], "MediaBox", pikepdf.Array([0, 0, 10**9, 10**9])),
    )
    (one,) = read(path)
    assert (one.page.state, reasons(one)) == (PageState.FAILED, ["page_unreadable"])


def test_files_that_cannot_be_opened_give_a_failed_page_each(tmp_path: Path) -> None:
    locked = print_pdf(tmp_path / "locked.pdf", lines("secret"))
    with pikepdf.open(locked, allow_overwriting_input=True) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="tea", user="cups"))
    html = tmp_path / "html.pdf"
    html.write_text("<html>not found</html>")
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(b"%PDF-1.4\n1 0 obj")
    for path, reason in ((locked, "encrypted"), (html, "not_a_pdf"), (empty, "not_a_pdf"), (cut, "damaged")):
        assert count_pages(path) == (0, reason)
        found = read(path, 1, 2)
        assert [one.page.state for one in found] == [PageState.FAILED] * 2
        assert [reasons(one) for one in found] == [[reason]] * 2
        assert str(tmp_path) not in found[0].problems[0].what
    (gone,) = read(tmp_path / "gone.pdf")
    assert gone.page.state is PageState.FAILED


def test_what_pdfium_refuses_is_read_from_a_repaired_copy(tmp_path: Path) -> None:
    """Cut off at its table of objects, with so much in front that pdfium finds no head."""
    path = print_pdf(tmp_path / PDF_NAME, lines("one"), lines("two"))
    raw = b"%" * 3000 + b"\n" + path.read_bytes()
    raw = raw[: raw.rindex(b"xref\n0 ")] + b"trailer << /Root 5 0 R >>\n%%EOF\n"
    path.write_bytes(raw)
    one, two = read(path, 1, 2)
    assert (one.page.state, reasons(one)) == (PageState.READ, ["repaired"])
    # Here the cut took the second page's content with it. What is lost must not pass for blank.
    assert two.page.state in {PageState.READ, PageState.SUSPECT_BLANK}
    assert path.read_bytes() == raw


def test_a_scan_goes_to_the_engine_at_its_own_resolution(tmp_path: Path) -> None:
    path = photograph(print_pdf(tmp_path / PDF_NAME, lines("printed")), tmp_path / "scan.pdf", dpi=150)
    engine = Parrot(Word("printed", Box(150, 300, 300, 330), 0.9))
    (one,) = read(path, engine=engine)
    ((shape, dpi),) = engine.shown
    assert dpi == pytest.approx(150, abs=0.5)
    assert shape == (626, 834)
    assert one.page.words[0].text == "printed"
    assert one.page.words[0].box == pytest.approx(Box(72, 144, 144, 158.4), abs=0.2)
    assert one.page.text_from is TextFrom.OCR


@pytest.mark.parametrize(
    ("engine", "state", "reason"),
    [
        (Parrot(fails=OcrMissing("no model")), PageState.FAILED, "ocr_missing"),
        (Parrot(fails=OcrFailed("gave up")), PageState.FAILED, "ocr_failed"),
        (Parrot(), PageState.READ, "ocr_nothing"),
    ],
)
def test_an_engine_that_gives_nothing(tmp_path: Path, engine: Parrot, state: PageState, reason: str) -> None:
    path = photograph(print_pdf(tmp_path / PDF_NAME, lines("printed")), tmp_path / "scan.pdf")
    (one,) = read(path, engine=engine)
    assert (one.page.state, reasons(one)) == (state, [reason])
    assert (one.page.width, one.page.height) == (400, 300)


def test_a_blank_scan_is_not_sent_to_the_engine(tmp_path: Path) -> None:
    engine = Parrot()
    (one,) = read(photograph(print_pdf(tmp_path / PDF_NAME, lines()), tmp_path / "scan.pdf"), engine=engine)
    assert (one.page.state, engine.shown) == (PageState.BLANK, [])


def test_a_scan_too_large_is_read_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_OCR_PIXELS", 200_000)
    path = photograph(print_pdf(tmp_path / PDF_NAME, lines("printed")), tmp_path / "scan.pdf", dpi=200)
    engine = Parrot(Word("printed", Box(1, 1, 50, 9), 0.9))
    (one,) = read(path, engine=engine)
    ((shape, _),) = engine.shown
    assert shape[0] * shape[1] <= 201_000
    assert reasons(one) == ["downscaled"]


def test_every_reason_says_what_to_do() -> None:
    for reason in REASONS.values():
        assert reason.what.endswith(".")
        assert reason.hint.endswith(".")


def test_resources_that_are_no_objects(tmp_path: Path) -> None:
    path = print_pdf(tmp_path / PDF_NAME, lines("good"))

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(A=7, B=pikepdf.Name.C)
        pdf.pages[0].Resources.Pattern = 12

    (one,) = read(bend(path, change))
    assert one.page.state is PageState.READ
