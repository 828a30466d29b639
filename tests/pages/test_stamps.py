"""Stamps and codes on drawn pages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.model import Box, RedactionKind, RedactionWhere, StampKind
from readingroom.pages.code_forms import normal_codes
from readingroom.pages.stamps import find_stamps
from tests.drawn import draw_page

CASE = "UNCLASSIFIED Department of Harbours Case No. F-2014-20439 Doc No. {} Date: 06/30/2015"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(stamp.kind.value, stamp.text) for stamp in find_stamps(draw_page(text)).stamps]


@pytest.mark.parametrize("printed", ["C05758412", "CO5758412", "C0575B4l2"])
def test_case_line_bears_the_document_number(printed: str) -> None:
    stamps = find_stamps(draw_page(CASE.format(printed) + "\n\nThe gates are shut.")).stamps
    assert [(stamp.kind, stamp.number) for stamp in stamps] == [(StampKind.CASE, "C05758412")]


def test_release_mark_wrapped_and_classification_beside_the_text() -> None:
    assert kinds("""
                                                        RELEASE IN PART
                                                        B1,1.4(D),B6

        From:    Quill, Nora
        Subject: Gates
                            Classified by DAS, A/GIS on 09/30/2015 - Class: CONFIDENTIAL -
        Fyi                 Reason: 1.4(B), 1.4(D) - Declassify on: 02/26/2036
    """) == [
        ("release", "RELEASE IN PART B1,1.4(D),B6"),
        (
            "classification",
            "Classified by DAS, A/GIS on 09/30/2015 - Class: CONFIDENTIAL - "
            "Reason: 1.4(B), 1.4(D) - Declassify on: 02/26/2036",
        ),
    ]


def test_release_mark_over_three_lines_and_classification_that_wraps_at_its_date() -> None:
    assert kinds("""
                                                                            RELEASE
                                                                            IN PART
                                                                            B6
        From:    Quill, Nora
        Subject: Gates                Classified by DAS, A/GIS on 09/30/2015 -
                                      Class: CONFIDENTIAL - Reason: 1.4(B),
        Fyi                           1.4(D), B1 - Declassify on: 02/26/2036
    """) == [
        ("release", "RELEASE IN PART B6"),
        (
            "classification",
            "Classified by DAS, A/GIS on 09/30/2015 - Class: CONFIDENTIAL - Reason: 1.4(B), "
            "1.4(D), B1 - Declassify on: 02/26/2036",
        ),
    ]


def test_word_release_alone_is_text() -> None:
    assert kinds("FOR IMMEDIATE RELEASE\n\nThe gates are shut, in part for the fog.") == []


def test_code_at_the_end_of_a_line_above_another_code() -> None:
    marks = find_stamps(
        draw_page("""
            I heard from her what she wants, and am concerned by what she has told me about the gates B1
            so far.                                                                                        1 .4(D) 1
            We are to meet again in the lamp room on Monday, or on Tuesday at nine, and to look at the gates
            together.
            She said that the one of them she knows has never left the lamp room, nor the new room B2
            and the room above it, since the gates were built, and that she would not know of any other.
        """)
    )
    assert [mark.codes for mark in marks.redactions] == [("B1",), ("1.4(D)",)]


def test_codes_in_margin_and_gap() -> None:
    marks = find_stamps(
        draw_page("""
            I spoke with             (b)(6)             on Monday about the gates and the keys      B6
            and heard that they are shut, which took some time to make sure of, since
            nobody was there.                                                                       B1
                                                                                                    1 .4(D)
        """)
    )
    assert [(mark.where, mark.codes) for mark in marks.redactions] == [
        (RedactionWhere.BOX, ("B6",)),
        (RedactionWhere.MARGIN, ("B6",)),
        (RedactionWhere.MARGIN, ("B1",)),
        (RedactionWhere.MARGIN, ("1.4(D)",)),
    ]
    assert all(mark.kind is RedactionKind.LABEL for mark in marks.redactions)
    assert [stamp.kind for stamp in marks.stamps] == [StampKind.CODE] * 4


def test_code_like_words_in_running_text_are_text() -> None:
    assert kinds("We met in room B6 and went on to B5 for lunch, as the 1.4 liter engine had failed us again.") == []


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        (" " * 50 + "48", "page_number"),
        (" " * 45 + "Page 2 of 5", "page_number"),
        (" " * 90 + "HBR GSP01_0000787", "bates"),
        ("11/10/2009", "footer"),
        ("https://mail.harbour.example/owa/?id=7", "footer"),
    ],
)
def test_foot_of_the_page(foot: str, kind: str) -> None:
    assert kinds("The gates are shut." + "\n" * 58 + foot) == [(kind, foot.strip())]


def test_lone_number_in_a_text_is_text() -> None:
    assert kinds("How many gates?\n\n4\n\nThanks.") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("B6", ("B6",)),
        ("b6", ("B6",)),
        ("(b)(6)", ("B6",)),
        ("(b) (7) (c)", ("B7(C)",)),
        ("(b)(5)/DP,(b)(6)", ("B5/DP", "B6")),
        ("B1 1.4(D)", ("B1", "1.4(D)")),
        ("1 .4(b)", ("1.4(B)",)),
        ("Ex. 7(C)", ("Ex. 7(C)",)),
        ("Ex. 5 DPP", ("Ex. 5 DPP",)),
        ("s.40(2)", ("s.40(2)",)),
        ("s40", ("s.40",)),
        ("b7C -1,-2 Per FBI", ("B7(C)",)),
        ("b6 per EOUSA", ("B6",)),
        ("P6/(b)(6)", ("P6", "B6")),
        ("(k)(2)", ("(K)(2)",)),
        ("Gov. Code § 6254 (c)", ("6254(c)",)),
        ("AS 40.25.120(a)(4)", ("40.25.120(a)(4)",)),
        ("G.L. c. 4, § 7(26)(c)", ("26(c)",)),
        ("552.108(a)(1)", ("552.108(a)(1)",)),
        ("5.1.2e", ("5.1.2e",)),
        ("§ 13.43", ("13.43",)),
        ("13.43 or 6255, and 552.1012", ()),
        ("no code", ()),
    ],
)
def test_codes_are_normalised(text: str, codes: tuple[str, ...]) -> None:
    assert normal_codes(text) == codes


@given(st.lists(st.text(max_size=40), max_size=30))
def test_any_page_can_be_searched(lines: list[str]) -> None:
    page = draw_page("x\n" + "\n".join(lines))
    marks = find_stamps(page)
    assert all(0 <= index < len(page.words) for stamp in marks.stamps for index in stamp.words)


def test_case_line_that_ocr_read_in_two_ways() -> None:
    """The same line at head and foot, specks in one of them."""
    page = draw_page("""
            Bureau of Lamps and Lanterns   BLL-R-2015-0219   BLL-003

        The wicks are trimmed.

            Bureau of Lamps and Lanterns - BLL-R-2015-0219 'BLL-003
    """)
    stamps = find_stamps(page).stamps
    assert [(stamp.kind, stamp.number) for stamp in stamps] == [(StampKind.CASE, "BLL-003")] * 2


@pytest.mark.parametrize("address", ["hutps://mail example.gov/owa 2ae=Ttem", "https:/mail.example.gov/owa/?ae=Item"])
def test_address_at_the_foot_however_it_was_read(address: str) -> None:
    assert kinds("The gates are shut." + "\n" * 58 + address) == [("footer", address)]


BOX = Box(36, 60, 136, 70)  # over the first twenty characters of the third drawn line


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("       s.36         sooner not.", [("s.36", ("s.36",))]),
        ("       Redacted     sooner not.", [("Redacted", ())]),
        ("                    sooner not. B6", [("B6", ("B6",))]),
        ("                    sooner not. (b)(5) DP", [("(b)(5) DP", ("B5/DP",))]),
        ("  She would         sooner not.", []),
    ],
)
def test_a_code_in_a_box_or_behind_its_line_is_no_text(line: str, read: list[tuple[str, tuple[str, ...]]]) -> None:
    page = draw_page(f"She was asked at once.\nShe would rather\n{line}\nShe says so.")
    marks = find_stamps(page, [BOX])
    assert [(stamp.text, mark.codes) for stamp, mark in zip(marks.stamps, marks.redactions, strict=True)] == read


def test_without_a_box_a_section_in_a_text_is_text() -> None:
    assert find_stamps(draw_page("She was asked at once.\nThat is under s.36 and\nsooner not.")).stamps == ()


def test_a_classification_in_large_print_between_lines_is_a_stamp() -> None:
    page = draw_page("The gates are shut.\nPROTECT - POLICY\nNobody is to open them.\nN")
    large = tuple(
        word._replace(box=word.box._replace(y0=word.box.y0 - 2)) if 40 < word.box.y0 < 50 else word
        for word in page.words
    )
    assert find_stamps(page).stamps == ()
    stamps = find_stamps(replace(page, words=large)).stamps
    assert [(stamp.kind, stamp.text) for stamp in stamps] == [(StampKind.CLASSIFICATION, "PROTECT - POLICY")]


def test_a_code_of_two_words_that_the_release_mark_names_is_no_text() -> None:
    page = draw_page(
        "                                  RELEASE IN PART Ex. 5\n\nShut the gates. Ex. 5\nNow. Under Ex. 6, never."
    )
    assert [stamp.text for stamp in find_stamps(page).stamps] == ["RELEASE IN PART Ex. 5", "Ex. 5"]
