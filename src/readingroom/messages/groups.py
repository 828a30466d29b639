"""Groups: from likenesses of pairs to copies that are one message, without ever joining what contradicts.

A ─ same ─ B ─ same ─ C      joined, unless A and C are apart
E ─ chained ─ F              joined, if messages joined already quote both, or are quoted by both
D ─ fits ─ A                 joined, unless D fits another group too that is apart from A's: then D stays alone

Sure pairs come first: those of one minute, then other clocks, then chains, and last what only fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, product
from typing import NamedTuple

from readingroom.messages.compare import Likeness
from readingroom.text import components_of

Likening = Callable[[str, str], Likeness]

MOST_ASKED = 30  # copies of a group that stand for it when two groups are held against each other
MOST_FITTING = 60  # groups that all fit each other: of more it cannot be told which belong together
MOST_BESIDE = 12  # groups that quote one message, or that one message quotes, and are held against each other
MOST_ROUNDS = 12  # of walking along chains; one step up or down a chain is a round


class Standing(NamedTuple):
    """Where copies stand in their chains."""

    quoted_by: Mapping[str, tuple[str, ...]]  # copies that quote this one
    quotes: Mapping[str, tuple[str, ...]]  # copies that this one quotes
    documents: Mapping[str, frozenset[str]]  # where each is printed


class How(StrEnum):
    """What two copies were joined by."""

    TOLD = "told"
    ALIKE = "alike"
    QUOTES_THE_SAME = "quotes the same"
    QUOTED_BY_THE_SAME = "quoted by the same"


class Edge(NamedTuple):
    """Two copies that were joined, and by what."""

    one: str
    other: str
    how: How


class Grouped(NamedTuple):
    """The groups, each sorted, and what joined them: the edges of a group hang all of it together."""

    groups: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]


class _Group(NamedTuple):
    copies: tuple[str, ...]


class _Groups:
    """Who is with whom so far."""

    def __init__(self, copies: Iterable[str], likeness: Likening, apart: frozenset[tuple[str, str]]) -> None:
        self.of = {copy_id: _Group((copy_id,)) for copy_id in copies}
        self.edges: list[Edge] = []
        self._likeness = likeness
        self._told_apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._told_apart.setdefault(one, set()).add(other)
            self._told_apart.setdefault(other, set()).add(one)

    def told_apart(self, one: _Group, other: _Group) -> bool:
        """Whether somebody said that a copy of the one is not the message of a copy of the other."""
        if not self._told_apart:
            return False
        there = set(other.copies)
        return any(not self._told_apart.get(here, frozenset()).isdisjoint(there) for here in one.copies)

    def apart(self, one: _Group, other: _Group) -> bool:
        """Whether two groups contradict: copies of the two are apart, or most of those that could be one differ."""
        if self.told_apart(one, other):
            return True
        balance = 0
        for here, there in product(one.copies[:MOST_ASKED], other.copies[:MOST_ASKED]):
            found = self._likeness(here, there)
            if found is Likeness.APART:
                return True
            balance += (found is Likeness.DOUBTFUL) - (found in (Likeness.SAME, Likeness.CHAINED))
        return balance > 0

    def join(self, one: str, other: str, how: How) -> None:
        here, there = self.of[one], self.of[other]
        merged = _Group(tuple(sorted((*here.copies, *there.copies))))
        self.edges.append(Edge(min(one, other), max(one, other), how))
        for copy_id in merged.copies:
            self.of[copy_id] = merged

    def join_unless_apart(self, one: str, other: str, how: How) -> bool:
        here, there = self.of[one], self.of[other]
        if here is there or self.apart(here, there):
            return False
        self.join(one, other, how)
        return True


def group_copies(
    copies: Iterable[str],
    pairs: Sequence[Iterable[tuple[str, str]]],
    likeness: Likening,
    standing: Standing,
    *,
    same: Sequence[tuple[str, str]] = (),
    apart: frozenset[tuple[str, str]] = frozenset(),
) -> Grouped:
    """Every copy in exactly one sorted group; the groups sorted.

    Only the `pairs`, those of the surest kind first, and neighbours of joined copies in their chains can be the
    ground for joining. `likeness` is symmetric. The outcome depends on no order within a kind. Pairs of `same` are
    joined first, whatever their likeness, unless a pair of `apart` forbids it.
    """
    groups = _Groups(copies, likeness, apart)
    for one, other in sorted(same):
        if groups.of[one] is not groups.of[other] and not groups.told_apart(groups.of[one], groups.of[other]):
            groups.join(one, other, How.TOLD)
    fitting: set[tuple[str, str]] = set()
    for kind in pairs:
        for one, other in sorted(set(kind)):
            if groups.of[one] is groups.of[other]:
                continue
            found = likeness(one, other)
            if found is Likeness.FITS:
                fitting.add((one, other))
            elif found is Likeness.SAME:
                groups.join_unless_apart(one, other, How.ALIKE)
    _join_along_chains(groups, likeness, standing)
    for together in _fitting_groups(groups, fitting):
        for one, other in together:
            if groups.of[one] is not groups.of[other]:
                groups.join(one, other, How.ALIKE)
    _join_along_chains(groups, likeness, standing)
    return Grouped(tuple(sorted({group.copies for group in groups.of.values()})), tuple(groups.edges))


def _join_along_chains(groups: _Groups, likeness: Likening, standing: Standing) -> None:
    """Join what stands above or below one message and may be one, until nothing more is found."""
    walks = ((standing.quotes, How.QUOTED_BY_THE_SAME), (standing.quoted_by, How.QUOTES_THE_SAME))
    looked_at = set(groups.of.values())
    for _ in range(MOST_ROUNDS):
        joined: set[str] = set()
        for group in sorted(looked_at):
            for neighbours, how in walks:
                near = {there for copy_id in group.copies for there in neighbours.get(copy_id, ())}
                if len(near) < 2:
                    continue
                for one, other in combinations(sorted({groups.of[there] for there in near})[:MOST_BESIDE], 2):
                    pair = _chained(one, other, likeness, standing)
                    if pair and groups.join_unless_apart(*pair, how):
                        joined.update(groups.of[pair[0]].copies)
        looked_at = {groups.of[copy_id] for copy_id in joined}
        if not looked_at:
            return


def _chained(one: _Group, other: _Group, likeness: Likening, standing: Standing) -> tuple[str, str] | None:
    """Copies of the two that may be one message. Within one document they are two: it quotes both."""
    asked = (one.copies[:MOST_ASKED], other.copies[:MOST_ASKED])
    here, there = ({name for copy_id in some for name in standing.documents[copy_id]} for some in asked)
    if not here.isdisjoint(there):
        return None
    may_be = (Likeness.SAME, Likeness.FITS, Likeness.CHAINED)
    return next((pair for pair in product(*asked) if likeness(*pair) in may_be), None)


def _fitting_groups(groups: _Groups, fitting: Iterable[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Pairs of copies whose groups are to be joined because they fit each other and nothing that contradicts."""
    by_groups: dict[tuple[_Group, _Group], tuple[str, str]] = {}
    for pair in sorted(fitting):
        one, other = sorted((groups.of[pair[0]], groups.of[pair[1]]))
        if one is not other and not groups.apart(one, other):
            by_groups.setdefault((one, other), pair)
    joined: list[list[_Group]] = []
    for component in components_of({group for pair in by_groups for group in pair}, by_groups):
        if len(component) > MOST_FITTING:
            continue
        if not _any_apart(groups, component):
            joined.append(component)
            continue
        inside = [pair for pair in by_groups if pair[0] in component]
        undecided = {group for group in component if _any_apart(groups, _neighbours(group, inside))}
        sure = [pair for pair in inside if undecided.isdisjoint(pair)]
        for part in components_of({group for pair in sure for group in pair}, sure):
            if not _any_apart(groups, part):
                joined.append(part)
    return [[pair for both, pair in by_groups.items() if both[0] in part and both[1] in part] for part in joined]


def _neighbours(group: _Group, pairs: Iterable[tuple[_Group, _Group]]) -> list[_Group]:
    return sorted({pair[pair[0] == group] for pair in pairs if group in pair})


def _any_apart(groups: _Groups, some: Iterable[_Group]) -> bool:
    return any(groups.apart(one, other) for one, other in combinations(some, 2))
