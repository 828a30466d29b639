"""Where a text says what a sign stands for, and how a sign fits words."""

import time

import pytest

from readingroom.people.alias_expansions import find_expansions, find_spelled, kind_of_words, letters_fit

EXPANDED = [
    ("the Policy Planning Staff (S/P) agrees", ("S/P", "Policy Planning Staff")),
    ("Please ask the Field Office Director (FOD).", ("FOD", "Field Office Director")),
    ("the field office director (FOD)", ("FOD", "field office director")),
    ("the Under Secretary for Harbors and Light (H) said", ("H", "Under Secretary for Harbors and Light")),
    ("According to the Bureau of Light Houses (BLH)", ("BLH", "Bureau of Light Houses")),
    ("QLR (Quarterly Lamp Review) is due", ("QLR", "Quarterly Lamp Review")),
    ("an Asia-Pacific Lamp Council (APLC) meeting", ("APLC", "Asia-Pacific Lamp Council")),
    ("Conference of the Piers (COP)", ("COP", "Conference of the Piers")),
]
NOT_EXPANDED = [
    "Under Secretary Farrow (E) called",  # a person with a sign
    "ARRIVE State Department (T)",  # tentative
    "The Mayor of Harrow Says Many Are Lost (U)",  # unclassified
    "Lamps to the Harbor Council (AP)",  # a news agency
    "we met (FYI) and ate (lunch)",
    "a new lamp (NEW)",
]


@pytest.mark.parametrize(("text", "found"), EXPANDED)
def test_expansions(text, found):
    (one,) = find_expansions(text)
    assert (one.sign, one.words) == found
    assert text[one.start : one.end] == one.words


@pytest.mark.parametrize("text", NOT_EXPANDED)
def test_what_is_no_expansion(text):
    assert list(find_expansions(text)) == []


def test_names_of_offices_with_numbers_and_of_posts_with_two_words():
    text = "District 4 and Kitchen 22 asked the Director-General and the Attorney General; Chapter 7, Room 12."
    assert [(one.sign, one.words) for one in find_spelled(text)] == [
        ("D4", "District 4"),
        ("K22", "Kitchen 22"),
        ("DG", "Director-General"),
        ("AG", "Attorney General"),
    ]


@pytest.mark.parametrize(
    ("sign", "words", "fits"),
    [
        ("NEA", "Bureau of Near Eastern Affairs", True),
        ("DSI", "Division of Structure Inspection", True),
        ("DG", "Director-General", True),
        ("D4", "District 4", True),
        ("D4", "District 14", False),
        ("D/RK", "Director, Regional Kitchens", True),
        ("SIP", "Policy Planning Staff", False),
        ("S", "Secretary", False),
    ],
)
def test_letters_fit(sign, words, fits):
    assert letters_fit(sign, words) is fits


def test_what_words_call():
    assert kind_of_words("Director of the Office of Bridges") == "post"
    assert kind_of_words("Office of the Director") == "office"
    assert kind_of_words("Quarterly Lamp Review") == ""


@pytest.mark.parametrize(
    "text", ["of " * 50_000 + "(OOO)", "(AB) " * 30_000, "A of the and for " * 9 + "(AAAAAAAAAAAA)"]
)
def test_hostile_texts_take_no_longer(text):
    began = time.process_time()
    list(find_expansions(text))
    assert time.process_time() - began < 5
