"""Bare letters: pairs of texts that do, and do not, come down to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.text import fold_letters, sketch_letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exam-\nple", "example"),
        ("Don’t", "don't"),
        ("Café", "cafe"),
        ("Cafe\u0301", "café"),
        ("ﬁnal", "final"),
        ("“yes” - no", "Yes — no"),
    ],
)
def test_the_same_letters(one, other):
    assert fold_letters(one).text == fold_letters(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("its", "it's"),
        ("$1.2", "$12"),
        ("4:52", "452"),
        ("1,000", "1.000"),
        ("5%", "5"),
        ("€5", "$5"),
        ("10²", "102"),
        ("कि", "की"),
    ],
)
def test_other_letters(one, other):
    assert fold_letters(one).text != fold_letters(other).text


def test_places_are_whole_words():
    text = fold_letters("The cat and the catalogue, $65,000, the ca-\nt")
    assert [text.at[at] for at in text.places(fold_letters("cat"), 9)] == [4, 40]
    assert list(text.places(fold_letters("65"), 9)) == []
    assert list(text.places(fold_letters(""), 9)) == []


@given(st.text(max_size=200))
def test_letters_know_their_places(text):
    letters = fold_letters(text)
    assert len(letters.text) == len(letters.at)
    assert list(letters.at) == sorted(letters.at)
    assert all(0 <= at < len(text) for at in letters.at)


@given(st.text(max_size=80), st.text(max_size=20))
def test_a_sketch_never_misses(text, part):
    if fold_letters(part).text in fold_letters(text).text:
        assert sketch_letters(part) in sketch_letters(text)
