"""Endings: what senders put under their own words, by which others may call them.

    ... ask them by noon. MTF                 Dot                          D. Rusk
                                              Dot Wray                     D4-E

MTF and Dot are the sender's, by the letters; D4-E stands under the sender's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.people.alias_names import Name, initials_fit, name_of
from readingroom.people.alias_words import NOT_NAMES, NOT_SIGNS

SHORT_NAME = 6  # letters of a short form of a given name
LAST_LINES = 9  # of a text, in which an ending is looked for
_LINE = re.compile(r"[^\n]+")
_INITIALS_LINE = re.compile(r"[ \t~*–—-]*((?:[A-Z]\.?){1,4}|[A-Za-z]{2,3})[ \t]*(?:[xX]{1,3})?[.]?[ \t]*")
_INITIALS_END = re.compile(r"(?:[.!?)…\"”:;,][ \t]+|[–—-][ \t]*)((?:[A-Z]\.?){1,4})[ \t]*(?:x{1,3})?[.]?[ \t]*$")
_SHORT_LINE = re.compile(
    r"[ \t~*–—-]*([A-Z][a-z]{1,11}(?:-[A-Z][a-z]+)?)(?:[ \t]+([A-Z][\w'’-]+))?[ \t]*(?:x{1,3})?[,.!]?[ \t]*"
)
_SALUTATION = re.compile(
    r"\s*(?:Dear|Hi|Hello|Good morning|Morning)?,?[ \t]*"
    r"([A-Z][\w-]{1,14}(?:(?:,|[ \t]and|/|[ \t]&)[ \t]*[A-Z][\w-]{1,14}){0,3})[ \t]*(?:[,:!]|[–—-])"
)
_PIECE = r"(?:[A-Z][A-Z0-9]{0,7}|[A-Z][a-z]{1,4})"
_SIGN_LINE = re.compile(rf"[ \t]*([A-Z][A-Z0-9&]{{0,7}}(?:[/-]{_PIECE})*(?:\([A-Z]\))?)[ \t]*")


class Ending(NamedTuple):
    """Characters start..end of a text are how its sender ends it. Made by `find_endings`."""

    words: str
    start: int
    end: int
    kind: str  # "initials" and "name": the sender's; "sign": an office's or a post's, under the sender's name


def find_endings(text: str, sender: str) -> Iterator[Ending]:
    """Endings in the last lines of a text whose sender a header prints as `sender`, in order."""
    name = name_of(sender)
    if not name.given and len(sender) > 4:
        return
    lines = [found for found in _LINE.finditer(text) if found[0].strip()][-LAST_LINES:]
    named = False
    for line in lines:
        found = _INITIALS_LINE.fullmatch(line[0]) or _INITIALS_END.search(line[0])
        letters = found[1].replace(".", "").upper() if found else ""
        if found and not _begins_name(found[1], name) and _is_of(letters, name, sender):
            yield Ending(found[1].rstrip("."), line.start() + found.start(1), line.start() + found.end(1), "initials")
            named = True
            continue
        short = _SHORT_LINE.fullmatch(line[0])
        if short and short[1].casefold() not in NOT_NAMES and _is_short_of(short[1], short[2] or "", name):
            yield Ending(short[1], line.start() + short.start(1), line.start() + short.end(1), "name")
            named = True
            continue
        mark = _SIGN_LINE.fullmatch(line[0])
        if named and mark and len(mark[1]) > 1 and mark[1].casefold() not in NOT_SIGNS:
            yield Ending(mark[1], line.start() + mark.start(1), line.start() + mark.end(1), "sign")
        named = named or _names(line[0], name)


def find_salutation(text: str, addressees: Sequence[str]) -> tuple[str, str, int] | None:
    """The given name with which a text calls one of those that a header prints, that print, and where it stands."""
    found = _SALUTATION.match(text)
    for word in re.finditer(r"[A-Z][\w-]+", found[1]) if found else ():
        for printed in addressees:
            if word[0].casefold() in {given.casefold() for given in name_of(printed).given[:1]}:
                return word[0], printed, found.start(1) + word.start() if found else 0
    return None


def _begins_name(word: str, name: Name) -> bool:
    """Whether "Tom" is the beginning of a given name, and no initials."""
    return len(word) > 1 and word[1:].islower() and any(given.startswith(word) for given in name.given)


def _is_of(letters: str, name: Name, sender: str) -> bool:
    return bool(letters) and (initials_fit(letters, name) or letters == sender.strip().upper())


def _is_short_of(given: str, family: str, name: Name) -> bool:
    """Whether somebody of this name may be called so: a given name, a short form, or any with the family name."""
    if not name.given:
        return False
    if family:
        return bool(name.family) and family.casefold() == name.family.casefold()
    if given in name.given:
        return True
    return len(given) <= SHORT_NAME and any(given[:2].casefold() == one[:2].casefold() for one in name.given)


def _names(line: str, name: Name) -> bool:
    return len(line) < 60 and bool(name.family) and name.family.casefold() in line.casefold()
