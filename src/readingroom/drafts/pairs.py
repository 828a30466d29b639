"""Marks of one paragraph → the outermost quoted stretches."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from readingroom.drafts.marks import Mark, ends_words, is_measure, is_weak_close, read_marks

MOST_INSIDE = 200  # marks inside one quotation
DEEPEST = 8  # quotations within quotations


class Stretch(NamedTuple):
    """Quoted words at `start:end` of a paragraph, marks taken off. `closed`: its closing mark was found."""

    start: int
    end: int
    closed: bool
    double: bool


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """The outermost quotations of one paragraph, in order.

    What is quoted inside a quotation is part of it. A quotation without a closing mark ends where the next one begins,
    or at the end of the paragraph.
    """
    marks = read_marks(text)
    behind = tuple(accumulate((mark.double for mark in reversed(marks)), initial=0))[::-1][1:]  # double marks
    stretches: list[Stretch] = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not mark.may_open or (is_measure(text, mark) and not mark.sure):
            at += 1
            continue
        close = _close_double(text, marks, behind, at) if mark.double else _close_single(text, marks, at)
        if close is not None:
            stretches.append(Stretch(mark.end, marks[close].start, True, mark.double))
            at = close + 1
        elif mark.double:
            ahead = range(at + 1, len(marks))
            after = next((n for n in ahead if _only_opens(marks[n])), len(marks))
            end = marks[after].start if after < len(marks) else len(text)
            stretches.append(Stretch(mark.end, end, False, True))
            at = after
        else:
            at += 1
    return tuple(stretch for stretch in stretches if text[stretch.start : stretch.end].strip())


def _close_double(text: str, marks: tuple[Mark, ...], behind: tuple[int, ...], opening: int) -> int | None:
    """Index of the mark that closes the double mark at `opening`; double marks inside it may nest.

    `behind` counts the double marks behind each. Behind a digit a straight one means inches if an odd number follows.
    """
    depth = 1
    for at in range(opening + 1, min(len(marks), opening + MOST_INSIDE)):
        mark = marks[at]
        if not mark.double:
            continue
        if mark.may_open and not (mark.may_close and (mark.sure or not _is_followed_by_word(text, mark))):
            depth += 1
            if depth > DEEPEST:
                return None
        elif is_measure(text, mark) and not mark.sure and behind[at] % 2 == 1:
            continue
        elif mark.may_close or mark.may_open:
            depth -= 1
            if depth == 0:
                return at
    return None


def _close_single(text: str, marks: tuple[Mark, ...], opening: int) -> int | None:
    """Index of the mark that closes the single mark at `opening`; None where it is no quotation mark after all."""
    weak = None
    inside_double = 0
    for at in range(opening + 1, min(len(marks), opening + MOST_INSIDE)):
        mark = marks[at]
        if mark.double:
            inside_double += 1 if mark.may_open and not mark.may_close else -1
            if inside_double < 0:
                break
            continue
        if inside_double:
            continue
        if mark.may_close:
            if not is_weak_close(text, mark) or ends_words(text, mark):
                return at
            weak = at if weak is None else weak
        elif mark.may_open:
            break
    return weak


def _only_opens(mark: Mark) -> bool:
    return mark.double and mark.may_open and not mark.may_close


def _is_followed_by_word(text: str, mark: Mark) -> bool:
    return text[mark.end : mark.end + 1].isalnum()
