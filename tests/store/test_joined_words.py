import pytest

from readingroom.store.ledger import joined_words


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("an exam-\nple of it", "example"),
        ("two: exam-\nple and har-\nbor", "example harbor"),
        ("a dash -\nand more", ""),
        ("no break", ""),
        ("at the end-\n", ""),
    ],
)
def test_words_broken_at_a_line_end_are_put_together(text, joined):
    assert joined_words(text) == joined


def test_one_word_of_two_million_letters_is_no_burden():
    """A search from each of its letters would take longer than the tests have."""
    assert joined_words("x" * 2_000_000 + "-\n" + "y" * 2_000_000) == "x" * 60 + "y" * 60
