"""What of the log of corrections counts: pure, and the same in whatever order its entries came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from readingroom.model import Correction, CorrectionEntry, CorrectionFit, CorrectionKind, CorrectionState
from readingroom.text import components_of, correction_id

PAGES = (CorrectionKind.CUT, CorrectionKind.NO_CUT)
HEADERS = (CorrectionKind.HEADER, CorrectionKind.NO_HEADER)
MESSAGES = (CorrectionKind.SAME_MESSAGE, CorrectionKind.NOT_SAME_MESSAGE)
PERSONS = (CorrectionKind.SAME_PERSON, CorrectionKind.NOT_SAME_PERSON)


def withdrawn_entries(entries: Iterable[CorrectionEntry]) -> frozenset[str]:
    """The ids of entries that no longer count: an undo that counts names them. In whatever order they came."""
    undoers: dict[str, list[str]] = {}
    for entry in entries:
        if entry.correction.kind is CorrectionKind.UNDO:
            undoers.setdefault(entry.correction.undoes, []).append(entry.id)
    counts: dict[str, bool] = {}
    for target in undoers:
        waiting = [target]
        while waiting:
            unknown = [one for one in undoers.get(waiting[-1], ()) if one not in counts and one not in waiting]
            if unknown:
                waiting += unknown
            else:
                one = waiting.pop()
                counts[one] = not any(counts.get(undoer) for undoer in undoers.get(one, ()))
    return frozenset(one for one, counts_still in counts.items() if not counts_still)


def by_page(corrections: Mapping[str, Correction]) -> dict[tuple[str, int], dict[str, Correction]]:
    """What is to be laid over the copies of a page: by its source and number, then by `correction_id`."""
    found: dict[tuple[str, int], dict[str, Correction]] = {}
    for key, correction in corrections.items():
        if correction.kind not in PAGES:
            for spot in correction.spots:
                found.setdefault((spot.source, spot.page), {})[key] = correction
    return found


def live_corrections(entries: Sequence[CorrectionEntry]) -> dict[str, Correction]:
    """What is said and not undone, by `correction_id`, sorted: once, however many say it."""
    withdrawn = withdrawn_entries(entries)
    live = (
        entry.correction
        for entry in entries
        if entry.id not in withdrawn and entry.correction.kind is not CorrectionKind.UNDO
    )
    return dict(sorted((correction_id(correction), correction) for correction in live))


class Pairs(NamedTuple):
    """What is said to be the same and not the same, and the corrections that contradict each other."""

    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    disputed: frozenset[str]  # correction_id


def end_of(fit: CorrectionFit, kinds: Sequence[CorrectionKind]) -> str:
    """What a spot of a pair was found to be: the id of a copy, or a printed name."""
    return fit.reads if kinds is PERSONS else fit.copies[0]


def agreed_pairs(
    fits: Iterable[CorrectionFit], corrections: Mapping[str, Correction], kinds: Sequence[CorrectionKind]
) -> Pairs:
    """What is said to be the same and what not, as pairs of what its spots were found to be, sorted.

    `kinds` say which: MESSAGES gives copy ids, PERSONS printed names. Where what is said to be the same comes, link by
    link, to what is said not to be, none of those links counts: who is wrong cannot be told.
    """
    ends: dict[str, dict[int, str]] = {}
    for fit in fits:
        told = corrections.get(fit.correction)
        if told and told.kind in kinds and fit.state is CorrectionState.APPLIED:
            ends.setdefault(fit.correction, {})[fit.end] = end_of(fit, kinds)
    pairs = {
        key: (min(found.values()), max(found.values())) for key, found in ends.items() if len(set(found.values())) == 2
    }
    same = {key for key in pairs if corrections[key].kind is kinds[0]}
    whole = components_of({one for pair in pairs.values() for one in pair}, (pairs[key] for key in same))
    group = {one: at for at, component in enumerate(whole) for one in component}
    within = {key: group[one] for key, (one, other) in pairs.items() if group[one] == group[other]}
    torn = {at for key, at in within.items() if key not in same}
    disputed = {key for key, at in within.items() if at in torn}
    return Pairs(
        tuple(sorted({pairs[key] for key in same - disputed})),
        tuple(sorted({pairs[key] for key in pairs.keys() - same - disputed})),
        frozenset(disputed),
    )
