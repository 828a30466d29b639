"""A family: copies of one message, and of messages that print much the same. What each hides and another prints."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.findings.uneven.beside import Beside, lay_beside
from readingroom.findings.uneven.differing import find_differing
from readingroom.findings.uneven.holes import Holes
from readingroom.findings.uneven.judge import Odd, Uncovered, find_uncovered, within_sentence
from readingroom.findings.uneven.printing import FIELDS, Printing, text_of, unseen
from readingroom.findings.uneven.texts import Text
from readingroom.findings.uneven.weigh import weight_of
from readingroom.model import (
    BODY,
    Box,
    CodeDifference,
    FieldName,
    FieldState,
    HiddenPlace,
    Passage,
    ShownPlace,
    Told,
    UnevenRedaction,
)
from readingroom.text import spans_of

MOST_SHOWING = 8  # different texts of a family that the others are held against, the longest first
MOST_HIDING = 300
COMMON = 12  # words that copies of different messages must have in common
ALL = 0.85  # of the words of a copy that hides, where the minute is the same
SHARE = 0.7  # and of the shorter one
SAME_WORDS = 85.0  # rapidfuzz ratio of the letters from which two findings uncover one thing
ORDER = tuple(Told)


class Found(NamedTuple):
    """What came of a family."""

    uneven: tuple[UnevenRedaction, ...]  # by id
    differing: tuple[CodeDifference, ...]  # by id


def find_uneven(printings: Sequence[Printing], is_odd: Odd) -> Found:
    """What the copies of a family hide and print of each other, and hide under different codes.

    `is_odd` says of a printed word whether it looks misread, None where it says nothing.
    """
    some = sorted(printings, key=lambda one: one.copy.id)
    uneven: list[UnevenRedaction] = []
    differing: list[CodeDifference] = []
    for part in (BODY, *(name.value for name in FIELDS)):
        if part != BODY and not any(_may_hide(one, FieldName(part)) for one in some):
            continue
        texts = [text_of(one, part) for one in some]
        uneven += _merged(part, list(_uncovered(some, texts, part, is_odd)))
        differing += find_differing(part, texts)
    return Found(tuple(sorted(uneven, key=lambda one: one.id)), tuple(sorted(differing, key=lambda one: one.id)))


def _may_hide(printing: Printing, name: FieldName) -> bool:
    return bool(printing.marks) or printing.copy.field(name).state is FieldState.REDACTED


def _uncovered(printings: Sequence[Printing], texts: Sequence[Text], part: str, is_odd: Odd) -> Iterator[Uncovered]:
    showing = _showing(texts)
    shown = {shows.copy: Holes(shows) for shows in showing}
    laid: dict[tuple[tuple[str, ...], tuple[str, ...]], Beside | None] = {}
    for printing, hides in list(zip(printings, texts, strict=True))[:MOST_HIDING]:
        if part != BODY and not hides.keys:
            yield from _unseen(printing, hides, part, showing)
            continue
        if hides.partly is False and not hides.marks:
            continue
        holes = Holes(hides)
        for shows in showing:
            if shows.copy == hides.copy or shows.keys == hides.keys:
                continue
            if hides.message != shows.message and part != BODY:
                continue
            pair = (hides.keys, shows.keys)
            if pair not in laid:
                laid[pair] = lay_beside(*pair)
            beside = laid[pair]
            if beside is None or not beside.missing:
                continue
            joined = hides.message == shows.message or _kept_apart(beside, hides, shows)
            if joined or _much_the_same(beside, hides, shows):
                yield from find_uncovered(holes, shown[shows.copy], beside, is_odd, joined=joined, stamped=part == BODY)


def _showing(texts: Sequence[Text]) -> list[Text]:
    """One text for each wording, those with most words first."""
    wordings: dict[tuple[str, ...], Text] = {}
    for text in texts:
        if text.keys:
            wordings.setdefault(text.keys, text)
    return sorted(wordings.values(), key=lambda text: (-len(text.keys), text.copy))[:MOST_SHOWING]


def _kept_apart(beside: Beside, hides: Text, shows: Text) -> bool:
    """Whether two copies are one message that joining kept apart: of one minute, and all that one prints is in both."""
    return bool(hides.sent) and hides.sent == shows.sent and beside.words >= ALL * max(1, len(hides.keys))


def _much_the_same(beside: Beside, one: Text, other: Text) -> bool:
    return beside.words >= max(COMMON, SHARE * min(len(one.keys), len(other.keys)))


def _unseen(printing: Printing, hides: Text, part: str, showing: Sequence[Text]) -> Iterator[Uncovered]:
    name = next(name for name in FIELDS if name.value == part)
    hole = unseen(printing, name)
    for shows in showing:
        if hole and shows.message == hides.message and printing.copy.field(name).state is FieldState.REDACTED:
            yield Uncovered(hides, shows, 0, len(shows.keys), hole, hole.told or Told.FIELD)
            return


def _merged(part: str, found: Sequence[Uncovered]) -> Iterator[UnevenRedaction]:
    """Findings that uncover the same words, as one: a copy hides them there once."""
    best: dict[tuple[str, tuple[tuple[int, Box], ...]], Uncovered] = {}
    for one in found:  # of one hole only what uncovers most
        place = (one.hides.copy, one.hole.regions)
        if place not in best or _more(one) > _more(best[place]):
            best[place] = one
    clusters: list[list[Uncovered]] = []
    for one in sorted(best.values(), key=_in_order):
        fitting = (
            some
            for some in clusters
            if fuzz.ratio(some[0].letters, one.letters, score_cutoff=SAME_WORDS)
            and all(other.hides.copy != one.hides.copy for other in some)
        )
        cluster = next(fitting, None)
        if cluster is None:
            clusters.append([one])
        else:
            cluster.append(one)
    times: Counter[tuple[str, str]] = Counter()
    for some in clusters:
        first = some[0]
        times[first.shows.message, first.letters] += 1
        yield _finding(part, some, found, times[first.shows.message, first.letters])


def _more(one: Uncovered) -> tuple[int, int, str]:
    return one.length, -ORDER.index(one.told), one.shows.copy


def _in_order(one: Uncovered) -> tuple[int, str, int, str]:
    return -one.length, one.shows.copy, one.start, one.hides.copy


def _finding(part: str, some: Sequence[Uncovered], found: Sequence[Uncovered], nth: int) -> UnevenRedaction:
    """One finding out of all holes that hide the same words. `found` tells who else prints them."""
    first = some[0]
    hidden = sorted(set(map(_hidden_place, some)), key=lambda place: (ORDER.index(place.told), place))
    shown = {first.shows.copy: _shown_place(first)}
    for one in sorted(found, key=lambda one: (one.shows.copy, one.start)):
        if one.shows.copy not in shown and fuzz.ratio(one.letters, first.letters, score_cutoff=SAME_WORDS):
            shown[one.shows.copy] = _shown_place(one)
    told = f"{first.shows.message} {part} {first.letters} {nth}"
    return UnevenRedaction(
        id="u" + hashlib.sha256(told.encode()).hexdigest()[:12],
        message=first.shows.message,
        part=part,
        words=" ".join(first.shows.words[first.start : first.end]),
        word_count=first.length,
        weight=weight_of(part, first.length, hidden[0].told, len(hidden), within=within_sentence(first)),
        hidden_in=tuple(hidden),
        shown_in=tuple(shown.values()),
    )


def _hidden_place(one: Uncovered) -> HiddenPlace:
    page, box = one.hole.place
    codes = one.hides.stamped if one.told in (Told.STAMP, Told.FIELD) else one.hole.codes
    return HiddenPlace(one.hides.copy, one.hides.source, page, box, codes, one.told)


def _shown_place(one: Uncovered) -> ShownPlace:
    runs = tuple(one.shows.runs[one.start : one.end])
    return ShownPlace(one.shows.copy, spans_of(Passage("", runs), one.shows.source))
