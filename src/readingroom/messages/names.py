"""Senders and addressees: one person's printed names, held against each other under OCR noise.

    Farrow, Miriam T       Miriam Farrow        "Farrow, Miriam" <FarrowMT@agency.example>       farrowmt@agency.example

are compatible; whether they are one person is for a room that knows people. Here it is asked only of two copies that
agree in much else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.messages.verdict import Verdict
from readingroom.text import fold_ocr

MOST_CHARACTERS = 200  # of a printed name: beyond it, it is no name
# OCR reads an at-sign as one of these; a blank may stand before it.
ADDRESS = re.compile(r"[\w.+'-]{1,64}(?=\s?[@\u00a9\u00ae\u2022]\s?\w)")
# Where the name ends and an address begins, whole or cut off by a redaction: "[mailto:", "<", "(farrow@".
ADDRESS_BEGINS = re.compile(r"[\[<]|\bmailto\b|\S{1,64}\s?[@\u00a9\u00ae\u2022]\s?\w")
ON_BEHALF = re.compile(r"\bon behalf of\b", re.IGNORECASE)
CODE = re.compile(r"\(?b\)?\(?\d\)?[!.,;]?|1\.4\([a-h]\)", re.IGNORECASE)
MOST_PAIRS = 60  # of addressees that are compared each with each under OCR noise
MARK = 3  # characters: a longer word of a name tells somebody
WORD = re.compile(r"[^\W_]+")


_fold = lru_cache(maxsize=50_000)(fold_ocr)  # a case prints few words in names, very often


class Name(NamedTuple):
    """A printed name as it is compared: words under OCR folding, sorted; the part of an address before the "@"."""

    words: tuple[str, ...]
    initials: frozenset[str]
    address: str

    def __bool__(self) -> bool:
        return bool(self.words or self.address)


def name_of(printed: str) -> Name:
    """The name that stands in a printed sender or addressee; empty where nothing but codes is printed."""
    shown = printed[:MOST_CHARACTERS]
    behalf = ON_BEHALF.search(shown)
    if behalf:
        shown = shown[behalf.end() :]
    begins = ADDRESS_BEGINS.search(shown)
    address = ADDRESS.search(shown)
    spoken = shown[: begins.start()] if begins else shown
    plain = [word for word in spoken.split() if not CODE.fullmatch(word)]
    pieces = [piece for word in plain for piece in WORD.findall(word)]
    words = {_fold(piece) for piece in pieces} - {""}
    long = {word for word in words if len(word) > 1}
    return Name(
        words=tuple(sorted(long or words)),
        initials=frozenset(_fold(piece[0]) for piece in pieces),
        address=_fold(address[0]) if address else "",
    )


def compare_names(one: Name, other: Name) -> Verdict:
    """Whether two printed names can be one person's. Cannot tell: nothing printed, or a name against an address."""
    if not one or not other:
        return Verdict.CANNOT_TELL
    if one.address and other.address and _alike(one.address, other.address):
        return Verdict.YES
    if one.words and other.words:
        fewer, more = sorted((one, other), key=lambda name: (len(name.words), name.words))
        found = [word for word in fewer.words if any(_alike(word, candidate) for candidate in more.words)]
        if len(found) == len(fewer.words):
            return Verdict.YES
        if not fewer.initials <= more.initials:
            return Verdict.NO
        # A short form of a given name, or one letter for a name: the initials agree, the words do not.
        return Verdict.YES if any(len(word) > MARK for word in found) else Verdict.CANNOT_TELL
    for name, address in ((one.words, other.address), (other.words, one.address)):
        if address and any(len(word) > 2 and word in address for word in name):
            return Verdict.YES
    if one.address and other.address:
        return Verdict.NO
    return Verdict.CANNOT_TELL


class Addressees(NamedTuple):
    """A list of addressees as it is compared: the names, and all words of them that tell somebody."""

    names: tuple[Name, ...]
    marks: frozenset[str]


NOBODY = Addressees((), frozenset())


def addressees_of(names: Iterable[Name]) -> Addressees:
    """The addressees of a copy."""
    all_ = tuple(names)
    return Addressees(
        all_, frozenset(word for name in all_ for word in (*name.words, name.address) if len(word) > MARK)
    )


def compare_addressees(one: Addressees, other: Addressees) -> Verdict:
    """Whether two lists of addressees can be one message's. No: both are printed, and nobody on one is on the other.

    Two long lists without a word in common are two messages', whatever single names OCR may have spoilt.
    """
    if not one.names or not other.names:
        return Verdict.CANNOT_TELL
    if len(one.names) * len(other.names) > MOST_PAIRS and one.marks.isdisjoint(other.marks):
        return Verdict.NO
    best = Verdict.NO
    for name in one.names:
        for candidate in other.names:
            verdict = compare_names(name, candidate)
            if verdict is Verdict.YES:
                return verdict
            if verdict is Verdict.CANNOT_TELL:
                best = verdict
    return best


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= 78)
