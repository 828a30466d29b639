"""Quotation marks of one paragraph: which open, which close, and which are none at all.

A mark is told by its form where its form tells (curly ones, guillemets, ``...''), else by its neighbours:

    he said "go        blank before, letter after: opens
    go," he            letter or comma before: closes
    the 12" pipe       a digit before and nothing open: inches
    don't, dogs', '90s apostrophes
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›'‘’‚‛`＂]")
_DOUBLE = frozenset(("``", "''", '"', "“", "”", "„", "‟", "«", "»", "＂"))
_OPENS = frozenset(("``", "“", "„", "‟", "«", "‘", "‚", "‛", "‹"))
_CLOSES = frozenset(("''", "”", "»", "’", "›"))
_BEFORE_OPENING = frozenset("([{<-–—/:…\"“„«‘‚'`")
_END_OF_WORDS = frozenset(",.?!…;:-–—")

# Words that begin with an apostrophe.
ELISIONS = frozenset(
    "tis twas twere twill em til till cause cuz n bout round cos neath tween ere ello im er id ave fraid nother".split()
)
_WORD_AHEAD = re.compile(r"[^\W\d_]+")
_YEARS_AHEAD = re.compile(r"\d0s\b|\d\d\b(?!\s*(?:[,.]?['’\"”]))")


def _begins_words(character: str) -> bool:
    """Whether quoted words may begin with this character."""
    return bool(character) and not character.isspace() and character not in ".,;:!?)]}»”’"


class Mark(NamedTuple):
    """A quotation mark at `start:end` of a paragraph. `double`: not a single one."""

    start: int
    end: int
    double: bool
    may_open: bool
    may_close: bool
    sure: bool  # its form alone tells: curly, guillemet, ``...''


def read_marks(text: str) -> tuple[Mark, ...]:
    """All marks of a paragraph that may be quotation marks, in order."""
    marks = []
    for match in _MARK.finditer(text):
        form, start, end = match.group(), match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        double = form in _DOUBLE
        if not double and _is_apostrophe(text, start, end):
            continue
        blank_before = not before or before.isspace() or before in _BEFORE_OPENING
        blank_after = not after or after.isspace()
        if form == "``":
            may_open, may_close = True, False
        elif form in _OPENS:
            # “ closes where „ opens; ‘ is a slip for an apostrophe or a closing mark behind a word.
            may_open, may_close = not blank_after or blank_before, not blank_before
        elif form in _CLOSES:
            # » opens where « closes; a ” before a word is a slip.
            may_open = (not before or before.isspace()) and _begins_words(after)
            may_close = not may_open
        else:
            may_open = blank_before and _begins_words(after)
            may_close = not may_open and not (not before or before.isspace())
            if not may_open and not may_close and double:
                may_open = may_close = True  # stands between blanks
        marks.append(Mark(start, end, double, may_open, may_close, form in _OPENS or form in _CLOSES))
    return tuple(marks)


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Between letters; before years and words such as 'tis. A plural's apostrophe is told by who pairs the marks."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() and after.isalnum():
        return True
    if before.isdigit() and text[start:end] in {"'", "’"} and not after.isalnum() and '"' in text[end : end + 6]:
        return True  # 5' 10"
    if before and not before.isspace() and before not in _BEFORE_OPENING:
        return False
    word = _WORD_AHEAD.match(text, end)
    if word and word.group().lower() in ELISIONS:
        return not _closes_right_after(text, word.end())
    return bool(_YEARS_AHEAD.match(text, end))


def _closes_right_after(text: str, at: int) -> bool:
    return text[at : at + 1] in {"'", "’"}


def is_measure(text: str, mark: Mark) -> bool:
    """Whether a double mark may stand for inches or seconds: a digit right before it."""
    return (
        mark.double and text[mark.start - 1 : mark.start].isdigit() and text[mark.start : mark.end] in {'"', "”", "''"}
    )


def is_weak_close(text: str, mark: Mark) -> bool:
    """Whether a single closing mark may as well be a plural's apostrophe: an s before it, a word after it."""
    return text[mark.start - 1 : mark.start] in {"s", "z", "x"} and bool(
        re.match(r" \w", text[mark.end : mark.end + 2])
    )


def ends_words(text: str, mark: Mark) -> bool:
    """Whether punctuation stands before the mark or after it, as it does where quoted words end."""
    return text[mark.start - 1 : mark.start] in _END_OF_WORDS or text[mark.end : mark.end + 1] in _END_OF_WORDS
