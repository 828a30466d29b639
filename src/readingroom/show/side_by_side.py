"""Two copies of one message side by side, and what only one of them shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from readingroom.show.body import Piece
from readingroom.show.frame import Frame, Place
from readingroom.show.reading import Sheet
from readingroom.text import key_of

_WORD = re.compile(r"\S+")
_EDGES = " ,.;:!?()[]\"'“”‘’<>"  # punctuation at a word's edge is no difference
MOST_WORDS = 20_000  # of one side: a longer text is shown without marks


class SidePiece(NamedTuple):
    """A stretch of one side's text. `kind`: "same", "only" (this side alone has it), "gap" (something taken out)."""

    kind: str
    text: str


class FieldPair(NamedTuple):
    """One header field on both sides, in words; `differs` where they show another value or state."""

    label: str
    left: str
    right: str
    differs: bool


class Side(NamedTuple):
    """One of the two copies."""

    id: str
    place: Place
    how: str  # "printed on top", "quoted, 2 deep"
    codes: tuple[str, ...]
    body: tuple[SidePiece, ...]
    sheets: tuple[Sheet, ...]


class Choice(NamedTuple):
    """A copy that can be put on either side."""

    words: str
    left_href: str  # with it on the left
    right_href: str
    is_left: bool
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySideView:
    """Two copies of a message. Template: side_by_side.html. `right` is None where there is but one copy."""

    frame: Frame
    message: Place
    left: Side
    right: Side | None
    fields: tuple[FieldPair, ...]
    words_only_left: int
    words_only_right: int
    choices: tuple[Choice, ...]
    choices_left_out: int


def mark_differences(
    left: Sequence[Piece], right: Sequence[Piece]
) -> tuple[tuple[SidePiece, ...], tuple[SidePiece, ...], int, int]:
    """Both bodies cut where they differ word by word, and how many words only the one and only the other shows.

    Case, accents and punctuation at the edges of words are no difference. The pieces of a side, joined, are its text.
    """
    mine, theirs = _keys(left), _keys(right)
    only_left: set[int] = set()
    only_right: set[int] = set()
    if max(len(mine), len(theirs)) <= MOST_WORDS:
        for code in Levenshtein.opcodes(mine, theirs):
            if code.tag != "equal":
                only_left.update(range(code.src_start, code.src_end))
                only_right.update(range(code.dest_start, code.dest_end))
    return _cut(left, only_left), _cut(right, only_right), len(only_left), len(only_right)


def _keys(pieces: Iterable[Piece]) -> list[str]:
    words = (match.group() for piece in pieces if not piece.key for match in _words(piece.text))
    return [key_of(word.strip(_EDGES)) for word in words]


def _words(text: str) -> Iterator[re.Match[str]]:
    """What stands between blanks and is more than punctuation."""
    return (match for match in _WORD.finditer(text) if any(map(str.isalnum, match.group())))


def _cut(pieces: Iterable[Piece], only: set[int]) -> tuple[SidePiece, ...]:
    made: list[SidePiece] = []
    for kind, text in _stretches(pieces, only):
        if made and made[-1].kind == kind != "gap":
            made[-1] = SidePiece(kind, made[-1].text + text)
        else:
            made.append(SidePiece(kind, text))
    return tuple(made)


def _stretches(pieces: Iterable[Piece], only: set[int]) -> Iterator[tuple[str, str]]:
    at = 0
    for piece in pieces:
        if piece.key:
            yield "gap", piece.text
            continue
        done, kind = 0, "same"
        for match in _words(piece.text):
            before, kind = kind, "only" if at in only else "same"
            between = piece.text[done : match.start()]
            if between:  # blanks belong to a marked run only inside it
                yield (kind if kind == before else "same"), between
            yield kind, match.group()
            done, at = match.end(), at + 1
        if done < len(piece.text):
            yield "same", piece.text[done:]
