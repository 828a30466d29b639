"""Documents: where one print-out ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.copies import PageSketch, cut_documents, sketch_page
from readingroom.pages.stamps import find_stamps
from tests.drawn import draw_page

SOURCE = "5" * 64
HEAD = """
From:               Quill, Nora
Sent:               Tuesday, November 10, 2009 3:30 PM
To:                 Marsh, Odo
Subject:            Gates

Shut.
"""
QUOTED = """
From: Quill, Nora
Sent: Tuesday, November 10, 2009 3:30 PM
To: Marsh, Odo
Subject: Gates

Shut.
"""
TEXT = "and so the gates\nare shut for the winter"


def ranges(*texts: str, missing: int = 0) -> list[tuple[int, int]]:
    sketches = []
    for number, text in enumerate(texts, 1):
        page = draw_page(text, source=SOURCE, number=number)
        if number != missing:
            sketches.append(sketch_page(page, find_stamps(page).stamps))
    return [(document.first_page, document.last_page) for document in cut_documents(SOURCE, sketches)]


def numbered(number: str, text: str) -> str:
    stamp = f"UNCLASSIFIED Department of Harbours Case No. F-2014-20439 Doc No. {number} Date: 06/30/2015"
    return f"{stamp}\n\n{text}\n\n{stamp}"


def test_document_numbers_decide() -> None:
    one, two = "C05111111", "C05222222"
    assert ranges(numbered(one, HEAD), numbered(one, HEAD), numbered(two, TEXT)) == [(1, 2), (3, 3)]


def test_page_of() -> None:
    foot = "\n" * 40 + " " * 40
    assert ranges(HEAD + foot + "Page 1 of 2", TEXT + foot + "Page 2 of 2", HEAD + foot + "Page 1 of 1") == [
        (1, 2),
        (3, 3),
    ]


def test_heads_cut_a_pile() -> None:
    assert ranges(HEAD, TEXT, HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_quoted_header_at_the_top_of_a_page_begins_nothing() -> None:
    full = "\n".join(["and so the gates are shut for the winter, for there is ice"] * 40)
    assert ranges(HEAD + full, QUOTED, HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_two_print_jobs_in_one_file_stay_together() -> None:
    assert ranges(HEAD, TEXT, HEAD) == [(1, 3)]


def test_blank_page_goes_with_the_one_before() -> None:
    assert ranges(HEAD, "", HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_gap_ends_a_document() -> None:
    assert ranges(HEAD, TEXT, TEXT, TEXT, missing=3) == [(1, 2), (4, 4)]


def test_ids_name_the_first_page() -> None:
    (document,) = cut_documents(SOURCE, [PageSketch(7, "", None, (), 0)])
    assert (document.id, document.number) == ("555555555555-p7", "")


@pytest.mark.parametrize("sketches", [[], [PageSketch(1, "", None, (), 0)]])
def test_little_to_cut(sketches: list[PageSketch]) -> None:
    assert len(cut_documents(SOURCE, sketches)) == len(sketches)


@given(
    st.lists(
        st.builds(
            PageSketch,
            st.integers(1, 30),
            st.sampled_from(["", "C05111111", "C05222222"]),
            st.sampled_from([None, (1, 2), (2, 2)]),
            st.lists(st.sampled_from(HEAD.split("\n")), max_size=6).map(tuple),
            st.integers(0, 500),
        ),
        max_size=12,
        unique_by=lambda sketch: sketch.number,
    )
)
def test_every_page_lies_in_one_document(sketches: list[PageSketch]) -> None:
    pages = [
        number
        for document in cut_documents(SOURCE, sketches)
        for number in range(document.first_page, document.last_page + 1)
    ]
    assert pages == sorted(sketch.number for sketch in sketches)
