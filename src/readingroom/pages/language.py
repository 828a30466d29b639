"""How much of a text looks misread, told from its letters alone: no dictionary, no model, a microsecond a word.

`letter_triples.txt` holds which letters follow which two in words that stand in at least six of 18,448 public
documents of the U.S. State Department and of the State of Alaska: a line a first letter, then for each second letter
what may follow ("$" ends a word, "^" begins one). Names are left out of the count: only words in small letters speak.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

from readingroom.model import Word

LONGEST = 20  # letters of a word that is looked at
_EDGES = ".,;:!?()[]\"'<>“”‘’*-_—–…"
_DIGIT_INSIDE = re.compile(r"[a-z][0-9][a-z]|^[0-9][a-z]{3,}|^[a-z]{2,}[0-9]$")
_ODD_MARK = re.compile(r"[©®~|\\^¢£]")
_ADDRESS = re.compile(r"[@/._]")


class Looks(NamedTuple):
    """How the words of a page look."""

    seen: int  # words that say something: in small letters, no names, no addresses
    odd: int  # those of them that no language is written with

    @property
    def share(self) -> float:
        """0..1: of the words that say something, the odd ones."""
        return self.odd / self.seen if self.seen else 0.0


def looks_of(words: Iterable[Word]) -> Looks:
    """How the words of a page look."""
    told = [odd for odd in (is_odd(word.text) for word in words) if odd is not None]
    return Looks(len(told), sum(told))


@functools.lru_cache(maxsize=20_000)
def is_odd(printed: str) -> bool | None:
    """Whether a word looks misread ("lhe", "wi1l", "commitlce"); None where it says nothing: a name, an address."""
    word = printed.strip(_EDGES)
    if not word or len(word) > LONGEST or _ADDRESS.search(word):
        return None
    if _DIGIT_INSIDE.search(word):
        return True
    if not word[0].islower():
        return None
    if _ODD_MARK.search(word):
        return True
    if not (word.isalpha() and word.islower() and word.isascii() and len(word) >= 3):
        return None
    triples, spelt = _triples(), f"^{word}$"
    return any(spelt[at : at + 3] not in triples for at in range(len(word)))


@functools.cache
def _triples() -> frozenset[str]:
    lines = files("readingroom.pages").joinpath("letter_triples.txt").read_text(encoding="ascii").splitlines()
    return frozenset(
        first + group[0] + last for first, *groups in map(str.split, lines) for group in groups for last in group[1:]
    )
