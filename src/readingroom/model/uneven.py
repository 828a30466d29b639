"""Conclusions on the release as a whole: what one copy hides and another prints, and what is hidden for two reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Box, Span

BODY = "body"  # the part of a copy that is no header field; the others are called by their FieldName


class Told(StrEnum):
    """What says that words were taken out at a place, the surest first."""

    BOX = "box"  # a box, or a label in the text, lies there
    CODE = "code"  # a code stands in the margin of its line
    FIELD = "field"  # the header field shows nothing, and its document says that names were taken out
    STAMP = "stamp"  # a blank, and only the release stamp of its document says that something was taken out
    BLANK = "blank"  # a blank as wide as the words, in a document without release stamp, and nothing else tells


class HiddenPlace(NamedTuple):
    """Where a copy hides words: around the blank or the mark, as far as can be told."""

    copy: str  # Copy.id
    source: str
    page: int
    box: Box
    codes: tuple[str, ...]  # of the mark; of the release stamp where only that tells
    told: Told


class ShownPlace(NamedTuple):
    """Where a copy prints the words that another one hides."""

    copy: str  # Copy.id
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnevenRedaction:
    """Words hidden in one copy and printed in another. Made by `findings.uneven`; a few thousand a case."""

    id: str  # digest of message, part and words
    message: str  # Message.id of the copies that print them
    part: str  # BODY or the value of a FieldName
    words: str  # as the first copy of `shown_in` prints them
    word_count: int
    weight: float  # 0..1: how much is uncovered and how sure it is; the ranking
    hidden_in: tuple[HiddenPlace, ...]  # the surest first
    shown_in: tuple[ShownPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDifference:
    """The same words hidden in two copies under different codes. Made by `findings.uneven`."""

    id: str
    message: str  # Message.id
    part: str
    before: str  # words printed in front of it, in each of the copies
    after: str
    places: tuple[HiddenPlace, ...]  # marks only, never a stamp's codes
