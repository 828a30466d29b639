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


def test_quoted_header_with_marked_blank_lines_below_a_rule() -> None:
    reading = read_drawn("""
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Re: Gates

        Shut.

        > ________________________________
        > Subj: Gates
        >
        > Date: 11/09/2009 11:26:00 AM
        >
        > From: omarsh@lock.example
        >
        > To: nquill@harbour.example
        >
        > Are they shut?
    """)
    assert shown(reading.copies[1]) == (
        "omarsh@lock.example",
        ["nquill@harbour.example"],
        "2009-11-09T11:26",
        "Gates",
        "Are they shut?",
    )


def test_sender_below_the_subject_or_the_addressees() -> None:
    for first, second in (("Subject: Gates", "Date: 11/9/2009 11:26 AM"), ("To: Nora Quill", "Cc: Tess Lamb")):
        last = "To: Nora Quill" if first.startswith("Subject") else "Sent: 11/9/2009 11:26 AM"
        (copy_,) = read_drawn(f"""
            {first}

            {second}

            From: Odo Marsh

            {last}

            {"" if first.startswith("Subject") else "Subject: Gates"}

            Are they shut?
        """).copies
        assert shown(copy_) == ("Odo Marsh", ["Nora Quill"], "2009-11-09T11:26", "Gates", "Are they shut?")


def test_subject_and_list_that_wrap_over_blank_lines() -> None:
    (copy_,) = read_drawn("""
        From:               Odo Marsh

        Sent:               Monday, November 9, 2009 11:26 AM

        To:                 Nora Quill <nquill@harbour.example>; Tess Lamb

                            <tlamb@harbour.example>

        Subject:            Gates and locks and lamps and all the other things that are in the

                            harbour

        Are they shut?
    """).copies
    assert shown(copy_)[1] == ["Nora Quill <nquill@harbour.example>", "Tess Lamb <tlamb@harbour.example>"]
    assert shown(copy_)[3:] == (
        "Gates and locks and lamps and all the other things that are in the harbour",
        "Are they shut?",
    )


def test_list_parted_by_blank_lines_before_the_label_that_is_lacking() -> None:
    (copy_,) = read_drawn("""
        From: Odo Marsh

        Sent: Monday, November 9, 2009 11:26 AM

        To. Nora Quill; Tess Lamb; Joseph

        R Reed; Ada Thorn; Ulf

        Vane

        Subject: Gates

        Are they shut?
    """).copies
    assert shown(copy_)[1] == ["Nora Quill", "Tess Lamb", "Joseph R Reed", "Ada Thorn", "Ulf Vane"]
    assert shown(copy_)[3:] == ("Gates", "Are they shut?")


def test_from_without_its_colon_above_an_address_that_wraps() -> None:
    (copy_,) = read_drawn("""
        From                Quill, Nora (HBR) [/O=HARBOUR/OU=FIRST ADMINISTRATIVE
                            GROUP/CN=RECIPIENTS/CN=NQUILL]
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh; Odo (HBR)
        Subject:            Gates

        Shut.
    """).copies
    assert shown(copy_)[0] == "Quill, Nora (HBR) [/O=HARBOUR/OU=FIRST ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=NQUILL]"
    assert shown(copy_)[3] == "Gates"
