"""People and offices as screens show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Frame, Pager, Place


class PersonLine(NamedTuple):
    """One actor in the list."""

    href: str
    name: str
    kind: str
    names: int
    sent: int
    received: int
    post: str  # the one that is printed most, "" where none is


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """Everybody, those first that sent and got most. Template: people.html."""

    frame: Frame
    sought: str
    kind: str  # only this kind, "" for all
    kinds: tuple[Place, ...]  # each kind with its address
    people: tuple[PersonLine, ...]
    pager: Pager


class NameLine(NamedTuple):
    """One printed name with its counts and the first place."""

    words: str
    sent: int
    received: int
    place: Place
    search: str  # where its messages are
    id: str  # of the printed name


class GroundLine(NamedTuple):
    """Why two prints are taken for one actor's."""

    kind: str
    words: tuple[str, ...]
    places: tuple[Place, ...]
    weight: str


class PostLine(NamedTuple):
    """A post of somebody, and its bar on the chart: from `start`, `width` wide, in hundredths of all time shown."""

    words: str
    holder: Place
    since: str
    until: str
    how: str  # printed under a text, told by a table, ...
    told: bool
    places: tuple[Place, ...]
    start: float
    width: float  # 0 where no day is said


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One actor: printed names, what joins them, posts over time. Template: person.html."""

    frame: Frame
    id: str
    name: str
    kind: str
    addresses: tuple[str, ...]
    sent: int
    received: int
    who: str  # the name that was given with a correction last
    first: str
    last: str
    names: tuple[NameLine, ...]
    names_left_out: int
    grounds: tuple[GroundLine, ...]
    grounds_left_out: int
    posts: tuple[PostLine, ...]
    chart: tuple[str, str]  # first and last day of the chart, "" where there is none
    copies: tuple[Place, ...]  # of somebody unnamed: what it sent


class OfficeLine(NamedTuple):
    """An office with its mailboxes and who is said to hold a post there."""

    name: str
    mailboxes: tuple[Place, ...]
    sent: int
    received: int
    posts: tuple[PostLine, ...]
    posts_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficesView:
    """Offices and lists. Template: offices.html."""

    frame: Frame
    offices: tuple[OfficeLine, ...]
    pager: Pager
