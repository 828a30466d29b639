"""A quotation made ready to be looked for."""

from __future__ import annotations

from typing import NamedTuple

from readingroom.drafts.segments import Brackets, Cut, cut_pieces
from readingroom.model import Quotation
from readingroom.text import Token, tokens_of


class Asked(NamedTuple):
    """A quotation, its segments, and the words that must stand in the source. `tokens` count in `text`."""

    quotation: Quotation
    cut: Cut
    text: str  # without brackets and ellipses
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The words, as the draft has them."""
        return [token.text for token in self.tokens]


def ask(quotation: Quotation, brackets: Brackets = Brackets.LETTERS) -> Asked:
    """The quotation cut into segments."""
    cut = cut_pieces(quotation.pieces, brackets)
    text = " ".join(segment.letters.source.strip() for segment in cut.segments)
    return Asked(quotation, cut, text, tokens_of(text))
