"""The timeline: what the release shows, what is told in it, and what is known from outside, never mixed."""

import pytest

from readingroom.case.ask_timeline import ask_timeline
from readingroom.model import Event, EventKind
from readingroom.store import sources, write_events
from tests.web.house import SHORT, build_case

OUTSIDE = Event("2011-07-26", "", EventKind.OUTSIDE, "The harbor is closed", "Harbor Gazette, 27 July 2011")
TOLD = Event("2011-07-26T16:40", "", EventKind.TOLD, "There were only nine, says Finch", "letters.pdf p. 2")
FAR = Event("2012-01-03", "2012-01-05", EventKind.OUTSIDE, "The records are asked for", "the request")


@pytest.fixture
def case(tmp_path):
    case = build_case(tmp_path)
    yield case
    case.close()


def test_without_a_chronology_the_fullest_month_is_shown(case):
    view = ask_timeline(case)
    assert view.period == "July 2011"
    assert [day.name for day in view.days] == ["26 July 2011", "27 July 2011"]
    assert (view.told, view.outside) == (0, 0)


def test_events_stand_beside_the_messages_of_their_day(case):
    write_events(case.store, [FAR, OUTSIDE, TOLD])
    view = ask_timeline(case)
    day = view.days[0]
    assert [one.what for one in day.outside] == [OUTSIDE.what]
    assert [one.what for one in day.told] == [TOLD.what]
    assert day.told[0].when == "26 July 2011, 16:40"
    assert (view.told, view.outside) == (1, 2)


def test_a_told_event_leads_to_the_page_that_its_source_names(case):
    name = sources(case.store)[0].name
    write_events(case.store, [TOLD._replace(source=f"{name} p. 2"), TOLD._replace(source="another.pdf p. 2")])
    hrefs = {one.href for one in ask_timeline(case).days[0].told}
    assert hrefs == {"", f"/page/{SHORT}/2"}


def test_a_month_with_events_only_has_a_place(case):
    write_events(case.store, [FAR])
    view = ask_timeline(case, "2012-01")
    assert view.period == "January 2012"
    assert [one.when for one in view.days[0].outside] == ["3 January 2012 until 5 January 2012"]
    assert view.before == "/timeline?month=2011-07"
    assert [stop.outside for stop in view.stops] == [0, 0, 0, 0, 0, 0, 1]


def test_an_unknown_month_is_no_fault(case):
    assert ask_timeline(case, "<b>").period == "July 2011"
