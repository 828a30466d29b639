"""When a message was sent, off its printed line: strict enough that a misread date is not passed off as a good one."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# As OCR and other languages have them; the first three letters of an English name need no entry.
_MONTH_TWINS = {
    "arch": 3, "aprl": 4, "apri": 4, "ril": 4, "au": 8, "uly": 7, "une": 6, "tember": 9, "tober": 10,
    "vember": 11, "cember": 12, "ruary": 2, "anuary": 1, "ugust": 8, "aucust": 8, "jn": 1, "ianuary": 1, "iune": 6,
    "iuly": 7, "julv": 7, "ju": 7, "juiy": 7,
    "janv": 1, "janvier": 1, "fevrier": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "dez": 12, "okt": 10, "enero": 1, "abril": 4, "agosto": 8, "dic": 12,
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})\s?[:.;]\s?(\d\d)(?:\s?[:.]\s?(\d\d))?(?!\d)\s*(?:([AaPp])\s?\.?\s?[MmNn]\b\.?)?"
    r"|(?<!\d)(\d{1,2})\s?h\s?(\d\d)\s?min(?:\s?(\d\d)\s?s)?|(?<![\d:.])(?<![:.]\s)(\d{1,2})\s?([AaPp])\.?[Mm]\b"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20)?\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d+:-])(\d{1,2})(?:st|nd|rd|th)?(?![\w:])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGITS = str.maketrans("OoIlSBZzU", "001158220")
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
    (re.compile(r"(?<=[A-Za-z])(?=\d{1,2}\b)"), " "),
)


class Sent(NamedTuple):
    """`value`: "YYYY-MM-DDTHH:MM", or "" where it cannot be told. `sure`: nothing had to be repaired or believed."""

    value: str
    sure: bool


NO_DATE = Sent("", False)


def read_sent(text: str) -> Sent:
    """The minute that a printed date names, on the page's own clock. Needs day, month, year and clock."""
    text = text.strip()[:120]
    first = _read(text)
    if first.value:
        return first
    mended = " ".join(
        word.translate(_DIGITS)
        if sum(c.isdigit() for c in word) * 2 >= len(word) > 1 or _MISREAD.fullmatch(word)
        else word
        for word in text.split()
    )
    for pattern, better in _REPAIRS:
        mended = pattern.sub(better, mended)
    return Sent(_read(mended).value, False) if mended != text else NO_DATE


def has_clock(text: str) -> bool:
    """Whether a time of day is printed in `text`."""
    return _CLOCK.search(text) is not None


def _read(text: str) -> Sent:
    clock = _find_clock(text)
    if clock is None:
        return NO_DATE
    hour, minute, start, end, plain = clock
    rest = text[:start] + " " + text[end:]
    day = _numeric_day(rest) or _named_day(rest)
    if day is None:
        return NO_DATE
    try:
        moment = datetime(*day, hour, minute)
    except ValueError:
        return NO_DATE
    weekday = next((_DAYS.index(w[:3].lower()) for w in _WORD.findall(rest) if w[:3].lower() in _DAYS), None)
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
        elif half:
            plain = False
        if hour < 24 and minute < 60:
            return hour, minute, match.start(), match.end(), plain
    return None


def _numeric_day(text: str) -> tuple[int, int, int] | None:
    iso = _ISO.search(text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    match = _NUMERIC.search(text)
    if not match:
        return None
    month, day, year = int(match[1]), int(match[2]), int(match[3])
    if month > 12:
        month, day = day, month
    return year + (2000 if year < 70 else 1900) if year < 100 else year, month, day


def _named_day(text: str) -> tuple[int, int, int] | None:
    month = next((number for word in _WORD.findall(text) if (number := _month(word))), 0)
    year = _YEAR.search(text)
    if not month or not year:
        return None
    rest = text[: year.start()] + " " + text[year.end() :]
    day = _DAY.search(rest)
    return (int(year[1]), month, int(day[1])) if day else None


def _month(word: str) -> int:
    word = word.lower()
    if word[:3] in _MONTHS and not (word[:3] == "mar" and word[3:4] not in ("", "c")):
        return _MONTHS.index(word[:3]) + 1
    return _MONTH_TWINS.get(word, 0)
