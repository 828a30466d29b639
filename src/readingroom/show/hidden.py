"""What is hidden: the ledger, words that one copy hides and another prints, and one of these with both places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Count, Frame, Pager, Place
from readingroom.show.sheet import Crop


class UnevenLine(NamedTuple):
    """One finding in the list."""

    rank: int
    href: str
    words: str
    part: str  # for people
    told: str  # what says that they were taken out, for people
    codes: tuple[str, ...]
    hidden: tuple[Place, ...]
    hidden_more: int
    shown: Place
    message: Place


class CodeLine(NamedTuple):
    """One code of the ledger."""

    code: str
    means: str
    marks: int
    documents: int  # whose release stamp names it


class DifferingLine(NamedTuple):
    """Words hidden under different codes."""

    message: Place
    before: str
    after: str
    places: tuple[tuple[Place, str], ...]  # place and its codes


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenView:
    """The ledger of what is hidden; what another copy prints comes first. Template: hidden.html."""

    frame: Frame
    uneven: tuple[UnevenLine, ...]
    pager: Pager
    differing: tuple[DifferingLine, ...]
    differing_more: int
    codes: tuple[CodeLine, ...]
    offices: tuple[Count, ...]
    months: tuple[Count, ...]
    marks: int  # in all
    searched: str  # what was looked through, in one sentence


class Side(NamedTuple):
    """One place of a finding, cut from its page."""

    place: Place
    who: Place  # sender and time of the copy
    crops: tuple[Crop, ...]
    codes: tuple[tuple[str, str], ...]  # code and what it means
    told: str  # for people; "" on the side that prints the words


@dataclass(frozen=True, slots=True, kw_only=True)
class UnevenView:
    """Words that one copy hides and another prints, side by side. Template: uneven.html."""

    frame: Frame
    id: str
    rank: int
    total: int
    words: str
    part: str
    message: Place
    hidden: tuple[Side, ...]
    hidden_more: int
    shown: tuple[Side, ...]
    shown_more: int
    before: str
    after: str
