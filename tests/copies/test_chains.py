"""Chains as mail programs print them: every message of a document, with whose words are whose."""

from readingroom.model import FieldName, FieldState
from tests.copies.reading import read_drawn, shown


def test_two_column_head_and_a_quoted_block() -> None:
    reading = read_drawn("""
        From:               Quill, Nora <QuillN@harbour.example>
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo; V
        Cc:                 'Lamb, Tess'
        Subject             RE: Lock gates

        The gates are shut.
        N

        -----Original Message-----
        From: Marsh, Odo
        To: Quill, Nora <QuillN@harbour.example>
        Sent: Mon Nov 09 12:23:16 2009
        Subject: Lock gates

        Are they shut?
    """)
    top, quoted = reading.copies
    assert shown(top) == (
        "Quill, Nora <QuillN@harbour.example>",
        ["Marsh, Odo", "V"],
        "2009-11-10T15:30",
        "RE: Lock gates",
        "The gates are shut.\nN",
    )
    assert shown(quoted) == (
        "Marsh, Odo",
        ["Quill, Nora <QuillN@harbour.example>"],
        "2009-11-09T12:23",
        "Lock gates",
        "Are they shut?",
    )
    assert (top.depth, quoted.depth, quoted.quoted_by) == (0, 1, top.id)
    assert quoted.field(FieldName.CC).state is FieldState.ABSENT


def test_introduction_wrapped_over_two_lines_and_marks() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Lock gates

        Shut.

        On Mon, Nov 9, 2009 at 12:23 PM, Odo Marsh
        <omarsh@harbour.example> wrote:

        > Are they shut?
        >
        > On Nov 8, 2009, at 9:01 AM, "Lamb, Tess" <tlamb@harbour.example> wrote:
        >> Gates?
    """)
    assert [shown(copy_)[0] for copy_ in reading.copies] == [
        "Quill, Nora",
        "Odo Marsh <omarsh@harbour.example>",
        '"Lamb, Tess" <tlamb@harbour.example>',
    ]
    assert [shown(copy_)[2] for copy_ in reading.copies][1:] == ["2009-11-09T12:23", "2009-11-08T09:01"]
    assert [shown(copy_)[4] for copy_ in reading.copies] == ["Shut.", "Are they shut?", "Gates?"]
    assert [copy_.depth for copy_ in reading.copies] == [0, 1, 2]


def test_text_below_a_marked_quotation_is_the_answer_s() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Lock gates

        On Mon, Nov 9, 2009 at 12:23 PM, Odo Marsh <omarsh@harbour.example> wrote:
        > Are they shut, and who has the key?

        They are, and I have it with me here.
    """)
    assert [shown(copy_)[4] for copy_ in reading.copies] == [
        "They are, and I have it with me here.",
        "Are they shut, and who has the key?",
    ]


def test_header_pushed_over_a_page_break_stays_one() -> None:
    reading = read_drawn(
        """
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Lock gates

        See below.

        From: Marsh, Odo
        Sent: Monday, November 09, 2009 11:26 AM
        """,
        """
        To: Quill, Nora; Lamb, Tess; Reed, Ivo;
        Thorn, Ada
        Subject: Lock gates

        Are they shut?
        """,
    )
    quoted = reading.copies[1]
    assert shown(quoted)[1] == ["Quill, Nora", "Lamb, Tess", "Reed, Ivo", "Thorn, Ada"]
    assert shown(quoted)[3:] == ("Lock gates", "Are they shut?")
    assert quoted.page == 1


def test_header_on_one_line() -> None:
    reading = read_drawn("""
        From: Harbour Desk Sent: Monday, November 09, 2009 3:52 PM To: Pilots; Tugs Subject: Fog

        No ships before noon.
    """)
    (copy_,) = reading.copies
    assert shown(copy_) == ("Harbour Desk", ["Pilots", "Tugs"], "2009-11-09T15:52", "Fog", "No ships before noon.")


def test_web_mail_and_notes_heads() -> None:
    web = read_drawn("""
        Gmail                                        Nora Quill <nquill@harbour.example>
        thank you
        1 message
        Odo Marsh <omarsh@harbour.example>                     Mon, Oct 6, 2014 at 8:31 AM
        To: Nora Quill <nquill@harbour.example>, Tess Lamb <tlamb@harbour.example>

        Doughnuts in the lamp room.
    """)
    assert shown(web.copies[0]) == (
        "Odo Marsh <omarsh@harbour.example>",
        ["Nora Quill <nquill@harbour.example>", "Tess Lamb <tlamb@harbour.example>"],
        "2014-10-06T08:31",
        "thank you",
        "Doughnuts in the lamp room.",
    )
    notes = read_drawn("""
        Odo Marsh/LK/HBR                To   Nora Quill/PL/HBR
        10/06/2014 08:31 AM              cc  Tess Lamb/PL/HBR
                                   Subject   Winter oil

        Forty cans.
    """)
    assert shown(notes.copies[0]) == (
        "Odo Marsh/LK/HBR",
        ["Nora Quill/PL/HBR"],
        "2014-10-06T08:31",
        "Winter oil",
        "Forty cans.",
    )


def test_memo_is_no_mail() -> None:
    reading = read_drawn("""
        MEMORANDUM

        TO:        The Harbour Master
        FROM:      Odo Marsh
        DATE:      November 9, 2009
        SUBJECT:   Lock gates

        The gates want paint.
    """)
    assert reading.copies == ()
    assert "The gates want paint." in reading.rest[0][1].text


def test_memo_in_a_body_is_text() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Memo

        CONFIDENTIAL

        For: Odo
        From: Nora
        Re: Gates

        The gates want paint.
    """)
    (copy_,) = reading.copies
    assert copy_.body.text.endswith("From: Nora\nRe: Gates\nThe gates want paint.")


def test_stacked_device_lines_belong_to_none() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Gates

        Shut.
        -----Original Message-----
        From: Marsh, Odo
        Sent: Monday, November 09, 2009 11:26 AM
        To: Quill, Nora
        Subject: Gates

        Well?
        Sent from my BlackBerry
        Sent from my iPhone
    """)
    assert [copy_.body.text for copy_ in reading.copies] == ["Shut.", "Well?"]
    assert reading.rest[0][1].text == "Sent from my BlackBerry\nSent from my iPhone"


def test_signatures_below_all_quotations_belong_to_none() -> None:
    reading = read_drawn("""
        From: Nora Quill < @harbour.example>
        Sent: Tuesday, November 10, 2009 3:30 PM EST
        To: Odo Marsh <omarsh@lock.example>
        Subject: Re: Gates

        Shut.

        On Mon, Nov 9, 2009 at 12:23 PM Odo Marsh <omarsh@lock.example> wrote:

        Are they shut?

        Odo Marsh
        Lock 9

        --
        Nora V. Quill
        Harbour Desk
        Office: 555-0142
    """)
    assert [copy_.body.text for copy_ in reading.copies] == ["Shut.", "Are they shut?\nOdo Marsh\nLock 9"]
    assert reading.rest[0][1].text == "--\nNora V. Quill\nHarbour Desk\nOffice: 555-0142"


def test_groupwise_introduction_that_names_the_message() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Gates

        Shut.

        >>> On 11/9/2009 at 12:23 PM, in message <19265-1209@lamp.
        harbour.example>, <omarsh@lock.example> wrote:
        Are they shut?
    """)
    assert shown(reading.copies[1])[::2] == ("<omarsh@lock.example>", "2009-11-09T12:23", "Are they shut?")


def test_owner_of_the_mailbox_stands_above_each_print_out() -> None:
    page = """
        Quill, Nora
        From:               {}
        Sent:               Tuesday, November {}, 2009 3:30 PM
        To:                 Quill, Nora
        Subject:            Gates

        Shut.
    """
    first, second = read_drawn(page.format("Marsh, Odo", 10), page.format("Lamb, Tess", 17)).copies
    assert (first.body.text, second.body.text) == ("Shut.", "Shut.")
    assert (second.depth, second.quoted_by) == (0, "")


def test_block_right_below_who_wrote_is_one_header_with_it() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Gates

        Shut.

        Odo Marsh <omarsh@lock.example> wrote:
        Date: Mon, 9 Nov 2009 12:23:44 -0900
        From: "Odo Marsh" <omarsh@lock.example>
        To: nquill@harbour.example
        Subject: Gates

        Are they shut?
    """)
    assert [shown(copy_)[0] for copy_ in reading.copies] == ["Quill, Nora", '"Odo Marsh" <omarsh@lock.example>']
    assert shown(reading.copies[1])[2:] == ("2009-11-09T12:23", "Gates", "Are they shut?")
