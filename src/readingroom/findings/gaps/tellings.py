"""Phrases found in the words of one document: what they say, where they stand, and what they are about.

"Per my prior email, the staffing plan ..."  ->  SENT, 4 days, topic (staffing, plan)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readingroom.findings.gaps.phrases import (
    DAYS,
    EMPTY_WORDS,
    HERE,
    LETTER_WORDS,
    PHRASES,
    PROMISES,
    QUOTED,
    QUOTED_SIGNS,
    REACHES,
    SIGNS,
    TRIGGERS,
    Phrase,
)
from readingroom.findings.gaps.spoken_numbers import number_of
from readingroom.model import Telling, TellingKind

MOST_TELLINGS = 12  # of one text: a longer list is a press review
BEGINNING = 1500  # characters: what stands farther on in a long text may be an article that was pasted in
LONG = 3000
SENTENCE = 220  # characters to either side of a trigger that are looked at
SHOWN = 240  # characters of a sentence that are kept
MOST_TOPIC = 12
_END = re.compile(r"[.!?](?=\s)|\n\s*\n")
_WORD = re.compile(r"[a-z][a-z0-9]{2,}")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


class Told(NamedTuple):
    """One text of a document: the body of a copy, or what a page prints outside any copy ("" for `copy`)."""

    copy: str
    source: str
    page: int
    text: str


def find_tellings(document: str, texts: Iterable[Told]) -> tuple[Telling, ...]:
    """What the texts of a document say of things that stand elsewhere. Texts of any length; in their order."""
    return tuple(telling for told in texts for telling in (_of_copy if told.copy else _of_letter)(document, told))


def _of_copy(document: str, told: Told) -> Iterator[Telling]:
    small = told.text.lower()
    if len(small) != len(told.text):  # a letter whose small form is two: places would shift
        small = told.text
    quoted = QUOTED.search(small) if any(sign in small for sign in QUOTED_SIGNS) else None
    if quoted:
        yield _telling(document, told, TellingKind.QUOTES, quoted.start(), quoted.end(), "", (), 0, 1.0)
    found = 0
    end = quoted.start() if quoted and quoted.start() else len(told.text)
    text = small[: min(end, LONG if len(small) <= LONG else BEGINNING)]
    last = -1
    if not any(sign in text for sign in SIGNS):
        return
    for trigger in TRIGGERS.finditer(text):
        if trigger.start() < last:
            continue
        start, stop = _sentence(text, trigger.start(), trigger.end())
        plain = " ".join(text[start:stop].translate(_STRAIGHT).split())
        read = _read(plain)
        if read is None:
            continue
        phrase, who = read
        last = stop
        topic = tuple(dict.fromkeys(word for word in _WORD.findall(plain) if word not in EMPTY_WORDS))[:MOST_TOPIC]
        yield _telling(document, told, phrase.kind, start, stop, who, topic, _reach(plain), phrase.weight)
        found += 1
        if found == MOST_TELLINGS:
            return


def _of_letter(document: str, told: Told) -> Iterator[Telling]:
    """How many pages a letter of the agency says it hands over."""
    plain = told.text[:LONG].translate(_STRAIGHT).lower().replace("\n", " ")
    if len(plain) != len(told.text[:LONG]) or not all(word in plain for word in LETTER_WORDS):
        return
    for form in PROMISES:
        for match in form.finditer(plain):
            number = number_of(match["n"])
            if number:
                place = (match.start(), match.end())
                yield _telling(document, told, TellingKind.PAGES_PROMISED, *place, "", (), number, 1.0)


def _read(plain: str) -> tuple[Phrase, str] | None:
    if HERE.search(plain):
        return None
    for phrase in PHRASES:
        match = phrase.form.search(plain)
        if match:
            return phrase, (match.groupdict().get("who") or "").strip(" .'")
    return None


def _reach(plain: str) -> int:
    return next((days for form, days in REACHES if form.search(plain)), DAYS)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a trigger, at most SENTENCE characters to either side; without white space at its ends."""
    first = max(0, start - SENTENCE)
    for stop in _END.finditer(text, first, start):
        first = stop.end()
    found = _END.search(text, end, min(len(text), end + SENTENCE))
    last = found.end() if found else min(len(text), end + SENTENCE)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _telling(
    document: str,
    told: Told,
    kind: TellingKind,
    start: int,
    end: int,
    who: str,
    topic: tuple[str, ...],
    reach: int,
    weight: float,
) -> Telling:
    words = " ".join(told.text[start:end].split())[:SHOWN]
    return Telling(kind, document, told.copy, told.source, told.page, start, end, words, who, topic, reach, weight)
