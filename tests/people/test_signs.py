"""Short signs in a text: which are found, and what is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.people.alias_signs import find_numbers, find_signs, key_of_sign, misread_key

FOUND = [
    ("Asking M if S could call D(L) on the S/P paper, NEA/FO copied", ["M", "S", "D(L)", "S/P", "NEA/FO"]),
    ("For D4-E, who is in the car. Please tell PS/Min.", ["D4-E", "PS/Min"]),
    ("S wants it by noon.", ["S"]),
    ("Message for S", ["S"]),
    ("I checked with H, and P's staff agree", ["H", "P"]),
    ("For hRC's review; the SCMs and DoD too", ["hRC", "SCMs", "DoD"]),
    ("WHA, IO, S/CRS, EUR, NEA and SCA", ["WHA", "IO", "S/CRS", "EUR", "NEA", "SCA"]),
]
NONE = [
    "John S Farrow and J. S. Farrow",  # middle initials
    "to S. Farrow, with E. Harbor",  # initials of a given name
    "(S) The harbor is closed. (C) So is the pier.",  # classifications
    "S. First S) second",  # list marks
    "Plan B and Annex C and 4 March, Room D",  # what is counted
    "A grade of C, H.R. 12, S.J.Res.20",
    "MEETING WITH THE HARBOR MASTER IN ROOM DSI",  # a line in capitals
    "at 3 PM, on the 4th, ok, FYI, i.e. USA@harbor.example",
    "S/he may write to me",
    "We'll see about the T-shirt",
]
NUMBERS = [
    ("Would Sunday at 1300 work for 5; the harbor calls", ["5"]),
    ("10 has a draft ready, and H and 10 will follow up", ["10", "10"]),
    ("There is an 10-drafted paper in the 10 bureau", ["10", "10"]),
    ("We spoke with 10, EEB, and the keeper", ["10"]),
    ("AF, 10, and EUR cleared", ["10"]),
    ("A 10 Senior Advisor called", ["10"]),
]
NO_NUMBERS = [
    "I will be in late, by 10.",
    "Change it to 10. Paragraph 5 is a relic.",
    "On July 5 will be a dinner for 12 people.",
    "It is 9 to 5. A table with 5 legs, 5,000 of them.",
    "May 10 has 3 meetings, 8 staff left",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_signs_are_found_as_printed(text, words):
    assert [sign.words for sign in find_signs(text)] == words
    assert all(text[sign.start : sign.end] == sign.words for sign in find_signs(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_sign(text):
    assert [sign.words for sign in find_signs(text) if len(sign.words) == 1 or sign.words == "DSI"] == []


@pytest.mark.parametrize(("text", "words"), NUMBERS)
def test_numbers_that_are_no_numbers(text, words):
    assert [sign.words for sign in find_numbers(text)] == words


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_numbers_that_are_numbers(text):
    assert list(find_numbers(text)) == []


def test_one_key_for_all_that_ocr_makes_of_a_sign():
    assert len({misread_key(words) for words in ("S1", "SI", "Sl", "51", "$1", "5l")}) == 1
    assert misread_key("S/P") == misread_key("SIP")
    assert misread_key("IO") == misread_key("10")
    assert misread_key("S/P") != misread_key("S1")
    assert key_of_sign("SCMs") == "SCM"
    assert key_of_sign("hRC") == "HRC"
    assert key_of_sign("US") == "US"


@given(st.text(alphabet="SAI/&-(). \n5a1'", max_size=120))
def test_any_text_gives_signs_in_order_and_where_they_are(text):
    for find in (find_signs, find_numbers):
        found = list(find(text))
        assert [sign.start for sign in found] == sorted(sign.start for sign in found)
        assert all(text[sign.start : sign.end] == sign.words for sign in found)


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "A/" * 100_000, "S and " * 40_000, "(" * 100_000, "1 and 2, " * 30_000]
)
def test_hostile_texts_take_no_longer(text):
    began = time.process_time()
    list(find_signs(text))
    list(find_numbers(text))
    assert time.process_time() - began < 5
