"""Specks of dirt that an OCR engine takes for characters."""

import pytest

from readingroom.model import Box, Word
from readingroom.pages.specks import without_specks

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
