"""Expansions: where a text says in words what a sign stands for.

    the Policy Planning Staff (S/P)          words, sign behind them
    QDDR (Quadrennial Diplomacy and ...)     sign, words behind it
    Director-General (DG)                    the same, of a post

Words behind or before a sign are its expansion where the letters of the sign begin them in order; or, before a sign in
brackets, where they are what an office or a post is called, whatever the letters: "Legislative Affairs (H)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readingroom.people.alias_words import INNER, NOT_SIGNS, OFFICE_HEADS, POST_HEADS

MOST_WORDS = 12  # of an expansion
WINDOW = 120  # characters beside a sign in which its expansion stands
_BRACKETED = re.compile(
    r"[ \n]\([\"“']?((?=[^()]*[A-Z])[A-Z][A-Za-z0-9&]*(?:[/-][A-Z][A-Za-z]*)*)[\"”']?\)"
)  # a sign in brackets
_BEHIND = re.compile(r"\b([A-Z][A-Z&/-]{1,9})[ \n]\(([A-Z][^()\n]{5,100}(?:\n[^()\n]{1,100})?)\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?(?:-[^\W_]+)*|&")
_BREAK = re.compile(r"[.;:!?()\[\]\"“”•|>]|\n[ \t]*\n|,[ \n](?=and\b)|\s[—–-]+\s")
_SPELLED = re.compile(
    r"\b(?P<head>[A-Z][a-z]{2,11}) (?P<number>\d{1,3})\b(?![.,:]\d)|\b(?P<general>[A-Z][a-z]{4,11})[ -]General\b"
)
_LONGEST_SIGN = 12
MARKS = frozenset("USCTR")  # in brackets, letters that classify what they stand beside, or call a plan tentative


class Expansion(NamedTuple):
    """Characters start..end of a text say in words what `sign` stands for. Made by `find_expansions`."""

    sign: str  # as printed
    words: str  # line ends as blanks
    start: int  # of the words
    end: int
    by_letters: bool  # the letters of the sign begin the words; else the words are called as an office or a post is


def find_expansions(text: str) -> Iterator[Expansion]:
    """Expansions in the order of the text."""
    if "(" not in text:
        return
    for found in _BRACKETED.finditer(text):
        sign = found[1]
        if len(sign) > _LONGEST_SIGN or sign.casefold() in NOT_SIGNS or not _is_sign(sign):
            continue
        first = max(0, found.start() - WINDOW)
        before = text[first : found.start()]
        breaks = [one.end() for one in _BREAK.finditer(before)]
        start = breaks[-1] if breaks else 0
        words = list(_WORD.finditer(before, start))[-MOST_WORDS:]
        at = _begin_of_letters(sign, [word[0] for word in words])
        by_letters = at >= 0
        if not by_letters:  # the name of an office is on the line of its sign
            line = before.rfind("\n") + 1
            words = [word for word in words if word.start() >= line]
            at = _title_begins(sign, [word[0] for word in words])
        if at >= 0:
            span = first + words[at].start(), first + words[-1].end()
            yield Expansion(sign, _plain(text[slice(*span)]), *span, by_letters)
    for found in _BEHIND.finditer(text):
        spelled = [word[0] for word in _WORD.finditer(found[2])]
        if found[1].casefold() not in NOT_SIGNS and len(spelled) > 1 and _begin_of_letters(found[1], spelled) == 0:
            yield Expansion(found[1], _plain(found[2]), found.start(2), found.end(2), True)


def _plain(words: str) -> str:
    return re.sub(r"['’]s$", "", " ".join(words.split()))


def find_spelled(text: str) -> Iterator[Expansion]:
    """Names of offices and posts that are often called by their letters: "District 4" (D4), "Director-General" (DG)."""
    for found in _SPELLED.finditer(text):
        head, number, general = found["head"], found["number"], found["general"]
        if head and head.casefold() in OFFICE_HEADS:
            yield Expansion(f"{head[0]}{number}", f"{head} {number}", found.start(), found.end(), True)
        elif general and general.casefold() in POST_HEADS:
            yield Expansion(f"{general[0]}G", _plain(found[0]), found.start(), found.end(), True)


def kind_of_words(words: str) -> str:
    """What such words call: "post", "office", or "" for anything else. Of a post where its head comes first.

    "Director of the Office of Bridges" is a post, "Office of the Director" an office, "Deputy Secretary" a post.
    """
    plain = [word.casefold() for word in _WORD.findall(words)]
    for word in plain:
        if word in INNER:
            continue
        if word in POST_HEADS:
            return "office" if _is_of_head(plain, word) else "post"
        if word in OFFICE_HEADS:
            return "office"
    return ""


def initials_of(words: str) -> str:
    """The letters that begin the telling words, in capitals: "Bureau of Near Eastern Affairs" gives BNEA."""
    return "".join(
        part[0].upper()
        for word in _WORD.findall(words)
        if word.casefold() not in INNER and word != "&"
        for part in word.split("-")
        if part
    )


def letters_fit(sign: str, words: str) -> bool:
    """Whether a sign is made of the first letters of such words: all of them, or all but the head of an office.

    NEA fits "Bureau of Near Eastern Affairs", DSI "Division of Structure Inspection", DG "Director-General", D4
    "District 4". A single letter fits nothing.
    """
    bare = re.sub(r"[^A-Z0-9]", "", sign.upper())
    if len(bare) < 2:
        return False
    numbers = re.findall(r"\d+", words)
    if bare[1:].isdigit():
        return numbers == [bare[1:]] and len(_WORD.findall(words)) == 2 and words[:1].upper() == bare[0]
    letters = initials_of(words)
    if letters == bare:
        return True
    first = _WORD.search(words)
    return bool(first and first[0].casefold() in OFFICE_HEADS and letters[1:] == bare and len(bare) > 1)


def _is_of_head(plain: list[str], word: str) -> bool:
    at = plain.index(word)
    return any(other in OFFICE_HEADS for other in plain[:at]) or plain[-1] in OFFICE_HEADS - {"affairs", "operations"}


def _is_sign(sign: str) -> bool:
    return sum(character.isupper() or character.isdigit() for character in sign) * 2 >= len(sign)


def _begin_of_letters(sign: str, words: list[str]) -> int:
    """The word with which an expansion of `sign` that ends with the last of `words` begins; -1 where none does.

    From the right, each letter begins a word, or a part of it behind a hyphen, or stands in one whose first letter
    was taken; small words may be passed over.
    """
    letters = [character.casefold() for character in sign if character.isalnum()]
    if len(letters) < 2 or not words:
        return -1
    at = _taken(letters, len(letters), words, len(words))
    if at < 0 or words[at].casefold() in INNER or len(words) - at > len(letters) + 4:
        return -1
    telling = [word for word in words[at:] if word.casefold() not in INNER]
    small = sum(word[0].islower() for word in telling)
    if small == len(telling):
        return at if len(letters) > 2 and len(telling) == len(letters) else -1
    return at if words[at][0].isupper() and 3 * small <= len(telling) else -1


def _taken(letters: list[str], left: int, words: list[str], end: int) -> int:
    """Where the words begin that the first `left` letters begin, before word `end`; -1: nowhere.

    At a small word there are two ways: they are few, and so are small words.
    """
    if not left:
        return end
    if not end:
        return -1
    word = words[end - 1].casefold()
    if word in INNER:
        passed = _taken(letters, left, words, end - 1)
        if passed >= 0:
            return passed
    parts = [part[0] for part in word.split("-") if part]
    if left >= len(parts) > 1 and letters[left - len(parts) : left] == parts:
        return _taken(letters, left - len(parts), words, end - 1)
    return _taken(letters, left - 1, words, end - 1) if word[0] == letters[left - 1] else -1


def _title_begins(sign: str, words: list[str]) -> int:
    """The word with which the name of an office or a post begins that is printed before `sign`; -1: none is."""
    at = _begin_of_title(words)
    if at < 0 or any(len(word) > 3 and word.isupper() for word in words[at:]):
        return -1
    letters = [character.casefold() for character in sign if character.isalnum()]
    begin = [word[0].casefold() for word in words[at:]]
    if len(sign) == 1 and sign in MARKS:
        return at if letters[0] in begin else -1
    symbol = len(letters) == 1 or "/" in sign
    return at if symbol or _in_order(letters, begin) else -1


def _in_order(letters: list[str], begin: list[str]) -> bool:
    """Whether all letters but two at most, from the last backwards, begin words in this order."""
    at = len(letters) - 1
    for letter in reversed(begin):
        if at >= 0 and letters[at] == letter:
            at -= 1
    return at < 2 and at < len(letters) - 2


def _begin_of_title(words: list[str]) -> int:
    """The word with which the capitalised name of an office or a post begins, that ends with the last; -1: none."""
    if not words or not words[-1][0].isupper():
        return -1
    at = len(words) - 1
    while at > 0 and (words[at - 1][0].isupper() or words[at - 1].casefold() in INNER or words[at - 1] == "&"):
        at -= 1
    while at < len(words) and (words[at].casefold() in INNER or words[at].casefold() in ("a", "an", "our", "this")):
        at += 1
    plain = [word.casefold().removesuffix("'s") for word in words[at:]]
    heads = OFFICE_HEADS | POST_HEADS
    if "the" in plain[:-1] and not heads.intersection(plain[: plain.index("the")]):
        at += plain.index("the") + 1  # "According to the Bureau of Bridges"
        plain = plain[plain.index("the") + 1 :]
    if len(plain) < 2 or not heads.intersection(plain):
        return -1
    # "Under Secretary Farrow (E)" is a person with a sign.
    return at if plain[-1] in heads or INNER.intersection(plain) else -1
