"""What of a message is printed in which of its copies: pieces of its text, and values of its header.

The longest copy is laid against each other one. Words that all have in the same copies make one piece; words that
only another copy has are pieces of their own. A word misread is the word; a figure misread is another figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from readingroom.model import Held, Piece
from readingroom.text import fold_ocr, fold_plain

ALIKE = 84.0  # rapidfuzz ratio from which a run of words is another one, misread: "lamp" is no "ramp"
FIELD_WEIGHT = 1  # words that a value of a header counts for
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


class CopyText(NamedTuple):
    """A copy as far as needed here: its body, and for each field how many values it prints (0: none is read)."""

    id: str
    body: str
    values: tuple[int, ...]


def held_in(message: str, copies: Sequence[CopyText]) -> Held:
    """The pieces of a message. Each copy is compared once, with the longest."""
    ordered = sorted(copies, key=lambda copy_: copy_.id)
    words = [_WORD.findall(fold_plain(copy_.body, hyphen="")) for copy_ in ordered]
    base = max(range(len(ordered)), key=lambda at: (len(words[at]), -at))
    holders: list[set[int]] = [{base} for _ in words[base]]
    more: dict[tuple[str, ...], set[int]] = {}
    for at, its_words in enumerate(words):
        if at == base:
            continue
        if its_words == words[base]:
            for holding in holders:
                holding.add(at)
            continue
        for op in Levenshtein.opcodes(words[base], its_words):
            mine, theirs = words[base][op.src_start : op.src_end], its_words[op.dest_start : op.dest_end]
            if mine == theirs or _is_misread(mine, theirs):
                for holding in holders[op.src_start : op.src_end]:
                    holding.add(at)
            elif theirs:
                more.setdefault(tuple(theirs), set()).add(at)
    sizes = Counter(frozenset(holding) for holding in holders)
    pieces = [*sizes.items(), *((frozenset(at), len(run)) for run, at in more.items()), *_values(ordered)]
    named = (Piece(size, tuple(ordered[at].id for at in sorted(holding))) for holding, size in pieces)
    return Held(message, tuple(sorted(named, key=lambda piece: (piece.copies, piece.words))))


def _is_misread(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    one, other = "".join(mine), "".join(theirs)
    if not one or not other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return fuzz.ratio(fold_ocr(one), fold_ocr(other), score_cutoff=ALIKE) > 0


def _values(copies: Sequence[CopyText]) -> Iterator[tuple[frozenset[int], int]]:
    """For each field that some copy prints: the copies that print most of it."""
    for field in range(len(copies[0].values)):
        most = max(copy_.values[field] for copy_ in copies)
        if most:
            yield frozenset(at for at, copy_ in enumerate(copies) if copy_.values[field] == most), FIELD_WEIGHT
