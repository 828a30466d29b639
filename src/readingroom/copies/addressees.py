"""Addressees: one printed list cut into its names."""

from __future__ import annotations

import re

from readingroom.model import Passage

_ORGANISED = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.]*){0,2} ?\( ?[A-Z][\w &]{1,12}\)?.{0,3}")
_ONE_WORD = re.compile(r"'?[A-Z][\w'-]+(?: (?:Jr|Sr|II|III)\.?)?")
_ADDRESS = re.compile(r"\S@\S")


def split_addressees(value: Passage, gaps: tuple[int, ...]) -> tuple[Passage, ...]:
    """The addressees of one value in printed order. `gaps`: where in it a word stands behind a wide gap.

    Outlook puts ";" between names; web mail puts "," between, which also stands within "Last, First"; a release in
    Alaska's manner has ";" for both: "Doe; Jane (GOV); Roe; Richard (GOV)". Where an address was taken out, only the
    gap that it left may tell two addressees apart.
    """
    if ";" in value.text:
        # ";," is a comma that OCR saw a speck above.
        cuts = [at for at, mark in enumerate(value.text) if mark == ";" and value.text[at + 1 : at + 2] != ","]
        pieces = _pieces(value, cuts, gaps)
        return tuple(_rejoin(pieces))
    return tuple(_pieces(value, _commas(value.text), gaps))


def _pieces(value: Passage, cuts: list[int], gaps: tuple[int, ...]) -> list[Passage]:
    ends = sorted({*cuts, *(gap for gap in gaps if _parts_at(value.text, gap))})
    pieces = []
    start = 0
    for end in (*ends, len(value.text)):
        piece = value[start:end].strip(" ;,")
        if any(character.isalnum() for character in piece.text):
            pieces.append(piece)
        start = end
    return pieces


def _parts_at(text: str, gap: int) -> bool:
    """Whether the gap before `gap` parts two addressees: what follows opens a name, what precedes does not go on."""
    before, after = text[:gap].rstrip(), text[gap:]
    if not before or before[-1] in ",;(<[:" or after[:1] in "<[(;,>)]":
        return False
    opened = before[max(before.rfind(";"), 0) :]
    return opened.count("<") <= opened.count(">") and (
        after[:1].isupper() or after[:1] in "'\"" or "@" in after.split(maxsplit=1)[0]
    )


def _commas(text: str) -> list[int]:
    """Where commas part addressees, in a list without ";"."""
    commas = [match.start() for match in re.finditer(",", text)]
    if not commas:
        return []
    parts = [part.strip() for part in text.split(",")]
    if "@" not in text and "/" not in text:
        # "Doe, Jane" is one; "Jane Doe, Richard Roe, John Stiles" are three.
        return commas if all(len(part.split()) >= 2 for part in parts if part) and len(parts) > 1 else []
    cuts = []
    start = at = quotes = 0
    addressed = False
    for comma in commas:
        piece = text[at:comma]
        quotes += piece.count('"')
        addressed = addressed or "/" in piece or _ADDRESS.search(text, max(start, at - 1), comma) is not None
        if quotes % 2 == 0 and (addressed or piece.rstrip().endswith((">", "]", ")"))):
            cuts.append(comma)
            start, quotes, addressed = comma + 1, 0, False
        at = comma + 1
    return cuts


def _rejoin(pieces: list[Passage]) -> list[Passage]:
    """Pieces of "Last; First (ORG)" put together again."""
    whole: list[Passage] = []
    for piece in pieces:
        if whole and _ONE_WORD.fullmatch(whole[-1].text) and _ORGANISED.fullmatch(piece.text):
            whole[-1] = Passage.join("; ", (whole[-1], piece))
        else:
            whole.append(piece)
    return whole
