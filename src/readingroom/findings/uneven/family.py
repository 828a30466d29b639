"""A family: copies of one message, and of messages that print much the same. What each hides and another prints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.findings.uneven.beside import Beside, lay_beside
from readingroom.findings.uneven.holes import Hole, Holes
from readingroom.findings.uneven.judge import Odd, Uncovered, find_uncovered
from readingroom.findings.uneven.printing import FIELDS, Printing, text_of, unseen
from readingroom.findings.uneven.texts import Text
from readingroom.findings.uneven.weigh import weight_of
from readingroom.model import (
    BODY,
    Box,
    FieldState,
    HiddenPlace,
    Passage,
    ShownPlace,
    Told,
    UnevenRedaction,
)
from readingroom.text import box_around, spans_of

MOST_SHOWING = 8  # different texts of a family that the others are held against, the longest first
MOST_HIDING = 300
COMMON = 12  # words that copies of different messages must have in common
SHARE = 0.7  # and of the shorter one
SAME_WORDS = 85.0  # rapidfuzz ratio of the letters from which two findings uncover one thing
ORDER = tuple(Told)


def find_uneven(printings: Sequence[Printing], is_odd: Odd) -> tuple[UnevenRedaction, ...]:
    """What the copies of a family hide and print of each other, sorted by id."""
    some = sorted(printings, key=lambda one: one.copy.id)
    found: list[UnevenRedaction] = []
    for part in (BODY, *(name.value for name in FIELDS)):
        found += _merged(part, list(_uncovered(some, part, is_odd)))
    return tuple(sorted(found, key=lambda one: one.id))


def _uncovered(printings: Sequence[Printing], part: str, is_odd: Odd) -> Iterator[Uncovered]:
    texts = [text_of(one, part) for one in printings]
    showing = _showing(texts)
    shown = {shows.copy: Holes(shows) for shows in showing}
    laid: dict[tuple[tuple[str, ...], tuple[str, ...]], Beside | None] = {}
    for printing, hides in list(zip(printings, texts, strict=True))[:MOST_HIDING]:
        if part != BODY and not hides.keys:
            yield from _unseen(printing, hides, part, showing)
            continue
        if not (hides.marks or hides.partly):
            continue
        holes = Holes(hides)
        for shows in showing:
            joined = hides.message == shows.message
            if shows.copy == hides.copy or shows.keys == hides.keys or not (joined or part == BODY):
                continue
            pair = (hides.keys, shows.keys)
            if pair not in laid:
                laid[pair] = lay_beside(*pair)
            beside = laid[pair]
            if beside is None or not beside.missing:
                continue
            if joined or _much_the_same(beside, hides, shows):
                yield from find_uncovered(holes, shown[shows.copy], beside, is_odd, joined=joined, stamped=part == BODY)


def _showing(texts: Sequence[Text]) -> list[Text]:
    """One text for each wording, those with most words first."""
    wordings: dict[tuple[str, ...], Text] = {}
    for text in texts:
        if text.keys:
            wordings.setdefault(text.keys, text)
    return sorted(wordings.values(), key=lambda text: (-len(text.keys), text.copy))[:MOST_SHOWING]


def _much_the_same(beside: Beside, one: Text, other: Text) -> bool:
    return beside.words >= max(COMMON, SHARE * min(len(one.keys), len(other.keys)))


def _unseen(printing: Printing, hides: Text, part: str, showing: Sequence[Text]) -> Iterator[Uncovered]:
    name = next(name for name in FIELDS if name.value == part)
    hole = unseen(printing, name)
    for shows in showing:
        if hole and shows.message == hides.message and printing.copy.field(name).state is FieldState.REDACTED:
            yield Uncovered(hides, shows, 0, len(shows.keys), hole, hole.told or Told.FIELD)
            return


class _Cluster(NamedTuple):
    letters: str
    some: list[Uncovered]


def _merged(part: str, found: Sequence[Uncovered]) -> Iterator[UnevenRedaction]:
    """Findings that uncover the same words, as one."""
    best: dict[tuple[str, tuple[tuple[int, Box], ...]], Uncovered] = {}
    for one in found:  # of one hole only what uncovers most
        place = (one.hides.copy, one.hole.regions)
        if place not in best or _more(one) > _more(best[place]):
            best[place] = one
    clusters: list[_Cluster] = []
    for one in sorted(best.values(), key=lambda one: (-(one.end - one.start), one.shows.copy, one.start, one.hides.copy)):
        letters = "".join(one.shows.keys[one.start : one.end])
        for cluster in clusters:
            if fuzz.ratio(cluster.letters, letters, score_cutoff=SAME_WORDS):
                cluster.some.append(one)
                break
        else:
            clusters.append(_Cluster(letters, [one]))
    for cluster in clusters:
        yield _finding(part, cluster.some, found)


def _more(one: Uncovered) -> tuple[int, int, str]:
    return one.end - one.start, -ORDER.index(one.told), one.shows.copy


def _finding(part: str, some: Sequence[Uncovered], found: Sequence[Uncovered]) -> UnevenRedaction:
    """One finding out of all holes that hide the same words. `found` tells who else prints them."""
    first = some[0]
    words = " ".join(first.shows.words[first.start : first.end])
    hidden = sorted(
        {_hidden_place(one) for one in some}, key=lambda place: (ORDER.index(place.told), place.copy, place.page, place.box)
    )
    shown: dict[str, ShownPlace] = {}
    letters = "".join(first.shows.keys[first.start : first.end])
    for one in sorted(found, key=lambda one: (one.shows.copy, one.start)):
        same = "".join(one.shows.keys[one.start : one.end])
        if one.shows.copy not in shown and fuzz.ratio(same, letters, score_cutoff=SAME_WORDS):
            passage = Passage("", tuple(one.shows.runs[one.start : one.end]))
            shown[one.shows.copy] = ShownPlace(one.shows.copy, spans_of(passage, one.shows.source))
    told = f"{first.shows.message} {part} {letters}"
    return UnevenRedaction(
        id="u" + hashlib.sha256(told.encode()).hexdigest()[:12],
        message=first.shows.message,
        part=part,
        words=words,
        count=first.end - first.start,
        weight=weight_of(part, first.count, hidden[0].told, len({place.copy for place in hidden})),
        hidden_in=tuple(hidden),
        shown_in=tuple([shown[first.shows.copy], *(place for copy, place in shown.items() if copy != first.shows.copy)]),
    )


def _hidden_place(one: Uncovered) -> HiddenPlace:
    page, box = _where(one.hole)
    codes = one.hole.codes or (one.hides.stamped if one.told in (Told.STAMP, Told.FIELD) else ())
    return HiddenPlace(one.hides.copy, one.hides.source, page, box, codes, one.told)


def _where(hole: Hole) -> tuple[int, Box]:
    """The one place to show: the box of a mark, else the blank, on the page where it begins."""
    boxes = [mark for mark in hole.marks if mark.where.value == "box"]
    if boxes:
        return boxes[0].page, boxes[0].box
    page = hole.regions[0][0]
    return page, box_around(box for at, box in hole.regions if at == page)
