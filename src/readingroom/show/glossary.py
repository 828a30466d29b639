"""The screens of the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Frame, Pager, Place


class MeaningLine(NamedTuple):
    """What a sign means, and why."""

    words: str  # post, office and person, or the words that it stands for
    ground: str  # in a few words
    when: str  # of a told post: "1 May 2013 to …"; "" where nothing is said
    source: str  # what a table rests on; "" where the release says it
    documents: int  # that print it in words; 0 where that is no matter
    places: tuple[Place, ...]  # the first few


class EntryLine(NamedTuple):
    """A sign in the list."""

    sign: str
    words: str  # as printed
    href: str
    uses: int
    documents: int
    meanings: tuple[MeaningLine, ...]  # the first three; none where nothing says what it stands for
    more: int
    agree: bool  # what tables and texts say in words is one thing


class UseLine(NamedTuple):
    """A copy or a page that uses a sign."""

    href: str
    place: str
    sender: str
    sent: str
    subject: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """All signs, or those of one letter, page by page. Template: glossary.html."""

    frame: Frame
    letter: str  # "" for all
    which: str  # "explained", "unexplained" or ""
    letters: tuple[str, ...]  # with which signs begin
    explained: int
    unexplained: int
    entries: tuple[EntryLine, ...]
    searched: str  # the coverage in one sentence
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class SignView:
    """One sign: what it means, and where it is used. Template: sign.html."""

    frame: Frame
    line: EntryLine
    meanings: tuple[MeaningLine, ...]
    uses: tuple[UseLine, ...]
    uses_left_out: int  # documents
    searched: str
