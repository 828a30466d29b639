"""Which words of a page are handed on: its text layer's, or those that OCR reads off its picture.

A layer that the page paints is taken as it is. One that lies on a picture was read by somebody's OCR: where its words
look misread it is in doubt, and so is a layer in a code of its own. Only a layer in doubt is held against our own OCR.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.model import TextWhy, Word
from readingroom.pages.language import is_odd, looks_of
from readingroom.pages.scan import reads_badly

FEW_WORDS = 5  # a layer with fewer, stamps at head and foot left out, is no layer of a page that is one picture
MARGIN = 0.1  # of the page's height, where stamps stand
RUBBISH = 0.25  # of a layer's characters that stand for nothing, from which on OCR reads better
DOUBT_ON_PICTURE = 0.03  # odd words of a layer that lies on a picture: an agency's good OCR has half as many
DOUBT_IN_PRINT = 0.3  # odd words of a layer that the page paints: fonts with a false code table have nearly all
FEWEST_SEEN = 8  # words that must speak before a painted layer is doubted
SAME_TEXT = 0.92  # of the words that OCR is sure of, those that a good layer has at the same place
SURE = 0.9
ASIDE, BELOW = 40.0, 9.0  # points that a layer's word may lie beside and below its print
ON_INK = 0.9  # of a layer's words, those that must lie where the picture shows something
PRIOR_SLIPS, PRIOR_WORDS = 1.8, 30  # what is taken for misread before any word is seen, and of how many
UNSEEN_SLIPS = 1.7  # words misread, to one that looks so
LOOKS_MISREAD = 0.4  # confidence of a word that does
BETTER = 0.01  # by how much the share of odd words must be smaller


class Standing(NamedTuple):
    """What a page's text layer is worth, before its picture is looked at."""

    why: TextWhy  # PRINTED or TRUSTED where it may be taken, ASKED where somebody chose; else why it may not
    doubt: bool  # it is to be held against OCR first


def standing_of(words: Sequence[Word], odd: float, height: float, on_picture: bool) -> Standing:
    """The standing of a layer on a page so many points high. `odd`: see `Layer.odd`."""
    if not words:
        return Standing(TextWhy.NO_LAYER, False)
    if odd > RUBBISH:
        return Standing(TextWhy.RUBBISH, False)
    looks = looks_of(words)
    if not on_picture:
        return Standing(TextWhy.PRINTED, looks.seen >= FEWEST_SEEN and looks.share >= DOUBT_IN_PRINT)
    # Stamps laid over a scan are no layer of it.
    top, bottom = MARGIN * height, (1 - MARGIN) * height
    inner = sum(top < (word.box.y0 + word.box.y1) / 2 < bottom for word in words)
    if inner < FEW_WORDS:
        return Standing(TextWhy.NO_LAYER, False)
    return Standing(TextWhy.TRUSTED, looks.share >= DOUBT_ON_PICTURE)


def reads_worse(layer: Sequence[Word], read: Sequence[Word]) -> bool:
    """Whether a layer says less of the page than what OCR `read` off its picture."""
    if reads_badly(read):
        return False
    sure = [word for word in read if word.confidence >= SURE and len(word.text) > 2]
    if _at_their_places(sure, layer) < SAME_TEXT * len(sure):
        return True
    return looks_of(read).share < looks_of(layer).share - BETTER


def as_sure_as_it_looks(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a layer that somebody's OCR read, with confidences by how many of the page look misread.

    A word's confidence is the share of words that are right on pages that look so; measured on layers with known text.
    """
    looks = looks_of(words)
    right = 1 - UNSEEN_SLIPS * (looks.odd + PRIOR_SLIPS) / (looks.seen + PRIOR_WORDS)
    usual = round(max(LOOKS_MISREAD, right), 3)
    return tuple(word._replace(confidence=LOOKS_MISREAD if is_odd(word.text) else usual) for word in words)


def _at_their_places(sure: Sequence[Word], layer: Sequence[Word]) -> int:
    """How many of the words a layer has as well, at about the same place."""
    places = defaultdict(list)
    for word in layer:
        places[word.text].append(word.box)
    found = 0
    for word in sure:
        x, y = word.box.x0, (word.box.y0 + word.box.y1) / 2
        near = (box for box in places[word.text] if abs(box.x0 - x) < ASIDE and abs((box.y0 + box.y1) / 2 - y) < BELOW)
        match = next(near, None)
        if match:
            places[word.text].remove(match)
            found += 1
    return found
