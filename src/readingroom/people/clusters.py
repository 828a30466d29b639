"""Clusters: forms joined so far, each join with its ground, and none where the two sides contradict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from readingroom.model import Ground, GroundKind
from readingroom.people.compatible import contradict, same_name, same_word
from readingroom.people.headings import Form, Forms, Use
from readingroom.people.printed import Printed

NOISE = 0.02  # of the most frequent name, initial, address or bearer: what is rarer than that may be misread
MOST_HELD = 12  # full names of a cluster that are held against another's


class Join(NamedTuple):
    """A ground between two forms."""

    one: int
    other: int
    ground: Ground


class Clusters:
    """Forms by place in `Forms.all`, and which of them are one actor."""

    def __init__(self, forms: Forms, apart: Iterable[tuple[int, int]] = ()) -> None:
        self.forms = forms
        self.joins: list[Join] = []
        self._parent = list(range(len(forms.all)))
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def root(self, at: int) -> int:
        """The form that stands for the cluster of this one."""
        parent = self._parent
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    def members(self, at: int) -> list[int]:
        """All forms of the cluster of this one."""
        root = self.root(at)
        return self._members.get(root, [root])

    def count(self, at: int) -> int:
        """How often heads print the cluster of this form."""
        return sum(self.forms.all[member].count for member in self.members(at))

    def names(self, at: int) -> list[Printed]:
        """Full names of the cluster of this form, the most frequent first, without those rare enough to be misread."""
        counts: dict[Printed, int] = {}
        for member in self.members(at):
            form = self.forms.all[member]
            if form.printed.is_full:
                name = form.printed._replace(address="", local="")
                counts[name] = counts.get(name, 0) + form.count
        most = max(counts.values(), default=0)
        return sorted((name for name in counts if counts[name] >= NOISE * most), key=lambda name: (-counts[name], name))

    def join(
        self,
        one: int,
        other: int,
        kind: GroundKind,
        weight: float,
        *,
        copies: tuple[str, ...] = (),
        forced: bool = False,
    ) -> bool:
        """Join two clusters on a ground between two of their forms, unless they contradict; whether they are one."""
        here, there = self.root(one), self.root(other)
        if here == there:
            return True
        if self._said_apart(here, there) or (not forced and self.contradicted(here, there)):
            return False
        uses = self.forms.all[one].use, self.forms.all[other].use
        self.joins.append(Join(one, other, ground_between(kind, *uses, weight, copies)))
        low, high = min(here, there), max(here, there)
        self._parent[high] = low
        self._members[low] = [*self._members.get(low, [low]), *self._members.pop(high, [high])]
        return True

    def contradicted(self, one: int, other: int) -> bool:
        """Whether two clusters bear full names that cannot be one person's: no two agree, or some two contradict."""
        here, there = self.names(one)[:MOST_HELD], self.names(other)[:MOST_HELD]
        if not here or not there:
            return False
        if any(
            same_word(name.family, held.family) and same_word(name.given, held.given) and contradict(name, held)
            for name in here
            for held in there
        ):
            return True
        return not any(same_name(name, held) for name in here for held in there)

    def _said_apart(self, one: int, other: int) -> bool:
        if not self._apart:
            return False
        there = set(self.members(other))
        return any(not there.isdisjoint(self._apart.get(member, ())) for member in self.members(one))


def ground_between(kind: GroundKind, one: Use, other: Use, weight: float, copies: tuple[str, ...] = ()) -> Ground:
    """The ground between two prints: with the copies that show it, or the first that print them."""
    shown = copies or tuple(dict.fromkeys((one.copy, other.copy)))
    return Ground(kind, (one.words, other.words), shown, weight)


def by_frequency(forms: Mapping[int, Form] | list[Form], places: Iterable[int]) -> list[int]:
    """Places of forms, the most frequent first."""
    return sorted(places, key=lambda at: (-forms[at].count, at))
