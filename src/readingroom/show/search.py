"""What a search found, hit by hit as the picture of its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Count, Frame, Pager, Place


class Snippet(NamedTuple):
    """A piece of a hit's text; `marked` where it is what was searched for."""

    text: str
    marked: bool


class HitLine(NamedTuple):
    """One printed line with a hit. Sizes in points; shown somewhat larger, so that ten-point print reads as text."""

    place: Place
    picture: str
    width: float
    height: float
    snippet: tuple[Snippet, ...]
    where: str  # "body", "subject", ...


class FoundGroup(NamedTuple):
    """A message (or a page outside any message) with its hits, and the other copies that have them too."""

    href: str
    subject: str
    sender: str
    recipients: str
    sent: str
    status: str
    lines: tuple[HitLine, ...]
    more_lines: int
    copies: tuple[Place, ...]


class Facet(NamedTuple):
    """One way to narrow a search."""

    title: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """A search and what it found. Template: search.html."""

    frame: Frame
    query: str
    total: int
    found: tuple[FoundGroup, ...]
    facets: tuple[Facet, ...]
    narrowed: tuple[Place, ...]  # each link takes one narrowing off
    sorts: tuple[tuple[Place, bool], ...]
    pager: Pager
    csv: str
    json: str
    error: str
    hint: str
    taken: str = ""  # which words were taken for a ~word, in one sentence
