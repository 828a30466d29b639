"""Printed names as those who abbreviate them see them: given names, family name, and the initials of both.

Farrow, Miriam T      Miriam T. Farrow      Miriam Farrow/DSI/WBC      <- M T F, MF, MTF; mark DSI
"""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_CHARACTERS = 80  # of a printed name: beyond it, it is no name
_ADDRESS = re.compile(r"[<\[(]?\s*(?:mailto:)?\S+@.*$|<.*$|\[.*$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MARK = re.compile(r"[A-Z][A-Za-z0-9]{0,7}(?:[/&-][A-Z][A-Za-z0-9]{0,5})*")
_NOTES = re.compile(r"([^/@<]{3,})/([A-Za-z0-9&-]{1,10})/[A-Za-z0-9&/-]{1,20}")
_HONORS = frozenset("mr mrs ms miss dr sen rep hon amb sir commissioner minister secretary jr sr ii iii iv".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*")


class Name(NamedTuple):
    """A printed name in its parts; all empty where it is none."""

    given: tuple[str, ...]  # with middle names and initials
    family: str
    mark: str  # what headers print behind it in brackets or slashes: mostly the sign of an office


def name_of(printed: str) -> Name:
    """The parts of a name as headers print it."""
    shown = printed[:MOST_CHARACTERS].strip("\"' ")
    notes = _NOTES.fullmatch(shown)
    mark = ""
    if notes:
        shown, mark = notes[1], notes[2]
    shown = _ADDRESS.sub("", shown)
    for found in _BRACKETS.finditer(shown):
        mark = mark or (found[1] if _MARK.fullmatch(found[1]) else "")
    shown = _BRACKETS.sub("", shown).strip("\"' ")
    first, comma, behind = shown.partition(",")
    words = [word for word in _WORD.findall(behind if comma else first) if word.casefold() not in _HONORS]
    if comma:
        family = [word for word in _WORD.findall(first) if word.casefold() not in _HONORS]
        return Name(tuple(words), family[-1] if family else "", mark)
    if len(words) < 2:
        return Name(tuple(words), "", mark)
    return Name(tuple(words[:-1]), words[-1], mark)


def initials_fit(letters: str, name: Name) -> bool:
    """Whether these letters are how somebody of this name would sign: MTF, MF, M, or MQF with a name not printed."""
    if not name.given:
        return False
    given = "".join(part[0] for one in name.given for part in one.split("-")).upper()
    family = "".join(part[0] for part in name.family.split("-") if part).upper()
    first = "".join(part[0] for part in name.given[0].split("-")).upper()
    short = {given + family, given[0] + family, given[0] + family[:1], first, given[0], first + family}
    if letters in short:
        return True
    return bool(family) and len(letters) == 3 and letters[0] == given[0] and letters[2] == family[0]


def full_initials(name: Name) -> str:
    """The initials of all names; "" where it prints fewer than three."""
    letters = "".join(part[0] for one in (*name.given, name.family) for part in one.split("-") if part).upper()
    return letters if len(letters) > 2 and name.family else ""
