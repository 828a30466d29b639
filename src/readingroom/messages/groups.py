"""Groups: from likenesses of pairs to copies that are one message, without ever joining what contradicts.

A ─ same ─ B ─ same ─ C      joined, unless A and C are apart
D ─ fits ─ A                 joined, unless D fits another group too that is apart from A's: then D stays alone
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from readingroom.messages.compare import Likeness
from readingroom.messages.components import components_of

Likening = Callable[[str, str], Likeness]


def group_copies(
    ids: Iterable[str], pairs: Iterable[tuple[str, str]], likeness: Likening
) -> tuple[tuple[str, ...], ...]:
    """Every id in exactly one sorted group; the groups sorted. `likeness` is symmetric and may be asked of any two.

    Only `pairs` can be the ground for joining. The outcome depends on no order.
    """
    groups: dict[str, tuple[str, ...]] = {copy_id: (copy_id,) for copy_id in ids}
    fitting: list[tuple[str, str]] = []
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        found = likeness(one, other)
        if found is Likeness.FITS:
            fitting.append((one, other))
        elif found is not Likeness.SAME or groups[one] is groups[other]:
            continue
        elif not _apart(groups[one], groups[other], likeness):
            _merge(groups, groups[one] + groups[other])
    _join_fitting(groups, fitting, likeness)
    return tuple(sorted(set(groups.values())))


def _join_fitting(groups: dict[str, tuple[str, ...]], fitting: list[tuple[str, str]], likeness: Likening) -> None:
    """Join groups that fit each other and nothing else."""
    fits: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for one, other in fitting:
        here, there = groups[one], groups[other]
        if here is not there and not _apart(here, there, likeness):
            fits.setdefault(here, set()).add(there)
            fits.setdefault(there, set()).add(here)
    undecided = {group for group, others in fits.items() if _any_apart(sorted(others), likeness)}
    sure = {group: others - undecided for group, others in fits.items() if group not in undecided}
    for component in components_of(sure, ((group, other) for group, others in sure.items() for other in others)):
        if len(component) > 1 and not _any_apart(component, likeness):
            _merge(groups, tuple(copy_id for group in component for copy_id in group))


def _merge(groups: dict[str, tuple[str, ...]], copies: tuple[str, ...]) -> None:
    merged = tuple(sorted(copies))
    for copy_id in merged:
        groups[copy_id] = merged


def _apart(one: tuple[str, ...], other: tuple[str, ...], likeness: Likening) -> bool:
    return any(likeness(here, there) is Likeness.APART for here in one for there in other)


def _any_apart(groups: Iterable[tuple[str, ...]], likeness: Likening) -> bool:
    seen: list[tuple[str, ...]] = []
    for group in groups:
        if any(_apart(group, before, likeness) for before in seen):
            return True
        seen.append(group)
    return False
