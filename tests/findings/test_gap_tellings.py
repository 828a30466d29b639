"""Phrases that speak of something elsewhere, and bodies of which nothing shows but codes."""

import pytest

from readingroom.findings.gaps import Short, Told, find_hidden_body, find_tellings
from readingroom.findings.gaps.spoken_numbers import number_of
from readingroom.model import (
    EMPTY,
    Box,
    Copy,
    Field,
    FieldName,
    FieldState,
    Passage,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Run,
    TellingKind,
)


def tellings(text, copy="a"):
    return find_tellings("d", [Told(copy, "s", 1, text)])


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Per my prior email, the lamp list.", TellingKind.SENT, ""),
        ("I sent you the staffing plan earlier today.", TellingKind.SENT, ""),
        ("Pls print this and all the other emails I sent you yesterday.", TellingKind.SENT, ""),
        ("Did you see Tom's note this morning?", TellingKind.SENT_BY_ANOTHER, "tom"),
        ("Mira sent you an email. It bounced back.", TellingKind.SENT_BY_ANOTHER, "mira"),
        ("I think my reply bounced back so I'm trying again", TellingKind.BOUNCED, ""),
        ("F is working on the list you requested this morning", TellingKind.SENT_TO_WRITER, ""),
        ("I will send a separate note on the piers.", TellingKind.ANNOUNCED, ""),
        ("Two pictures attached.", TellingKind.ATTACHED, ""),
        ("Please find the\nattached memo.", TellingKind.ATTACHED, ""),
    ],
)
def test_what_a_sentence_says(text, kind, who):
    found = tellings(text)
    assert found[0].kind is kind
    assert found[0].who == who


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Let us meet at the pier.",
        "I will be traveling with intermittent access to my email.",
        "See Tom's note below.",
        "I attach nothing, having nothing yet.",
        "The ball bounced off the wall.",
        "We are attached to this harbor.",
    ],
)
def test_what_is_no_such_sentence(text):
    assert tellings(text) == ()


def test_a_place_is_that_of_the_sentence():
    text = "Hello.\nI sent you the list\nyesterday. Regards"
    (found,) = tellings(text)
    assert text[found.start : found.end] == "I sent you the list\nyesterday."
    assert (found.reach, found.topic) == (2, ("list",))


def test_what_stands_below_a_mark_of_quotation_is_not_the_writers():
    assert [one.kind for one in tellings("Yes.\nOn Monday, Rook wrote:\nI sent you the list.")] == [TellingKind.QUOTES]


def test_what_stands_far_down_in_a_long_text_is_an_article():
    assert tellings("Lamps and piers. " * 300 + "I sent you a letter.") == ()


def test_a_text_of_nothing_but_triggers_ends():
    assert len(tellings("I sent you an email. " * 20_000)) <= 12


@pytest.mark.parametrize(
    ("letter", "pages"),
    [
        ("One hundred thirty-six are released, some with deletions.", [136]),
        ("I enclose 140 pages.", [140]),
        ("We located 144 pages.", []),
        ("The release consists of 1,204 pages.", [1204]),
    ],
)
def test_pages_promised_by_a_letter(letter, pages):
    told = tellings(f"Re: Your request for pages. {letter}", copy="")
    assert [one.reach for one in told] == pages


@pytest.mark.parametrize(
    ("words", "number"),
    [("seven", 7), ("two thousand and twelve", 2012), ("a hundred", 100), ("1,204", 1204), ("many", 0), ("", 0)],
)
def test_numbers_as_letters_write_them(words, number):
    assert number_of(words) == number


def copy_with(body, sender="Rook, Ada"):
    fields = tuple(
        Field(name=name, state=FieldState.ABSENT)
        if name is not FieldName.FROM
        else Field(
            name=name,
            state=FieldState.READ,
            printed=Passage(sender, (Run(0, len(sender), 1, Box(72, 90, 200, 100), 1.0),)),
        )
        for name in FieldName
    )
    return Copy(
        id="s-p1-y90",
        document="d",
        source="s",
        nth=0,
        depth=0,
        quoted_by="",
        page=1,
        fields=fields,
        body=Passage(body) if body else EMPTY,
        signature=EMPTY,
        codes=("B5",),
        style="block",
    )


def code_at(y, code="B5"):
    return Redaction(
        source="s",
        page=1,
        kind=RedactionKind.LABEL,
        where=RedactionWhere.MARGIN,
        box=Box(500, y, 520, y + 10),
        codes=(code,),
    )


@pytest.mark.parametrize(
    ("body", "y", "found"),
    [
        ("", 150, True),  # between this header and the next
        ("All,\nAda", 150, True),
        ("Fyi", 150, False),  # a text of its own
        ("", 88, False),  # beside the header
        ("", 320, False),  # beside the next copy
    ],
)
def test_a_body_is_withheld_where_a_code_stands_in_its_place(body, y, found):
    """Header at 90..100, the next copy at 300."""
    telling = find_hidden_body(Short(copy_with(body), (code_at(y),), (1, 300.0)))
    assert (telling is not None) is found
    if telling:
        assert (telling.kind, telling.topic) == (TellingKind.WITHHELD, ("B5",))
