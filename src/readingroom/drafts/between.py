"""What stands between the letters: whether two ways of setting the same letters are one wording.

House style may change the form of quotation marks, dashes and ellipses, and nothing else. A page may break a word at a
line end. Each other difference is a fault, however small: a lost question mark turns a question round.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_QUOTES = re.compile("[\"“”„‟«»‹›‘’‚‛'`´*_~|•·>\\\\]")
_BLANKS = re.compile(r"\s+")
_DOTS = re.compile(r"…|\.(?:\s?\.){2,}")
_DASHES = re.compile(r"(\s*)([-‐‑‒–—―−]+)(\s*)")
_SOFT = "\u00ad\ufffe\x02"
HYPHEN, DASH, CUT, DOTS = "-", "—", "¬", "…"


class Between(NamedTuple):
    """Canonical form of what stands between two letters: its punctuation, and whether there is a blank."""

    marks: str  # "-" hyphen, "—" dash, "¬" hyphen at a line end, "…" ellipsis, others as they are
    blank: bool


class Difference(NamedTuple):
    """How two forms differ: `style` is allowed and said, `fault` is not allowed. `what` in plain words."""

    fault: bool
    kind: str
    what: str


def read_between(raw: str) -> Between:
    """The canonical form; quotation marks, marks of emphasis and specks count for nothing."""
    bare = "".join(
        character
        for character in raw
        if not unicodedata.combining(character) and character not in "\u200b\u200c\u200d\ufeff"
    )
    for soft in _SOFT:
        bare = bare.replace(soft, "-\n")
    bare = _BLANKS.sub(lambda run: "\n" if "\n" in run.group() else " ", bare)
    blank = " " in bare or "\n" in bare
    bare = _DOTS.sub(DOTS, _QUOTES.sub("", bare))
    bare = _DASHES.sub(_dash, bare)
    return Between("".join(bare.split()), blank)


def _dash(match: re.Match[str]) -> str:
    before, dash, after = match.groups()
    if len(dash) > 1 or dash not in "-‐‑":
        return DASH
    if before and after:
        return DASH
    if "\n" in after and not before:
        return CUT
    return HYPHEN if not before and not after else DASH


def compare_between(draft: str, source: str, *, runs_on: bool, in_number: bool) -> Difference | None:
    """How the draft's setting differs from the page's; None where it does not.

    `runs_on`: the next word has a small letter on both sides: no sentence ends here. `in_number`: a digit stands
    on either side, so that a hyphen at a line end cannot be told from a range: it is none that goes away.
    """
    if draft == source:
        return None
    ours, theirs = read_between(draft), read_between(source)
    if ours.marks == theirs.marks:
        if ours.marks or ours.blank == theirs.blank:
            return None
        return Difference(True, "blank", "one word" if theirs.blank else "two words")
    if theirs.marks == CUT and not ours.blank and ours.marks in ({HYPHEN} if in_number else {"", HYPHEN}):
        return None
    forms = {ours.marks, theirs.marks}
    if forms <= {HYPHEN, DASH, CUT} and DASH in forms:
        return Difference(False, "house style", "the form of a dash")
    if runs_on and forms == {",", "."}:
        return Difference(
            False, "house style", "a comma that the page's text reads as a full stop, or the other way round"
        )
    if forms <= {"", HYPHEN, CUT}:
        return Difference(True, "hyphen", "a hyphen")
    return Difference(True, "punctuation", "punctuation")
