"""The words on the pages that come closest to a quotation that stands nowhere letter for letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.drafts.kinds import is_name, is_negation, is_number
from readingroom.drafts.lookup import Text
from readingroom.drafts.shelf import Shelf
from readingroom.drafts.vocabulary import COMMON
from readingroom.model import Change
from readingroom.text import Edit, Token, edits_of, fold_ocr, key_of, locate_words

_ROUGH = re.compile(r"\w+")
MOST_RANKED = 1_000  # words of a quotation that texts are ranked by
ALIGNED = 5  # texts, the likeliest, that are aligned word by word
COMMON_WEIGHT = 0.4  # of a common word, where others count 1


class Closest(NamedTuple):
    """Words of one text laid beside a quotation's. `pairs` are indices into its words and into the text's."""

    text: Text
    pairs: tuple[tuple[int | None, int | None], ...]
    tokens: tuple[Token, ...]
    start: int  # characters
    end: int
    agreed: float  # 0..1: share of the quotation's words that stand there, common ones counting less
    same: int  # how many words
    same_rare: int  # how many that are not common
    run: int  # how many in a row

    def edits(self, sought: Sequence[Token]) -> tuple[Edit, ...]:
        """The word-level difference."""
        return edits_of(self.pairs, [token.text for token in sought], [token.text for token in self.tokens])


def find_closest(sought: Sequence[Token], texts: Sequence[Text], shelf: Shelf) -> list[Closest]:
    """The few texts that come closest, the best first."""
    keys = _rough_words(" ".join(token.text for token in sought[:MOST_RANKED]))
    wanted = set(keys)
    scored = []
    for number, text in enumerate(texts):
        hay = _rough_words(text.passage.text)
        if not wanted.isdisjoint(hay):
            scored.append((-fuzz.partial_ratio(keys, hay) if len(hay) > len(keys) else -fuzz.ratio(keys, hay), number))
    closest = [_lay(sought, texts[number], shelf) for _, number in sorted(scored)[:ALIGNED]]
    return sorted((one for one in closest if one is not None), key=lambda one: -one.agreed)


def _rough_words(text: str) -> list[str]:
    """Words without places, good enough to rank texts by: five times faster than `tokens_of`."""
    return _ROUGH.findall(text.casefold())


def _lay(sought: Sequence[Token], text: Text, shelf: Shelf) -> Closest | None:
    tokens, keys = shelf.tokens(text), shelf.keys(text)
    pairs = locate_words([token.key for token in sought], keys).pairs
    matched = [(one, other) for one, other in pairs if one is not None and other is not None]
    if not matched:
        return None
    same = [sought[one].key for one, other in matched if sought[one].key == keys[other]]
    whole = sum(map(_weight, (token.key for token in sought)))
    return Closest(
        text,
        pairs,
        tokens,
        tokens[matched[0][1]].start,
        tokens[matched[-1][1]].end,
        sum(map(_weight, same)) / whole,
        len(same),
        sum(key not in COMMON for key in same),
        max(
            (
                len(edit.draft)
                for edit in edits_of(pairs, [t.text for t in sought], [t.text for t in tokens])
                if edit.op == "same"
            ),
            default=0,
        ),
    )


def _weight(key: str) -> float:
    return COMMON_WEIGHT if key in COMMON else 1.0


def list_changes(closest: Closest, sought: Sequence[Token], draft: str) -> tuple[Change, ...]:
    """What differs, word by word, in order. `draft` is the text of which `sought` are the words."""
    changes = []
    one_at, other_at = 0, min(other for _, other in closest.pairs if other is not None)
    for edit in closest.edits(sought):
        ours = sought[one_at : one_at + len(edit.draft)]
        theirs = closest.tokens[other_at : other_at + len(edit.source)]
        one_at, other_at = one_at + len(ours), other_at + len(theirs)
        if edit.op != "same":
            source = closest.text.passage.text
            kind = _tell_kind(ours, theirs, draft, source)
            changes.append(Change(kind, " ".join(edit.draft), " ".join(" ".join(edit.source).split()), _note(edit)))
    return tuple(changes)


def _tell_kind(ours: Sequence[Token], theirs: Sequence[Token], draft: str, source: str) -> str:
    if sum(is_negation(token.text) for token in ours) != sum(is_negation(token.text) for token in theirs):
        return "negation"
    our_numbers = sorted(token.key for token in ours if is_number(token.text))
    if our_numbers != sorted(token.key for token in theirs if is_number(token.text)):
        return "number"
    our_names = sorted(token.key for token in ours if is_name(token.text, draft[: token.start]))
    their_names = sorted(
        token.key for token in theirs if is_name(token.text, source[max(0, token.start - 80) : token.start])
    )
    return "name" if our_names != their_names else "word"


def _note(edit: Edit) -> str:
    if edit.op == "left out":
        return "on the page, not in the draft"
    if edit.op == "added":
        return "in the draft, not on the page"
    if sorted(map(key_of, edit.draft)) == sorted(map(key_of, edit.source)):
        return "in another order on the page"
    if fold_ocr("".join(edit.draft)) == fold_ocr("".join(edit.source)):
        return "look-alikes: perhaps the page was misread, look at it"
    return "other words on the page"
