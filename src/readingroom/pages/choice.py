"""Which words of a page are handed on: its text layer's, or those that OCR reads off its picture.

A layer that the page paints is taken as it is. One that lies on a picture was read by somebody's OCR: where its words
look misread it is in doubt, and so is a layer in a code of its own. Only a layer in doubt is held against our own OCR.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.model import TextWhy, Word
from readingroom.pages.language import looks_of
from readingroom.pages.scan import reads_badly

FEW_WORDS = 5  # a layer with fewer, stamps at head and foot left out, is no layer of a page that is one picture
MARGIN = 0.1  # of the page's height, where stamps stand
RUBBISH = 0.25  # of a layer's characters that stand for nothing, from which on OCR reads better
DOUBT_ON_PICTURE = 0.03  # odd words of a layer that lies on a picture: an agency's good OCR has half as many
DOUBT_IN_PRINT = 0.3  # odd words of a layer that the page paints: fonts with a false code table have nearly all
FEWEST_SEEN = 8  # words that must speak before a painted layer is doubted
SAME_TEXT = 0.5  # of the words that OCR is sure of, those in a layer of the same page
SURE = 0.9
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
    sure = Counter(word.text for word in read if word.confidence >= SURE and len(word.text) > 2)
    shared = (sure & Counter(word.text for word in layer)).total()
    if shared < SAME_TEXT * sure.total():
        return True
    return looks_of(read).share < looks_of(layer).share - BETTER
