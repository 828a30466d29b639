"""Headers as OCR reads them: labels, marks between names and separators misread."""

import pytest

from readingroom.copies.addressees import split_addressees
from readingroom.copies.mended import mend_addresses
from readingroom.copies.merged import mend_merged_letters
from readingroom.copies.rows import rows_of
from readingroom.model import FieldName
from tests.copies.reading import read_drawn, shown
from tests.drawn import draw_page

SCANNED = 0.9


def test_labels_are_known_by_shape_and_neighbours() -> None:
    reading = read_drawn(
        """
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        Te                  Marsh; Odo (HBR): Lamb; Tess (HBR)
        Cec:                Reed, Ivo
        Subject:            Gates

        meen Original Message -----
        Frorn: Marsh; Odo (HBR)
        Sent: Monday, November 9, 2009 8:19 AM
        To: Quill, Nora
        Ces Reed, Ivo: Lamb, Tess
        Subject: Gates

        Go.
        """,
        confidence=SCANNED,
    )
    first, second = reading.copies
    assert shown(first)[1] == ["Marsh; Odo (HBR)", "Lamb; Tess (HBR)"]
    assert [part.text for part in first.field(FieldName.CC).parts] == ["Reed, Ivo"]
    assert shown(second)[0] == "Marsh; Odo (HBR)"
    assert second.body.text == "Go."


def test_a_text_layer_is_taken_as_it_stands() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo: Lamb, Tess <tlamb @harbour.example>
        Subject:            Gates
    """)
    assert shown(reading.copies[0])[1] == ["Marsh, Odo: Lamb, Tess <tlamb @harbour.example>"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Odo Marsh <omarsh @harbour. example>", "Odo Marsh <omarsh@harbour.example>"),
        ("Lamb, Tess <tIamb@harbour.example>", "Lamb, Tess <tlamb@harbour.example>"),
        ("Lionel Marsh <lImarsh@harbour.example>", "Lionel Marsh <lmarsh@harbour.example>"),
        ("Odo Marsh <omarsh@harbour.examples", "Odo Marsh <omarsh@harbour.example>"),
        ("Reed, Jon J <Reed]J@harbour gov>", "Reed, Jon J <ReedJJ@harbour.gov>"),
        ("Quill, Nora J <Qui]]NJ@harbour gov>", "Quill, Nora J <QuillNJ@harbour.gov>"),
        ("Odo Marsh <odo.1@harbour.example>", "Odo Marsh <odo.1@harbour.example>"),
        ("Nora Abel <Nora@harbour.example> 2014", "Nora Abel <Nora@harbour.example> 2014"),
    ],
)
def test_addresses_are_mended_by_the_name_before_them(printed: str, meant: str) -> None:
    (row,) = mend_addresses(rows_of([draw_page(printed, confidence=SCANNED)], []))
    assert row.text == meant


def test_a_host_is_mended_by_its_neighbours_only_where_ocr_doubted_it() -> None:
    sure = draw_page("Odo Marsh <omarsh@harbour.example>, Tess Lamb <tlamb@harbour.example>", confidence=SCANNED)
    printed = "Ivo Reed <ireed@harhuur.example>"
    for confidence, meant in ((0.4, "Ivo Reed <ireed@harbour.example>"), (SCANNED, printed)):
        *_, row = mend_addresses(rows_of([sure, draw_page(printed, number=2, confidence=confidence)], []))
        assert row.text == meant


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Quill, Nora, Marsh, Odo J, Lamb, Tess", ["Quill, Nora", "Marsh, Odo J", "Lamb, Tess"]),
        ("Quill, Nora, Marsh, Odo; Lamb, Tess", ["Quill, Nora", "Marsh, Odo", "Lamb, Tess"]),
        ("Quill, Nora", ["Quill, Nora"]),
    ],
)
def test_lists_whose_marks_ocr_took_for_commas(line: str, names: list[str]) -> None:
    (row,) = rows_of([draw_page(line, confidence=SCANNED)], [])
    assert [part.text for part in split_addressees(row.passage, row.gaps)] == names


def test_letters_that_ocr_ran_together_are_told_by_the_surer_words_of_the_document() -> None:
    sure = draw_page("Governor Kristina Stern writes to the Governor; the stem of the vine.", confidence=SCANNED)
    doubted = draw_page("From: Govemor Knstina <govemor@harbour.example> a Stern word", number=2, confidence=0.7)
    *_, mended = mend_merged_letters(rows_of([sure, doubted], []))
    assert mended.text == "From: Governor Kristina <governor@harbour.example> a Stern word"
    layer = rows_of([draw_page("Governor Govemor")], [])
    assert mend_merged_letters(layer) == layer


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("From: Odo Marsh <omarsher3.web.agency.example>", "From: Odo Marsh <omarsh@r3.web.agency.example>"),
        (
            "From: Lea Quill-Venn <Iquillvenn@web.agency.example>",
            "From: Lea Quill-Venn <lquillvenn@web.agency.example>",
        ),
        ("From: Odo Marsh <ada.venn.web.agency.example>", "From: Odo Marsh <ada.venn.web.agency.example>"),
    ],
)
def test_the_name_before_an_address_tells_where_its_sign_was(printed: str, meant: str) -> None:
    (row,) = mend_addresses(rows_of([draw_page(printed, confidence=SCANNED)], []))
    assert row.text == meant


def test_hosts_that_differ_in_a_digit_are_two() -> None:
    """However often the one is printed, and however unsure OCR was of the other."""
    often = "\n".join("To: Ada Venn <avenn@r4.web.agency.example>" for _ in range(5))
    sure, unsure = (
        draw_page(often, confidence=SCANNED),
        draw_page("Cc: Bo <bo@r5.web.agency.example>", number=2, confidence=0.5),
    )
    *_, row = mend_addresses(rows_of([sure, unsure], []))
    assert row.text == "Cc: Bo <bo@r5.web.agency.example>"


def test_raw_mail_whose_first_line_lost_its_sign_is_one_message() -> None:
    reading = read_drawn(
        """
        From omarsher3.web.agency.example Wed Jan 09 09:02:26 2013
        Date: Wed, 09 Jan 2013 09:02:26 -0700
        From: Odo Marsh <omarsh@r3.web.agency.example>
        To: Ada Venn <avenn@web.agency.example>
        Subject: gates

        Shut.
        """,
        confidence=SCANNED,
    )
    (copy_,) = reading.copies
    assert copy_.field(FieldName.SENT).value == "2013-01-09T09:02"
