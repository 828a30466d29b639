"""A quotation whose words stop at a redaction mark: what it says more could lie under the mark."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.drafts.lookup import Text
from readingroom.drafts.shelf import Shelf
from readingroom.model import Redaction
from readingroom.text import Token

MOST_SHOWN = 60  # words on either side of a mark that are looked at
FEWEST_SHOWN = 3  # words that must stand right before or right behind the mark


class Covered(NamedTuple):
    """Words of a quotation around a redaction: `before` and `after` are counts of its words, `start:end` characters."""

    text: Text
    redaction: Redaction
    start: int
    end: int
    before: int
    after: int


def find_covered(sought: Sequence[Token], texts: Sequence[Text], shelf: Shelf) -> Covered | None:
    """The redaction that most of the quotation's words stand around, if any.

    We will ████ tomorrow      "We will not be there tomorrow": two words before, one behind, three could lie under it
    """
    keys = [token.key for token in sought]
    best: Covered | None = None
    for text in texts:
        if not text.hidden:
            continue
        tokens, hay = shelf.tokens(text), shelf.keys(text)
        starts = [token.start for token in tokens]
        for at, redaction in text.hidden:
            place = bisect_left(starts, at)
            before = _longest_before(keys, hay[max(0, place - min(len(keys), MOST_SHOWN)) : place])
            after = _longest_after(keys[before:], hay[place : place + MOST_SHOWN])
            if before + after < FEWEST_SHOWN or max(before, after) < 2 or before + after == len(keys):
                continue
            if best is None or before + after > best.before + best.after:
                start = tokens[place - before].start if before else at
                end = tokens[place + after - 1].end if after else tokens[place - 1].end
                best = Covered(text, redaction, start, max(start, end), before, after)
    return best


def _longest_before(keys: Sequence[str], shown: Sequence[str]) -> int:
    """How many of the first keys are the last ones shown."""
    return next((n for n in range(len(shown), 0, -1) if list(keys[:n]) == list(shown[-n:])), 0)


def _longest_after(keys: Sequence[str], shown: Sequence[str]) -> int:
    """How many of the last keys are the first ones shown."""
    most = min(len(keys), len(shown))
    return next((n for n in range(most, 0, -1) if list(keys[-n:]) == list(shown[:n])), 0)
