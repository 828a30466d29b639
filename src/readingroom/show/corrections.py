"""Corrections as records and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from readingroom.model import (
    CorrectionEntry,
    CorrectionFit,
    CorrectionKind,
    CorrectionState,
)
from readingroom.show.frame import Frame, Pager, Place
from readingroom.show.records import Record
from readingroom.text import entry_record

DOUBTFUL = (CorrectionState.CONFLICT, CorrectionState.AMBIGUOUS, CorrectionState.ORPHAN)

KIND_WORDS = {
    CorrectionKind.FIELD: "this field says",
    CorrectionKind.CUT: "a document begins on this page",
    CorrectionKind.NO_CUT: "no document begins on this page",
    CorrectionKind.HEADER: "a message begins here",
    CorrectionKind.NO_HEADER: "no message begins here",
    CorrectionKind.SAME_MESSAGE: "these are one message",
    CorrectionKind.NOT_SAME_MESSAGE: "these are two messages",
    CorrectionKind.SAME_PERSON: "these are one person",
    CorrectionKind.NOT_SAME_PERSON: "these are two persons",
    CorrectionKind.POST: "held a post",
    CorrectionKind.UNDO: "this does not count",
}

STATE_WORDS = {
    CorrectionState.APPLIED: "applied",
    CorrectionState.SATISFIED: "the machine reads so by now",
    CorrectionState.CONFLICT: "not applied: something else is read or said",
    CorrectionState.AMBIGUOUS: "not applied: it fits several places",
    CorrectionState.ORPHAN: "not applied: nothing is found at its place",
    CorrectionState.WAITING: "waits: its page has not been read",
    CorrectionState.UNDONE: "undone",
}


class SaidLine(NamedTuple):
    """What somebody says of a place, and what became of it."""

    id: str  # of the entry
    what: str
    state: str
    says: str  # the state in plain words
    was: str  # what the machine reads there; "" where it reads nothing, or where nothing is read
    who: str
    at: str  # day and time, UTC; "" where a file did not tell
    why: str
    places: tuple[Place, ...]

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at it."""
        return self.state in DOUBTFUL

    @property
    def undone(self) -> bool:
        """Whether it counts no longer."""
        return self.state == CorrectionState.UNDONE


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """The log of corrections. Template: corrections.html."""

    frame: Frame
    who: str  # the name that was given last
    doubtful: int  # how many somebody should look at
    lines: tuple[SaidLine, ...]
    pager: Pager


def correction_listed(
    entry: CorrectionEntry, state: CorrectionState, fits: Sequence[CorrectionFit], names: Mapping[str, str]
) -> Record:
    """One item of `corrections`: the line of the log, and beside it what became of it."""
    spots = entry.correction.spots
    return entry_record(entry) | {
        "who": entry.who,
        "at": entry.at,
        "why": entry.why,
        "state_now": state.value,
        "places": [
            {"source": names.get(spot.source, spot.source[:12]), "page": spot.page, "box": list(spot.box)}
            for spot in spots
        ],
        "copies": sorted({copy_id for fit in fits for copy_id in fit.copies}),
        "reads": [fit.reads for fit in fits],
    }


def says_words(record: Mapping[str, Any]) -> str:
    """What a listed correction says, in one line."""
    kind = CorrectionKind(record["kind"])
    what = KIND_WORDS[kind]
    if kind is CorrectionKind.FIELD:
        says = "; ".join(record.get("says", ())) or record["state"]
        was = record.get("was") or record.get("was_state", "")
        what = f"{record['field']} is “{says}”, not “{was}”"
    elif kind is CorrectionKind.UNDO:
        what = f"undo {record['undoes'][:8]}"
    elif kind is CorrectionKind.POST:
        what = f"{record['holder']}: {record.get('post') or record.get('alias')}"
    elif "name" in record:
        what = f"“{record['name']}” and “{record['other_name']}”: {what}"
    return what
