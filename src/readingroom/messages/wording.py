"""Openings and closings of bodies, and subjects: one text, printed twice, under noise, cuts and redactions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from readingroom.messages.verdict import Verdict
from readingroom.text import fold_ocr

ALIKE = 86  # rapidfuzz ratio, 0..100: OCR noise of a poor scan stays above, another sentence below
SHORT = 20  # characters: a text below it is compared whole; "yes" is part of too much
SOME_WORDS = 4  # equal words in a row that show that two cut texts have a part in common
HEAD = 30  # characters that no signature takes part in
BEGINNING = 60  # characters: two texts that begin so and then part may be one, badly cut at its end
RELATED = 66  # rapidfuzz token_set_ratio: of two texts of one release that are nothing to each other, one in a thousand
AS_READ = 60  # rapidfuzz ratio: one word, or two run together, as OCR may read them; another word is below
FEW_WORDS = 6  # that must be there of a text with gaps
MOST_GAPS = 5
ONE_IN = 25  # words, of which one may be another: a stroke of a stamp, a line lost
MANY_WORDS = 8  # that a text shows, so that having nothing in common with another means something


class Body(NamedTuple):
    """What is compared of a body: folded words of its two ends, and whether a code says that something is hidden."""

    opening: str
    closing: str
    redacted: bool


def compare_bodies(one: Body, other: Body) -> Verdict:
    """Whether two bodies can be one, by what they begin and end with.

    A quotation may be cut short, so only what both show is compared. One signature must not make two messages alike:
    what the one begins with has to stand in the other. Then, from the surest to the least:

    - they are alike as far as both show, or the one stands in the other: yes
    - under a redaction, they begin alike: yes
    - the one is the other with gaps: yes
    - they begin alike, or one begins somewhere within the other: cannot tell. Links may be spelt out in one print
      only, attachments be named in front, the foot of a page stand behind
    - a few words in common at the beginning, and the same end, as if the middle was hidden: cannot tell
    - under a redaction, any piece in common: cannot tell
    """
    if not one.opening or not other.opening:
        return _compare_empty(one, other)
    redacted = one.redacted or other.redacted
    if numbers_differ(one.opening, other.opening):
        return Verdict.CANNOT_TELL if redacted else Verdict.NO
    shown = min(len(one.opening), len(other.opening))
    if shown < SHORT:
        if fuzz.ratio(one.opening, other.opening) >= ALIKE:
            return Verdict.YES
        begins = one.opening[:shown] == other.opening[:shown]
        maybe = begins or (redacted and _have_a_part_in_common(one.opening, other.opening))
        return Verdict.CANNOT_TELL if maybe else Verdict.NO
    long = shown >= BEGINNING
    if long and redacted and fuzz.ratio(one.opening[:BEGINNING], other.opening[:BEGINNING]) >= ALIKE:
        return Verdict.YES
    if _one_begins_in_other(one.opening, other.opening, HEAD) and _alike(one.opening, other.opening, shown):
        return Verdict.YES
    if one_cut_of_other(one, other):
        return Verdict.YES
    if long and _one_begins_in_other(one.opening, other.opening, BEGINNING):
        return Verdict.CANNOT_TELL
    if _begin_and_end_alike(one, other) or (redacted and _have_a_part_in_common(one.opening, other.opening)):
        return Verdict.CANNOT_TELL
    return Verdict.NO


def begin_as_one(one: Body, other: Body) -> bool:
    """Whether two bodies are alike from their first word on, as far as both show."""
    shown = min(len(one.opening), len(other.opening))
    return fuzz.ratio(one.opening[:shown], other.opening[:shown], score_cutoff=ALIKE) > 0


def one_cut_of_other(one: Body, other: Body) -> bool:
    """Whether all that the one says stands in the other in order, from its first word on, with gaps: a redaction."""
    words, others = sorted((one.opening.split(), other.opening.split()), key=len)
    if len(words) < FEW_WORDS or not _as_read(words[:1], others[:1]):
        return False
    gaps = 0
    for change in Levenshtein.opcodes(words, others):
        left, right = words[change.src_start : change.src_end], others[change.dest_start : change.dest_end]
        if change.tag == "insert":
            gaps += change.dest_end < len(others)
        elif change.tag != "equal" and not _as_read(left, right):
            return False
    return gaps <= MOST_GAPS


def _as_read(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a few words are others as OCR may read them."""
    here, there = "".join(words), "".join(others)
    return fuzz.ratio(here, there) >= AS_READ or fold_ocr(here) == fold_ocr(there)


def say_the_same(one: Body, other: Body) -> bool:
    """Whether two bodies are one text word by word, but for OCR noise, as far as both show.

    What `compare_bodies` lets pass as noise may be the one line that a daily schedule or a correction changes.
    """
    words, others = one.opening.split(), other.opening.split()
    different = 0
    for change in Levenshtein.opcodes(words, others):
        if change.tag == "equal":
            continue
        end, other_end = change.src_end == len(words), change.dest_end == len(others)
        if (end or other_end) and change.tag != "replace":
            continue  # one is cut there, or goes on
        if change.src_start == change.dest_start == 0 and change.tag != "replace":
            continue  # a link or a stamp before the words
        left, right = words[change.src_start : change.src_end], others[change.dest_start : change.dest_end]
        if end != other_end:  # the longer one goes on
            shown = min(len(left), len(right))
            left, right = left[:shown], right[:shown]
        if any(map(str.isdigit, left)) and any(map(str.isdigit, right)):
            if fold_ocr("".join(left)) != fold_ocr("".join(right)):
                different += 2
            continue
        if not _as_read(left, right):
            different += max(len(left), len(right))
    return different <= min(len(words), len(others)) // ONE_IN


def words_alike(one: Body, other: Body) -> int:
    """How much of two openings is the same as far as both show: 0..100, 100 where neither shows a word."""
    shown = min(len(one.opening), len(other.opening))
    if not shown:
        return 100 if one.opening == other.opening else 0
    return int(max(fuzz.ratio(one.opening[:shown], other.opening[:shown]), fuzz.ratio(one.opening, other.opening)))


def _compare_empty(one: Body, other: Body) -> Verdict:
    """At least one body shows nothing: that says something only where nothing is hidden."""
    if not one.opening and not other.opening:
        return Verdict.CANNOT_TELL if one.redacted or other.redacted else Verdict.YES
    hidden = other.redacted if one.opening else one.redacted
    return Verdict.CANNOT_TELL if hidden else Verdict.NO


def compare_stems(stem: str, other: str) -> Verdict:
    """Whether two subjects without prefixes can be one. One may be cut off at its end; an empty one tells nothing."""
    if not stem or not other:
        return Verdict.CANNOT_TELL
    if stem == other:
        return Verdict.YES
    shown = min(len(stem), len(other))
    if numbers_differ(stem, other):
        return Verdict.NO
    if fuzz.ratio(stem, other) >= ALIKE or (shown >= SHORT and fuzz.ratio(stem[:shown], other[:shown]) >= ALIKE):
        return Verdict.YES
    return Verdict.NO


def numbers_differ(text: str, other: str) -> bool:
    """Whether a number is another in words that are else the same: "call at 4" and "call at 5" are two messages.

    Digits that OCR takes for each other do not count, nor does what only one of the two prints.
    """
    words, others = text.split(), other.split()
    for at, (word, counterpart) in enumerate(zip(words, others, strict=False)):
        if word == counterpart:
            continue
        if not (word.isdigit() and counterpart.isdigit() and len(word) == len(counterpart)):
            return False  # from here on the two do not run in step
        if fold_ocr(word) != fold_ocr(counterpart):
            return words[at + 1 : at + 2] == others[at + 1 : at + 2]  # else it is a page number that strayed in
    return False


def _one_begins_in_other(opening: str, other: str, length: int) -> bool:
    return _stands_in(opening[:length], other) or _stands_in(other[:length], opening)


def _stands_in(words: str, text: str, alike: int = ALIKE) -> bool:
    return fuzz.partial_ratio(words, text, score_cutoff=alike) > 0


def _alike(opening: str, other: str, shown: int) -> bool:
    return (
        fuzz.ratio(opening[:shown], other[:shown], score_cutoff=ALIKE) > 0
        or fuzz.ratio(opening, other, score_cutoff=ALIKE) > 0
        or _stands_in(opening, other)
    )


def _begin_and_end_alike(one: Body, other: Body) -> bool:
    shown = min(len(one.closing), len(other.closing))
    return (
        shown >= HEAD
        and _equal_words(one.opening, other.opening) >= SOME_WORDS
        and fuzz.ratio(one.closing[-shown:], other.closing[-shown:], score_cutoff=ALIKE) > 0
    )


def _have_a_part_in_common(text: str, other: str) -> bool:
    if min(text.count(" "), other.count(" ")) < MANY_WORDS:
        # Too little is shown to say no, unless not one word is in both: "Yes" and "Thanks" of one minute.
        shorter, longer = sorted((text, other), key=len)
        return _equal_words(text, other) > 0 or _stands_in(shorter, longer, AS_READ)
    return _equal_words(text, other) >= SOME_WORDS or fuzz.token_set_ratio(text, other) >= RELATED


def _equal_words(text: str, other: str) -> int:
    """How many words two texts have in common before they part."""
    pairs = zip(text.split(), other.split(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
