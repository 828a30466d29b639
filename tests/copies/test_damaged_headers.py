"""Headers as scanned releases leave them: labels misread, glued or lost, values left open at a line's end."""

import pytest

from readingroom.copies.label_words import field_of
from readingroom.model import FieldName
from tests.copies.reading import read_drawn, shown

HEAD = """
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Gates

        Shut.
"""


@pytest.mark.parametrize("label", ["Subject", "Sunject", "Sibject", "Subiect", "ubject", "Subjec", "SUBJECT"])
def test_one_letter_misread_or_lost(label: str) -> None:
    assert field_of(label) == (FieldName.SUBJECT, True)


@pytest.mark.parametrize("label", ["Subjects", "Project", "Objects", "Attachment point"])
def test_other_words_are_no_labels(label: str) -> None:
    assert field_of(label) == (None, False)


def test_labels_run_into_the_list_before_them() -> None:
    reading = read_drawn(
        HEAD
        + """
        -----Original Message-----
        From: "Odo Marsh"<omarsh@harbour.example>
        To: "Nora Quill"<nquill@harbour.example>; "Tess
        Lamb"<tlamb@harbour.example>Cc: "Ivo Reed"
        <ireed@harbour.example>Sent: 11/9/2009 11:23 AM
        Subject: Gates

        Are they shut?
    """
    )
    quoted = reading.copies[1]
    assert shown(quoted)[1:4] == (
        ['"Nora Quill"<nquill@harbour.example>', '"Tess Lamb"<tlamb@harbour.example>'],
        "2009-11-09T11:23",
        "Gates",
    )
    assert [part.text for part in quoted.field(FieldName.CC).parts] == ['"Ivo Reed" <ireed@harbour.example>']


def test_specks_before_labels() -> None:
    reading = read_drawn(
        HEAD
        + """
        I From: Odo Marsh
        To: Nora Quill
        4 Sent: Monday, November 9, 2009 11:23 AM
        Subject: Gates

        Are they shut?
    """
    )
    assert shown(reading.copies[1])[:4] == ("Odo Marsh", ["Nora Quill"], "2009-11-09T11:23", "Gates")


def test_sender_with_an_address_over_two_lines() -> None:
    (copy_,) = read_drawn("""
        From: Quill, Nora (HBR) [/O=HARBOUR/OU=FIRST ADMINISTRATIVE
        GROUP/CN=RECIPIENTS/CN=NQUILL]

        Sent: Tuesday, November 10, 2009 3:30 PM

        To: Marsh; Odo (HBR)

        Subject: Gates

        Shut.
    """).copies
    assert shown(copy_)[0] == ("Quill, Nora (HBR) [/O=HARBOUR/OU=FIRST ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=NQUILL]")
    assert shown(copy_)[1] == ["Marsh; Odo (HBR)"]


def test_separator_above_a_subject_alone() -> None:
    reading = read_drawn(
        HEAD + "\n        -----Original Message-----\n        Subject: Gates\n\n        Are they shut?"
    )
    assert [shown(copy_)[3:] for copy_ in reading.copies] == [("Re: Gates", "Shut."), ("Gates", "Are they shut?")]


def test_note_of_failure_holds_the_header_of_what_came_back() -> None:
    (copy_,) = read_drawn("""
        From:               Mail Delivery <postmaster@harbour.example>
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Quill, Nora
        Subject:            Delivery Notification: Delivery has been delayed

        This report relates to a message you sent with the following header fields:

        Received: from lamp.harbour.example by post.harbour.example
        Date: Tue, 10 Nov 2009 14:43:39 -0800
        From: "Quill, Nora" <nquill@harbour.example>
        Subject: Gates
        To: omarsh@lock.example

        The mail system will continue to try.
    """).copies
    assert shown(copy_)[4].endswith("To: omarsh@lock.example\nThe mail system will continue to try.")


def test_icons_of_attachments_below_a_header_are_no_text() -> None:
    (copy_,) = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Gates
        Attachments:        gates.txt; keys.doc

        gates.txt (338 B) keys.doc (3
        KB)

        See these.
    """).copies
    assert copy_.body.text == "See these."
    assert [part.text for part in copy_.field(FieldName.ATTACHMENTS).parts] == ["gates.txt", "keys.doc"]
