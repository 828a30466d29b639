"""The one aligner: which words of one text stand against which words of another.

Used for the word-level difference between a quotation and its source, and wherever two texts are laid side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from readingroom.text.letters import APOSTROPHES

_WORD = re.compile(r"[^\s–—]+(?:(?<=[^\W\d_]-)[ \t]*\n[ \t]*[^\s–—]+)*")
_AT_EDGES = frozenset("$€£¥%&@#+")  # signs that belong to a word at its edge
_INNER = re.compile(r"[-‐‑\s\u00ad\ufffe]+")
_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

# Costs of the alignment. A pair of look-alike words is dearer than no change and cheaper than any other pair; any pair
# is cheaper than one word left out and another put in. Words left out of the source are cheapest: a clause may be.
LARGEST = 250_000  # pairs of words that are compared in Python: 0.2 s
MOST_ROUGH = 1_000  # words that say where in a longer text to look
ADDED = 0.75
LEFT_OUT = 0.4
PAIR = 1.0
LOOK_ALIKE = 0.6
LIKENESS = 60.0  # rapidfuzz ratio from which two words look alike


class Token(NamedTuple):
    """A word of a text: as printed, where, and the key under which it is compared."""

    text: str
    start: int
    end: int
    key: str


class Edit(NamedTuple):
    """A run of words of one fate: `same`, `changed`, `added` (in the draft only), `left out` (in the source only)."""

    op: str
    draft: tuple[str, ...]
    source: tuple[str, ...]


class Located(NamedTuple):
    """Where a text lies in a longer one: pairs of word indices (None: no counterpart), and the alignment's cost."""

    pairs: tuple[tuple[int | None, int | None], ...]
    cost: float


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, punctuation at their edges taken off; a word cut by a hyphen and a line end is one word."""
    tokens = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isalnum():  # most words are
            tokens.append(Token(word, match.start(), match.end(), key_of(word)))
            continue
        start, end = 0, len(word)
        while start < end and not _belongs(word[start]):
            start += 1
        while end > start and not _belongs(word[end - 1]):
            end -= 1
        if start < end:
            bare = word[start:end]
            tokens.append(Token(bare, match.start() + start, match.start() + end, key_of(bare)))
    return tuple(tokens)


def _belongs(character: str) -> bool:
    return character.isalnum() or character in _AT_EDGES or unicodedata.category(character)[0] == "M"


def key_of(word: str) -> str:
    """The key of one word: case, accents, the form of apostrophes and hyphens inside folded."""
    if word.isascii() and word.isalnum():
        return word.lower()
    folded = unicodedata.normalize("NFD", _INNER.sub("", word.translate(_APOSTROPHE)).casefold())
    return folded if folded.isascii() else "".join(c for c in folded if not unicodedata.combining(c))


def align_words(draft: Sequence[str], source: Sequence[str]) -> tuple[Edit, ...]:
    """The word-level difference of two short texts, in order; joined, its sides give back both texts' words.

    >>> align_words("we will not go".split(), "We will go".split())
    (Edit(op='same', draft=('we', 'will'), source=('We', 'will')), Edit(op='added', draft=('not',), source=()), \
Edit(op='same', draft=('go',), source=('go',)))
    """
    draft_keys, source_keys = [key_of(word) for word in draft], [key_of(word) for word in source]
    pairs = _align(draft_keys, source_keys, free_ends=False).pairs
    return edits_of(pairs, draft, source)


def edits_of(
    pairs: Sequence[tuple[int | None, int | None]], draft: Sequence[str], source: Sequence[str]
) -> tuple[Edit, ...]:
    """Runs of words of one fate out of pairs of indices into `draft` and `source`."""
    edits = []
    for same, run in groupby(pairs, key=lambda pair: _is_same(pair, draft, source)):
        run_pairs = list(run)
        ours = tuple(draft[one] for one, _ in run_pairs if one is not None)
        theirs = tuple(source[other] for _, other in run_pairs if other is not None)
        op = "same" if same else "changed" if ours and theirs else "added" if ours else "left out"
        edits.append(Edit(op, ours, theirs))
    return tuple(edits)


def locate_words(sought: Sequence[str], keys: Sequence[str]) -> Located:
    """Where `sought` (keys of words) fits best in `keys`; what stands before and after it there costs nothing.

    A fast search finds the neighbourhood, an alignment its words: about 0.1 ms a thousand words and 5 ms a quotation.
    """
    start, end = 0, len(keys)
    if len(keys) > 3 * len(sought) + 20:
        begun = sought[:MOST_ROUGH]
        rough = fuzz.partial_ratio_alignment(begun, keys)
        if rough is not None:
            start = max(0, rough.dest_start - len(sought) - 10)
            end = min(len(keys), rough.dest_end + 2 * len(sought) - len(begun) + 10)
    found = _align(sought, keys[start:end], free_ends=True)
    return Located(tuple((one, None if other is None else other + start) for one, other in found.pairs), found.cost)


def _is_same(pair: tuple[int | None, int | None], draft: Sequence[str], source: Sequence[str]) -> bool:
    one, other = pair
    return one is not None and other is not None and key_of(draft[one]) == key_of(source[other])


def _align(draft: Sequence[str], source: Sequence[str], *, free_ends: bool) -> Located:
    """Needleman-Wunsch on words; with `free_ends`, words of the source before and after are free and left away."""
    if len(draft) * len(source) > LARGEST:
        return _align_roughly(draft, source, free_ends=free_ends)
    width = len(source) + 1
    row = [0.0] * width if free_ends else [LEFT_OUT * column for column in range(width)]
    rows = [row]
    for one in draft:
        above, row = row, [row[0] + ADDED]
        for column, other in enumerate(source, start=1):
            row.append(
                min(
                    above[column - 1] + _cost(one, other),
                    above[column] + ADDED,
                    row[column - 1] + LEFT_OUT,
                )
            )
        rows.append(row)
    column = min(range(width), key=row.__getitem__) if free_ends else width - 1
    cost = row[column]
    line = len(draft)
    pairs: list[tuple[int | None, int | None]] = []
    while line > 0 or (column > 0 and not free_ends):
        here = rows[line][column]
        if line and column and here == rows[line - 1][column - 1] + _cost(draft[line - 1], source[column - 1]):
            line, column = line - 1, column - 1
            pairs.append((line, column))
        elif line and here == rows[line - 1][column] + ADDED:
            line -= 1
            pairs.append((line, None))
        else:
            column -= 1
            pairs.append((None, column))
    return Located(tuple(reversed(pairs)), cost)


def _align_roughly(draft: Sequence[str], source: Sequence[str], *, free_ends: bool) -> Located:
    """The same for long texts, in C, without regard to which words look alike."""
    pairs: list[tuple[int | None, int | None]] = []
    for op in Levenshtein.opcodes(draft, source):
        lines, columns = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if len(lines) == len(columns):
            pairs.extend(zip(lines, columns, strict=True))
        else:
            pairs.extend((line, None) for line in lines)
            pairs.extend((None, column) for column in columns)
    while free_ends and pairs and pairs[0][0] is None:
        pairs.pop(0)
    while free_ends and pairs and pairs[-1][0] is None:
        pairs.pop()
    cost = sum(
        ADDED if other is None else LEFT_OUT if one is None else _cost(draft[one], source[other])
        for one, other in pairs
    )
    return Located(tuple(pairs), cost)


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return PAIR
    return LOOK_ALIKE if fuzz.ratio(one, other) >= LIKENESS else PAIR
