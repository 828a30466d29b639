"""Sheets and lists that stand for pages which were not released."""

import pytest

from readingroom.model import Redaction, RedactionWhere
from readingroom.pages.stamps import find_stamps
from tests.drawn import draw_page


def withheld(text: str) -> list[tuple[RedactionWhere, int, tuple[str, ...]]]:
    marks = find_stamps(draw_page(text)).redactions
    return [(mark.where, mark.pages, mark.codes) for mark in marks]


def test_sheet() -> None:
    assert withheld("""
                    Bureau of Lamps and Lanterns

                    DELETED PAGE INFORMATION SHEET

          2 page(s) withheld in full at this location in the file.
          Exemption(s): (b)(5), (b)(7)(C)
          Attachments: wicks.doc
          XXXXXX   The following number is to be used for reference regarding these pages:   LL-74
    """) == [(RedactionWhere.DOCUMENT, 2, ("B5", "B7(C)"))]


def test_list_of_deleted_pages() -> None:
    assert withheld("""
          DELETED PAGE INFORMATION SHEET
          No. 1417-000
          Total Deleted Page(s) = 5
          Page 14 ~ b6; b7C;
          Page 15 ~ Duplicate;
          Pages 20-22 ~ b5;
    """) == [
        (RedactionWhere.DOCUMENT, 1, ("B6", "B7(C)")),
        (RedactionWhere.DOCUMENT, 1, ()),
        (RedactionWhere.DOCUMENT, 3, ("B5",)),
    ]


def test_a_row_keeps_why_as_printed() -> None:
    marks: tuple[Redaction, ...] = find_stamps(draw_page("DELETED PAGES\nPage 15 ~ Referral/Consult;")).redactions
    assert [mark.text for mark in marks] == ["Page 15 ~ Referral/Consult;"]


def test_withdrawal_sheet() -> None:
    assert withheld("""
          WITHDRAWAL SHEET (LAMP LIBRARY)
          DOCUMENT        SUBJECT/TITLE                           DATE         RESTRICTION
          001. memo       Nora Quill to Ada Venn (2 pages)        05/03/1998   P5
          002a. email     wicks (1 page)                          05/04/1998   P6/b(6)
    """) == [(RedactionWhere.DOCUMENT, 2, ("P5",)), (RedactionWhere.DOCUMENT, 1, ("P6", "B6"))]


def test_ticked_form_gives_the_codes_that_are_ticked() -> None:
    assert withheld("""
          DELETED PAGE INFORMATION SHEET
          3 Page(s) withheld entirely at this location in the file.
          (b)(1)    (b)(7)(A)    (d)(5)
          (b)(2)    X (b)(7)(C)    (j)(2)
          X (b)(6)    (b)(7)(E)    (k)(2)
    """) == [(RedactionWhere.DOCUMENT, 3, ("B7(C)", "B6"))]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Page 3 of 12 withheld under s.36", (RedactionWhere.PAGE, 1, ("s.36",))),
        ("This page is withheld in its entirety (b)(5)", (RedactionWhere.PAGE, 1, ("B5",))),
        ("Pages 3 through 7 redacted for the following reasons:\n(b)(5)", (RedactionWhere.DOCUMENT, 5, ("B5",))),
        ("(b)(5)", (RedactionWhere.PAGE, 0, ("B5",))),
        ("RELEASE DENIED IN FULL\nDENIED IN FULL B5", (RedactionWhere.DOCUMENT, 0, ("B5",))),
    ],
)
def test_page_with_little_else(printed: str, expected: tuple[RedactionWhere, int, tuple[str, ...]]) -> None:
    assert expected in withheld(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "A deleted page information sheet was inserted where 12 pages were withheld.\n"
        + "We wrote to you before.\n" * 40,
        "From: Quill, Nora\nTo: Venn, Ada\nSubject: Wicks\n\nTwo pages were removed by mistake. See below.\n\nNora",
        "Page 4: the lamps\nPage 9: the wicks",
        "Page withheld",
    ],
)
def test_what_only_speaks_of_withheld_pages(printed: str) -> None:
    assert all(where is not RedactionWhere.DOCUMENT or printed == "Page withheld" for where, _, _ in withheld(printed))


def test_a_list_of_what_codes_there_are_stands_for_nothing() -> None:
    codes = "\n".join(f"(b)({n})      what it is for and when it may be used by an agency" for n in range(1, 10))
    assert withheld("EXPLANATION OF EXEMPTIONS\n\n" + codes) == []
