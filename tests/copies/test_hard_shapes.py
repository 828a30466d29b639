"""Headers in the shapes that are hardest to read in real releases, with fictional names. See docs: what is hard."""

from dataclasses import replace

import pytest

from readingroom.copies import read_copies
from readingroom.model import Box, Document, FieldName, FieldState, Word
from tests.copies.reading import SOURCE, read_drawn, shown
from tests.drawn import draw_page

TOP = """
    From:               Quill, Nora
    Sent:               Tuesday, November 10, 2009 3:30 PM
    To:                 Marsh, Odo
    Subject:            Lock gates
"""


def test_list_that_lost_its_marks_goes_on_to_the_next_label_over_a_blank_line() -> None:
    (copy_,) = read_drawn("""
        -----Original Message-----
        From: Quill, Nora
        To: Marsh, Odo; 'Lamb, Tess'                        Reed, Ivo; Thorn, Ada; 'cfenn
        'elisa                        'katri
        <wick             'Orme, Jo'               Bly, Gus

        Sent: Mon Nov 09 12:23:16 2009
        Subject: Lock gates

        Shut.
    """).copies
    assert shown(copy_) == (
        "Quill, Nora",
        "Marsh, Odo|'Lamb, Tess'|Reed, Ivo|Thorn, Ada|'cfenn|'elisa|'katri <wick|'Orme, Jo'|Bly, Gus".split("|"),
        "2009-11-09T12:23",
        "Lock gates",
        "Shut.",
    )


def test_sent_on_the_line_of_the_sender() -> None:
    quoted = read_drawn(
        TOP
        + """
    See below.

    From: nquill                          Sent: Monday, November 09, 2009 08:31 PM
    To: V
    Subject: Gates

    Shut?
    """
    ).copies[1]
    assert shown(quoted) == ("nquill", ["V"], "2009-11-09T20:31", "Gates", "Shut?")


def test_sender_and_addressee_on_one_line() -> None:
    quoted = read_drawn(
        TOP
        + """
    From: Nora Quill <                  To: Odo Marsh <omarsh@harbour.example>, tlamb@harbour.example,
    ireed@harbour.example

    Shut?
    """
    ).copies[1]
    assert shown(quoted)[:2] == (
        "Nora Quill <",
        ["Odo Marsh <omarsh@harbour.example>", "tlamb@harbour.example", "ireed@harbour.example"],
    )


def test_posted_to_a_folder() -> None:
    quoted = read_drawn(
        TOP
        + """
    From: Ada Thorn [mailto:            Posted At: Sunday, November 08, 2009 3:21 AM Posted To: Tess Lamb
    Conversation: Letter for follow up
    Subject: Letter for follow up

    This is Ada.
    """
    ).copies[1]
    assert shown(quoted) == (
        "Ada Thorn [mailto:",
        ["Tess Lamb"],
        "2009-11-08T03:21",
        "Letter for follow up",
        "This is Ada.",
    )


def test_french_header_behind_a_garbled_separator() -> None:
    quoted = read_drawn(
        TOP
        + """
    Voila.

    Message transfers
    De : Odile Marais
    A : Nora Quill
    Envoys le : Sam 7 Novembre 2009, 19 h 33 min 51 s
    Objet : Re: Portes

    Merci !
    """
    ).copies[1]
    assert shown(quoted) == ("Odile Marais", ["Nora Quill"], "2009-11-07T19:33", "Re: Portes", "Merci !")


def test_subject_ends_where_it_ends_in_the_other_messages() -> None:
    top, cut, swallowed = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Remarks on gates before the meeting

        Yes.

        From: Marsh, Odo
        Sent: Monday, November 09, 2009 11:26 AM
        To: Quill, Nora
        Subject: FW: Remarks on gates before the
        meeting
        This line is as wide as any that is printed on the whole of the page, and wider than most of the others are

        From: Quill, Nora
        Sent: Monday, November 09, 2009 10:26 AM
        To: Marsh, Odo
        Subject: Remarks on gates before the meeting
        Look.
    """).copies
    assert shown(top)[3:] == ("Re: Remarks on gates before the meeting", "Yes.")
    assert shown(cut)[3] == "FW: Remarks on gates before the meeting"
    assert shown(cut)[4].startswith("This line")
    assert shown(swallowed)[3:] == ("Remarks on gates before the meeting", "Look.")


def test_day_without_a_clock_is_read_and_names_no_minute() -> None:
    quoted = read_drawn(
        TOP
        + """
    On 11/9/09, Odo Marsh <omarsh@harbour.example> wrote:
    > Shut?
    """
    ).copies[1]
    sent = quoted.field(FieldName.SENT)
    assert (sent.state, sent.value, sent.printed.text) == (FieldState.READ, "", "11/9/09")


def test_page_that_is_printed_smaller_as_a_whole_holds_text() -> None:
    """A long page is set in smaller print; a short line of it behind a blank line is no signature."""
    first = draw_page(TOP + "\n    Shut, and I have the key.\n", source=SOURCE)
    line = "The other is with the lamp room, where it was seen on Monday and not since then."
    small = [
        Word(word.text, Box(*(0.8 * edge for edge in word.box)), 1.0)
        for word in draw_page(f"{line}\n\nMore.\n\nThe end of it.").words
    ]
    pages = [first, replace(first, number=2, words=tuple(small))]
    (copy_,) = read_copies(Document(id="d", source=SOURCE, first_page=1, last_page=2, number=""), pages, (), ()).copies
    assert copy_.body.text == f"Shut, and I have the key.\n{line}\nMore.\nThe end of it."


@pytest.mark.parametrize(
    "header",
    [
        "Frain: Marsh, Odo|Sent: Monday, November 09, 2009 11:26 AM|To: Quill, Nora|Subject: Lock gates",
        "From: Marsh, Odo|Sept: Monday, November 09, 2009 11:26 AM|To: Quill, Nora|Subject: Lock gates",
        "From: Marsh, Odo|10: Quill, Nora|Sent: Mon Nov 09 11:26:16 2009|Subject: Lock gates",
        "From: Marsh, Odo|Sent: Monday, November 09, 2009 11:26 AM|To: Quill, Nora|Subiat: Lock gates",
    ],
)
def test_labels_that_the_agency_s_ocr_misread(header: str) -> None:
    quoted = read_drawn(f"{TOP}\n    See below.\n\n    " + header.replace("|", "\n    ") + "\n\n    Shut?").copies[1]
    assert shown(quoted) == ("Marsh, Odo", ["Quill, Nora"], "2009-11-09T11:26", "Lock gates", "Shut?")


def test_line_of_a_list_that_begins_with_the_end_of_an_address_is_not_quoted() -> None:
    quoted = read_drawn(
        TOP
        + """
    -----Original Message-----
    From: Marsh, Odo
    To: Quill, Nora; Lamb, Tess R.
                              >; Reed, Ivo <ireed@harbour.example>
    Sent: Mon Nov 09 12:23:16 2009
    Subject: Lock gates

    Shut?
    """
    ).copies[1]
    assert shown(quoted)[1:] == (
        ["Quill, Nora", "Lamb, Tess R. >", "Reed, Ivo <ireed@harbour.example>"],
        "2009-11-09T12:23",
        "Lock gates",
        "Shut?",
    )


def test_cable_in_a_message_is_text() -> None:
    reading = read_drawn(
        TOP
        + """
    MRN:           11 PORT HARBOUR 504
    Date/DTG:      Nov 09, 2009 / 091322Z NOV 09
    From:          AMEMBASSY PORT HARBOUR
    Action:        WASHDC, SECSTATE IMMEDIATE
    E.O.:          13526
    TAGS:          PGOV, PREL
    Subject:       GATES

    1. The gates are shut.
    """
    )
    assert len(reading.copies) == 1


def test_one_letter_wrote_above_marks() -> None:
    assert [copy_.style for copy_ in read_drawn(TOP + "\n    No.\n\n    V wrote:\n    > Shut?\n").copies[1:]] == [
        "wrote"
    ]
    assert len(read_drawn(TOP + "\n    No.\n\n    V wrote:\n    Shut?\n").copies) == 1


def test_lone_character_in_the_margin_is_no_text() -> None:
    (copy_,) = read_drawn(f"{TOP}\n    Dear Odo\n\n{' ' * 103}1\n{' ' * 102}1.4(D)\n\n    N\n").copies
    assert copy_.body.text == "Dear Odo\nN"
