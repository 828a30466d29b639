"""The texts that a check has looked at, each folded once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from readingroom.drafts.lookup import Lookup, Text
from readingroom.text import Letters, Token, fold_letters, sketch_letters, tokens_of

MOST_TEXTS = 60  # candidates for one question


MOST_ASKED = 200  # words of one question: the first of a long quotation
LAST_ASKED = 4  # questions whose answers are kept: one quotation asks the same more than once
MOST_KEPT = 256  # texts whose folded forms are kept at a time


class Shelf:
    """Texts from a lookup with their folded forms, the latest of them kept. Lives as long as one check."""

    def __init__(self, lookup: Lookup) -> None:
        self._candidates = lru_cache(LAST_ASKED)(lambda words: tuple(lookup.candidates(words, MOST_TEXTS)))
        self._sketch = lru_cache(MOST_KEPT * 16)(sketch_letters)
        self._letters = lru_cache(MOST_KEPT)(fold_letters)
        self._tokens = lru_cache(MOST_KEPT)(tokens_of)
        self._keys = lru_cache(MOST_KEPT)(lambda plain: [token.key for token in self._tokens(plain)])

    def candidates(self, words: Sequence[str]) -> tuple[Text, ...]:
        """Texts that may hold these words (as quoted, in order), likeliest first."""
        return self._candidates(tuple(words[:MOST_ASKED])) if words else ()

    def sketch(self, text: Text) -> str:
        """Letters and digits of a text."""
        return self._sketch(text.passage.text)

    def letters(self, text: Text) -> Letters:
        """Bare letters of a text with their places."""
        return self._letters(text.passage.text)

    def tokens(self, text: Text) -> tuple[Token, ...]:
        """Words of a text."""
        return self._tokens(text.passage.text)

    def keys(self, text: Text) -> list[str]:
        """Keys of a text's words."""
        return self._keys(text.passage.text)
