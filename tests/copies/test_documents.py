"""Documents: where one print-out ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.copies import PageSketch, cut_documents, pack_sketch, sketch_page, unpack_sketch
from readingroom.copies.sketch import Head
from readingroom.model import Document, DocumentKind, Enclosed
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


def sketches(*texts: str, missing: int = 0) -> list[PageSketch]:
    made = []
    for number, text in enumerate(texts, 1):
        page = draw_page(text, source=SOURCE, number=number)
        if number != missing:
            marks = find_stamps(page)
            made.append(sketch_page(page, marks.stamps, marks.redactions))
    return made


def ranges(*texts: str, missing: int = 0) -> list[tuple[int, int]]:
    """Of these pages, where more of the last document follow: a small source is never cut."""
    pages = sketches(*texts, *[TEXT] * 12, missing=missing)
    documents = cut_documents(SOURCE, pages)
    return [(one.first_page, min(one.last_page, len(texts))) for one in documents if one.first_page <= len(texts)]


def numbered(number: str, text: str) -> str:
    stamp = f"UNCLASSIFIED Department of Harbours Case No. F-2014-20439 Doc No. {number} Date: 06/30/2015"
    return f"{stamp}\n\n{text}\n\n{stamp}"


def test_document_numbers_decide() -> None:
    one, two = "C05111111", "C05222222"
    assert ranges(numbered(one, HEAD), numbered(one, HEAD), numbered(two, TEXT)) == [(1, 2), (3, 3)]


def test_a_small_file_is_one_document_unless_its_numbers_differ() -> None:
    assert len(cut_documents(SOURCE, sketches(HEAD, HEAD, HEAD, HEAD, HEAD))) == 1
    assert len(cut_documents(SOURCE, sketches(numbered("C05111111", HEAD), numbered("C05222222", HEAD)))) == 2


def test_page_numbers_that_begin_anew() -> None:
    foot = "\n" * 40 + " " * 40
    one = (HEAD + foot + "Page 1 of 2", TEXT + foot + "Page 2 of 2")
    sheet = "They were shut." + foot + "Page 1 of 1"
    assert ranges(*one, sheet, *one, *one) == [(1, 2), (3, 3), (4, 5), (6, 7)]


def test_a_thread_printed_many_times_in_a_make_without_columns() -> None:
    """Labels without a column, one subject: where they stand at heads of pages only, they are print-outs'."""
    days = ("Monday, November 9", "Friday, November 6", "Tuesday, November 10", "Sunday, November 8")
    pages = [QUOTED.replace("Tuesday, November 10", day) + TEXT for day in days]
    assert ranges(pages[0], TEXT, *pages[1:]) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_heads_cut_a_pile() -> None:
    assert ranges(HEAD, TEXT, HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_quoted_header_at_the_top_of_a_page_begins_nothing() -> None:
    full = "\n".join(["and so the gates are shut for the winter, for there is ice"] * 40)
    assert ranges(HEAD + full, QUOTED, HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


def test_two_print_jobs_in_one_file_stay_together() -> None:
    assert ranges(HEAD, TEXT, HEAD) == [(1, 3)]


def test_blank_page_goes_with_the_one_before() -> None:
    assert ranges(HEAD, "", HEAD, HEAD, HEAD) == [(1, 2), (3, 3), (4, 4), (5, 5)]


SHEET = """
DELETED PAGE INFORMATION SHEET

2 page(s) withheld in full at this location in the file.
Exemption(s): (b)(5)
"""
MEMO = """
MEMORANDUM

To the keepers of all gates
They are shut.
"""
ATTACHING = """
From:               Quill, Nora
Sent:               Tuesday, November 10, 2009 3:30 PM
To:                 Marsh, Odo
Subject:            Gates
Attachments:        Gate_survey.doc

Attached.
"""
SURVEY = """
                                SURVEY OF THE GATES

They were seen in May, and were found shut.
"""


def cut(*texts: str) -> tuple[Document, ...]:
    return cut_documents(SOURCE, sketches(*texts, *[TEXT] * 12))


def test_sheets_in_place_of_pages_stand_alone() -> None:
    documents = cut(HEAD, SHEET, HEAD, HEAD, HEAD)
    assert [(one.first_page, one.kind.value) for one in documents] == [
        (1, "mail"),
        (2, "withheld"),
        (3, "mail"),
        (4, "mail"),
        (5, "mail"),
    ]


def test_a_sheet_with_the_number_of_what_it_parts() -> None:
    one, two = "C05111111", "C05222222"
    pages = (numbered(one, HEAD), numbered(two, ""), numbered(two, HEAD), numbered(two, TEXT), numbered(one, HEAD))
    assert ranges(*pages, HEAD, HEAD)[:3] == [(1, 1), (2, 2), (3, 4)]


def test_a_memo_behind_a_mail_begins_a_document() -> None:
    assert [one.kind.value for one in cut(HEAD, MEMO, HEAD, HEAD, HEAD)] == ["mail", "memo", "mail", "mail", "mail"]


def test_what_is_attached_stays_with_its_mail() -> None:
    first, *_ = cut(ATTACHING, SURVEY, TEXT, HEAD, HEAD, HEAD)
    assert (first.first_page, first.last_page) == (1, 3)
    assert first.enclosed == (Enclosed(2, 3, "SURVEY OF THE GATES / They were seen in May, and were found shut."),)


def test_a_mail_that_goes_on_encloses_nothing() -> None:
    first, *_ = cut(ATTACHING, TEXT, HEAD, HEAD, HEAD)
    assert (first.last_page, first.enclosed) == (2, ())


def test_a_header_with_another_subject_begins_a_document_where_the_makes_differ() -> None:
    other = QUOTED.replace("Gates", "Lamp oil for the winter")
    assert ranges(HEAD, other, HEAD, HEAD, HEAD)[:2] == [(1, 1), (2, 2)]


def test_gap_ends_a_document() -> None:
    assert ranges(HEAD, TEXT, TEXT, TEXT, missing=3) == [(1, 2), (4, 4)]


def test_ids_name_the_first_page() -> None:
    (document,) = cut_documents(SOURCE, [PageSketch(7)])
    assert (document.id, document.number) == ("555555555555-p7", "")


@pytest.mark.parametrize("pages", [[], [PageSketch(1)]])
def test_little_to_cut(pages: list[PageSketch]) -> None:
    assert len(cut_documents(SOURCE, pages)) == len(pages)


@given(
    st.lists(
        st.builds(
            PageSketch,
            number=st.integers(1, 30),
            document_number=st.sampled_from(["", "C05111111", "C05222222"]),
            page_of=st.sampled_from([None, (1, 2), (2, 2)]),
            lone=st.sampled_from([None, 1, 2]),
            head=st.sampled_from(Head),
            kind=st.sampled_from(DocumentKind),
            opening=st.lists(st.text(max_size=9), max_size=3).map(tuple),
            heading=st.booleans(),
            foot=st.floats(0, 1),
            line=st.floats(0, 40),
            named=st.just(()),
            words=st.integers(0, 500),
            subjects=st.sampled_from([(), ("gates", "gates"), ("lamps", "")]),
            sent=st.sampled_from([(), ("2009-11-10T15:30", "2009-11-09T15:30")]),
            attaches=st.booleans(),
        ),
        max_size=12,
        unique_by=lambda sketch: sketch.number,
    )
)
def test_every_page_lies_in_one_document(made: list[PageSketch]) -> None:
    pages = [
        number
        for document in cut_documents(SOURCE, made)
        for number in range(document.first_page, document.last_page + 1)
    ]
    assert pages == sorted(sketch.number for sketch in made)
    assert all(unpack_sketch(pack_sketch(sketch)) == sketch for sketch in made)
