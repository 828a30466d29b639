"""The timeline: messages of a month day by day, with the events of the chronology beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from readingroom.case.ask_glance import DAY, LISTED, MONTH, ask_frame, message_line
from readingroom.case.folder import Case
from readingroom.model import Event, EventKind
from readingroom.show.frame import pager
from readingroom.show.glance import time_bars
from readingroom.show.links import page_href, timeline_href
from readingroom.show.timeline import Day, EventLine, Stop, TimelineView
from readingroom.show.words import day_words, month_words
from readingroom.store import MessageRow, events, messages_by_date, messages_sent, sources

_PAGE = re.compile(r",?\s(?:p\.|page)\s?(\d{1,7})$")  # behind a file's name


def ask_timeline(case: Case, month: str = "", first: int = 0) -> TimelineView:
    """A month of the timeline: the asked one ("2011-03"), else the first of the chronology, else the fullest."""
    chronology = events(case.store)
    counts = dict(messages_by_date(case.store, MONTH))
    undated = counts.pop("", 0)
    told = Counter(one.at[:MONTH] for one in chronology if one.kind is EventKind.TOLD)
    outside = Counter(one.at[:MONTH] for one in chronology if one.kind is EventKind.OUTSIDE)
    months = sorted({*counts, *told, *outside})
    here = month if month in months else _usual(counts, [*told, *outside])
    shown = messages_sent(case.store, here, first=first, limit=LISTED) if here else ()
    at = months.index(here) if here else 0
    bars = time_bars({one: (counts.get(one, 0), timeline_href(one)) for one in months})
    key = {month_words(one): one for one in months}
    return TimelineView(
        frame=ask_frame(case),
        stops=tuple(
            Stop(bar, told[key.get(bar.name, "")], outside[key.get(bar.name, "")], key.get(bar.name) == here)
            for bar in bars
        ),
        period=month_words(here) if here else "",
        days=tuple(_days(shown, _events_beside(chronology, here, shown, first), _pages_of(case))),
        told=told.total(),
        outside=outside.total(),
        undated=undated,
        before=timeline_href(months[at - 1]) if at > 0 else "",
        after=timeline_href(months[at + 1]) if at + 1 < len(months) else "",
        pager=pager(first, LISTED, counts.get(here, 0), f"{timeline_href(here)}&first="),
    )


def _usual(counts: Mapping[str, int], told: Sequence[str]) -> str:
    return min(told, default="") or max(counts, key=lambda one: (counts[one], one), default="")


def _events_beside(chronology: Sequence[Event], month: str, shown: Sequence[MessageRow], first: int) -> list[Event]:
    """The events of the days on this part of the month; days without a message go with the part before them."""
    since = shown[0].message.sent[:DAY] if first and shown else ""
    until = shown[-1].message.sent[:DAY] if len(shown) == LISTED else "9999"
    return [one for one in chronology if one.at.startswith(month) and since <= one.at[:DAY] <= until]


def _days(shown: Sequence[MessageRow], beside: Sequence[Event], pages: Mapping[str, str]) -> Iterator[Day]:
    for day in sorted({row.message.sent[:DAY] for row in shown} | {one.at[:DAY] for one in beside}):
        here = [one for one in beside if one.at[:DAY] == day]
        yield Day(
            day_words(day),
            tuple(message_line(row) for row in shown if row.message.sent[:DAY] == day),
            tuple(_line(one, pages) for one in here if one.kind is EventKind.TOLD),
            tuple(_line(one, pages) for one in here if one.kind is EventKind.OUTSIDE),
        )


def _pages_of(case: Case) -> dict[str, str]:
    return {source.name: source.id for source in sources(case.store)}


def _line(event: Event, pages: Mapping[str, str]) -> EventLine:
    found = _PAGE.search(event.source)
    source = pages.get(event.source[: found.start()], "") if found else ""
    until = f" until {day_words(event.until)}" if event.until else ""
    return EventLine(
        day_words(event.at) + until,
        event.what,
        event.source,
        page_href(source, int(found[1])) if found and source else "",
    )
