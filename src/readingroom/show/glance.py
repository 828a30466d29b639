"""The release at a glance, and the lists: documents, messages, problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import Letter
from readingroom.show.frame import Count, Frame, Pager, Place
from readingroom.show.words import month_words

BAR_STEP = 12  # points from bar to bar
CHART_HEIGHT = 96
MOST_MONTHS = 180


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
    """One month of the histogram, in the chart's own units, y downwards."""

    label: str
    number: int
    href: str
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
    hidden: int  # words that lie under a box
    suspects: tuple[Place, ...]
    documents: int
    messages: int
    copies: int
    problems: tuple[ProblemGroup, ...]
    bars: tuple[Bar, ...]
    undated: int
    senders: tuple[Count, ...]
    sources: tuple[SourceLine, ...]
    source_count: int


class DocumentLine(NamedTuple):
    """One document in the list."""

    id: str
    number: str
    source: str
    first_page: int
    last_page: int
    kind: str
    copies: int
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


def month_bars(months: dict[str, tuple[int, str]]) -> tuple[Bar, ...]:
    """Bars from the first month ("YYYY-MM": number, link) to the last, with those in between that have none.

    A span longer than MOST_MONTHS (a misread year stands far off) shows only months that have messages, at most as
    many.
    """
    known = sorted(month for month in months if _month_index(month) is not None)
    if not known:
        return ()
    first, last = _month_index(known[0]) or 0, _month_index(known[-1]) or 0
    if last - first < MOST_MONTHS:
        shown = [f"{index // 12:04}-{index % 12 + 1:02}" for index in range(first, last + 1)]
    else:
        shown = sorted(sorted(known, key=lambda month: -months[month][0])[:MOST_MONTHS])
    largest = max(months[month][0] for month in known)
    bars = []
    for at, month in enumerate(shown):
        number, href = months.get(month, (0, ""))
        height = round(CHART_HEIGHT * number / largest, 1) if number else 0.0
        height = max(height, 2.0) if number else 0.0
        bars.append(Bar(month_words(month), number, href, at * BAR_STEP, CHART_HEIGHT - height, height))
    return tuple(bars)


def _month_index(month: str) -> int | None:
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12):
        return None
    return int(year) * 12 + int(number) - 1
