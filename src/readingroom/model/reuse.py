"""Conclusions on reuse: one text at work in two places, and what was exchanged in it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Span


class PrintOf(StrEnum):
    """What a text is whose prints are kept."""

    COPY = "copy"  # the body of a copy
    REST = "rest"  # what a document prints outside any message: a memo, an attachment


class TextPrint(NamedTuple):
    """Hashes of runs of words of one text, enough to find another that shares a sentence. A few hundred bytes each."""

    of: PrintOf
    owner: str  # Copy.id, or Document.id
    document: str
    prints: bytes  # findings.prints_of


class ExchangeKind(StrEnum):
    """What kind of words stand in for others, the weightiest first."""

    NAME = "name"  # of a person, a place, an office: words with capitals on both sides
    NUMBER = "number"  # figures, dates, times, words for numbers
    WORD = "word"
    SPELLING = "spelling"  # the same word, misread or spelt otherwise: no exchange at all
    ADDED = "added"  # words that the other text does not have


class Exchange(NamedTuple):
    """Words of one text in whose place the other has other words. Character ranges of `ReusedText.words`."""

    kind: ExchangeKind
    one: str
    other: str
    one_at: tuple[int, int]
    other_at: tuple[int, int]


class ReusedText(NamedTuple):
    """A text as it stands in one place."""

    of: PrintOf
    owner: str  # Copy.id, or Document.id
    document: str
    message: str  # Message.id, "" outside any message
    start: int  # character of the whole text at which its words begin
    words: str  # as printed, line ends kept
    spans: tuple[Span, ...] = ()


class Reuse(NamedTuple):
    """One text at work in two places. Made by `findings.find_reuse`; rank 1 is the first to look at."""

    id: str
    rank: int  # 1: names or numbers exchanged in 40 words or more; 2: in fewer; 3: other words exchanged
    equal: int  # words that both have
    exchanges: tuple[Exchange, ...]  # in the order of the text
    one: ReusedText
    other: ReusedText
