"""Chains in the shapes that are hardest to read in real releases, with fictional names: whose words are whose."""

import pytest

from readingroom.model import FieldName, FieldState
from tests.copies.reading import read_drawn, shown


def test_classification_stamped_over_header_lines() -> None:
    top, quoted = read_drawn("""
                                                                            RELEASE IN PART
                                                                            B1,1.4(D)
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
                            Classified by DAS, A/GIS, DoS on
        To:                                                 09/30/2015 - Class: CONFIDENTIAL
        Subject:            Fw: Lock gates                  - Reason: 1.4(D) - Declassify on:
                            03/27/2026

        Want to be sure you saw this.

        -----Original Message-----
        From: Marsh, Odo
        To: Quill, Nora
        Sent: Mon Nov 09 12:23:16 2009                                               1.4(D)
        Subject: Lock gates
                                                                                     B1
        Spoke again to the pilot:
    """).copies
    assert shown(top) == ("Quill, Nora", [], "2009-11-10T15:30", "Fw: Lock gates", "Want to be sure you saw this.")
    assert top.field(FieldName.TO).state is FieldState.UNDETERMINED
    assert shown(quoted) == (
        "Marsh, Odo",
        ["Quill, Nora"],
        "2009-11-09T12:23",
        "Lock gates",
        "Spoke again to the pilot:",
    )
    assert (top.codes, quoted.codes) == ((), ("1.4(D)", "B1"))


def test_wrapped_stamp_before_a_body_of_one_word() -> None:
    (copy_,) = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:
        Subject:            Fw: Lock gates
               Classified by DAS, A/GIS, DoS on 09/30/2015 - Class: CONFIDENTIAL - Reason: 1.4(D) - Declassify
               on: 04/21/2021
        fyi
    """).copies
    assert copy_.body.text == "fyi"


def test_introduction_between_blocks_and_blocks_behind_marks() -> None:
    copies = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Lock gates

        Set for nine.

        On Nov 10, 2009, at 2:30 PM, Odo Marsh <omarsh@harbour.example> wrote:
        > When?
        >
        > -----Original Message-----
        > From: Lamb, Tess
        > Sent: Tuesday, November 10, 2009 1:05 PM
        > To: Marsh, Odo
        > Subject: Lock gates
        >
        > They are to be opened.
        >
        > On Nov 9, 2009, at 8:46 PM, Ivo Reed <ireed@harbour.example> wrote:
        >> Who opens them?
    """).copies
    assert [(copy_.depth, copy_.style, copy_.body.text) for copy_ in copies] == [
        (0, "columns", "Set for nine."),
        (1, "wrote", "When?"),
        (2, "original", "They are to be opened."),
        (3, "wrote", "Who opens them?"),
    ]


def test_separator_at_the_end_of_a_line_of_text() -> None:
    top, quoted = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Lock gates

        That was before last night                      Original Message
        From: Marsh, Odo
        To: Quill, Nora
        To: Lamb, Tess
        Subject: Lock gates
        Sent: Nov 9, 2009 1:48 PM

        Are they shut?
    """).copies
    assert top.body.text == "That was before last night"
    assert shown(quoted)[1:] == (["Quill, Nora", "Lamb, Tess"], "2009-11-09T13:48", "Lock gates", "Are they shut?")


def test_message_pasted_without_a_header_is_part_of_the_text() -> None:
    (copy_,) = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Lock gates

        He has sent me this. Whom should he meet? N

        Dear Nora,

        We have begun to build a lock in the upper harbour, and would like to know who pays.

        Ada Thorn
        Harbour Builders
    """).copies
    assert copy_.body.text.startswith("He has sent me this.")
    assert copy_.body.text.endswith("Harbour Builders")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("gates.pdf; keys.xls", ["gates.pdf", "keys.xls"]),
        ('"gates.pdf","keys.xls"', ["gates.pdf", "keys.xls"]),
        ("“gates.pdf”, “oil, grease.xls”", ["gates.pdf", "oil, grease.xls"]),
        ("oil, grease.xls", ["oil, grease.xls"]),
    ],
)
def test_attachments_on_one_line(printed: str, names: list[str]) -> None:
    (copy_,) = read_drawn(
        f"""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Lock gates
        Attachments:        {printed}
        .
        The gates are shut.
        """
    ).copies
    assert [part.text for part in copy_.field(FieldName.ATTACHMENTS).parts] == names


def test_attachments_and_importance_wrapped_in_a_header() -> None:
    (copy_,) = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Lock gates
        Attachments:        gates_final_3.10.pdf; oil.pdf; gates_final_
                            3.10.pdf

        Importance:         High

        Two of them.
    """).copies
    attached = copy_.field(FieldName.ATTACHMENTS).parts
    assert [part.text for part in attached] == ["gates_final_3.10.pdf", "oil.pdf", "gates_final_ 3.10.pdf"]
    assert copy_.body.text == "Two of them."


def test_codes_alone_between_header_lines_and_a_sender_taken_out() -> None:
    (copy_,) = read_drawn("""
                                                                            RELEASE IN PART B6



        From:
                                                                                                 B6
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:                                                                                 B1
                                                                                                 1.4(D)
        Shut.
    """).copies
    assert [copy_.field(name).state for name in (FieldName.FROM, FieldName.SUBJECT)] == [FieldState.REDACTED] * 2
    assert copy_.codes == ("1.4(D)", "B1", "B6")
    assert copy_.body.text == "Shut."


def test_memo_letter_and_cable_alone_hold_no_copy() -> None:
    for printed in (
        "MEMORANDUM\n\nTo: V\nFrom: Nora\nRe: Lock gates\nDate: 2/12/11\n\nThe gates are shut.",
        "The Honorable Ada Thorn\nSeptember 8, 2010\nPage 2\n\nDear Ada,\n\nThe gates are shut.\n\ncc: Tess Lamb",
        "DRAFTED: LK/HBR:NQUILL\n\nSUBJECT: GATES\n\nREF: HARBOUR 504\n\n1. The gates are shut.",
    ):
        assert not read_drawn(printed).copies


def test_code_beside_a_separator() -> None:
    top, first, second = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Lock gates

        I spoke with                                                                 1.4(D)
        -----Original Message-----                                                   B1
        From: Marsh, Odo
        To: Quill, Nora
        Sent: Mon Nov 09 12:23:16 2009
        Subject: Lock gates

        Shut?

        -----Original Message-----                                                   B6
        From: nquill
        To: Marsh, Odo
        Sent: Mon Nov 09 11:23:16 2009
        Subject: Lock gates

        No.
    """).copies
    assert (top.codes, first.codes, second.codes) == (("1.4(D)", "B1"), (), ("B6",))


def test_subject_that_wraps_above_a_page_break() -> None:
    line = (
        "Subject: Nora, below is the text of the letter that the lock keeper will be faxing to the harbour if it hasn't"
    )
    quoted = read_drawn(
        f"""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Fw: letter

        From: Marsh, Odo
        Sent: Monday, November 09, 2009 11:26 AM
        To: Quill, Nora
        {line}
        gone already.
        """,
        "I believe the gates are shut.",
    ).copies[1]
    assert shown(quoted)[3:] == (line.removeprefix("Subject: ") + " gone already.", "I believe the gates are shut.")
