"""Two printed times: one minute, one minute on two clocks, or two minutes.

A time of sending is printed on the clock of whoever prints it, and in whole minutes:

    top print                            9:15 AM     the sender's minute rounded up, or the minute of arrival
    quotation in an answer               09:14 AM    the minute rounded down: STEP
    quotation by a reader in London      14:14       ZONE
    "On 4 Mar, at 14:12, ... wrote:"                 ZONE_NEARLY: another clock, which is a little wrong
    the same, of a poor scan             9:75, 3/4   MISREAD: one digit is another, the rest agrees
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

MOST_ZONES = 16 * 60  # minutes between the clocks of two people; a whole day later is tomorrow, and no zone
LEAST_HALF = 90  # minutes: no two neighbours are half an hour apart, and mail is sent again after half an hour
NEARLY = 4  # minutes by which a clock of another zone may be wrong


_SENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)", re.ASCII)


class Clock(Enum):
    """How two printed times of sending stand to each other."""

    SAME = "same"
    STEP = "step"  # a minute apart, as two programs print one time
    ZONE = "zone"
    ZONE_NEARLY = "zone nearly"
    MISREAD = "misread"
    UNKNOWN = "unknown"  # one of the two or both are not there
    OTHER = "other"


class Time(NamedTuple):
    """A printed time: digits as "YYYYMMDDHHMM", minutes since the year 1; "" and 0 where it cannot be told."""

    digits: str
    minutes: int


@lru_cache(maxsize=100_000)
def time_of(sent: str) -> Time:
    """The time that "YYYY-MM-DDTHH:MM" says."""
    match = _SENT.fullmatch(sent)
    if match is None:
        return Time("", 0)
    year, month, day, hour, minute = map(int, match.groups())
    try:
        days = date(year, month, day).toordinal()
    except ValueError:
        return Time("", 0)
    return Time("".join(match.groups()), days * 1440 + hour * 60 + minute)


def compare_clocks(one: Time, other: Time, top: bool, other_top: bool) -> Clock:
    """How the times of two copies stand to each other. `top`: the copy is a top print, not a quotation.

    Top prints show one program's minute: between two of them no step is allowed, and half-hour zones are not. A top
    print may be a minute later than a quotation and never is earlier.
    """
    if not one.digits or not other.digits:
        return Clock.UNKNOWN
    if one.minutes == other.minutes:
        return Clock.SAME
    apart = one.minutes - other.minutes
    if top and other_top:
        return Clock.ZONE if apart % 60 == 0 and abs(apart) <= MOST_ZONES else Clock.OTHER
    if other_top or (not top and apart < 0):
        apart = -apart  # a top print minus a quotation, or the later of two quotations minus the earlier
    steps = (0, 1) if top or other_top else (-1, 0, 1)
    if apart in steps:
        return Clock.STEP
    if abs(apart) <= MOST_ZONES + NEARLY:
        for step in steps:
            if _is_zone(apart - step):
                return Clock.ZONE
        for step in range(-NEARLY, NEARLY + 1):
            if (apart - step) % 60 == 0 and abs(apart) > NEARLY:
                return Clock.ZONE_NEARLY
    return Clock.MISREAD if _one_digit_differs(one, other, steps) else Clock.OTHER


def _is_zone(apart: int) -> bool:
    return apart % 60 == 0 or (apart % 30 == 0 and abs(apart) >= LEAST_HALF)


def _one_digit_differs(one: Time, other: Time, steps: tuple[int, ...]) -> bool:
    """Whether one digit of the date or the hour is another or lost, or one of the minute and nothing else."""
    differ = [
        at for at, (digit, counterpart) in enumerate(zip(one.digits, other.digits, strict=True)) if digit != counterpart
    ]
    if len(differ) == 1:
        return True
    # The day and the minute both differ: one by a digit, one by a step.
    if abs(int(one.digits[10:]) - int(other.digits[10:])) not in steps:
        return False
    before = [at for at in differ if at < 10]
    fewer, more = sorted((one.digits[6:8], other.digits[6:8]))
    return len(before) == 1 or (before == [6, 7] and fewer[0] == "0" and fewer[1] in more)
