"""When a message was sent, off its printed line: strict enough that a misread date is not passed off as a good one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from readingroom.copies.days import find_day, find_weekday, guess_day, is_ambiguous, without_dotted_day

_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2})\s?[:.;]\s?(\d\d)(?:\s?[:.]\s?(\d\d))?(?!\d)\.?\s*(?:([AaPp])\s?\.?\s?[MmNn]\b\.?)?"
    r"|(?<!\d)(\d{1,2})\s?h\s?(\d\d)(?!\d)(?:\s?min(?:\s?(\d\d)\s?s)?)?|(?<![\w:.])(?<![:.]\s)(\d{1,2})\s?([AaPp])\.?[Mm]\b"
)
_TIMED = re.compile(r":|\d\s?[AaPp]\.?[Mm]\b|\d [AP]$")  # signs of a time of day, be it ever so damaged
_HALF = re.compile(r"\b[AaPp]\.?\s?[Mm]\b|\d[AaPp][Mm]\b")
_DIGITS = str.maketrans("OoIilSBZzU", "0011158220")
_MISREAD = re.compile(r"[\dOIlSBZU]{2,4},?")  # a number of which OCR took no digit, or too few, for one
# Words run together or apart by OCR: (what is printed, what is meant).
_REPAIRS = (
    (re.compile(r"(?<=[A-Za-z])[.,](?=\s?\d)"), " "),
    (re.compile(r"\b(Apri)1(?=\d)"), r"\1l "),
    (re.compile(r"\b(\d\d)(\d\d)(\d\d)(?=\s[-+]\d{4}\b)"), r"\1:\2:\3"),
    (re.compile(r"(?<![\d:])(\d{1,2})(\d\d)(?=\s?[AaPp]\.?[Mm]\b)"), r"\1:\2"),
    (re.compile(r",\s0(1\d)(?=\s)"), r", 20\1"),
    (re.compile(r"(:\d\d)(?=(?:19|20)\d\d\b)"), r"\1 "),
    (re.compile(r"\b(\d{1,2})(?=20[01]\d\b)"), r"\1 "),
    (re.compile(r"\b(\d\d:\d\d)(\d\d)\b"), r"\1:\2"),
    (re.compile(r"\b((?:19|20)\d\d)(?=\d{1,2}:\d\d)"), r"\1 "),
    (re.compile(r"(?<!\d)(\d{1,2})(?=\d\d:\d\d:\d\d)"), r"\1 "),
    (re.compile(r"(?<!\d)(\d\d)(\d\d):(\d\d)(?!\d)(?!\s?[AaPp]\.?[Mm])"), r"\1:\2:\3"),
    (re.compile(r"(?<=[A-Za-z]{2})(?=\d{1,2}\b)"), " "),
    (re.compile(r"(:\d\d) ?([AP])\W*$"), r"\1 \2M"),
    (re.compile(r"\b20(?:\(\)|[.-])(?=\d)|\b20(?=1[.-]\s?\d\b)|\b2\(\)(?=\d\d)"), "20"),
    (re.compile(r"\b(20[012])[.-]\s?(\d)(?=\s)"), r"\1\2"),
    (re.compile(r"\b2\.? (1\d)(?=\s)"), r"20\1"),
    (re.compile(r"\b(20\d\d )(\d{1,2}) (\d\d)(?=\s[AaPp][Mm]\b)"), r"\1\2:\3"),
    (re.compile(r"(?<=\d)\.\s?(?=\d\d:\d\d:\d\d\b)"), " "),
)


class Sent(NamedTuple):
    """`value`: "YYYY-MM-DDTHH:MM", or "" where it cannot be told. `sure`: nothing had to be repaired or believed."""

    value: str
    sure: bool


_NO_DATE = Sent("", False)


def read_sent(text: str, *, day_first: bool | None = None) -> Sent:
    """The minute that a printed date names, on the page's own clock. Needs day, month, year and clock.

    `day_first`: whether 3/4/2009 is in April, as other dates beside it tell. None: they don't; then it is in March,
    but that is not sure unless the clock has AM or PM, as in the United States.
    """
    text = text.strip()[:120]
    find = partial(find_day, day_first=bool(day_first))
    first = _read(text, find)
    if first.sure and day_first is None and is_ambiguous(text) and not _HALF.search(text):
        return Sent(first.value, False)
    if first.sure:
        return first
    mended = " ".join(
        word.translate(_DIGITS)
        if sum(c.isdigit() for c in word) * 2 >= len(word) > 1 or _MISREAD.fullmatch(word)
        else word
        for word in text.split()
    )
    for pattern, better in _REPAIRS:
        mended = pattern.sub(better, mended)
    second = _read(mended, find)
    if first.value and not second.sure:
        return first
    return Sent(second.value or _read(mended, guess_day).value, False)


def has_clock(text: str) -> bool:
    """Whether a time of day is printed in `text`."""
    return _CLOCK.search(text) is not None


def names_day(text: str) -> bool:
    """Whether `text` names a day and no time of it."""
    return _TIMED.search(text) is None and find_day(text[:120]) is not None


def _read(text: str, day_of: Callable[[str], tuple[int, int, int] | None] = find_day) -> Sent:
    clock = _find_clock(without_dotted_day(text))
    if clock is None:
        return _NO_DATE
    hour, minute, start, end, plain = clock
    rest = text[:start] + " " + text[end:]
    day = day_of(rest)
    if day is None:
        return _NO_DATE
    try:
        moment = datetime(*day, hour, minute)
    except ValueError:
        return _NO_DATE
    weekday = find_weekday(rest)
    sure = plain and (weekday is None or weekday == moment.weekday()) and 1980 <= moment.year <= 2040
    return Sent(moment.strftime("%Y-%m-%dT%H:%M"), sure)


def _find_clock(text: str) -> tuple[int, int, int, int, bool] | None:
    for match in _CLOCK.finditer(text):
        if match[8]:
            hour, minute, half = int(match[8]), 0, match[9]
        else:
            hour, minute, half = int(match[1] or match[5]), int(match[2] or match[6]), match[4]
        plain = match[8] is None and ";" not in match[0] and not re.search(r"\d\.\d", match[0])
        if not half and match[1] and not match[3] and not match[1].startswith("0") and hour <= 12:
            plain = False  # "5:23" may have lost its PM
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half in "Pp" else 0)
        elif half in ("A", "a") or (half and hour == 0):
            plain = False
        if hour < 24 and minute < 60:
            return hour, minute, match.start(), match.end(), plain
    return None
