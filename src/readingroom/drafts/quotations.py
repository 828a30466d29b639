"""A draft → its quotations."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from readingroom.drafts.draft import DraftText, ParagraphKind
from readingroom.drafts.pairs import find_stretches
from readingroom.drafts.vocabulary import SAYING
from readingroom.model import Quotation, QuotationKind

LONGEST_ATTRIBUTION = 90  # characters between the two halves of a broken quotation
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.?!…]\s")  # "Mr." ends none
_CARRIERS = frozenset((ParagraphKind.BODY, ParagraphKind.LIST, ParagraphKind.QUOTE))


class _Raw(NamedTuple):
    """A quotation while it is put together: places in the draft's text of each piece."""

    pieces: list[tuple[int, int]]  # grown in place: a draft of nothing but halves has tens of thousands
    paragraph: int
    kind: QuotationKind
    closed: bool


def find_quotations(draft: DraftText) -> tuple[Quotation, ...]:
    """All quotations of a draft, in order; none in credits, nor in captions in which nobody is said to speak or write.

    A quotation inside a quotation is part of it and not checked by itself. Halves around a short attribution
    ("I will," she said, "go") are one quotation of two pieces. Where paragraphs each begin with an opening mark and
    only the last one closes, they are one quotation. A block set off as a quotation is one, unless it carries marks.
    """
    text = draft.text
    starts = [0, *accumulate(len(paragraph.text) + 1 for paragraph in draft.paragraphs)]
    found: list[_Raw] = []
    open_paragraph = -1
    for number, paragraph in enumerate(draft.paragraphs):
        if paragraph.kind is ParagraphKind.CREDIT:
            continue
        if paragraph.kind is ParagraphKind.CAPTION and not _says(paragraph.text):
            continue
        kind = QuotationKind.HEADLINE if paragraph.kind is ParagraphKind.HEADLINE else QuotationKind.BODY
        shift = starts[number]
        stretches = find_stretches(paragraph.text)
        if not stretches and paragraph.kind is ParagraphKind.QUOTE:
            found.append(_Raw([(shift, shift + len(paragraph.text))], number, kind, True))
        for nth, stretch in enumerate(stretches):
            place = (shift + stretch.start, shift + stretch.end)
            begins = nth == 0 and not paragraph.text[: stretch.start - 1].strip(" “\"«„`‘'")
            last = found[-1] if found else None
            if last and begins and open_paragraph == number - 1 and not last.closed and paragraph.kind in _CARRIERS:
                last.pieces[-1] = (last.pieces[-1][0], place[1])
                found[-1] = last._replace(closed=stretch.closed)
            elif last and last.paragraph == number and last.closed and _goes_on(text, last.pieces[-1], place):
                last.pieces.append(place)
                found[-1] = last._replace(closed=stretch.closed)
            else:
                found.append(_Raw([place], number, kind, stretch.closed))
            reaches_end = stretch.end >= len(paragraph.text)
            open_paragraph = number if not stretch.closed and reaches_end else -1
    return tuple(_quotation(raw, text) for raw in found)


def _goes_on(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches are halves of one sentence, broken by words such as `," she said, "`.

    The first half must not end a sentence, the attribution must be short, say that somebody speaks or writes, and end
    in a comma: `"Not tonight," he wrote. "Send two."` are two quotations.
    """
    first, between = text[one[0] : one[1]].rstrip(), text[one[1] : other[0]].strip("”\"»“„«`' ’‘")
    if len(between) > LONGEST_ATTRIBUTION or not between.endswith((",", "—", "–", "-")) or not first:
        return False
    if _SENTENCE_END.search(between):
        return False
    if first[-1] in ".…" or (first[-1].isalnum() and not between.startswith((",", "—", "–", "-"))):
        return False
    return _says(between)


def _says(words: str) -> bool:
    return any(word.group().lower() in SAYING for word in _WORD.finditer(words))


def _quotation(raw: _Raw, text: str) -> Quotation:
    pieces = tuple(_clean(text[start:end]) for start, end in raw.pieces)
    return Quotation(
        text=" ".join(pieces),
        start=raw.pieces[0][0],
        end=raw.pieces[-1][1],
        kind=raw.kind,
        pieces=pieces,
        paragraph=raw.paragraph,
        note=""
        if raw.closed
        else "No closing mark was found: taken to the end of the paragraph or to the next quotation.",
    )


def _clean(words: str) -> str:
    """Without the opening marks that a quotation repeats where it runs over paragraphs."""
    return re.sub(r"\n[“\"«„‘`]+", "\n", words).strip()
