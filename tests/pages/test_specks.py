"""Specks of dirt that an OCR engine takes for characters."""

import pytest

from readingroom.model import Box, Word
from readingroom.pages.specks import strokes_as_letters, without_specks

LINE = [Word("Gates", Box(72.0 + 40 * n, 100.0, 100.0 + 40 * n, 108.0), 0.95) for n in range(5)]


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        (Word(".", Box(300.0, 140.0, 300.4, 141.0), 0.3), False),
        (Word("T", Box(300.0, 140.0, 300.4, 146.0), 0.5), False),
        (Word("53", Box(17.0, 100.0, 24.0, 113.0), 0.4), False),  # a punched hole
        (Word("|", Box(300.0, 100.0, 301.2, 108.0), 0.95), True),
        (Word("ZZ", Box(300.0, 140.0, 310.0, 148.0), 0.1), True),
        (Word("B6", Box(590.0, 100.0, 602.0, 108.0), 0.9), True),
    ],
)
def test_print_is_kept_and_dirt_is_not(word: Word, kept: bool) -> None:
    assert (word in without_specks([*LINE, word], 612.0)) is kept


def test_nothing() -> None:
    assert without_specks([], 612.0) == ()


@pytest.mark.parametrize(
    ("strokes", "after", "read"),
    [
        ([Box(300.0, 100.0, 301.2, 108.0)], "have", ["I"]),
        ([Box(300.0, 100.0, 301.2, 108.0)], "jane@doe.example]", ["|"]),
        ([Box(300.0, 100.0, 301.2, 108.0), Box(300.4, 112.0, 301.6, 120.0)], "have", ["|", "|"]),  # a bar
        ([Box(300.0, 100.0, 301.2, 130.0)], "have", ["|"]),  # a rule
    ],
)
def test_a_stroke_among_words_is_a_letter(strokes: list[Box], after: str, read: list[str]) -> None:
    words = [*LINE, *(Word("|", box, 0.9) for box in strokes), Word(after, Box(306.0, 100.0, 330.0, 108.0), 0.9)]
    assert [word.text for word in strokes_as_letters(words)][5:-1] == read
