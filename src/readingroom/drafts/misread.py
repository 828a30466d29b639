"""Words of a page that were plainly misread: "wi11" for "will".

The rule is narrow on purpose, since "fell" and "felt", "tie" and "lie", "modem" and "modern" look as much alike. A
word of the page counts as misread only where it can be no word, and never where it may be a number, a name or a *not*.
"""

from __future__ import annotations

import re

from readingroom.drafts.kinds import is_name, is_negation, is_number
from readingroom.text import fold_ocr

SHORTEST = 4  # letters of a word that may have been misread
_VOWEL = re.compile(r"[aeiouyAEIOUYà-öø-ÿÀ-ÖØ-Þ]")
_DIGIT_INSIDE = re.compile(r"[^\W\d_][\d|!$]+[^\W\d_]|[^\W\d_]{2}[\d|!$]+$|^[\d|!$]+[^\W\d_]{3}")
_ARTICLE_BEHIND = frozenset(("of", "in", "to", "on", "for", "by", "at", "from", "with", "and", "is", "that"))
_VERB_BEHIND_I = frozenset(
    ("will", "have", "am", "was", "would", "know", "think", "did", "had", "can", "could", "should", "want", "need")
)


def is_misread(draft: str, page: str, before: str) -> bool:
    """Whether `page` is plainly a misreading of the word `draft`. `before` is the text before it in the draft."""
    if draft == "I" and page in {"l", "|"}:
        return True
    if len(draft) < SHORTEST or not draft.replace("'", "").replace("’", "").isalpha():
        return False
    if is_negation(draft) or is_number(draft) or is_name(draft, before):
        return False
    if fold_ocr(draft) != fold_ocr(page):
        return False
    no_vowel = len(page) >= SHORTEST and page.isalpha() and not page.isupper() and not _VOWEL.search(page)
    return no_vowel or bool(_DIGIT_INSIDE.search(page))


def is_stray_blank(left: str, right: str) -> bool:
    """Whether a blank on the page between these two plainly cuts a word: one of them can be no word."""
    return not is_negation(left + right) and any(
        part.isalpha() and part.islower() and not _VOWEL.search(part) for part in (left, right)
    )


def is_lost_blank(left: str, right: str) -> bool:
    """Whether two words of the draft that the page runs together are plainly two: "Iwill", "ofthe"."""
    return (left == "I" and right in _VERB_BEHIND_I) or (right == "the" and left.lower() in _ARTICLE_BEHIND)
