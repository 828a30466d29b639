"""Whether a page's text layer or OCR is handed on: layers printed, well read, misread, misplaced, in a false code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from readingroom.model import Box, Settings, TextFrom, TextWhy, Word
from readingroom.pages import read_pages
from readingroom.pages.choice import as_sure_as_it_looks, reads_worse, standing_of
from readingroom.pages.language import Looks, is_odd, looks_of
from readingroom.pages.reading import PageReading
from tests.pages.printing import HEIGHT, WIDTH, lines, print_pdf, rasterise

TRUE = (
    "To: Pillo Harrow",
    "Subject: cups for the regatta",
    "The cups must be ready by noon on Tuesday.",
    "Please ask the jeweller whether the engraving is done,",
    "and send the bill to the harbor office as usual.",
)
MISREAD = (
    "To: Pil1o Harrow",
    "5ubject: cups for lhe regatta",
    "Thc cups must bc ready by noon on Tuesday.",
    "Please ask thc jewe1ler whethcr the engraving is donc,",
    "and send lhe bill to the harbor officc as usual.",
)
OTHER = (
    "Menu of the week",
    "Monday brings a soup of carrots and leeks",
    "with bread from the village, then baked apples.",
    "On Friday there are dumplings, and everybody may",
    "bring a cousin along if they wash up afterwards.",
)
FALSE_CODE = tuple("".join(chr(ord(one) - 5) if one.islower() and one > "e" else one for one in line) for line in TRUE)


def layered(folder: Path, layer: Sequence[str], drop: float = 0.0) -> Path:
    """A scan that shows TRUE, with the lines of `layer` unseen on it, `drop` points below their print."""
    picture = rasterise(print_pdf(folder / "printed.pdf", lines(*TRUE)), 150)

    def draw(canvas: Canvas) -> None:
        from PIL import Image

        canvas.drawImage(ImageReader(Image.fromarray(picture)), 0, 0, WIDTH, HEIGHT)
        for at, line in enumerate(layer):
            text = canvas.beginText(40, HEIGHT - 50 - 20 * at - drop)
            text.setTextRenderMode(3)
            text.textOut(line)
            canvas.drawText(text)

    return print_pdf(folder / "a.pdf", draw)


def read(path: Path, chosen: TextFrom | None = None) -> PageReading:
    (one,) = read_pages(path, "s", [1], Settings(), chosen={1: chosen} if chosen else {})
    return one


@pytest.mark.parametrize(
    ("make", "came", "why"),
    [
        pytest.param(lambda folder: print_pdf(folder / "a.pdf", lines(*TRUE)), "layer", "printed", id="printed"),
        pytest.param(lambda folder: layered(folder, TRUE), "layer", "trusted", id="well read"),
        pytest.param(lambda folder: layered(folder, MISREAD), "ocr", "worse", id="misread"),
        pytest.param(lambda folder: layered(folder, TRUE, drop=110), "ocr", "worse", id="misplaced"),
        pytest.param(lambda folder: layered(folder, OTHER, drop=10), "ocr", "worse", id="of another page"),
        pytest.param(lambda folder: layered(folder, ("CASE 12",)), "ocr", "no_layer", id="a stamp"),
    ],
)
def test_what_is_taken(tmp_path: Path, make: Callable[[Path], Path], came: str, why: str) -> None:
    one = read(make(tmp_path))
    assert (one.page.text_from.value, one.page.why.value) == (came, why)
    if came == "ocr":
        assert " ".join(word.text for word in one.page.words) == " ".join(TRUE)


def test_a_false_code_is_in_doubt_and_held_against_what_shows(tmp_path: Path) -> None:
    """A font that names its letters wrongly: the page looks right, and the layer reads like no language."""
    words = [Word(word, Box(1, 1, 2, 2), 1.0) for line in FALSE_CODE for word in line.split()]
    assert standing_of(words, 0.0, HEIGHT, on_picture=False) == (TextWhy.PRINTED, True)
    true = [Word(word, Box(1, 1, 2, 2), 0.95) for line in TRUE for word in line.split()]
    assert reads_worse(words, true)
    assert not reads_worse(true, true)


def test_a_person_has_the_last_word(tmp_path: Path) -> None:
    path = layered(tmp_path, MISREAD)
    kept = read(path, TextFrom.LAYER).page
    assert (kept.text_from, kept.why) == (TextFrom.LAYER, TextWhy.ASKED)
    assert kept.words[1].text == "Pil1o"
    path = print_pdf(tmp_path / "b.pdf", lines(*TRUE))
    asked = read(path, TextFrom.OCR).page
    assert (asked.text_from, asked.why) == (TextFrom.OCR, TextWhy.ASKED)


def test_a_choice_of_a_layer_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    from tests.pages.printing import photograph

    path = photograph(print_pdf(tmp_path / "a.pdf", lines(*TRUE)), tmp_path / "scan.pdf")
    assert read(path, TextFrom.LAYER).page.text_from is TextFrom.OCR


def test_what_ocr_reads_badly_takes_no_layer_away() -> None:
    box = Box(1, 1, 2, 2)
    assert not reads_worse([Word("Pil1o", box, 1.0)], [Word("Pillo", box, 0.3)])


def test_a_word_at_another_place_is_not_the_same() -> None:
    layer = [Word("noon", Box(10, 10 + 30 * at, 40, 20 + 30 * at), 1.0) for at in range(4)]
    lower = [word._replace(box=word.box._replace(y0=word.box.y0 + 15, y1=word.box.y1 + 15)) for word in layer]
    assert not reads_worse(layer, layer)
    assert reads_worse(lower, layer)


@pytest.mark.parametrize(
    ("printed", "odd"),
    [
        ("harbor", False),
        ("engraving,", False),
        ("lhe", True),
        ("wi1l", True),
        ("commitlce", True),
        ("0fficcr", True),
        ("don't", None),
        ("Pillo", None),
        ("pillo@harrow.example", None),
        ("12th", None),
        ("2:30", None),
        ("B6", None),
        ("Ωμέγα", None),
        ("", None),
        ("a" * 40, None),
    ],
)
def test_words_that_look_misread(printed: str, odd: bool | None) -> None:
    assert is_odd(printed) is odd


def test_a_layer_of_ocr_is_as_sure_as_it_looks() -> None:
    good = as_sure_as_it_looks([Word("harbor", Box(1, 1, 2, 2), 1.0)] * 300)
    poor = as_sure_as_it_looks([Word("harbor", Box(1, 1, 2, 2), 1.0), Word("lhe", Box(1, 1, 2, 2), 1.0)] * 20)
    few = as_sure_as_it_looks([Word("Pillo", Box(1, 1, 2, 2), 1.0)])
    assert looks_of(good) == Looks(300, 0)
    assert good[0].confidence > 0.98 > few[0].confidence > poor[0].confidence > poor[1].confidence
