"""What is an uneven redaction and what only looks like one: the rule.

    | at the place lies               | and                                                  | told by |
    |---------------------------------|------------------------------------------------------|---------|
    | a box or a label                |                                                      | BOX     |
    | a code in the margin            | room for a part of the words                         | CODE    |
    | a blank, and the release stamp  | room for most of the words, more than this copy has  | STAMP   |
    |   says "in part"                |   between its lines elsewhere                        |         |
    | a blank, and no release stamp   | as wide as the words                                 | BLANK   |
    | anything else                   |                                                      | refused |

Refused with the last: words that OCR lost (they leave no room), quotations that end there, links that only one print
spells out, signatures, crumbs that the edge of a box leaves of its words, words that no language is written with, and
words that are printed there after all, where they were read as part of something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.findings.uneven.beside import Beside, Missing, slides
from readingroom.findings.uneven.elsewhere import is_printed
from readingroom.findings.uneven.holes import Hole, Holes
from readingroom.findings.uneven.texts import Text, lines_of_runs
from readingroom.model import Told

Odd = Callable[[str], bool | None]  # whether a word looks misread; None where it says nothing

_LINK = re.compile(r"https?:|www\.|mailto|://|[<>]", re.IGNORECASE)
_SAYS = re.compile(r"[^\W\d_]{3,}|(?:\d\D{0,3}){7,}")  # a word, or as many digits as a telephone has
_DEVICE = re.compile(
    r"\bsent (?:wirelessly|from|via|by)\b.*\b(?:blackberry|i?phone|ipad|device|wireless|mobile)\b", re.I
)
_DATE = re.compile(r"[^A-Za-z]*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\W*")  # of a stamp
_CLEAN = re.compile(r"\W*[^\W\d_]+(?:['’-][^\W\d_]+)*\W*")
_REMARK = re.compile(r"\W*\[.*\]\W*")
_LONE = re.compile(r"\W*[^\W\d_aI]\W*")  # one letter that is no word, as dirt is read
_ENDS = re.compile(r"[.?!:]\W*$")
FEW, HALF = 3, 50.0  # words, and rapidfuzz ratio from which they may be one text, read badly
MOST_REMAINS = 2  # words of the hiding copy that may stand in the place of the missing ones
CONTEXT = 3  # words on either side that two copies of different messages must have in common
ROOM = 0.6  # of the words must have room where only the release stamp tells
MORE_FREE = 0.8  # lines more than this copy leaves free elsewhere
MANY_FREE = 3.5  # lines within a page: many programs squeeze a longer blank to so much
LEAST_INSIDE = 3.0  # characters of blank inside a line, beyond the usual one
LEAST_BLANK = 15.0  # characters behind the last word of a line that goes on in the middle of a sentence
WIDEST = 1.8  # times the words is the blank at most where nothing else tells
FIT = (0.6, 1.6)  # times the words, what a box covers where other words stand in their place
CUT = 250  # characters: where a quotation goes no further, more than this was not taken out but left away
LETTERS = 0.75  # of the characters are letters and digits
CLEAN = 0.6  # of the words are letters and marks at their edges, where only the release stamp tells
CRUMBS = 2.5  # letters a word: beside a mark of their own, shorter ones are what its edge left
MOST_ODD = 0.4  # of the words that say something


class Uncovered(NamedTuple):
    """Words start..end of `shows`, hidden in a hole of `hides`."""

    hides: Text
    shows: Text
    start: int
    end: int
    hole: Hole
    told: Told

    @property
    def letters(self) -> str:
        """Of the words, folded."""
        return "".join(self.shows.keys[self.start : self.end])

    @property
    def length(self) -> int:
        """How many words."""
        return self.end - self.start


def find_uncovered(
    holes: Holes, shows: Holes, beside: Beside, is_odd: Odd, *, joined: bool, stamped: bool
) -> Iterator[Uncovered]:
    """All that the text of `shows` prints and that of `holes` hides.

    `joined`: both are copies of one message. `stamped`: a blank counts where only the release stamp tells.
    """
    hides = holes.text
    for one in beside.missing:
        if not joined and (one.before < CONTEXT or one.after < CONTEXT):
            continue
        ways = (
            Uncovered(hides, shows.text, way.start, way.end, *found)
            for way in slides(hides.keys, shows.text.keys, one)
            if (found := _judged(holes, shows, way, beside, joined=joined, stamped=stamped))
        )
        uncovered = min(ways, key=within_sentence, default=None)
        if uncovered and not (_crumbs(uncovered, shows) or _misread(uncovered, is_odd) or _printed_there(uncovered)):
            yield uncovered


def within_sentence(one: Uncovered) -> bool:
    """Whether the words begin within a sentence. Of several ways to tell them, a whole sentence is the likelier."""
    return one.start > 0 and _ENDS.search(one.shows.words[one.start - 1]) is None


def _judged(
    holes: Holes, shows: Holes, one: Missing, beside: Beside, *, joined: bool, stamped: bool
) -> tuple[Hole, Told] | None:
    words = shows.text.words[one.start : one.end]
    text = " ".join(words)
    if not _SAYS.search(text) or _DATE.fullmatch(text):
        return None
    if one.end - one.start <= FEW and _read_otherwise(holes.text.keys[one.at : one.upto], shows, one):
        return None
    length = sum(map(len, words)) + len(words) - 1
    places: Sequence[int] = range(one.at, one.upto + 1)
    if one.upto - one.at > MOST_REMAINS and not _each_hides(holes, shows, one):
        places = [at for at in (one.at, one.upto) if FIT[0] * length <= holes.covered(at) <= FIT[1] * length]
    some = [holes.at(at) for at in places]
    for hole in some:
        if hole.told is Told.BOX:
            return hole, Told.BOX
    if _DEVICE.search(text):
        return None
    for hole in some:
        if hole.told is Told.CODE and hole.room >= min(0.4 * length, 12):
            return hole, Told.CODE
    if not stamped or holes.text.partly is False or one.at != one.upto or one.start >= shows.text.signed:
        return None
    if any(_LINK.search(word) for word in words) or not _are_clean(words):
        return None
    if holes.text.partly is None:
        as_wide = length >= LEAST_BLANK and some[0].room <= WIDEST * length
        return (some[0], Told.BLANK) if as_wide and _blank_inside(some[0], length) else None
    if _blank_inside(some[0], length) or _breaks_off(holes, some[0], shows.text, one, length):
        return some[0], Told.STAMP
    same_minute = bool(shows.text.sent) and shows.text.sent == holes.text.sent
    if (joined or same_minute) and _left_free(holes, some[0], shows.text, one, length, beside):
        return some[0], Told.STAMP
    return None


def _read_otherwise(remains: Sequence[str], shows: Holes, one: Missing) -> bool:
    """Whether a few words are what the hiding copy prints in their place, read badly."""
    return bool(remains) and fuzz.ratio("".join(remains), "".join(shows.text.keys[one.start : one.end])) >= HALF


def _each_hides(holes: Holes, shows: Holes, one: Missing) -> bool:
    """Whether each of two copies hides what the other prints, right beside each other.

    shows    ████████████████ The third is a bridge.
    hides    The fourth is no bridge. ██████████████
    """
    own = holes.at(one.at).told or holes.at(one.upto).told
    others = shows.at(one.start).told or shows.at(one.end).told
    return Told.BOX in (own, others) and None not in (own, others)


def _are_clean(words: Sequence[str]) -> bool:
    """Whether words are what somebody wrote there: no remark in brackets, no dirt."""
    text = "".join(words)
    if _REMARK.fullmatch(text) or any(_LONE.fullmatch(word) for word in (words[0], words[-1])):
        return False
    letters = sum(character.isalnum() for character in text)
    return letters >= LETTERS * len(text) and sum(bool(_CLEAN.fullmatch(word)) for word in words) >= CLEAN * len(words)


def _blank_inside(hole: Hole, length: int) -> bool:
    """A wide blank between two words of a line, or before the first."""
    return hole.inside >= LEAST_INSIDE and hole.inside + hole.rest >= ROOM * length + 1


def _breaks_off(holes: Holes, hole: Hole, shows: Text, one: Missing, length: int) -> bool:
    """A line that ends early in the middle of a sentence."""
    if one.start == 0 or _ENDS.search(shows.words[one.start - 1]):
        return False
    ends = one.at == len(holes.text.keys)
    if hole.rest < LEAST_BLANK or (ends and length > CUT) or holes.is_list():
        return False
    lines = hole.lines if ends and holes.text.below else 0.0  # behind the last print of a document all is blank
    return hole.rest + lines >= ROOM * length + 1


def _left_free(holes: Holes, hole: Hole, shows: Text, one: Missing, length: int, beside: Beside) -> bool:
    """Lines that are left free, more than elsewhere in this copy, and as many as the words filled."""
    if one.at == len(holes.text.keys) and holes.text.below is None:
        return False
    if hole.free < holes.usually_free(beside.common) + MORE_FREE:
        return False
    if hole.free >= MANY_FREE and len({page for page, _ in hole.regions}) == 1:
        return True
    lines = len(lines_of_runs(shows.runs[one.start : one.end]))
    return hole.room >= ROOM * length + 1 and lines <= 1.3 * hole.free + 2


def _crumbs(one: Uncovered, shows: Holes) -> bool:
    beside_mark = shows.at(one.start).told or shows.at(one.end).told
    return beside_mark is not None and len(one.letters) < CRUMBS * one.length


def _misread(one: Uncovered, is_odd: Odd) -> bool:
    said = [is_odd(_small(word)) for word in one.shows.words[one.start : one.end]]
    odd = [word for word in said if word is not None]
    return sum(odd) >= max(1, MOST_ODD * len(odd))


def _small(word: str) -> str:
    return word.lower() if len(word) > 3 and word.isupper() else word


def _printed_there(one: Uncovered) -> bool:
    keys = one.shows.keys[one.start : one.end]
    if one.told is Told.BOX:
        return False
    return is_printed(keys, one.hides.sheets)
