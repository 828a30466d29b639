"""Printed dates: what they name, and whether anything had to be believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.copies.dates import names_day, read_sent

SURE = [
    ("Tuesday, November 10, 2009 3:30 PM", "2009-11-10T15:30"),
    ("Mon Nov 09 12:23:16 2009", "2009-11-09T12:23"),
    ("Mon, 6 Dec 2010 04:41:49", "2010-12-06T04:41"),
    ("Wed, 18 Mar 2009 11:05:42 +0100", "2009-03-18T11:05"),
    ("Sunday, October.23, 2011 1:15 PM", "2011-10-23T13:15"),
    ("Wednesday, December 28, 2011 05:23. PM", "2011-12-28T17:23"),
    ("10/06/2014 08:31 AM", "2014-10-06T08:31"),
    ("Mon 2/4/2013 4:12 PM", "2013-02-04T16:12"),
    ("Oct 22, 2011, at 2:08 PM", "2011-10-22T14:08"),
    ("12/13/2009 10:11:12 A.M. Eastern Standard Time", "2009-12-13T10:11"),
    ("Saturday, May 1, 2010 12:21 AM", "2010-05-01T00:21"),
]
REPAIRED = [
    ("Sunday, November 6, 201111:03 PM", "2011-11-06T23:03"),
    ("Mon Dec 06 0220:02 2010", "2010-12-06T02:20"),
    ("Fri May 2809:51:22 2010", "2010-05-28T09:51"),
    ("Tuesday, Apri103, 2012 9:00 AM", "2012-04-03T09:00"),
    ("Monday, May 162011 9:35 PM", "2011-05-16T21:35"),
    ("Thursday, Ma 14 2009 10:44 PM", "2009-05-14T22:44"),
    ("Mon Se 07 16:01:14 2009", "2009-09-07T16:01"),
    ("Friday, July 31, 1009 1:26 PM", "2009-07-31T13:26"),
    ("Monday, February 21, 201 10:17 PM", "2011-02-21T22:17"),
    ("Thursday, April 07, 2 11 06:42 PM", "2011-04-07T18:42"),
    ("Sunday, March 14, 2010 11 52 PM", "2010-03-14T23:52"),
    ("Fri Jun 25.12:59:34 2010", "2010-06-25T12:59"),
    ("Sun Feb 20 11:i2:29 2011", "2011-02-20T11:12"),
    ("Sunday, October 23, 2011 06 11 PM", "2011-10-23T18:11"),
    ("Friday, April 10, 2009 7:12 P", "2009-04-10T19:12"),
]
UNREAD = [
    "Friday, April 9, 2010 8A7 AM",
    "Thursday, Ma 14 2119 10:02 PM",
    "Mon Jan 18 12:01:15 201",
    "",
    "Monday, March 08, 2010",
    "6:05 PM",
    "Thursday, 2010 7:17 PM",
    "February 30, 2010 7:17 PM",
    "PM PM",
]


@pytest.mark.parametrize(("text", "value"), SURE)
def test_sure(text: str, value: str) -> None:
    assert read_sent(text) == (value, True)


@pytest.mark.parametrize(("text", "value"), REPAIRED)
def test_repaired_is_never_sure(text: str, value: str) -> None:
    assert read_sent(text) == (value, False)


def test_weekday_that_does_not_fit() -> None:
    assert read_sent("Monday, November 10, 2009 3:30 PM") == ("2009-11-10T15:30", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1/15/12", True),
        ("Jan 23, 2010", True),
        ("Jan 23, 2010 1:02 PM", False),
        ("Jan 2010", False),
        ("Jan 23, 2010 5:u PM", False),
    ],
)
def test_day_without_a_clock(text: str, said: bool) -> None:
    assert names_day(text) is said


@pytest.mark.parametrize("text", UNREAD)
def test_unread(text: str) -> None:
    assert read_sent(text).value == ""


@given(st.text(alphabet="0123456789:/ ,.APMapmjunoctv-", max_size=60))
def test_never_raises(text: str) -> None:
    value = read_sent(text).value
    assert value == "" or len(value) == 16
