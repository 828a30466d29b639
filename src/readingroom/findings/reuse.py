"""Reuse: one text at work in two places, with names, places or numbers exchanged in otherwise equal prose.

A wire that goes round, a quotation, a forward, a copy of one message have nothing exchanged; a schedule or a form is
no prose; a disclaimer stands in many texts, and `reuse_pairs` leaves it out. What OCR made of a word is no exchange.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from readingroom.findings.reuse_exchanges import kind_of_exchange
from readingroom.findings.reuse_regions import REACH, Difference, Stretch, differences_of, stretches_of
from readingroom.findings.reuse_words import FUNCTION_WORDS, goes_round, is_date, is_wire
from readingroom.model import Exchange, ExchangeKind, PrintOf, Reuse, ReusedText
from readingroom.text import Token, tokens_of

LEAST_EQUAL = 18  # words that both texts have, of one stretch
MANY_EQUAL = 40  # from which a swapped name is what to look at first
EQUAL_SHARE = 0.6  # of the words of a stretch: less is another text
PROSE = 0.6  # of the words of a stretch begin with a small letter
FUNCTION_SHARE = 0.2  # and so many are such as only sentences have
OPENING = " \n\t\"'“‘([,;"  # may stand before a word within a sentence
STOPS = (*".!?:;•*", "")  # behind which any word has a capital
CLEAR = (ExchangeKind.NAME, ExchangeKind.NUMBER)
A_CLEAR_ONE_IN = 130  # equal words: one doubtful figure in a long text is a misprint
EQUAL_ALONE = 4  # the rank of a passage that is the same in both
INSERTED = 0.6  # of the shorter text's words at most: more is a text that quotes or sends on the other
NOISE = 1.5  # differences that are misread words, for each clear exchange: in more of them nothing is clear


_tokens = lru_cache(maxsize=64)(tokens_of)  # of the texts that stand in several pairs


class ReusableText(NamedTuple):
    """A text that may share a passage with another: a body, or what a document prints outside mail."""

    of: PrintOf
    owner: str  # Copy.id, or Document.id
    document: str
    message: str
    text: str
    sender: str = ""  # as printed; a stem of the subject: what tells a text sent again from one used again
    subject: str = ""
    conversation: str = ""


def find_reuse(one: ReusableText, other: ReusableText) -> tuple[Reuse, ...]:
    """Every stretch of two texts that is one text put to use twice, in the order of the first."""
    if is_wire(one.text) and is_wire(other.text):
        return ()
    wire = is_wire(one.text) or is_wire(other.text)
    again = bool(one.sender) and (one.sender, one.subject) == (other.sender, other.subject)
    mine, theirs = _tokens(one.text), _tokens(other.text)
    my_keys, their_keys = [token.key for token in mine], [token.key for token in theirs]
    anchors = stretches_of(my_keys, their_keys)
    part = sum(stretch.last - stretch.first for stretch in anchors) / max(1, min(len(mine), len(theirs)))
    found = []
    for anchored in anchors:
        stretch = _with_names_at_ends(one.text, mine, other.text, theirs, anchored)
        differences = differences_of(my_keys, their_keys, stretch)
        equal = stretch.last - stretch.first - sum(one.last - one.first for one in differences)
        tokens = mine[stretch.first : stretch.last]
        if equal < LEAST_EQUAL or equal < EQUAL_SHARE * len(tokens) or not _is_prose(tokens):
            continue
        words = one.text[tokens[0].start : tokens[-1].end]
        if goes_round(" ".join(words.split())):
            continue
        exchanges = [_exchange(one.text, mine, theirs, stretch, difference) for difference in differences]
        kinds = [exchange.kind for exchange in exchanges]
        if again and (ExchangeKind.NAME not in kinds or ExchangeKind.SPELLING in kinds):
            continue
        rank = _rank(equal, exchanges) or (EQUAL_ALONE if _is_inserted(one, other, part, kinds) else 0)
        if rank and not (rank == 2 and wire):
            found.append(_reuse(rank, equal, exchanges, one, other, mine, theirs, stretch))
    return tuple(found)


def _is_inserted(one: ReusableText, other: ReusableText, part: float, kinds: Sequence[ExchangeKind]) -> bool:
    """Whether a passage with nothing exchanged was put into two texts that are each more than it.

    What is most of a text is that text, sent on or quoted; and who answers in a conversation quotes from it.
    """
    if one.conversation and one.conversation == other.conversation:
        return False
    if one.of is other.of is PrintOf.REST or is_wire(one.text) or is_wire(other.text):
        return False
    return part <= INSERTED and not kinds


def _with_names_at_ends(
    text: str, mine: Sequence[Token], other: str, theirs: Sequence[Token], stretch: Stretch
) -> Stretch:
    """The stretch with names that stand between it and the line's end or beginning in both texts.

    … and asks what they are called." - Jean, Upper Farrow
    … and asks what they are called." - Pat, Ashlode
    """
    on, there = _to_line_end(text, mine, stretch.last), _to_line_end(other, theirs, stretch.other_last)
    if on and there and _are_names(mine[stretch.last : on], theirs[stretch.other_last : there]):
        stretch = stretch._replace(last=on, other_last=there)
    back, before = _to_line_start(text, mine, stretch.first), _to_line_start(other, theirs, stretch.other_first)
    if back >= 0 <= before and _are_names(mine[back : stretch.first], theirs[before : stretch.other_first]):
        stretch = stretch._replace(first=back, other_first=before)
    return stretch


def _are_names(one: Sequence[Token], other: Sequence[Token]) -> bool:
    words = [token.text for token in one], [token.text for token in other]
    return kind_of_exchange(*words) is ExchangeKind.NAME


def _to_line_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """Index behind the last of a few words from `at` to the end of its line; 0 where there are more, or none."""
    for end in range(at + 1, min(at + REACH, len(tokens)) + 1):
        if end == len(tokens) or "\n" in text[tokens[end - 1].end : tokens[end].start]:
            return end
    return 0


def _to_line_start(text: str, tokens: Sequence[Token], at: int) -> int:
    """Index of the first of a few words from the beginning of their line to `at`; -1 where there are more, or none."""
    for start in range(at - 1, max(-1, at - REACH - 1), -1):
        if start == 0 or "\n" in text[tokens[start - 1].end : tokens[start].start]:
            return start
    return -1


def _is_prose(tokens: Sequence[Token]) -> bool:
    small = sum(token.text[:1].islower() for token in tokens)
    function = sum(token.key in FUNCTION_WORDS for token in tokens)
    return small >= PROSE * len(tokens) and function >= FUNCTION_SHARE * len(tokens)


def _rank(equal: int, exchanges: Sequence[Exchange]) -> int:
    """Which of the ranks of `Reuse`, 0 for none."""
    kinds = [exchange.kind for exchange in exchanges]
    clear = sum(kind in CLEAR for kind in kinds)
    words = kinds.count(ExchangeKind.WORD)
    noise = kinds.count(ExchangeKind.SPELLING)
    if not clear + words or noise > NOISE * (clear + words):
        return 0
    lone_figure = [one for one in exchanges if one.kind is ExchangeKind.NUMBER and not is_date(one.one)]
    if clear == len(lone_figure) == 1 and not words:
        return 0  # as likely one digit misread
    if clear and clear * A_CLEAR_ONE_IN >= equal:
        return 1 if equal >= MANY_EQUAL else 2
    return 3 if words > 1 else 0


def _exchange(text: str, mine: Sequence[Token], theirs: Sequence[Token], stretch: Stretch, at: Difference) -> Exchange:
    one, other = mine[at.first : at.last], theirs[at.other_first : at.other_last]
    begins = bool(one) and text[: one[0].start].rstrip(OPENING)[-1:] in STOPS
    my_start, their_start = mine[stretch.first].start, theirs[stretch.other_first].start
    return Exchange(
        kind_of_exchange([token.text for token in one], [token.text for token in other], begins),
        " ".join(token.text for token in one),
        " ".join(token.text for token in other),
        _range(mine, at.first, at.last, my_start),
        _range(theirs, at.other_first, at.other_last, their_start),
    )


def _range(tokens: Sequence[Token], first: int, last: int, start: int) -> tuple[int, int]:
    """Where words stand in a stretch that begins at `start`; for none, the empty range behind the word before."""
    if first == last:
        at = max(start, tokens[first - 1].end if first else start) - start
        return at, at
    return tokens[first].start - start, tokens[last - 1].end - start


def _reuse(
    rank: int,
    equal: int,
    exchanges: Sequence[Exchange],
    one: ReusableText,
    other: ReusableText,
    mine: Sequence[Token],
    theirs: Sequence[Token],
    stretch: Stretch,
) -> Reuse:
    first = _reused(one, mine[stretch.first].start, mine[stretch.last - 1].end)
    second = _reused(other, theirs[stretch.other_first].start, theirs[stretch.other_last - 1].end)
    told = repr((one.owner, first.words, other.owner, second.words))
    return Reuse(f"r{hashlib.sha256(told.encode()).hexdigest()[:12]}", rank, equal, tuple(exchanges), first, second)


def _reused(text: ReusableText, start: int, end: int) -> ReusedText:
    return ReusedText(text.of, text.owner, text.document, text.message, start, text.text[start:end])
