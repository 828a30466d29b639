"""Corrections as people give them: completed from what the case holds, and added to its log.

What a person writes may name a file and a page, or a copy; what is kept is addressed by evidence, with what the
machine read there (see `docs/how-to/correct.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from readingroom.case.ask_names import Names, names_of
from readingroom.case.ask_show import source_named
from readingroom.case.folder import Case
from readingroom.case.said import PERSONS, withdrawn_entries
from readingroom.case.spots import Places, header_boxes, same_place, spot_of
from readingroom.errors import NotFound, UsageError
from readingroom.model import (
    Copy,
    Correction,
    CorrectionEntry,
    CorrectionKind,
    CorrectionState,
    FieldName,
    FieldState,
)
from readingroom.store import (
    actor_by_id,
    add_corrections,
    copies_by_id,
    copies_on_page,
    correction_entries,
    correction_fits,
    message_by_id,
)
from readingroom.text import correction_id, entry_id, read_correction

LISTS = (FieldName.TO, FieldName.CC, FieldName.BCC, FieldName.ATTACHMENTS)
CONTRARY = {
    CorrectionKind.CUT: CorrectionKind.NO_CUT,
    CorrectionKind.HEADER: CorrectionKind.NO_HEADER,
    CorrectionKind.SAME_MESSAGE: CorrectionKind.NOT_SAME_MESSAGE,
    CorrectionKind.SAME_PERSON: CorrectionKind.NOT_SAME_PERSON,
}
CONTRARY |= {other: one for one, other in CONTRARY.items()}


class Who(NamedTuple):
    """Who says it, when (ISO time, UTC) and why."""

    who: str
    at: str
    why: str = ""


class Desk(NamedTuple):
    """What completing corrections takes, asked of the case once for many of them."""

    case: Case
    names: Names
    machine: Mapping[tuple[str, FieldName], tuple[str, FieldState]]  # what it reads beneath what was corrected


def desk_of(case: Case) -> Desk:
    """The desk for the case as it is now."""
    said = {correction_id(entry.correction): entry.correction for entry in correction_entries(case.store)}
    machine = {
        (fit.copies[0], field): (fit.reads, fit.reads_state)
        for fit in correction_fits(case.store)
        if fit.state is CorrectionState.APPLIED and fit.reads_state
        if fit.correction in said and (field := said[fit.correction].field)
    }
    return Desk(case, names_of(case.store), machine)


def now() -> str:
    """The time of now for the log, to the thousandth of a second."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def keep_correction(case: Case, record: Mapping[str, Any], who: Who) -> tuple[CorrectionEntry, ...]:
    """Add what a record says to the log; what the same person said of the same place before is undone with it.

    On the disk when this returns; it counts when the case is read next. Raises UsageError and NotFound.
    """
    try:
        correction = complete(desk_of(case), record)
    except ValueError as error:
        raise UsageError(f"that is no correction: {error}", "see docs/how-to/correct.md") from None
    entries = correction_entries(case.store)
    gone = withdrawn_entries(entries)
    before = [entry for entry in entries if entry.who == who.who and entry.id not in gone]
    same = [entry for entry in before if entry.correction == correction]
    over = [entry for entry in before if _replaces(correction, entry.correction)]
    new = [_entry(Correction(kind=CorrectionKind.UNDO, undoes=entry.id), who) for entry in over]
    if not same:
        new.append(_entry(correction, who))
    add_corrections(case.store, new)
    return tuple(new or same)


def undo_correction(case: Case, named: str, who: Who) -> CorrectionEntry:
    """Add to the log that the entry with this id (or its first digits) no longer counts. Raises NotFound, UsageError.

    An undo is undone in the same way, and what it undid counts again.
    """
    entries = correction_entries(case.store)
    found = [entry for entry in entries if len(named) >= 4 and entry.id.startswith(named)]
    if len(found) != 1:
        raise NotFound(f"{len(found) or 'no'} corrections have the id {named}", "`readingroom corrections` lists them")
    gone = withdrawn_entries(entries)
    if found[0].id in gone:
        by = [entry.id for entry in entries if entry.correction.undoes == found[0].id and entry.id not in gone]
        raise UsageError(f"{named} is undone already", f"undo that to have it back: {' '.join(by)}")
    entry = _entry(Correction(kind=CorrectionKind.UNDO, undoes=found[0].id), who)
    add_corrections(case.store, [entry])
    return entry


def put_back(case: Case, named: str, who: Who) -> None:
    """Undo every undo that counts against this entry."""
    gone = withdrawn_entries(entries := correction_entries(case.store))
    for entry in entries:
        if entry.correction.undoes == named and entry.id not in gone:
            undo_correction(case, entry.id, who)


def complete(desk: Desk, record: Mapping[str, Any]) -> Correction:
    """A record with its place, and with what the machine reads there, taken from the case where it says neither.

    Raises ValueError where it cannot be understood, NotFound and UsageError where it fits nothing or several things.
    """
    told = dict(record)
    kind = told.get("kind")
    if kind in list(CorrectionKind) and kind not in (CorrectionKind.UNDO, CorrectionKind.POST):
        for prefix in ("", "other_") if str(kind).endswith(("_message", "_person")) else ("",):
            if kind in PERSONS:
                told |= _printed_name(desk, told, prefix)
            told |= _placed(desk, told, prefix)
    if kind == CorrectionKind.FIELD:
        if isinstance(told.get("says"), str):
            listed = told.get("field") in list(LISTS)
            told["says"] = [one.strip() for one in told["says"].split(";")] if listed else [told["says"]]
        told.setdefault("state", FieldState.READ.value)
        correction = read_correction(told)
        return correction if "was_state" in told else read_correction({**told, **_machine_reads(desk, correction)})
    return read_correction(told)


def _printed_name(desk: Desk, told: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Name and copy under this prefix, where its copy is the id of a person, or of one printed name of theirs."""
    named = str(told.get(f"{prefix}copy") or "")
    actor = actor_by_id(desk.case.store, named) if named else None
    if actor is None or not actor.names:
        return {}
    printed = next((name for name in actor.names if name.id == named), actor.names[0])
    return {f"{prefix}copy": printed.copy, f"{prefix}name": printed.words}


def _placed(desk: Desk, told: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Source, page and box under this prefix, out of a file's name or a copy."""
    found = {}
    if not told.get(f"{prefix}source") and told.get(f"{prefix}file"):
        found[f"{prefix}source"] = source_named(desk.case, desk.names, str(told[f"{prefix}file"])).id
    source, page = found.get(f"{prefix}source") or told.get(f"{prefix}source"), told.get(f"{prefix}page")
    copy_id = told.get(f"{prefix}copy")
    if told.get(f"{prefix}box") or (told.get("kind") in ("cut", "no_cut") and not copy_id):
        return found
    copy_ = _copy_called(desk.case, str(copy_id)) if copy_id else _only_copy(desk.case, str(source or ""), page)
    name, field = str(told.get(f"{prefix}name") or ""), _field_of(told, copy_, prefix)
    spot = spot_of(copy_, field, name)
    if spot is None:
        raise UsageError(f"copy {copy_.id} prints nothing that a correction could point at", "give a box")
    return {f"{prefix}source": spot.source, f"{prefix}page": spot.page, f"{prefix}box": list(spot.box)}


def _field_of(told: Mapping[str, Any], copy_: Copy, prefix: str) -> FieldName | None:
    if told.get("field") in list(FieldName):
        return FieldName(told["field"])
    name = told.get(f"{prefix}name")
    return next((field.name for field in copy_.fields if any(part.text == name for part in field.parts)), None)


def _copy_called(case: Case, named: str) -> Copy:
    row = message_by_id(case.store, named)
    copy_id = row.message.copies[0] if row else named
    found = copies_by_id(case.store, [copy_id]).get(copy_id)
    if found is None:
        raise NotFound(f"there is no copy or message {named}", "ids are listed by `copies` and `messages`")
    return found


def _only_copy(case: Case, source: str, page: Any) -> Copy:
    if not isinstance(page, int):
        raise ValueError("page is no page number")
    copies = copies_by_id(case.store, [row.id for row in copies_on_page(case.store, source, page)])
    there = [copy_ for copy_ in copies.values() if page in header_boxes(copy_)]
    if len(there) != 1:
        ids = " ".join(sorted(copy_.id for copy_ in there))
        raise UsageError(f"page {page} prints {len(there) or 'no'} headers", f"name one as copy: {ids}" if ids else "")
    return there[0]


def _machine_reads(desk: Desk, correction: Correction) -> dict[str, Any]:
    """What the machine reads of a field at its place: beneath what corrections say by now."""
    spot, store = correction.spots[0], desk.case.store
    rows = copies_on_page(store, spot.source, spot.page)
    there = Places(copies_by_id(store, [row.id for row in rows]).values()).at(spot)
    if len(there) != 1 or correction.field is None:
        return {}
    field = there[0].field(correction.field)
    reads, state = desk.machine.get((there[0].id, field.name), (field.printed.text, field.state))
    return {"was": reads, "was_state": state.value}


def _replaces(new: Correction, old: Correction) -> bool:
    """Whether one correction says something else of what another is about."""
    places = len(new.spots) == len(old.spots) and all(map(same_place, new.spots, old.spots))
    if new == old or not new.spots or not places:
        return False
    return old.kind is CONTRARY.get(new.kind) or (old.kind is new.kind and old.field is new.field is not None)


def _entry(correction: Correction, who: Who) -> CorrectionEntry:
    key = entry_id(correction, who.who, who.at)
    return CorrectionEntry(id=key, correction=correction, who=who.who, at=who.at, why=who.why)
