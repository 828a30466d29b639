"""The release at a glance, and the lists: documents, messages, problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from readingroom.model import Letter
from readingroom.show.frame import Count, Frame, Pager, Place
from readingroom.show.words import day_words, month_words

BAR_STEP = 12  # points from bar to bar
CHART_HEIGHT = 96
MOST_BARS = 180


class Fact(NamedTuple):
    """One line of the request's record; value "" is shown as unknown."""

    label: str
    value: str


class ProblemGroup(NamedTuple):
    """What went wrong for one reason, and some of the places."""

    title: str
    times: int
    what: str
    hint: str
    places: tuple[Place, ...]
    more: int  # places that are not listed here


class Bar(NamedTuple):
    """One month or day of the histogram, in the chart's own units, y downwards."""

    name: str
    number: int
    href: str
    share: float  # of the largest
    x: int
    y: float
    height: float


class SourceLine(NamedTuple):
    """One received file."""

    name: str
    pages: int
    size: int  # bytes
    sha256: str
    problem: str
    href: str
    releases: tuple[str, ...]  # the hand-overs that it came with, where they were named


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceView:
    """The first screen. Template: glance.html."""

    frame: Frame
    facts: tuple[Fact, ...]
    wording: str
    letters: tuple[Letter, ...]
    pages_promised: int | None
    from_layer: int  # pages
    from_ocr: int
    blank: int
    hidden: int  # words that do not show on their pages
    suspects: tuple[Place, ...]
    documents: int
    messages: int
    copies: int
    to_read: int  # pages that hold all text; 0 where that has not been found out
    problems: tuple[ProblemGroup, ...]
    missing: tuple[Count, ...]  # what the release shows to exist and does not hold, by kind
    bars: tuple[Bar, ...]
    bars_by: str  # month or day
    undated: int
    senders: tuple[Count, ...]
    sources: tuple[SourceLine, ...]
    source_count: int


class AttachedLine(NamedTuple):
    """An attachment of a document; `href` is "" where it is not found."""

    name: str
    href: str


class DocumentLine(NamedTuple):
    """One document in the list."""

    id: str
    number: str
    source: str
    first_page: int
    last_page: int
    kind: str
    title: str
    copies: int
    attached: tuple[AttachedLine, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """All documents. Template: documents.html."""

    frame: Frame
    documents: tuple[DocumentLine, ...]
    pager: Pager


class MessageLine(NamedTuple):
    """One message in a list."""

    id: str
    href: str
    sender: str
    recipients: str
    sent: str
    subject: str
    copies: int
    restored: tuple[str, ...]
    status: str
    conversation: str
    conversation_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesView:
    """All messages in order of time. Template: messages.html."""

    frame: Frame
    messages: tuple[MessageLine, ...]
    pager: Pager


class ProblemLine(NamedTuple):
    """One problem in the list."""

    title: str
    stage: str
    what: str
    hint: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsView:
    """What could not be read, and why. Template: problems.html."""

    frame: Frame
    groups: tuple[ProblemGroup, ...]
    problems: tuple[ProblemLine, ...]
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """Keys and the language of search. Template: help.html."""

    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """What went wrong with a question. Template: error.html."""

    frame: Frame | None
    title: str
    what: str
    hint: str


def time_bars(times: Mapping[str, tuple[int, str]]) -> tuple[Bar, ...]:
    """Bars from the first time to the last, with those in between that have none; number and link by time.

    Times are all months ("YYYY-MM") or all days ("YYYY-MM-DD"). A span of more than MOST_BARS (a misread year stands
    far off) shows only times that have messages, at most as many.
    """
    at = {time: index for time in times if (index := _time_index(time)) is not None}
    if not at:
        return ()
    first, last = min(at.values()), max(at.values())
    in_days = len(next(iter(at))) > len("YYYY-MM")
    shown = [_time_of(index, in_days) for index in range(first, last + 1)] if last - first < MOST_BARS else []
    shown = shown or sorted(sorted(at, key=lambda time: -times[time][0])[:MOST_BARS])
    largest = max(times[time][0] for time in at) or 1
    bars = []
    for number, time in enumerate(shown):
        messages, href = times.get(time, (0, ""))
        share = messages / largest
        height = max(round(CHART_HEIGHT * share, 1), 2.0) if messages else 0.0
        name = day_words(time) if in_days else month_words(time)
        bars.append(Bar(name, messages, href, share, number * BAR_STEP, CHART_HEIGHT - height, height))
    return tuple(bars)


def _time_index(time: str) -> int | None:
    """Months or days since the year 0, so that neighbours differ by one; None for no date."""
    try:
        if len(time) > len("YYYY-MM"):
            return date.fromisoformat(time).toordinal()
        first = date.fromisoformat(f"{time}-01")
    except ValueError:
        return None
    return first.year * 12 + first.month - 1


def _time_of(index: int, in_days: bool) -> str:
    return date.fromordinal(index).isoformat() if in_days else f"{index // 12:04}-{index % 12 + 1:02}"
