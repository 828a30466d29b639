"""Folding: what is left out of account when two texts are compared.

`fold_exact` is the fold of an exact search: case, accents and line ends, nothing else. `fold_plain` gives the same
text without places, thirty times as fast.
`fold_ocr` is a key under which words that OCR commonly takes for each other fall together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

# What OCR reads for one another, folded to the left one. Two-letter pairs first.
OCR_TWINS = (
    ("m", ("rn", "nn")),
    ("w", ("vv",)),
    ("d", ("cl",)),
    ("l", ("1", "i", "|", "!", "j", "t")),
    ("o", ("0", "q")),
    ("s", ("5", "$")),
    ("b", ("8", "6")),
    ("e", ("c",)),
)


class Folded(NamedTuple):
    """A folded text; `at[i]` is the index in the original of folded character i, `at[-1]` the original's length."""

    text: str
    at: tuple[int, ...]


def fold_exact(text: str) -> Folded:
    """Case and accents folded, each run of white space one blank, none at the ends; everything else stays.

    A hyphen at a line end keeps its place and loses the line end after it ("exam-\\nple" gives "exam-ple"): whether
    the hyphen belongs to the word is for the one who compares to allow.
    """
    folded: list[str] = []
    at: list[int] = []
    blank = True
    for index, character in enumerate(text):
        if character.isspace():
            if not blank and not (character in "\r\n" and folded[-1] == "-" and len(folded) > 1 and folded[-2] != " "):
                folded.append(" ")
                at.append(index)
                blank = True
            continue
        blank = False
        for plain in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(plain):
                folded.append(plain)
                at.append(index)
    if folded and folded[-1] == " ":
        folded.pop()
        at.pop()
    return Folded("".join(folded), (*at, len(text)))


_LINE_END_HYPHEN = re.compile(r"(?<=\S)-[\r\n]+(?=\S)")


def fold_plain(text: str, hyphen: str = "-") -> str:
    """The text of `fold_exact`, with `hyphen` for each hyphen at a line end."""
    words = _LINE_END_HYPHEN.sub(hyphen, text).split()
    return " ".join([word.casefold() if word.isascii() else _fold_word(word) for word in words])


def _fold_word(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))


@lru_cache(maxsize=1 << 14)  # a release prints few words in its headers, many times
def fold_ocr(word: str) -> str:
    """The key of a word under OCR noise: letters and digits only, look-alikes folded together."""
    return _fold_twins(
        "".join(character for character in fold_plain(word) if character.isalnum() or character in "|!$")
    )


def fold_ocr_all(words: Sequence[str]) -> list[str]:
    """`fold_ocr` of very many words at once, all of them folded already and of letters and digits only."""
    return _fold_twins("\n".join(words)).split("\n") if words else []


def _fold_twins(key: str) -> str:
    for kept, others in OCR_TWINS:
        for other in others:
            key = key.replace(other, kept)
    return key
