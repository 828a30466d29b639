"""Groups: from likenesses of pairs to copies that are one message, without ever joining what contradicts.

A ─ same ─ B ─ same ─ C      joined, unless A and C are apart
D ─ fits ─ A                 joined, unless D fits another group too that is apart from A's: then D stays alone
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from readingroom.messages.compare import Likeness
from readingroom.messages.components import components_of

Likening = Callable[[str, str], Likeness]

MOST_ASKED = 30  # copies of a group that stand for it when two groups are held against each other
MOST_FITTING = 60  # groups that all fit each other: of more it cannot be told which belong together


class Group(NamedTuple):
    """Copies joined so far: sorted ids, and the minute of those that have one."""

    copies: tuple[str, ...]
    sent: str


def group_copies(
    sent: Mapping[str, str],
    blocks: Iterable[tuple[str, ...]],
    likeness: Likening,
    *,
    same: Sequence[tuple[str, str]] = (),
    apart: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """Every key of `sent` (its minute, or "") in exactly one sorted group; the groups sorted.

    Only pairs within `blocks` can be the ground for joining. `likeness` is symmetric. Never are two minutes joined.
    The outcome depends on no order. Pairs of `same` (sorted, and each in order) are joined first, whatever their
    likeness, unless a pair of `apart` (each in order) forbids it.
    """
    groups = {copy_id: Group((copy_id,), minute) for copy_id, minute in sent.items()}
    for one, other in same:
        if groups[one] is not groups[other] and not _told_apart(groups[one], groups[other], apart):
            _merge(groups, (groups[one], groups[other]))
    if apart:
        likeness = _with_told(likeness, apart)
    fitting: set[tuple[str, str]] = set()
    for block in sorted(blocks):
        for one, other in combinations(block, 2):
            if groups[one] is groups[other]:
                continue
            found = likeness(one, other)
            if found is Likeness.FITS:
                fitting.add((one, other))
            elif found is Likeness.SAME and not _apart(groups[one], groups[other], likeness):
                _merge(groups, (groups[one], groups[other]))
    for together in _fitting_groups({(groups[one], groups[other]) for one, other in fitting}, likeness):
        _merge(groups, together)
    return tuple(sorted({group.copies for group in groups.values()}))


def _with_told(likeness: Likening, apart: frozenset[tuple[str, str]]) -> Likening:
    def told(one: str, other: str) -> Likeness:
        return Likeness.APART if (min(one, other), max(one, other)) in apart else likeness(one, other)

    return told


def _told_apart(one: Group, other: Group, apart: frozenset[tuple[str, str]]) -> bool:
    inside = {*one.copies, *other.copies}
    return any(pair[0] in inside and pair[1] in inside for pair in apart)


def _fitting_groups(fitting: Iterable[tuple[Group, Group]], likeness: Likening) -> list[list[Group]]:
    """Which groups are to be joined because they fit each other and nothing that contradicts."""
    pairs = [pair for pair in fitting if pair[0] is not pair[1] and not _apart(*pair, likeness)]
    joined = []
    for component in components_of({group for pair in pairs for group in pair}, pairs):
        if len(component) > MOST_FITTING:
            continue
        if not _any_apart(component, likeness):
            joined.append(component)
            continue
        inside = [pair for pair in pairs if pair[0] in component]
        undecided = {group for group in component if _any_apart(_neighbours(group, inside), likeness)}
        sure = [pair for pair in inside if undecided.isdisjoint(pair)]
        for part in components_of({group for pair in sure for group in pair}, sure):
            if not _any_apart(part, likeness):
                joined.append(part)
    return joined


def _neighbours(group: Group, pairs: Iterable[tuple[Group, Group]]) -> list[Group]:
    return sorted({pair[pair[0] == group] for pair in pairs if group in pair})


def _merge(groups: dict[str, Group], together: Iterable[Group]) -> None:
    parts = tuple(together)
    merged = Group(
        tuple(sorted(copy_id for part in parts for copy_id in part.copies)), max(part.sent for part in parts)
    )
    for copy_id in merged.copies:
        groups[copy_id] = merged


def _apart(one: Group, other: Group, likeness: Likening) -> bool:
    """Whether two groups contradict: another minute, or a copy of the one that is apart from a copy of the other."""
    if one.sent and other.sent and one.sent != other.sent:
        return True
    asked = other.copies[:MOST_ASKED]
    return any(likeness(here, there) is Likeness.APART for here in one.copies[:MOST_ASKED] for there in asked)


def _any_apart(groups: Iterable[Group], likeness: Likening) -> bool:
    return any(_apart(one, other, likeness) for one, other in combinations(groups, 2))
