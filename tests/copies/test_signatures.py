"""Signatures that are set apart in smaller print, and what stands below them. "~" marks a line in smaller print."""

from dataclasses import replace

import pytest

from readingroom.copies import Reading, read_copies
from readingroom.model import Document, Page, Word
from tests.copies.reading import SOURCE
from tests.drawn import draw_page

HEAD = """
        From:               Quill, Nora
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:                 Marsh, Odo
        Subject:            Lock gates
        .
"""


def set_small(page: Page) -> Page:
    marked = {word.box.y0 for word in page.words if word.text == "~"}
    words = []
    for word in page.words:
        if word.text != "~":
            low = word.box._replace(y0=word.box.y0 + 1) if word.box.y0 in marked else word.box
            words.append(Word(word.text, low, 1.0))
    return replace(page, words=tuple(words))


def read_set(*texts: str) -> Reading:
    pages = [set_small(draw_page(text, source=SOURCE, number=number)) for number, text in enumerate(texts, 1)]
    document = Document(id="d", source=SOURCE, first_page=1, last_page=len(pages), number="")
    return read_copies(document, pages, (), ())


def test_a_signature_in_smaller_print_and_a_device_line_below_it_are_no_text() -> None:
    reading = read_set(
        HEAD
        + """
        The gates are shut.
        N
        .
        ~ Nora Quill
        ~ Lock keeper
        .
        Sent from my BlackBerry Wireless Device
        """
    )
    (copy_,) = reading.copies
    assert copy_.body.text == "The gates are shut.\nN"
    assert copy_.signature.text == "Nora Quill\nLock keeper\nSent from my BlackBerry Wireless Device"
    assert "Lock keeper" in reading.rest[0][1].text, "it is searched as what stands on the page"


def test_a_signature_in_the_size_of_the_text_is_the_end_of_it() -> None:
    (copy_,) = read_set(
        HEAD
        + """
        The gates are shut.
        .
        Nora Quill
        Lock keeper
        """
    ).copies
    assert copy_.body.text == "The gates are shut.\nNora Quill\nLock keeper"
    assert copy_.signature.text == "Nora Quill\nLock keeper"


def test_where_the_whole_text_was_taken_out_the_name_tells_the_signature() -> None:
    (copy_,) = read_set(
        HEAD
        + """
        ~ Nora Quill
        ~ Lock keeper
        """
    ).copies
    assert copy_.body.text == ""
    assert copy_.signature.text == "Nora Quill\nLock keeper"


def test_a_text_in_smaller_print_throughout_is_no_signature() -> None:
    (copy_,) = read_set(
        HEAD
        + """
        ~ The gates are shut.
        .
        ~ Nobody is to open them.
        """
    ).copies
    assert copy_.body.text == "The gates are shut.\nNobody is to open them."


def test_a_long_piece_in_smaller_print_is_text() -> None:
    line = "        ~ A long line of an article that somebody has pasted below, wider than any signature is.\n"
    (copy_,) = read_set(HEAD + "        Read this.\n        .\n" + 3 * line).copies
    assert copy_.body.text.count("somebody has pasted") == 3


def test_a_text_below_a_signature_without_any_header_is_a_message_of_its_own() -> None:
    top, pasted = read_set(
        HEAD
        + """
        See below.
        .
        ~ Nora Quill
        .
        Who has the key?
        .
        ~ Odo Marsh
        """
    ).copies
    assert (top.body.text, top.signature.text) == ("See below.", "Nora Quill")
    assert (pasted.body.text, pasted.signature.text) == ("Who has the key?", "Odo Marsh")
    assert pasted.style == "pasted"
    assert {field.state.value for field in pasted.fields} == {"absent"}


def test_a_postscript_is_none() -> None:
    (copy_,) = read_set(
        HEAD
        + """
        See below.
        .
        ~ Nora Quill
        .
        PS The key is with the porter.
        """
    ).copies
    assert copy_.body.text == "See below.\nPS The key is with the porter."


def test_what_is_printed_on_a_page_behind_a_signature_is_no_text() -> None:
    reading = read_set(
        HEAD
        + """
        See attached.
        .
        ~ Nora Quill
        """,
        """
        KEYS OF ALL LOCKS
        One with the porter.
        """,
    )
    assert [copy_.body.text for copy_ in reading.copies] == ["See attached."]
    assert reading.rest[1][1].text == "KEYS OF ALL LOCKS\nOne with the porter."


def test_in_a_print_of_raw_mail_the_name_behind_a_blank_line_begins_the_signature() -> None:
    (copy_,) = read_set("""
        From nquill@harbour.example Tue Nov 10 15:30:00 2009
        Date: Tue, 10 Nov 2009 15:30:00 -0500
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates
        Message-ID: <m7.1@harbour.example>
        .
        The gates are shut.
        .
        Nora Quill
        Lock keeper
    """).copies
    assert (copy_.body.text, copy_.signature.text) == ("The gates are shut.", "Nora Quill\nLock keeper")


def test_words_of_uneven_height_tell_nothing() -> None:
    """A reading of a picture: boxes as high as the ink of their letters."""
    page = draw_page(HEAD + "        The gates are shut.\n        .\n        Nora Quill\n")
    words = tuple(word._replace(box=word.box._replace(y0=word.box.y0 + len(word.text) % 3)) for word in page.words)
    document = Document(id="d", source=page.source, first_page=1, last_page=1, number="")
    (copy_,) = read_copies(document, (replace(page, words=words),), (), ()).copies
    assert copy_.body.text == "The gates are shut.\nNora Quill"


def test_small_print_without_a_signature_is_no_text() -> None:
    (copy_,) = read_set(
        HEAD
        + """
        The gates are shut.
        .
        ~ This message and any attachment are intended for the addressee only and may be confidential.
        """
    ).copies
    assert copy_.body.text == "The gates are shut."


@pytest.mark.parametrize("signature", ["--\n        Nora Quill", "Nora Quill, Lock keeper", "NQ"])
def test_signatures_of_raw_mail(signature: str) -> None:
    (copy_,) = read_set(f"""
        From nquill@harbour.example Tue Nov 10 15:30:00 2009
        Date: Tue, 10 Nov 2009 15:30:00 -0500
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates
        Message-ID: <m7.1@harbour.example>
        .
        Nora Quill asks that the gates be shut.
        .
        {signature}
    """).copies
    assert copy_.body.text == "Nora Quill asks that the gates be shut."


def test_a_text_pasted_below_a_signature_of_raw_mail() -> None:
    top, pasted = read_set("""
        From nquill@harbour.example Tue Nov 10 15:30:00 2009
        Date: Tue, 10 Nov 2009 15:30:00 -0500
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates
        Message-ID: <m7.1@harbour.example>
        .
        Shut.
        .
        Nora Quill
        Lock keeper
        .
        Are they shut?
        I would rather know.
    """).copies
    assert (top.body.text, pasted.body.text) == ("Shut.", "Are they shut?\nI would rather know.")


def test_a_name_under_the_text_of_raw_mail_is_text_where_a_signature_follows() -> None:
    (copy_,) = read_set("""
        From nquill@harbour.example Tue Nov 10 15:30:00 2009
        Date: Tue, 10 Nov 2009 15:30:00 -0500
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates
        Message-ID: <m7.1@harbour.example>
        .
        Shut.
        .
        Nora
        .
        Nora Quill
        Lock keeper
    """).copies
    assert (copy_.body.text, copy_.signature.text) == ("Shut.\nNora", "Nora Quill\nLock keeper")


def test_wide_lines_pressed_into_the_page_are_no_small_print() -> None:
    """A line that is too wide is set in smaller letters; the next one of the same piece is as high as any."""
    (copy_,) = read_set(
        HEAD
        + """
        The gates are shut.
        .
        ~ This mail is meant for the lock keeper, and for nobody else,
        unless he says so.
        """
    ).copies
    assert copy_.body.text.endswith("for nobody else,\nunless he says so.")
