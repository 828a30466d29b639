"""The texts that a check has looked at, each folded once."""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.drafts.lookup import Lookup, Text
from readingroom.text import Letters, Token, fold_letters, sketch_letters, tokens_of

MOST_TEXTS = 60  # candidates for one question


class Shelf:
    """Texts from a lookup with their folded forms. Lives as long as one check."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._sketches: dict[str, str] = {}
        self._letters: dict[str, Letters] = {}
        self._tokens: dict[str, tuple[Token, ...]] = {}
        self._keys: dict[str, list[str]] = {}

    def candidates(self, words: Sequence[str]) -> tuple[Text, ...]:
        """Texts that may hold these words, likeliest first."""
        return tuple(self._lookup.candidates(words, MOST_TEXTS)) if words else ()

    def sketch(self, text: Text) -> str:
        """Letters and digits of a text."""
        plain = text.passage.text
        if plain not in self._sketches:
            self._sketches[plain] = sketch_letters(plain)
        return self._sketches[plain]

    def letters(self, text: Text) -> Letters:
        """Bare letters of a text with their places."""
        plain = text.passage.text
        if plain not in self._letters:
            self._letters[plain] = fold_letters(plain)
        return self._letters[plain]

    def tokens(self, text: Text) -> tuple[Token, ...]:
        """Words of a text."""
        plain = text.passage.text
        if plain not in self._tokens:
            self._tokens[plain] = tokens_of(plain)
        return self._tokens[plain]

    def keys(self, text: Text) -> list[str]:
        """Keys of a text's words."""
        plain = text.passage.text
        if plain not in self._keys:
            self._keys[plain] = [token.key for token in self.tokens(text)]
        return self._keys[plain]
