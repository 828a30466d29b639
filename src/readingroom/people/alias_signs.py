"""Signs: short written forms that may stand for a person, a post or an office, where a text prints them.

    Asking M if S could call D(L) on the S/P paper, 51 and NEA/FO copied          <- M, S, D(L), S/P, NEA/FO
    A. Roads   Plan B   John S Doe   (S)   MEETING WITH PM   H.R. 12              <- none

A single letter counts only where the words beside it speak of somebody. What a sign stands for is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readingroom.people.alias_words import ACTS, AFTER_LETTER, BEFORE_LETTER, COUNTED, NOT_SIGNS, POST_HEADS, SENT_TO

LONGEST = 16  # characters of a sign
_PIECE = r"[A-Z][A-Z0-9]{0,7}"
_SIGN = re.compile(
    rf"(?<![\w@/&$.'’-])(?:{_PIECE}(?:[/&-](?:{_PIECE}|[A-Z][a-z]{{1,4}}\b))*(?:\([A-Z]{{1,2}}\))?"
    r"|[a-z][A-Z]{2,3}|[A-Z][a-z][A-Z]{1,3}|[A-Z5$][l|])(?:s(?![\w]))?(?![\w@/&]|\.[A-Za-z]|-[A-Za-z0-9])"
)
_NUMBER = re.compile(r"(?<![\w$.,:/#+@-])(?:[0-9]{1,2}|[$])(?![\w%:/@+]|[.,][0-9])")
_LIST_AFTER = re.compile(r"(?:,|,? and|/)[ \n](?:[A-Z]{2,4}|[A-Z]/[A-Z]{1,3})\b(?![ \n][A-Z]{2,})")  # "10, EEB, and"
_LIST_BEFORE = re.compile(r"\b(?:[A-Z]{2,4}|[A-Z]/[A-Z]{1,3})(?:,|,? and)[ \n]$")
_WORKS_WITH = re.compile(r"\b(?:work|coordinat|clear|check|consult|spoke|speak)\w* with[ \n]$")
_DRAFTED = re.compile(r"-(?:drafted|led|cleared|approved|run|only|chaired)\b")
_BEFORE = re.compile(r"([\w/&.'’-]+)[ \t\n]*[\"“(\[]?$")
_AFTER = re.compile(r"(?:['’]s\b)?[ \t\n]*([\w'’.-]+)?")
_STOPS = re.compile(r"['’]s\b|[;,?!)\]\n:]|\.(?!\w)|[ \t]*$|[ \t]*\n|[ \t]*[—–-]+[ \t]")
_OPENERS = (
    "The|If|It|Its|She|He|We|They|This|That|There|These|In|On|At|As|Please|Pls|Plz|Thanks|Thank|Thx|But|And|So|Also"
    "|You|Your|Will|Can|Could|Would|Should|Not|No|Let|What|When|Who|Why|How|Then|For|From|To|Her|His|Our|My|Any|All"
    "|Is|Are|Was|Do|Did|Does|After|Before|Both|Just|Once|Would|With|Have|Has|Had|Hope|See|Yes|Happy|Am|I"
)
_INITIAL = re.compile(rf"\.(?:\w|[ \t\n]*(?!(?:{_OPENERS})\b)[A-Z])")  # no end of a sentence: S. Farrow, S.J.Res.
_GRADED = re.compile(r"\b(?:grade|class|mark|type)s? of[ \t\n]$")
CONTEXT = 40  # characters before and after that tell


class Sign(NamedTuple):
    """A sign in a text: characters start..end are `words`, as printed. Made by `find_signs`; a copy's at a time."""

    words: str
    start: int
    end: int
    doubtful: bool  # printed as no sign is written, a number where no number belongs: a misread sign, or nothing


def find_signs(text: str) -> Iterator[Sign]:
    """Signs in the order of the text; single letters and numbers only where somebody is spoken of."""
    loud = _Loud(text)
    for found in _SIGN.finditer(text):
        words = found[0]
        if len(words) > LONGEST or words.casefold() in NOT_SIGNS or loud.at(found.start()):
            continue
        if len(words) == 1 and not _letter_acts(text, found.start(), found.end()):
            continue
        doubtful = words[-1] in "l|"  # "Sl" for S1
        if not (doubtful and words.casefold() in WORDS):
            yield Sign(words, found.start(), found.end(), doubtful)


def find_numbers(text: str) -> Iterator[Sign]:
    """Numbers that stand where somebody is spoken of, and no number belongs: OCR's "5 is meeting him", "10 bureau"."""
    for found in _NUMBER.finditer(text):
        if _number_acts(text, found.start(), found.end()):
            yield Sign(found[0], found.start(), found.end(), True)


WORDS = frozenset(("al", "el", "il"))


def key_of_sign(words: str) -> str:
    """The sign under which a printed form is looked up: without the "s" of several, in capitals."""
    bare = words[:-1] if len(words) > 2 and words.endswith("s") and words[-2].isupper() else words
    return bare.upper()


_MISREAD = str.maketrans({"I": "1", "l": "1", "/": "1", "|": "1", "O": "0", "S": "5", "s": "5", "$": "5", "B": "8"})


def misread_key(words: str) -> str:
    """A key under which forms fall together that OCR takes for each other: S/P and SIP, S1 and Sl and 51, IO and 10."""
    return words.translate(_MISREAD).upper()


def acts_as_office(text: str, start: int, end: int) -> bool:
    """Whether a sign does something, or stands among other signs: then it is no way to call a person in private."""
    if _LIST_AFTER.match(text, end) or _LIST_BEFORE.search(text, max(0, start - CONTEXT), start):
        return True
    return _word_after(text, end).casefold() in ACTS


class _Loud:
    """Which lines are in capitals throughout, a line at a time: a sign cannot be told from a word there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start, self._end, self._is = 0, -1, False

    def at(self, place: int) -> bool:
        """Whether the line of this place is loud. Places come in rising order."""
        if place > self._end:
            self._start = self._text.rfind("\n", 0, place) + 1
            found = self._text.find("\n", place)
            self._end = len(self._text) if found < 0 else found
            self._is = _is_loud(self._text[self._start : self._end])
        return self._is


def _is_loud(line: str) -> bool:
    """Capitals throughout, in words that are longer than signs: no list of signs."""
    letters = sum(map(str.isalpha, line))
    if letters < 12 or sum(map(str.isupper, line)) <= 0.7 * letters or line.count(" ") < 2:
        return False
    return sum(len(word) for word in line.split() if len(word) > 4 and word.isalpha()) > 0.3 * letters


def _holds_post(behind: str) -> bool:
    """A number before one holder of a post is none: "10 Senior Advisor"."""
    words = behind.split()[:2]
    if not behind[:1].isspace() or not words or not words[0][:1].isupper():
        return False
    return words[-1].casefold().strip(",.;") in POST_HEADS


def _word_before(text: str, start: int) -> str:
    found = _BEFORE.search(text[max(0, start - CONTEXT) : start])
    return found[1] if found else ""


def _word_after(text: str, end: int) -> str:
    found = _AFTER.match(text[end : end + CONTEXT])
    return (found[1] or "") if found else ""


def _letter_acts(text: str, start: int, end: int) -> bool:
    """Whether a single letter is somebody by the words beside it, and no initial, list mark or classification."""
    before, after = _word_before(text, start), _word_after(text, end)
    plain = before.casefold().rstrip(".,'’")
    if (
        plain in COUNTED
        or (before.endswith(".") and len(before) == 2)
        or _GRADED.search(text, max(0, start - CONTEXT), start)
    ):
        return False
    follows = text[end : end + 2]
    if _INITIAL.match(text, end):
        return False  # S. Farrow, S.J.Res.
    if text[start - 1 : start] == "(" and follows[:1] == ")":
        return False  # a classification, a list mark
    if plain in BEFORE_LETTER and not after[:1].isupper():
        return after == "" or after.casefold() in AFTER_LETTER or bool(_STOPS.match(text, end)) or after.islower()
    if plain in BEFORE_LETTER:
        return bool(_STOPS.match(text, end)) or before.islower()
    opens = not before or text[start - 1 : start] == "\n" or before[-1] in ".;:-" or _opens(text, start)
    return (opens or before.islower()) and after.casefold() in ACTS


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    return bool(re.search(r"(?:^|[.;:!?•*\n—–,-])[ \t\n]*[\"“]?$", text[max(0, start - 6) : start]))


def _number_acts(text: str, start: int, end: int) -> bool:
    before, after = _word_before(text, start), _word_after(text, end)
    plain = before.casefold().rstrip(".,'’")
    if plain in COUNTED or (plain and plain[-1].isdigit()) or text[start - 1 : start] in ("+", "-", "–"):
        return False
    if _DRAFTED.match(text, end) or _holds_post(text[end : end + CONTEXT]):
        return True
    if after.casefold() in ("bureau", "staff") and plain not in ("of",):
        return after == "bureau" or plain in ("and", "for", "to", "with", "from", "the")
    if after.casefold() in ("has", "wants", "needs", "says", "thinks") and (_opens(text, start) or plain == "and"):
        return True
    if after.casefold() in ("will", "is") and plain == "and":
        return text[start - 6 : start - 5].isupper()  # "H and 10 will"
    if _LIST_AFTER.match(text, end) or _LIST_BEFORE.search(text, max(0, start - CONTEXT), start):
        return True
    if _WORKS_WITH.search(text, max(0, start - CONTEXT), start) and re.match(r"[ \n](?:on|to|and)\b|[,.;]", text[end:]):
        return True
    if plain in ("for", "to", "with") and _STOPS.match(text, end):
        said = re.search(r"(\w+)\s+(?:this\s+|it\s+|that\s+)?\w+\s*$", text[max(0, start - CONTEXT) : start])
        return bool(said and said[1].casefold() in SENT_TO)
    return False
