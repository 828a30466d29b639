"""Addressees: one printed list cut into its names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from readingroom.copies.cuts import hole_at
from readingroom.copies.rows import is_scanned
from readingroom.model import Passage

_ORGANISED = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.]*){0,2} ?\( ?[A-Z][\w &.]{1,20}\)?.{0,3}")
_ONE_WORD = re.compile(r"'?(?:(?:[Vv]on|[Vv]an|[Dd]e|[Dd]el|La|St\.?) )?[A-Z][\w'-]+(?: (?:Jr|Sr|II|III)\.?)?")
_INITIALLED = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.?){1,2}")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*(?![\w@])")
_IN_BRACKETS = re.compile(r"[<(\[][^<>()\[\]]{0,80}[>)\]]?")
_BESIDE_NAME = re.compile(rf"{_IN_BRACKETS.pattern}|\S{{1,100}}@\S+|/\S+")
_FIRST_NAME = re.compile(r"[^\W\d_][\w'’-]*(?: [A-Z]\.?)? \([^()]{1,30}\)")
_SPECKS = 4  # characters in which a name begins, specks before it left out
_LAST_FIRST = r"[^\W\d_][\w'’-]+, [^\W\d_]+(?: [A-Z]\.?)?"
_PAIRS = re.compile(rf"{_LAST_FIRST}(?:, {_LAST_FIRST}){{1,20}}")
_ADDRESS = re.compile(r"\S\s?@\s?\S")


def split_addressees(value: Passage, gaps: tuple[int, ...]) -> tuple[Passage, ...]:
    """The addressees of one value in printed order. `gaps`: where in it a word stands behind a wide gap.

    Outlook puts ";" between names; web mail puts "," between, which also stands within "Last, First"; a release in
    Alaska's manner has ";" for both: "Doe; Jane (GOV); Roe; Richard (GOV)". Where an address was taken out, only the
    gap that it left may tell two addressees apart.
    """
    colons = _colons(value)
    if colons or ";" in value.text:
        # ";," is a comma that OCR saw a speck above.
        cuts = [at for at, mark in enumerate(value.text) if mark == ";" and value.text[at + 1 : at + 2] != ","]
        names = _rejoin(_pieces(value, sorted({*cuts, *colons, *_holes(value, gaps)})))
        return tuple(part for name in names for part in _pieces(name, _lost_marks(name, listed=True)))
    apart = [name for piece in _pieces(value, _holes(value, gaps)) for name in _pieces(piece, _lost_marks(piece))]
    return tuple(name for piece in apart for name in _pieces(piece, _commas(piece.text)))


def _colons(value: Passage) -> list[int]:
    """Where OCR took ";" for ":": behind a name, before a blank. In a text layer, only beside ";" and before a name."""
    own = is_scanned(value)
    if not own and ";" not in value.text:
        return []
    pattern = r"(?<=[\w)>.'’]):(?=\s)" if own else r"(?<=[\w)>.'’])[:%](?=\s['A-Z])"
    return [match.start() for match in re.finditer(pattern, value.text)]


def _lost_marks(name: Passage, *, listed: bool = False) -> list[int]:
    """Where OCR took ";" for ",": every second comma of "Doe, Jane, Roe, Richard M".

    A text layer may have such names for the names of one; not where they are `listed` with ";" all around.
    """
    own = is_scanned(name)
    if not (own or listed) or not _PAIRS.fullmatch(name.text):
        return []
    return [match.start() for match in re.finditer(",", name.text)][1::2]


def _pieces(value: Passage, cuts: Sequence[int]) -> list[Passage]:
    """What stands between the cuts, where it has a letter or a digit."""
    pieces = (value[start:end].strip(" ;:,%") for start, end in itertools.pairwise((0, *cuts, len(value.text))))
    return [piece for piece in pieces if any(character.isalnum() for character in piece.text)]


def _holes(value: Passage, gaps: Sequence[int]) -> list[int]:
    return [gap for gap in gaps if _parts_at(value, gap)]


def _parts_at(value: Passage, gap: int) -> bool:
    """Whether the gap before `gap` parts two addressees: what follows opens a name, what precedes does not go on."""
    before, after = value.text[:gap].rstrip(), value.text[gap:]
    closes = after[:1] in "<[(;,>)]@" or (after[:1] in "'\"" and not after[1:2].isalnum())
    goes_on = before[-1:] in ";(:" or (before[-1:] == "," and not after[:1].islower())
    if not before or goes_on or closes or not hole_at(value, gap):
        return False
    return any(character.isalnum() for character in after[:_SPECKS])


def _commas(text: str) -> list[int]:
    """Where commas part addressees, in a list without ";"."""
    commas = [match.start() for match in re.finditer(",", text)]
    if not commas:
        return []
    parts = [part.strip() for part in text.split(",")]
    if "@" not in text and "/" not in text:
        # "Doe, Jane" is one; "Jane Doe, Richard Roe, John Stiles" are three.
        return commas if all(len(part.split()) >= 2 for part in parts if part) and len(parts) > 1 else []
    outer = [comma for comma in commas if _is_outside(text[:comma])]
    names = [text[start:end].lstrip(", ") for start, end in itertools.pairwise((0, *outer, len(text)))]
    told = [_tells_apart(name) for name in names]
    whole = [len(_NAME_WORD.findall(_BESIDE_NAME.sub("", name))) >= 2 for name in names]
    # "Ops, Jane Doe <a@x>, Richard Roe <b@x>": where most have first and last name, a comma stands within none.
    plain = 2 * told.count(False) < sum(one and other for one, other in zip(told, whole, strict=True))
    # "Ops, Jane Doe/X/Y": in Lotus Notes' way the first name comes first; "Doe, Jane Q (X/Y)" is no such name.
    notes = ["/" in _IN_BRACKETS.sub("", name) for name in names]
    first = [_FIRST_NAME.fullmatch(name) is not None for name in names]
    return [
        comma
        for at, comma in enumerate(outer)
        if told[at]
        or (whole[at + 1] and (whole[at] or notes[at + 1] or (plain and not first[at + 1])) and names[at][-3:] != " Jr")
    ]


def _is_outside(before: str) -> bool:
    """Whether what comes behind `before` stands in no quotes and no brackets."""
    return before.count('"') % 2 == 0 and all(before.count(one) <= before.count(other) for one, other in ("<>", "()"))


def _tells_apart(name: str) -> bool:
    """Whether a name ends with what belongs to one only: an address, an organisation."""
    return (
        "/" in _IN_BRACKETS.sub("", name)
        or _ADDRESS.search(name) is not None
        or name.rstrip().endswith((">", "]", ")"))
    )


def _rejoin(pieces: list[Passage]) -> list[Passage]:
    """Pieces of "Last; First (ORG)" put together again; beside them also "Last; First M"."""
    split = any(_parted(last, first, _ORGANISED) for last, first in itertools.pairwise(pieces))
    whole: list[Passage] = []
    for piece in pieces:
        if whole and (_parted(whole[-1], piece, _ORGANISED) or (split and _parted(whole[-1], piece, _INITIALLED))):
            whole[-1] = Passage.join("; ", (whole[-1], piece))
        else:
            whole.append(piece)
    return whole


def _parted(last: Passage, first: Passage, form: re.Pattern[str]) -> bool:
    """Whether two pieces are the surname of one person and what stands before it, in this form."""
    return _ONE_WORD.fullmatch(last.text) is not None and form.fullmatch(first.text) is not None
