"""A quotation put together out of pieces that do not stand together on any page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readingroom.drafts.lookup import Text
from readingroom.drafts.places import Hit, find_hits
from readingroom.drafts.segments import cut_pieces
from readingroom.drafts.shelf import Shelf
from readingroom.text import Token, sketch_letters

SHORTEST_PIECE = 3  # words
MOST_PIECES = 5
MOST_SKIPPED = 2  # words of the writer's own between the pieces, such as "and"


class Piece(NamedTuple):
    """Some of a quotation's words that stand together on a page, and the places, the best first."""

    words: str
    hits: tuple[Hit, ...]


def find_pieces(draft: str, sought: Sequence[Token], texts: Sequence[Text], shelf: Shelf) -> tuple[Piece, ...]:
    """Two or more pieces that make up the whole quotation but for `MOST_SKIPPED` words; empty where there are none.

    From the left the longest piece that stands on any page is taken, then the longest of what is left.
    """
    pieces: list[Piece] = []
    at = skipped = 0
    while at < len(sought):
        length, piece = _longest(draft, sought[at:], texts, shelf)
        if piece is None:
            skipped += 1
            at += 1
        else:
            pieces.append(piece)
            at += length
        if skipped > MOST_SKIPPED or len(pieces) > MOST_PIECES:
            return ()
    return tuple(pieces) if len(pieces) > 1 else ()


def _longest(draft: str, sought: Sequence[Token], texts: Sequence[Text], shelf: Shelf) -> tuple[int, Piece | None]:
    left = texts
    length = 0
    fits: list[tuple[int, Sequence[Text]]] = []
    while length < len(sought) and left:
        length += 1
        sketch = sketch_letters(draft[sought[0].start : sought[length - 1].end])
        left = [text for text in left if sketch in shelf.sketch(text)]
        if left and length >= SHORTEST_PIECE:
            fits.append((length, left))
    for fit, holders in reversed(fits):
        words = draft[sought[0].start : sought[fit - 1].end]
        hits = [hit for hit in find_hits(cut_pieces([words]), holders, shelf) if not hit.match.faults]
        if hits:
            return fit, Piece(words, tuple(hits))
    return 0, None


def share_text(pieces: Sequence[Piece]) -> tuple[Hit, ...]:
    """A place of each piece, all in one text, where there is such a text; empty where there is none."""
    for first in pieces[0].hits:
        place = (first.text.source, first.text.copy, first.text.field, first.text.passage.text)
        hits = [
            next(
                (
                    hit
                    for hit in piece.hits
                    if (hit.text.source, hit.text.copy, hit.text.field, hit.text.passage.text) == place
                ),
                None,
            )
            for piece in pieces
        ]
        found = tuple(hit for hit in hits if hit is not None)
        if len(found) == len(pieces):
            return found
    return ()
