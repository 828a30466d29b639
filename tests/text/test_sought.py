"""Finding sought words in a text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.text import (
    SoughtNear,
    SoughtPhrase,
    SoughtWords,
    find_sought,
    fold_exact,
    fold_ocr,
    fold_ocr_all,
    fold_plain,
    holds_exactly,
    words_of,
)


def row(*words, prefix=False):
    return SoughtWords(tuple(frozenset(word.split("|")) for word in words), prefix)


FOUND = [  # text, sought, the words found in it
    ("Ten lamps, ten Lamps.", row("lamps"), ["lamps", "Lamps"]),
    ("Café and cafe", row("cafe"), ["Café", "cafe"]),
    ("lamp lamps clamps", row("lamp", prefix=True), ["lamp", "lamps"]),
    ("lamp 1amp damp", row("lamp|1amp"), ["lamp", "1amp"]),
    ("a light-\nhouse", row("lighthouse"), ["light-\nhouse"]),
    ("a light-\nhouse", row("house"), ["house"]),
    ("jo.rook@example.gov wrote", row("jo", "rook"), ["jo.rook"]),
    ("jo rookery", row("jo", "rook", prefix=True), ["jo rookery"]),
    ("jo rookery", row("jo", "rook"), []),
    ("one two three four", SoughtNear(("one", "four"), 2), ["one", "four"]),
    ("one two three four", SoughtNear(("four", "one"), 1), []),
    ("one two one x x x x two", SoughtNear(("one", "two"), 0), ["one", "two", "one"]),
    ("The last\n  box.", SoughtPhrase("last box"), ["last\n  box"]),
    ("The last, box.", SoughtPhrase("last box"), []),
    ("The last box.", SoughtPhrase("last box."), ["last box."]),
    ("The blast box", SoughtPhrase("last box"), []),
    ("The last boxes", SoughtPhrase("last box"), []),
    ("twenty-\nfour and exam-\nples", SoughtPhrase("twenty-four and examples"), ["twenty-\nfour and exam-\nples"]),
    ("exam-ples", SoughtPhrase("examples"), []),
    ("naïve Œuvre", SoughtPhrase("naive"), ["naïve"]),
    ("", SoughtPhrase("last box"), []),
    ("anything", SoughtPhrase(""), []),
]


@pytest.mark.parametrize(("text", "sought", "words"), FOUND)
def test_words_are_found(text, sought, words):
    assert [text[start:end] for start, end in find_sought(text, [sought])] == words
    if isinstance(sought, SoughtPhrase):
        assert holds_exactly(text, sought.text) == bool(words)


def test_overlapping_places_are_one():
    text = "the last box of all"
    places = find_sought(text, [SoughtPhrase("last box"), SoughtPhrase("box of"), row("all")])
    assert [text[start:end] for start, end in places] == ["last box of", "all"]


def test_words_are_runs_of_letters_and_digits():
    assert words_of("O'Neill_2 – CAFÉ 10:30") == ("o", "neill", "2", "cafe", "10", "30")


TEXT = st.text(alphabet="aB1 é\n\r\t,.-“ß ﬁ", max_size=30)


@given(TEXT)
def test_the_fast_fold_is_the_fold(text):
    folded = fold_exact(text.replace("-", ""))
    assert fold_plain(text.replace("-", "")) == folded.text


@given(TEXT, TEXT)
def test_a_phrase_is_held_where_it_is_found(text, phrase):
    assert holds_exactly(text, phrase) == bool(find_sought(text, [SoughtPhrase(phrase)]))


@given(TEXT, TEXT, TEXT)
def test_a_text_holds_what_stands_between_blanks_in_it(before, phrase, after):
    assert not words_of(phrase) or holds_exactly(f"{before} {phrase} {after}", phrase)


@given(st.lists(st.text(alphabet="abclmnrv01", min_size=1, max_size=8), max_size=8))
def test_many_keys_are_folded_as_one_is(words):
    assert fold_ocr_all(words) == [fold_ocr(word) for word in words]
