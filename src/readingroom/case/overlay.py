"""Corrections laid over what the machine read: pure, and the only place where the two meet.

What a correction says holds for what is printed at a place, so it is found again by place: a better OCR moves boxes by
points and numbers copies anew, and the page stays the page.

    machine then     machine now       says             it is
    Rook, Ado        Rook, Ado         Rook, Ada        applied
    Rook, Ado        Rook, Ada         Rook, Ada        satisfied
    Rook, Ado        Finch, Tom        Rook, Ada        in conflict: not applied, all three are shown
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from readingroom.case.said import MESSAGES, PERSONS
from readingroom.case.spots import ON_PLACE, Places, same_place
from readingroom.copies import said_field
from readingroom.model import (
    Copy,
    Correction,
    CorrectionFit,
    CorrectionKind,
    CorrectionState,
    Document,
    Field,
    FieldName,
    FieldState,
    Spot,
)
from readingroom.text import fold_ocr, overlap, spans_of

ALIKE = 0.8  # of their letters that two readings of one print have in common, at the least: the rest is OCR's
FEWEST = 5  # letters that tell a print though there is more around them

_NAMES = (FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.BCC)
_NOTHING = (FieldState.BLANK, FieldState.ABSENT, FieldState.UNDETERMINED, FieldState.UNREADABLE)


class Laid(NamedTuple):
    """Copies with corrections laid over them, and where each of those was found."""

    copies: tuple[Copy, ...]
    fits: tuple[CorrectionFit, ...]


def told_cuts(corrections: Mapping[str, Correction]) -> dict[int, bool]:
    """Pages of which somebody says that a document begins there, or none. Where two say both, nothing is told."""
    told: dict[int, set[bool]] = {}
    for correction in corrections.values():
        told.setdefault(correction.spots[0].page, set()).add(correction.kind is CorrectionKind.CUT)
    return {page: said.pop() for page, said in told.items() if len(said) == 1}


def fit_cuts(
    corrections: Mapping[str, Correction], machine: Sequence[Document], pages: Iterable[int]
) -> tuple[CorrectionFit, ...]:
    """What becomes of cuts of one source. `machine`: its documents without them; `pages`: those that are read."""
    told, read = told_cuts(corrections), frozenset(pages)
    begins = {document.first_page for document in machine}
    fits = []
    for key, correction in corrections.items():
        page, wanted = correction.spots[0].page, correction.kind is CorrectionKind.CUT
        if page not in read:
            continue
        state = CorrectionState.APPLIED
        if page not in told or (not wanted and page - 1 not in read):
            state = CorrectionState.CONFLICT
        elif (page in begins) == wanted:
            state = CorrectionState.SATISFIED
        reads = "a document begins here" if page in begins else "the document goes on"
        fits.append(CorrectionFit(key, 0, state, (), reads))
    return tuple(fits)


def agreed_headers(corrections: Mapping[str, Correction]) -> dict[str, Correction]:
    """Corrections of headers without those of which somebody says the contrary."""
    return {
        key: one
        for key, one in corrections.items()
        if not any(
            other.kind is not one.kind and same_place(one.spots[0], other.spots[0]) for other in corrections.values()
        )
    }


def fit_headers(
    corrections: Mapping[str, Correction], machine: Sequence[Copy], copies: Sequence[Copy]
) -> tuple[CorrectionFit, ...]:
    """What becomes of told headers of one document. `machine`: its copies without them; `copies`: with them."""
    before, after, agreed = Places(machine), Places(copies), agreed_headers(corrections)
    fits = []
    for key, correction in corrections.items():
        spot, wanted = correction.spots[0], correction.kind is CorrectionKind.HEADER
        was, now = before.at(spot), after.at(spot)
        state = CorrectionState.SATISFIED if bool(was) == wanted else CorrectionState.APPLIED
        if key not in agreed:
            state = CorrectionState.CONFLICT
        elif bool(now) != wanted:
            state = CorrectionState.ORPHAN
        reads = "a message begins here" if was else "no message begins here"
        fits.append(CorrectionFit(key, 0, state, tuple(copy_.id for copy_ in now), reads))
    return tuple(fits)


def lay_over(document: Document, copies: Sequence[Copy], corrections: Mapping[str, Correction]) -> Laid:
    """The copies of a document with their fields corrected, and what became of every correction.

    `corrections` have a spot on the document's pages; of pairs, only the spots on these are looked for.
    """
    pages = range(document.first_page, document.last_page + 1)
    places = Places(copies)
    fields: dict[tuple[str, FieldName], list[tuple[str, Correction]]] = {}
    fits: list[CorrectionFit] = []
    for key, correction in corrections.items():
        if correction.kind is CorrectionKind.FIELD and correction.field:
            found = places.at(correction.spots[0])
            if len(found) == 1:
                fields.setdefault((found[0].id, correction.field), []).append((key, correction))
            else:
                fits.append(_not_one(key, 0, found))
    laid = {copy_.id: copy_ for copy_ in copies}
    for (copy_id, name), said in fields.items():
        field = laid[copy_id].field(name)
        differ = len({(one.state, one.says) for _, one in said}) > 1
        for key, correction in said:
            state = CorrectionState.CONFLICT if differ else _state(correction, field)
            fits.append(CorrectionFit(key, 0, state, (copy_id,), field.printed.text, field.state))
            if state is CorrectionState.APPLIED:
                laid[copy_id] = _corrected(laid[copy_id], correction)
    for key, correction in corrections.items():
        if correction.kind in (*MESSAGES, *PERSONS):
            for end, spot in enumerate(correction.spots):
                if spot.source == document.source and spot.page in pages:
                    fits.append(_fit_end(key, end, correction, places, laid))
    return Laid(tuple(laid.values()), tuple(fits))


def _not_one(key: str, end: int, found: Sequence[Copy]) -> CorrectionFit:
    state = CorrectionState.AMBIGUOUS if found else CorrectionState.ORPHAN
    return CorrectionFit(key, end, state, tuple(copy_.id for copy_ in found), "")


def _state(correction: Correction, field: Field) -> CorrectionState:
    """What becomes of a correction of this field as the machine reads it now."""
    reads, says = field.printed.text, "; ".join(correction.says)
    if field.state is correction.state and (_same_values(correction, field) if says else not reads):
        return CorrectionState.SATISFIED
    if _is_third(correction, field, reads, says):
        return CorrectionState.CONFLICT
    return CorrectionState.APPLIED


def _same_values(correction: Correction, field: Field) -> bool:
    if field.name is FieldName.SENT and field.value:
        return field.value == said_field(field.name, FieldState.READ, correction.says, ()).value
    return tuple(" ".join(part.text.split()) for part in field.parts) == correction.says


def _is_third(correction: Correction, field: Field, reads: str, says: str) -> bool:
    """Whether the machine reads now what it did not read then, and what is not said either."""
    if not reads:  # where it reads nothing, it says nothing against what is printed, unless that it was taken out
        return field.state not in (*_NOTHING, correction.was_state)
    if field.name is FieldName.SENT and field.value:
        known = {said_field(field.name, FieldState.READ, (text,), ()).value for text in (correction.was, says) if text}
        return field.value not in known
    return not any(_alike(reads, text) for text in (correction.was, says) if text)


def _alike(one: str, other: str) -> bool:
    """Whether two texts may be one print, read twice: nearly the same letters, or all of one with dirt around them."""
    if one == other:
        return True
    shorter, longer = sorted((fold_ocr(one), fold_ocr(other)), key=len)
    whole = len(shorter) >= FEWEST and shorter in longer
    return whole or Levenshtein.normalized_similarity(shorter, longer, score_cutoff=ALIKE) >= ALIKE


def _corrected(copy_: Copy, correction: Correction) -> Copy:
    assert correction.field is not None
    assert correction.state is not None
    spot = correction.spots[0]
    spans = spans_of(copy_.field(correction.field).printed, copy_.source)
    lines = [(span.page, box) for span in spans for box in span.boxes] or [(spot.page, spot.box)]
    field = said_field(correction.field, correction.state, correction.says, lines)
    return replace(copy_, fields=tuple(field if one.name is field.name else one for one in copy_.fields))


def _fit_end(key: str, end: int, correction: Correction, places: Places, laid: Mapping[str, Copy]) -> CorrectionFit:
    spot = correction.spots[end]
    found = places.at(spot)
    if len(found) != 1:
        return _not_one(key, end, found)
    reads = _name_at(laid[found[0].id], spot) if correction.kind in PERSONS else ""
    state = CorrectionState.ORPHAN if correction.kind in PERSONS and not reads else CorrectionState.APPLIED
    return CorrectionFit(key, end, state, (found[0].id,), reads)


def _name_at(copy_: Copy, spot: Spot) -> str:
    """The name that is printed at a spot of a header: the one most like the name that was; "" where none is."""
    likeness: dict[str, float] = {}
    for name in _NAMES:
        for part in copy_.field(name).parts:
            if any(run.page == spot.page and overlap(run.box, spot.box) >= ON_PLACE for run in part.runs):
                likeness[part.text] = Levenshtein.normalized_similarity(fold_ocr(part.text), fold_ocr(spot.name))
    best = max(sorted(likeness), key=lambda text: likeness[text], default="")
    return best if best and likeness[best] >= ALIKE else ""
