"""Headers whose lines have blank lines between them, as releases print them that were scanned from paper."""

from tests.copies.reading import read_drawn, shown


def test_blackberry_repeats_to_and_parts_its_lines() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh; Odo (HBR)
        Subject:            Fw: Gates

        ------Original Message------

        From: Odo Marsh

        To: Nora Quill

        To: Tess Lamb

        Cc: Ivo Reed

        ReplyTo: Odo Marsh

        Sent: Nov 9, 2009 8:19 AM

        Subject: Gates

        Are they shut?
    """)
    assert shown(reading.copies[1]) == (
        "Odo Marsh",
        ["Nora Quill", "Tess Lamb"],
        "2009-11-09T08:19",
        "Gates",
        "Are they shut?",
    )


def test_list_that_wraps_before_a_blank_line() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh; Odo (HBR)
        Subject:            Re: Gates

        Shut.

        -----Original Message-----

        From: "Odo Marsh" <omarsh@harbour.example>

        Date: Mon, 09 Nov 2009 08:02:50

        To:"Nora Quill" <nquill@harbour.example>,"Tess
        Lamb" <tlamb@harbour.example>

        Subject: Gates

        Are they shut?
    """)
    assert shown(reading.copies[1])[1] == [
        '"Nora Quill" <nquill@harbour.example>',
        '"Tess Lamb" <tlamb@harbour.example>',
    ]
    assert shown(reading.copies[1])[3:] == ("Gates", "Are they shut?")
