"""Of what kind a difference is: a negation, a number, a name, or just a word. The gravest kind wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from readingroom.drafts.vocabulary import COMMON, HONORIFICS, NEGATIONS, NO_NAMES, NUMBERS
from readingroom.model import Change
from readingroom.text import key_of, tokens_of

STYLE = "house style"
GRAVITY = ("negation", "number", "name", "word", "capital", "punctuation", "reading", STYLE)
FEWEST_BESIDE = 3  # words beside an ellipsis that reaches over a sentence's end or far
FARTHEST = 25  # words that an ellipsis beside fewer words may stand for
STEM = 3  # letters by which two forms of a word agree
_SENTENCE_END = re.compile(r"[.?!…:]\W*$")


class Remark(NamedTuple):
    """A difference, and whether it keeps the wording from being exact."""

    fault: bool
    change: Change


def gravest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes sorted by kind, each once; within a kind as they come."""
    return tuple(sorted(dict.fromkeys(changes), key=lambda change: GRAVITY.index(change.kind)))


def is_negation(word: str) -> bool:
    """Whether a word denies."""
    key = key_of(word)
    return key.replace("'", "") in NEGATIONS or key.endswith("n't")


def is_number(word: str) -> bool:
    """Whether a word is a figure, a number in words, a day or a month."""
    key = key_of(word)
    if any(character.isdigit() for character in key):
        return True
    if key == "may":
        return word[:1] == "M"
    return (
        key.rstrip("s") in NUMBERS
        or key in NUMBERS
        or any(part in NUMBERS for part in re.split(r"[-‐‑]", word.lower()))
    )


def is_name(word: str, before: str) -> bool:
    """Whether a word is written as a name: with a capital, though no sentence begins. `before`: the text before it."""
    bare = word.lstrip("'’‘(\"")
    if not bare[:1].isupper() or key_of(bare).replace("'", "") in NO_NAMES:
        return False
    if len(bare) > 1 and bare.isupper() and bare.isalpha():
        return True
    before = before.rstrip(" \t“\"‘'(")
    last = before.rsplit(None, 1)[-1].rstrip(".").lower() if before.split() else ""
    return bool(before) and (last in HONORIFICS or not _SENTENCE_END.search(before)) and not before.endswith("\n")


def names_in(text: str) -> Counter[str]:
    """Words of a text that are written as names, without titles."""
    return Counter(
        token.key
        for token in tokens_of(text)
        if is_name(token.text, text[: token.start]) and token.key.rstrip(".") not in HONORIFICS
    )


def tell_put_in(words: str, replaced: str) -> Remark:
    """What a draft's bracket does: `words` stand in it, `replaced` are the source's words that it stands for.

    A bracket may explain, may give a word another form, and may put a name or a date for "she" or "today"; all are
    said. It is a fault where it adds, takes or turns a negation, or stands for another number, another name or another
    word that says something. Numbers put in are raised, not faulted.
    """
    ours, theirs = words.split(), replaced.split()
    shown = f"[{words}]"
    if sum(map(is_negation, ours)) != sum(map(is_negation, theirs)):
        return Remark(True, Change("negation", shown, replaced, "the bracket changes what is denied"))
    our_numbers = Counter(key_of(word) for word in ours if is_number(word))
    their_numbers = Counter(key_of(word) for word in theirs if is_number(word))
    if their_numbers - our_numbers:
        return Remark(True, Change("number", shown, replaced, "the bracket stands for another number"))
    their_names, our_names = names_in("x " + replaced), names_in("x " + words)
    if their_names - our_names and our_names - their_names:
        return Remark(True, Change("name", shown, replaced, "the bracket stands for another name"))
    if _replaces_another(ours, theirs):
        return Remark(True, Change("word", shown, replaced, "the bracket stands for another word"))
    if our_numbers - their_numbers:
        return Remark(False, Change("number", shown, replaced, "a number in a bracket, the draft's own"))
    note = f"a bracket of the draft, for “{replaced}”" if replaced else "a bracket of the draft"
    return Remark(False, Change(STYLE, shown, replaced, note))


def tell_put_beside(words: str, beside: str) -> Remark:
    """What a bracket at the edge of a quotation does. `beside` are the source's next words, which it may stand for."""
    remark = tell_put_in(words, beside)
    return remark if remark.fault and remark.change.kind != "word" else tell_put_in(words, "")


def _replaces_another(ours: list[str], theirs: list[str]) -> bool:
    """Whether the bracket stands for a word that says something, and not for a form of it: "agree[d]"."""
    stems = {key_of(word)[:STEM] for word in ours}
    return bool(ours) and any(
        key_of(word) not in COMMON
        and key_of(word)[:STEM] not in stems
        and not is_number(word)
        and not names_in("x " + word)
        for word in theirs
    )


def tell_left_out(words: str, shown: str, *, beside: int, sentence_ends: bool) -> Remark:
    """What an ellipsis hides; `shown` are its first words, `beside` counts the words on its shorter side.

    It may not hide a *not* alone: three words of one sentence or fewer, one denying. And it must stand between enough
    words: "I … steal … money" can be picked from any page, so one or two words may not reach over a sentence or far.
    """
    tokens = words.split()
    count = f"{len(tokens)} word{'s' * (len(tokens) != 1)} left out at the ellipsis"
    if beside < FEWEST_BESIDE and (sentence_ends or len(tokens) > FARTHEST):
        return Remark(True, Change("word", "…", shown, f"{count}, with too few words beside it"))
    if any(map(is_negation, tokens)):
        alone = len(tokens) <= FEWEST_BESIDE and not sentence_ends
        return Remark(alone, Change("negation", "…", shown, f"{count}, one of which denies"))
    return Remark(False, Change(STYLE, "…", shown, count))
