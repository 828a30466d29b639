"""Days: which day a printed date names, also where OCR damaged one word of it and its weekday tells which was meant."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# As OCR and other languages have them; the first three letters of an English name need no entry.
_MONTH_TWINS = {
    "arch": 3, "aprl": 4, "apri": 4, "ril": 4, "au": 8, "uly": 7, "une": 6, "tember": 9, "tober": 10,
    "vember": 11, "cember": 12, "ruary": 2, "anuary": 1, "ugust": 8, "aucust": 8, "jn": 1, "ianuary": 1, "iune": 6,
    "iuly": 7, "julv": 7, "ju": 7, "juiy": 7,
    "janv": 1, "janvier": 1, "fevrier": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "dez": 12, "okt": 10, "enero": 1, "abril": 4, "agosto": 8, "dic": 12,
}  # fmt: skip
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20)?\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d+:-])(\d{1,2})(?:st|nd|rd|th)?(?![\w:])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR_LIKE = re.compile(r"(?<!\S)[^\W_][^\s:/+-]{2,4}(?![^\s,.;])")
_YEARS = range(1990, 2041)  # in which mail was printed


def find_day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day that are printed in `text`, with no clock in it; whether they exist is not asked."""
    return _numeric_day(text) or _named_day(text)


def find_weekday(text: str) -> int | None:
    """The weekday named in `text`, Monday 0."""
    return next((_DAYS.index(w[:3].lower()) for w in _WORD.findall(text) if w[:3].lower() in _DAYS), None)


def guess_day(text: str) -> tuple[int, int, int] | None:
    """The one day that has the weekday in `text` and, but for one damaged letter in month or year, is printed."""
    weekday = find_weekday(text)
    if weekday is None:
        return None
    words = [word for word in _WORD.findall(text) if word[:3].lower() not in _DAYS]
    known = [month for word in words if (month := _month(word))]
    months = known[:1] or sorted({month for word in words for month in _months_like(word.lower())})
    year = _YEAR.search(text)
    if not known and not year:
        return None
    tokens = [year] if year else [t for t in _YEAR_LIKE.finditer(text) if any(c.isdigit() for c in t[0])]
    found = set()
    for token in tokens:
        years = [int(token[0])] if year else [known for known in _YEARS if _one_off(token[0], str(known))]
        day = _DAY.search(text[: token.start()] + " " + text[token.end() :])
        for one, month in itertools.product(years if day else (), months):
            number = int(day[1]) if day else 0
            if _exists(one, month, number) and date(one, month, number).weekday() == weekday:
                found.add((one, month, number))
    return found.pop() if len(found) == 1 else None


def _exists(year: int, month: int, day: int) -> bool:
    return 0 < day <= monthrange(year, month)[1]


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
    for number, name in enumerate(_MONTHS, 1):
        if word[:3] == name[:3] and not (word[:3] == "mar" and word[3:4] not in ("", "c")):
            return number
    return _MONTH_TWINS.get(word, 0)


def _months_like(word: str) -> list[int]:
    """The months that begin as `word` does, or whose name, long or short, is but one letter off."""
    return [
        number
        for number, name in enumerate(_MONTHS, 1)
        if name.startswith(word) or _one_off(word, name) or (len(word) == 3 and _one_off(word, name[:3]))
    ]


def _one_off(word: str, other: str) -> bool:
    """Whether one letter put in, left out or changed makes one of the other."""
    if abs(len(word) - len(other)) > 1:
        return False
    same = next((at for at, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), None)
    if same is None:
        return True
    skip = (len(word) >= len(other), len(other) >= len(word))
    return word[same + skip[0] :] == other[same + skip[1] :]
