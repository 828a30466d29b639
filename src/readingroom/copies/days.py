"""Days: which day a printed date names, also where OCR damaged one word of it and its weekday tells which was meant."""

from __future__ import annotations

import itertools
import re
import unicodedata
from calendar import monthrange
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# As OCR and other languages have them; the first three letters of an English name need no entry.
_MONTH_TWINS = {
    "arch": 3, "aprl": 4, "apri": 4, "ril": 4, "au": 8, "uly": 7, "une": 6, "tember": 9, "tober": 10,
    "vember": 11, "cember": 12, "ruary": 2, "anuary": 1, "ugust": 8, "aucust": 8, "jn": 1, "ianuary": 1, "iune": 6,
    "iuly": 7, "julv": 7, "ju": 7, "juiy": 7,
    "gennaio": 1, "gen": 1, "enero": 1, "ene": 1, "fevrier": 2, "fev": 2, "fevereiro": 2, "helmikuu": 2,
    "marz": 3, "mars": 3, "marzo": 3, "marco": 3, "maart": 3, "mrt": 3, "avril": 4, "avr": 4, "abril": 4, "abr": 4,
    "mai": 5, "maio": 5, "maj": 5, "mei": 5, "maggio": 5, "mag": 5, "juin": 6, "giugno": 6, "giu": 6,
    "juillet": 7, "juil": 7, "luglio": 7, "lug": 7, "aout": 8, "agosto": 8, "ago": 8, "settembre": 9, "set": 9,
    "okt": 10, "oktober": 10, "ottobre": 10, "ott": 10, "outubro": 10, "out": 10,
    "dez": 12, "dezember": 12, "dezembro": 12, "dic": 12, "diciembre": 12, "dicembre": 12,
}  # fmt: skip
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20)?\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<![\d.:])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d+:-])(\d{1,2})(?:st|nd|rd|th)?(?![\w:])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR_LIKE = re.compile(r"(?<!\S)[^\W_][^\s:/+-]{2,4}(?![^\s,.;])")
_YEARS = range(1990, 2041)  # in which mail was printed


def find_day(text: str, *, day_first: bool = False) -> tuple[int, int, int] | None:
    """Year, month and day that are printed in `text`, with no clock in it; whether they exist is not asked.

    `day_first`: 3/4/2009 is in April. Its weekday, where one is printed, knows better.
    """
    return _numeric_day(text, day_first=day_first) or _named_day(text)


def day_leads(text: str) -> bool | None:
    """Whether a date of numbers in `text` has its day first; None where it cannot tell, or there is none."""
    match = _NUMERIC.search(text)
    if not match or (int(match[1]) <= 12 and int(match[2]) <= 12):
        return None
    return int(match[1]) > 12


def is_ambiguous(text: str) -> bool:
    """Whether a date of numbers in `text`, without a weekday, may be read with its day or its month first."""
    match = _DOTTED.search(text) or _NUMERIC.search(text)
    if not match or _ISO.search(text) or find_weekday(text) is not None:
        return False
    return match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12


def without_dotted_day(text: str) -> str:
    """`text` with blanks in place of a date such as 09.11.2009, which begins like a clock."""
    return _DOTTED.sub(lambda match: " " * len(match[0]), text)


def find_weekday(text: str) -> int | None:
    """The weekday named in `text`, Monday 0."""
    return next((WEEKDAYS.index(w[:3].lower()) for w in _WORD.findall(text) if w[:3].lower() in WEEKDAYS), None)


def guess_day(text: str) -> tuple[int, int, int] | None:
    """The one day that has the weekday in `text` and, but for one damaged letter in month or year, is printed."""
    weekday = find_weekday(text)
    if weekday is None:
        return None
    words = [word for word in _WORD.findall(text) if word[:3].lower() not in WEEKDAYS]
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


def _numeric_day(text: str, *, day_first: bool) -> tuple[int, int, int] | None:
    iso = _ISO.search(text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    dotted = _DOTTED.search(text)
    match = dotted or _NUMERIC.search(text)
    if not match:
        return None
    year = int(match[3])
    if year < 100:
        year += 2000 if year < 70 else 1900
    one, other = int(match[1]), int(match[2])
    orders = ((other, one), (one, other)) if day_first or dotted else ((one, other), (other, one))
    real = [(year, month, day) for month, day in orders if 0 < month <= 12 and _exists(year, month, day)]
    weekday = find_weekday(text)
    fitting = [found for found in real if date(*found).weekday() == weekday]
    return (fitting or real or [(year, *orders[0])])[0]


def _named_day(text: str) -> tuple[int, int, int] | None:
    month = next((number for word in _WORD.findall(text) if (number := _month(word))), 0)
    year = _YEAR.search(text)
    if not month or not year:
        return None
    rest = text[: year.start()] + " " + text[year.end() :]
    day = _DAY.search(rest)
    return (int(year[1]), month, int(day[1])) if day else None


def _month(word: str) -> int:
    word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
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
