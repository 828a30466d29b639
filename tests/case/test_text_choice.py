"""Somebody says where a page's words come from: that page is read again so, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from readingroom.case import add_paths, make_case, read_case
from readingroom.case.ask_lists import list_pages
from readingroom.case.folder import Case
from readingroom.case.text_choice import choose_pages_text
from readingroom.engine import InProcess
from readingroom.errors import NotFound, UsageError
from readingroom.store import log_entries
from tests.pages.printing import lines, print_pdf

WORDS = "The cups must be ready by noon on Tuesday."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = make_case(tmp_path / "cups.case")
    add_paths(made, [print_pdf(tmp_path / "cups.pdf", *[lines(WORDS)] * 3)], InProcess())
    read_case(made, InProcess())
    return made


def came_from(case: Case) -> list[tuple[str, str]]:
    return [(page.text_from.value, page.why.value) for page in list_pages(case)]


def test_a_choice_has_its_page_alone_read_again(case: Case) -> None:
    assert came_from(case) == [("layer", "printed")] * 3
    assert choose_pages_text(case, "ocr", ["cups.pdf:2-3", "cups.pdf:3"]) == 3
    assert read_case(case, InProcess()).batches >= 2
    assert came_from(case) == [("layer", "printed"), ("ocr", "asked"), ("ocr", "asked")]
    choose_pages_text(case, "layer", ["cups.pdf:3"])
    choose_pages_text(case, "auto", ["cups.pdf:2"])
    read_case(case, InProcess())
    assert came_from(case) == [("layer", "printed"), ("layer", "printed"), ("layer", "asked")]


def test_a_choice_is_logged(case: Case) -> None:
    choose_pages_text(case, "ocr", ["cups.pdf:2"])
    told = {"source": "cups.pdf", "first": 2, "last": 2, "text": "ocr"}
    assert [(what, details) for _, what, details in log_entries(case.store)][-1] == ("text of pages chosen", told)


@pytest.mark.parametrize(
    ("choice", "page", "error"),
    [
        ("best", "cups.pdf:1", UsageError),
        ("ocr", "cups.pdf", UsageError),
        ("ocr", "cups.pdf:3-2", NotFound),
        ("ocr", "cups.pdf:3-4", NotFound),
        ("ocr", "plates.pdf:1", NotFound),
    ],
)
def test_what_is_refused_keeps_nothing(case: Case, choice: str, page: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        choose_pages_text(case, choice, ["cups.pdf:1", page])
    read_case(case, InProcess())
    assert came_from(case) == [("layer", "printed")] * 3
