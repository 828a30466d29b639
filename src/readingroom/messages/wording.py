"""Openings and closings of bodies, and subjects: one text, printed twice, under noise, cuts and redactions."""

from __future__ import annotations

from itertools import takewhile

from rapidfuzz import fuzz

from readingroom.messages.verdict import Verdict
from readingroom.text import fold_ocr

ALIKE = 86  # rapidfuzz ratio, 0..100: OCR noise of a poor scan stays above, another sentence below
SHORT = 20  # characters: a text below it is compared whole; "yes" is part of too much
SOME_WORDS = 4  # equal words in a row that show that two cut texts have a part in common
BEGINNING = 60  # characters: two texts that begin so and then part may be one, badly cut at its end
MANY_WORDS = 8  # that a text shows, so that having nothing in common with another means something


def compare_bodies(
    opening: str, other_opening: str, closing: str, other_closing: str, redacted: tuple[bool, bool]
) -> Verdict:
    """Whether two bodies can be one, by what they begin and end with (folded words).

    A quotation may be cut short, so only what both show is compared. Under a redaction a body shows pieces: a common
    piece leaves it open, none at all in two texts of some length tells them apart. So does a common beginning:
    links that only one print spells out, or a foot that belongs to the page.
    """
    if not opening and not other_opening:
        return Verdict.CANNOT_TELL if any(redacted) else Verdict.YES
    if not opening or not other_opening:
        hidden = redacted[0] if not opening else redacted[1]
        return Verdict.CANNOT_TELL if hidden else Verdict.NO
    shown = min(len(opening), len(other_opening))
    if numbers_differ(opening, other_opening):
        return Verdict.CANNOT_TELL if any(redacted) else Verdict.NO
    if shown < SHORT:
        if fuzz.ratio(opening, other_opening) >= ALIKE:
            return Verdict.YES
        begins = opening[:shown] == other_opening[:shown]
        return Verdict.CANNOT_TELL if begins or any(redacted) else Verdict.NO
    if fuzz.ratio(opening[:shown], other_opening[:shown]) >= ALIKE:
        return Verdict.YES
    # Something stands before the words in one print: a stamp, "Importance: High", a lost header line.
    if fuzz.partial_ratio(opening, other_opening, score_cutoff=ALIKE) or _ends_alike(closing, other_closing):
        return Verdict.YES if not any(redacted) else Verdict.CANNOT_TELL
    if shown >= BEGINNING and fuzz.ratio(opening[:BEGINNING], other_opening[:BEGINNING]) >= ALIKE:
        return Verdict.CANNOT_TELL
    if any(redacted) and _have_a_part_in_common(opening, other_opening):
        return Verdict.CANNOT_TELL
    return Verdict.NO


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


def _ends_alike(closing: str, other: str) -> bool:
    shown = min(len(closing), len(other))
    return shown >= 2 * SHORT and fuzz.ratio(closing[-shown:], other[-shown:]) >= ALIKE


def _have_a_part_in_common(text: str, other: str) -> bool:
    words, others = text.split(), other.split()
    if min(len(words), len(others)) < MANY_WORDS:
        return True  # too little is shown to say no
    begin = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))
    return begin >= SOME_WORDS or fuzz.token_set_ratio(text, other) >= 60
