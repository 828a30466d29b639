"""Conclusions on what to read: which documents hold all text of a case, and what each of them adds."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """Words of a message, or a value of its header, and every copy in which they are printed."""

    words: int
    copies: tuple[str, ...]  # Copy.id, sorted


class Held(NamedTuple):
    """What of a message is printed in which of its copies: pieces that are all of it. Made by `findings.held_in`."""

    message: str
    pieces: tuple[Piece, ...]


class ReadFirst(NamedTuple):
    """A document that has to be read so that nothing is missed. Made by `findings.order_to_read`."""

    place: int  # in the order of reading, from 0
    document: str
    pages: int
    adds: int  # words that no document before it in this order holds
    messages: int  # of which it adds something
    copies: int  # documents that need not be read because this one holds what they print
