"""The log of corrections, and what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.folder import Case
from readingroom.case.said import MESSAGES, PERSONS, agreed_pairs, end_of, live_corrections, withdrawn_entries
from readingroom.model import WHOLE_PAGE, Correction, CorrectionEntry, CorrectionFit, CorrectionKind, CorrectionState
from readingroom.show.corrections import (
    DOUBTFUL,
    STATE_WORDS,
    CorrectionsView,
    SaidLine,
    correction_listed,
    says_words,
)
from readingroom.show.frame import Place, pager
from readingroom.show.links import page_href
from readingroom.store import actors_of_prints, correction_entries, correction_fits, message_of_copies
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
    states |= _held_against(said, found, states, MESSAGES, partial(message_of_copies, case.store))
    states |= _held_against(said, found, states, PERSONS, partial(actors_of_prints, case.store))
    listed = []
    for entry in reversed(entries):
        key = correction_id(entry.correction)
        state = CorrectionState.UNDONE if entry.id in gone else states.get(key, CorrectionState.APPLIED)
        listed.append(ListedCorrection(entry, state, tuple(found[key])))
    return tuple(sorted(listed, key=lambda one: URGENCY.index(one.state)))


def ask_corrections(case: Case, first: int, who: str) -> CorrectionsView:
    """The log from the entry `first` on (from 0). `who`: the name that was given last."""
    listed = list_corrections(case)
    return CorrectionsView(
        frame=ask_frame(case),
        who=who,
        doubtful=sum(one.state in DOUBTFUL for one in listed),
        lines=said_lines(case, listed[first : first + LISTED]),
        pager=pager(first, LISTED, len(listed), "/corrections?first="),
    )


def said_lines(case: Case, listed: Sequence[ListedCorrection]) -> tuple[SaidLine, ...]:
    """Entries as screens show them."""
    names = source_names(case.store) if listed else {}
    return tuple(_line(one, names) for one in listed)


def said_of_copies(listed: Sequence[ListedCorrection], copies: Iterable[str]) -> tuple[ListedCorrection, ...]:
    """Of the log, what counts and was found on one of these copies."""
    wanted = frozenset(copies)
    return tuple(
        one
        for one in listed
        if one.state is not CorrectionState.UNDONE and any(not wanted.isdisjoint(fit.copies) for fit in one.fits)
    )


def _line(one: ListedCorrection, names: Mapping[str, str]) -> SaidLine:
    record = correction_listed(*one, names)
    spots = one.entry.correction.spots
    return SaidLine(
        one.entry.id,
        says_words(record),
        one.state.value,
        STATE_WORDS[one.state],
        "; ".join(fit.reads or (fit.reads_state or "") for fit in one.fits),
        one.entry.who,
        one.entry.at[:16].replace("T", " "),
        one.entry.why,
        tuple(
            Place(
                page_words(names, spot.source, spot.page),
                page_href(spot.source, spot.page, None if spot.box == WHOLE_PAGE else spot.box),
            )
            for spot in spots
        ),
    )


def _state(correction: Correction, fits: Sequence[CorrectionFit]) -> CorrectionState:
    """What the stages made of it, spot by spot."""
    if correction.kind is CorrectionKind.POST:
        return CorrectionState.APPLIED
    states = {fit.state for fit in fits}
    if len({fit.end for fit in fits}) < len(correction.spots):
        states.add(CorrectionState.WAITING)
    return min(states, key=URGENCY.index)


def _held_against(
    said: Mapping[str, Correction],
    found: Mapping[str, Sequence[CorrectionFit]],
    states: Mapping[str, CorrectionState],
    kinds: Sequence[CorrectionKind],
    whole_of: Callable[[Sequence[str]], Mapping[str, str]],
) -> dict[str, CorrectionState]:
    """What has become of pairs whose places were found: whether one message, or person, is one by now, and two are two.

    `kinds`: the one that says so, and the one that says not. `whole_of`: what copies or prints belong to.
    """
    pairs = {
        key: [end_of(fit, kinds) for fit in found[key]]
        for key, one in said.items()
        if one.kind in kinds and states[key] is CorrectionState.APPLIED
    }
    whole = whole_of(sorted({end for ends in pairs.values() for end in ends}))
    held = {}
    for key, ends in pairs.items():
        wholes = {whole.get(end, "") for end in ends}
        if "" in wholes:
            held[key] = CorrectionState.WAITING
        elif (len(wholes) == 1) != (said[key].kind is kinds[0]):
            held[key] = CorrectionState.CONFLICT
    return held
