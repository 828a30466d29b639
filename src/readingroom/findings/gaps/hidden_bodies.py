"""Copies whose body shows nothing but codes: the header is printed, what was written is not.

From: Rook    To: Gull    Subject: Lamps
B5       a mark below the header, above the next one; no words, or
All,                                                  a greeting and a name
"""

from __future__ import annotations

import re
from typing import NamedTuple

from readingroom.findings.gaps.phrases import GREETINGS, MOST_GREETING
from readingroom.model import Copy, FieldName, Redaction, RedactionWhere, Telling, TellingKind

_WORD = re.compile(r"[^\W_]+")
_SLACK = 3.0  # points that a mark beside the last line of a header may stand lower


class Short(NamedTuple):
    """A copy with codes and hardly any words, with the marks of its pages and where the next copy begins."""

    copy: Copy
    marks: tuple[Redaction, ...]
    below: tuple[int, float]  # page and y in points; beyond all pages where no copy follows


def find_hidden_body(short: Short) -> Telling | None:
    """What says that the body is withheld, or None: no code stands in its place, or more shows than a greeting."""
    copy_ = short.copy
    words = _WORD.findall(copy_.body.text)
    if len(words) > MOST_GREETING or not all(_is_greeting(word, copy_) for word in words):
        return None
    begins = max(
        ((run.page, run.box.y1) for field in copy_.fields for run in field.printed.runs), default=(copy_.page, 0.0)
    )
    codes = sorted(
        {
            code
            for mark in short.marks
            if mark.where in (RedactionWhere.BOX, RedactionWhere.MARGIN)
            and begins <= (mark.page, (mark.box.y0 + mark.box.y1) / 2 - _SLACK)
            and (mark.page, mark.box.y0) < short.below
            for code in mark.codes
        }
    )
    if not codes:
        return None
    shown = " ".join(copy_.body.text.split())
    place = (copy_.document, copy_.id, copy_.source, copy_.page, 0, len(copy_.body.text))
    return Telling(TellingKind.WITHHELD, *place, shown, "", tuple(codes), len(words), 1.0)


def _is_greeting(word: str, copy_: Copy) -> bool:
    small = word.lower()
    if small in GREETINGS or (len(word) <= 3 and word.isupper()):
        return True
    people = " ".join(copy_.field(name).printed.text for name in (FieldName.FROM, FieldName.TO, FieldName.CC)).lower()
    return len(small) > 2 and word[0].isupper() and small[:3] in people
