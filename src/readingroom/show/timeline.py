"""Messages in order of time beside the events of a chronology, which are kept apart from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Frame, Pager
from readingroom.show.glance import Bar, MessageLine


class EventLine(NamedTuple):
    """One event of the chronology. `href` leads to the page that tells it, "" where none is named."""

    when: str
    what: str
    source: str
    href: str


class Stop(NamedTuple):
    """One month of the chart: its bar of messages, and how many events lie in it."""

    bar: Bar
    told: int
    outside: int
    here: bool


class Day(NamedTuple):
    """One day: what the release shows, what somebody tells in it, and what is known from outside. Never mixed."""

    name: str
    messages: tuple[MessageLine, ...]
    told: tuple[EventLine, ...]
    outside: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """One month of the timeline, and all months as a chart. Template: timeline.html."""

    frame: Frame
    stops: tuple[Stop, ...]
    period: str  # in words, "" where nothing is dated
    days: tuple[Day, ...]
    told: int  # events of the whole chronology
    outside: int
    undated: int  # messages
    before: str  # href of the month before that has something, "" where none
    after: str
    pager: Pager
