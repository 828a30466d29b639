"""The log of corrections, and what became of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.said import MESSAGES, PERSONS, agreed_pairs, live_corrections, withdrawn_entries
from readingroom.model import Correction, CorrectionEntry, CorrectionFit, CorrectionKind, CorrectionState
from readingroom.store import Store, correction_entries, correction_fits, message_of_copies
from readingroom.text import correction_id

# What asks for somebody's eyes comes first.
URGENCY = (
    CorrectionState.CONFLICT,
    CorrectionState.AMBIGUOUS,
    CorrectionState.ORPHAN,
    CorrectionState.WAITING,
    CorrectionState.APPLIED,
    CorrectionState.SATISFIED,
    CorrectionState.UNDONE,
)


class ListedCorrection(NamedTuple):
    """An entry of the log, and what became of what it says."""

    entry: CorrectionEntry
    state: CorrectionState
    fits: tuple[CorrectionFit, ...]


def list_corrections(case: Case) -> tuple[ListedCorrection, ...]:
    """The whole log: what needs looking at first, then the latest."""
    entries = correction_entries(case.store)
    gone, said = withdrawn_entries(entries), live_corrections(entries)
    found: dict[str, list[CorrectionFit]] = defaultdict(list)
    for fit in correction_fits(case.store) if entries else ():
        found[fit.correction].append(fit)
    states = {key: _state(said[key], found[key]) for key in said}
    for kinds in (MESSAGES, PERSONS):
        pairs = {key: one for key, one in said.items() if one.kind in kinds}
        disputed = agreed_pairs([fit for key in pairs for fit in found[key]], pairs, kinds).disputed
        states |= dict.fromkeys(disputed, CorrectionState.CONFLICT)
    _hold_against_messages(case.store, said, found, states)
    listed = []
    for entry in reversed(entries):
        key = correction_id(entry.correction)
        state = CorrectionState.UNDONE if entry.id in gone else states.get(key, CorrectionState.APPLIED)
        listed.append(ListedCorrection(entry, state, tuple(found[key])))
    return tuple(sorted(listed, key=lambda one: URGENCY.index(one.state)))


def correction_counts(case: Case) -> Counter[CorrectionState]:
    """How many entries there are in each state."""
    return Counter(one.state for one in list_corrections(case))


def _state(correction: Correction, fits: Sequence[CorrectionFit]) -> CorrectionState:
    """What the stages made of it, spot by spot."""
    if correction.kind is CorrectionKind.POST:
        return CorrectionState.APPLIED
    states = {fit.state for fit in fits}
    if len({fit.end for fit in fits}) < len(correction.spots):
        states.add(CorrectionState.WAITING)
    return min(states, key=URGENCY.index)


def _hold_against_messages(
    store: Store,
    said: Mapping[str, Correction],
    found: Mapping[str, Sequence[CorrectionFit]],
    states: dict[str, CorrectionState],
) -> None:
    """Whether what is said to be one message is one by now, and what is said to be two is two."""
    pairs = {
        key: [fit.copies[0] for fit in found[key]]
        for key, one in said.items()
        if one.kind in MESSAGES and states[key] is CorrectionState.APPLIED
    }
    joined = message_of_copies(store, sorted({copy_id for ends in pairs.values() for copy_id in ends}))
    for key, ends in pairs.items():
        messages = {joined.get(copy_id, "") for copy_id in ends}
        if "" in messages:
            states[key] = CorrectionState.WAITING
        elif (len(messages) == 1) != (said[key].kind is CorrectionKind.SAME_MESSAGE):
            states[key] = CorrectionState.CONFLICT
