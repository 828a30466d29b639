"""One text at work in two places, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import ExchangeKind
from readingroom.show.frame import Frame, Pager


class TextPiece(NamedTuple):
    """Words of a text; `kind` is "" where both texts have them, else the kind of exchange."""

    kind: str
    text: str


class ReuseSide(NamedTuple):
    """The text in one of its places."""

    title: str
    sender: str
    sent: str
    href: str  # of its message, "" outside any
    place: str
    place_href: str
    pieces: tuple[TextPiece, ...]


class ReuseLine(NamedTuple):
    """One reuse."""

    equal: int
    rank: int
    one: ReuseSide
    other: ReuseSide


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseView:
    """One text at work in two places. Template: reuse.html."""

    frame: Frame
    reuses: tuple[ReuseLine, ...]
    pager: Pager


def pieces_of(words: str, ranges: Sequence[tuple[ExchangeKind, tuple[int, int]]]) -> tuple[TextPiece, ...]:
    """The words in pieces, those that differ marked. `ranges` are in order and do not overlap."""
    pieces = []
    at = 0
    for kind, (start, end) in ranges:
        if start > at:
            pieces.append(TextPiece("", words[at:start]))
        if end > start:
            pieces.append(TextPiece(kind.value, words[start:end]))
        at = max(at, end)
    if at < len(words):
        pieces.append(TextPiece("", words[at:]))
    return tuple(pieces)
