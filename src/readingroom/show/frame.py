"""What every screen has around its own, and the small values that several screens are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import Box


class Place(NamedTuple):
    """A link to a page or a region of it."""

    words: str
    href: str


class Mark(NamedTuple):
    """A box drawn over a page picture. `group` is what it shows: word, field, stamp, redaction, region."""

    group: str
    key: str  # shared with the line in the list that it belongs to
    label: str
    box: Box


class Count(NamedTuple):
    """A name, how often, and where to look; `share` of the largest in its list, 0..1."""

    name: str
    number: int
    href: str
    share: float


class Pager(NamedTuple):
    """Which part of a list is shown. Hrefs are "" where there is no such part."""

    first: int  # from 1; 0 where the list is empty
    last: int
    total: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How reading goes while it goes. `words` say it in one line."""

    state: str  # "reading", "finished", "stopped", ""
    words: str
    share: float  # of the pages, 0..1
    problem: str = ""  # why it no longer goes on, "" where all is well


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Around every screen: whose release this is, and how much of it could be read. Made by `case.ask_glance`."""

    name: str
    agency: str
    expected: int  # pages
    read: int
    failed: int
    suspect: int
    problems: int
    reading: Reading


def count_list(counts: list[tuple[str, int, str]]) -> tuple[Count, ...]:
    """Names, numbers and links with each number's share of the largest."""
    largest = max((number for _, number, _ in counts), default=1) or 1
    return tuple(Count(name, number, href, number / largest) for name, number, href in counts)


def pager(first: int, limit: int, total: int, href: str) -> Pager:
    """The part from `first` (from 0) of a list; `href` ends where the number of the first line belongs."""
    last = min(first + limit, total)
    return Pager(
        min(first + 1, total),
        last,
        total,
        f"{href}{max(0, first - limit)}" if first > 0 else "",
        f"{href}{last}" if last < total else "",
    )
