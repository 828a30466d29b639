"""A quotation's words cut where its writer says that something was left out, put in, or said in between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from readingroom.text import Letters, fold_letters

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]|…|\.(?:\s?\.){2,}")
_BRACKET = re.compile(r"\[([^\[\]]{0,120})\]")
_CAPITAL = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
_SIC = frozenset(("sic", "sic!", "emphasis added", "emphasis mine"))


class Joint(StrEnum):
    """What the draft puts between two stretches of words."""

    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    ATTRIBUTION = "attribution"


class Brackets(StrEnum):
    """How square brackets are taken."""

    PRINTED = "printed"  # they stand on the page
    LETTERS = "letters"  # "[F]ifteen" is the word with its capital changed; others are the draft's own
    WORDS = "words"  # "[H]e" is the draft's own word, for whatever stands there


class Segment(NamedTuple):
    """Words that must stand in the source as they are. `joint` and `put_in` tell what stands before them."""

    letters: Letters
    joint: Joint | None  # None for the first
    put_in: str  # the words of a bracket


class Cut(NamedTuple):
    """A quotation as segments; brackets at its ends, which stand for nothing between, beside them."""

    segments: tuple[Segment, ...]
    ahead: str  # words of a bracket before the first segment
    behind: str  # words of a bracket behind the last


def cut_pieces(pieces: Sequence[str], brackets: Brackets = Brackets.LETTERS) -> Cut:
    """The segments of a quotation's pieces. "agree[d]" is one bracket, "[agreed]"."""
    segments: list[Segment] = []
    ahead = behind = ""
    for number, piece in enumerate(pieces):
        text = _CAPITAL.sub(r"\1", piece) if brackets is Brackets.LETTERS else piece
        joint: Joint | None = Joint.ATTRIBUTION if number else None
        put_in = ""
        for part, mark, words in _parts(text, brackets):
            letters = fold_letters(part)
            if letters.text:
                if not segments:
                    ahead = put_in
                segments.append(Segment(letters, joint if segments else None, put_in if segments else ""))
                joint, put_in = None, ""
            if mark is Joint.BRACKET:
                put_in = f"{put_in} {words}".strip()
            joint = Joint.ELLIPSIS if Joint.ELLIPSIS in {joint, mark} else mark or joint
        behind = put_in
    return Cut(tuple(segments), ahead, behind)


def _parts(text: str, brackets: Brackets) -> list[tuple[str, Joint | None, str]]:
    """(words, what stands behind them, the words in a bracket behind them), to the end of the text."""
    parts: list[tuple[str, Joint | None, str]] = []
    at = 0
    marks = [(match.start(), match.end(), Joint.ELLIPSIS, "") for match in _ELLIPSIS.finditer(text)]
    taken = {index for start, end, _, _ in marks for index in range(start, end)}
    for match in _BRACKET.finditer(text) if brackets is not Brackets.PRINTED else ():
        if match.start() in taken:
            continue
        start, end, words = match.start(), match.end(), match.group(1).strip()
        while start > at and (text[start - 1].isalnum()):  # agree[d]
            start -= 1
        while end < len(text) and text[end].isalnum():  # [re]consider
            end += 1
        whole = re.sub(r"[\[\]]", "", text[start:end]).strip()
        if words.lower() in _SIC:
            whole = ""
        marks.append((start, end, Joint.BRACKET, whole))
    for start, end, joint, words in sorted(marks):
        if start < at:
            continue
        parts.append((text[at:start], joint, words))
        at = end
    parts.append((text[at:], None, ""))
    return parts
