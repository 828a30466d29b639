"""What only one of two copies shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.show.body import Piece
from readingroom.show.side_by_side import MOST_WORDS, mark_differences


def drawn(pieces):
    """The pieces as one line: [words only here], {codes of what was taken out}."""
    marks = {"same": "%s", "only": "[%s]", "gap": "{%s}"}
    return "".join(marks[piece.kind] % piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("left", "right", "left_drawn", "right_drawn"),
    [
        ("ten lamps by Friday", "ten lamps by Friday", "ten lamps by Friday", "ten lamps by Friday"),
        ("ten lamps by Friday", "ten lamps", "ten lamps [by Friday]", "ten lamps"),
        ("ten lamps", "nine lamps", "[ten] lamps", "[nine] lamps"),
        ("Ten lamps,\nplease.", "ten lamps please", "Ten lamps,\nplease.", "ten lamps please"),
        ("ten lamps -- please", "ten lamps please .", "ten lamps -- please", "ten lamps please ."),
        ("", "ten lamps", "", "[ten lamps]"),
    ],
)
def test_words_that_only_one_side_shows_are_marked(left, right, left_drawn, right_drawn):
    ours, theirs, _, _ = mark_differences([Piece(left)], [Piece(right)])
    assert (drawn(ours), drawn(theirs)) == (left_drawn, right_drawn)


def test_a_gap_stays_where_it_is_and_is_no_word():
    """Two copies of one line, the second with a box over three words."""
    left = [Piece("Send it to Tom Finch today.")]
    right = [Piece("Send it to "), Piece("B6", "redaction-1-0"), Piece(" today.")]
    ours, theirs, only_left, only_right = mark_differences(left, right)
    assert drawn(ours) == "Send it to [Tom Finch] today."
    assert drawn(theirs) == "Send it to {B6} today."
    assert (only_left, only_right) == (2, 0)


def test_a_text_without_end_is_shown_unmarked():
    long = "word " * (MOST_WORDS + 1)
    ours, theirs, only_left, _ = mark_differences([Piece(long)], [Piece("word")])
    assert drawn(ours) == long
    assert drawn(theirs) == "word"
    assert only_left == 0


@given(st.text(alphabet="ab \n.", max_size=60), st.text(alphabet="ab \n.", max_size=60))
def test_the_pieces_of_a_side_are_its_text(left, right):
    ours, theirs, _, _ = mark_differences([Piece(left)], [Piece(right)])
    assert "".join(piece.text for piece in ours) == left
    assert "".join(piece.text for piece in theirs) == right
