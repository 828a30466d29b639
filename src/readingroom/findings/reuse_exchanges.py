"""What kind of exchange a difference is: a name, a number, another word, or the same word misread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from readingroom.model import ExchangeKind
from readingroom.text import fold_ocr

LONGEST = 5  # words on a side of an exchange; more are another clause
ALIKE = 55.0  # rapidfuzz ratio from which two words are one, misread or spelt otherwise
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million first second"
    " third fourth fifth sixth seventh eighth ninth tenth dozen half".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december am pm a.m p.m".split()
)
SMALL_WORDS = frozenset("a an and at by de for from in of on or s the to van von with &".split())  # inside names

OPPOSED = frozenset(  # look-alikes that are never one misread word
    "he she his her him hers himself herself son daughter mother father man woman men women north south east west"
    " northern southern eastern western".split()
)
TELLING = 4  # letters of a word that is not taken for another by a letter or two misread
LONGEST_FIGURE = 6  # digits: a longer one is a telephone, an account, an address of a machine

_PLAIN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*[.'’]?")  # a word as print has it: letters, joined at most
_FIGURES = re.compile(r"[$€£#]?\d[\d.,:/%$€£()-]*(?:st|nd|rd|th|am|pm|k|m|bn)?", re.IGNORECASE)
_DIGITS = re.compile(r"\D+")
_VOWELS = frozenset("aeiouyáéíóúàèìòùäëïöüâêîôû")


def kind_of_exchange(one: Sequence[str], other: Sequence[str], begins: bool = False) -> ExchangeKind:
    """The kind of the words `one` standing in for `other`, both as printed; `begins`: they begin a sentence.

    Doubtful words are SPELLING: what OCR may have made of one word is no exchange.
    """
    if not one or not other or max(len(one), len(other)) > LONGEST:
        return ExchangeKind.ADDED
    if all(map(_is_number, one)) and all(map(_is_number, other)):
        return ExchangeKind.SPELLING if _one_figure(one, other) else ExchangeKind.NUMBER
    if all(word.casefold() in OPPOSED for word in (*one, *other)):
        return ExchangeKind.WORD
    if not all(_is_printed_word(word) or _is_number(word) for word in (*one, *other)) or _look_alike(one, other):
        return ExchangeKind.SPELLING
    if _is_name(one, begins) and _is_name(other, begins):
        return ExchangeKind.NAME
    return ExchangeKind.WORD if _is_telling(one) and _is_telling(other) else ExchangeKind.SPELLING


def _one_figure(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two figures may be one: misread, cut at an end, or a number by which nothing is counted."""
    mine, theirs = "".join(one), "".join(other)
    if fold_ocr(mine) == fold_ocr(theirs):
        return True
    digits, their_digits = _DIGITS.sub("", mine), _DIGITS.sub("", theirs)
    if not digits or not their_digits:
        return False
    if max(map(len, map(_digits_of, (*one, *other)))) > LONGEST_FIGURE:
        return True
    shorter, longer = sorted((digits, their_digits), key=len)
    return longer.startswith(shorter) or longer.endswith(shorter)


def _digits_of(word: str) -> str:
    return _DIGITS.sub("", word)


def _look_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    mine, theirs = fold_ocr("".join(one)), fold_ocr("".join(other))
    if mine == theirs or fuzz.ratio(mine, theirs) >= ALIKE:
        return True
    return len(one) != len(other) and (mine in theirs or theirs in mine)  # a word that OCR cut, or left half of


def _is_number(word: str) -> bool:
    spelt = NUMBER_WORDS | TIME_WORDS
    return bool(_FIGURES.fullmatch(word)) or all(part in spelt for part in word.casefold().split("-"))


def _is_printed_word(word: str) -> bool:
    """Whether it is a word as people write it: letters, a vowel if it is long, no capital in the middle."""
    if not _PLAIN.fullmatch(word):
        return word in SMALL_WORDS
    if len(word) > 4 and _VOWELS.isdisjoint(word.casefold()):
        return False
    return word.isupper() or all(part[1:] == part[1:].lower() for part in re.split(r"['’.-]", word))


def _is_name(words: Sequence[str], begins: bool) -> bool:
    telling = [word for word in words if word.casefold() not in SMALL_WORDS]
    if not telling or not all(word[:1].isupper() or _is_number(word) for word in telling):
        return False
    if begins and len(telling) == 1 and not telling[0].isupper():
        return False  # any word has a capital there
    return any(not _is_number(word) for word in telling) and _is_telling(telling)


def _is_telling(words: Sequence[str]) -> bool:
    """Whether one of the words is so long that it is no other word misread."""
    return any(len(word) >= TELLING or (len(word) == TELLING - 1 and word.isupper()) for word in words)
