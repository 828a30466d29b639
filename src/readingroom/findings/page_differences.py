"""What a page shows in one release and not in another: words newly shown or hidden, and codes swapped.

Words are compared folded; what OCR may have made of one word is no difference. Words that only one of the two has are
newly shown or hidden where the other has a redaction at their place, or where they are several in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from readingroom.model import Box, Difference, DifferenceKind, Redaction, RedactionWhere, Span, Word
from readingroom.text import fold_ocr, key_of, overlap

ALIKE = 70.0  # rapidfuzz ratio from which runs of words are one, misread
SEVERAL = 4  # words in a row that differ by no accident
HALF = 0.5  # of the smaller of two marks that are one lies in the other
NEAR = 6.0  # points around a redaction in which a word counts as standing at its place
_LETTERS = re.compile(r"[^\W_]{2}")


class ComparedPage(NamedTuple):
    """A page of one of the two releases: its words in reading order without stamps, and its redactions."""

    source: str
    number: int
    words: tuple[Word, ...]
    redactions: tuple[Redaction, ...]


def page_differences(one: ComparedPage, other: ComparedPage) -> tuple[Difference, ...]:
    """Differences of one page in two releases, in the order of the page; codes last."""
    return (*_in_words(one, other), *_in_codes(one, other))


def _in_words(one: ComparedPage, other: ComparedPage) -> Iterator[Difference]:
    mine, theirs = [key_of(word.text) for word in one.words], [key_of(word.text) for word in other.words]
    if mine == theirs:
        return
    for op in Levenshtein.opcodes(mine, theirs):
        if op.tag == "equal":
            continue
        gone, new = one.words[op.src_start : op.src_end], other.words[op.dest_start : op.dest_end]
        if gone and new and _alike(gone, new):
            continue
        yield from _one_sided(new, other, one, DifferenceKind.SHOWN)
        yield from _one_sided(gone, one, other, DifferenceKind.HIDDEN)


def _one_sided(
    words: Sequence[Word], where: ComparedPage, there: ComparedPage, kind: DifferenceKind
) -> Iterator[Difference]:
    """Words that only `where` has, as newly shown or hidden: a mark in `there` at their place, or several in a row."""
    telling = [word for word in words if _LETTERS.search(word.text)]
    marks = [mark for mark in there.redactions if any(_at_place(word.box, mark) for word in telling)]
    if not telling or (not marks and len(telling) < SEVERAL):
        return
    span = Span(where.source, where.number, tuple(word.box for word in words))
    hides = Span(there.source, there.number, tuple(mark.box for mark in marks)) if marks else None
    codes = tuple(sorted({code for mark in marks for code in mark.codes}))
    text = " ".join(word.text for word in words)
    if kind is DifferenceKind.SHOWN:
        yield Difference(kind, text, len(words), codes, (), hides, span)
    else:
        yield Difference(kind, text, len(words), (), codes, span, hides)


def _at_place(box: Box, mark: Redaction) -> bool:
    if mark.where is RedactionWhere.PAGE:
        return True
    at, middle = mark.box, (box.y0 + box.y1) / 2
    on_line = at.y0 - NEAR <= middle <= at.y1 + NEAR
    return on_line and (mark.where is RedactionWhere.MARGIN or (box.x0 < at.x1 + NEAR and box.x1 > at.x0 - NEAR))


def _alike(gone: Sequence[Word], new: Sequence[Word]) -> bool:
    one, other = fold_ocr("".join(word.text for word in gone)), fold_ocr("".join(word.text for word in new))
    return fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


def _in_codes(one: ComparedPage, other: ComparedPage) -> Iterator[Difference]:
    for mark in one.redactions:
        same = [
            there for there in other.redactions if there.where is mark.where and overlap(mark.box, there.box) > HALF
        ]
        if mark.codes and len(same) == 1 and same[0].codes and set(mark.codes) != set(same[0].codes):
            yield Difference(
                DifferenceKind.CODES,
                "",
                0,
                mark.codes,
                same[0].codes,
                Span(one.source, one.number, (mark.box,)),
                Span(other.source, other.number, (same[0].box,)),
            )
