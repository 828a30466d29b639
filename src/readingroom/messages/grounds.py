"""Why each copy is in its message: from what joined its group to one ground a copy."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from readingroom.messages.clocks import Clock, compare_clocks
from readingroom.messages.compare import compare_subjects
from readingroom.messages.groups import Edge, How
from readingroom.messages.names import compare_addressees, compare_names
from readingroom.messages.traits import Traits
from readingroom.messages.verdict import Verdict
from readingroom.messages.wording import words_alike
from readingroom.model import FIRST, CopyGround, JoinGround

OF_CLOCKS = {
    Clock.SAME: JoinGround.MINUTE,
    Clock.STEP: JoinGround.STEP,
    Clock.ZONE: JoinGround.CLOCK,
    Clock.ZONE_NEARLY: JoinGround.CLOCK,
    Clock.MISREAD: JoinGround.MISREAD,
    Clock.UNKNOWN: JoinGround.NO_TIME,
}
OF_JOINS = {
    How.TOLD: JoinGround.SAID,
    How.QUOTES_THE_SAME: JoinGround.QUOTES_THE_SAME,
    How.QUOTED_BY_THE_SAME: JoinGround.QUOTED_BY_THE_SAME,
}


def near_of(edges: Iterable[Edge]) -> dict[str, list[tuple[str, How]]]:
    """For each copy the copies that it was joined with, and how. Sorted."""
    near: dict[str, list[tuple[str, How]]] = {}
    for edge in edges:
        near.setdefault(edge.one, []).append((edge.other, edge.how))
        near.setdefault(edge.other, []).append((edge.one, edge.how))
    return {copy_id: sorted(some) for copy_id, some in near.items()}


def grounds_of(
    ranked: Sequence[str], near: Mapping[str, Sequence[tuple[str, How]]], traits: Mapping[str, Traits]
) -> tuple[CopyGround, ...]:
    """The ground of each copy of a message, the best first: walking from that one, what each was joined by."""
    found = {ranked[0]: FIRST}
    waiting = deque(ranked[:1])
    while waiting:
        here = waiting.popleft()
        for there, how in near.get(here, ()):
            if there not in found:
                found[there] = _ground(here, traits[here], traits[there], how)
                waiting.append(there)
    return tuple(found[copy_id] for copy_id in ranked)


def _ground(other: str, one: Traits, copy_: Traits, how: How) -> CopyGround:
    clock = compare_clocks(one.time, copy_.time, one.top, copy_.top)
    grounds = [OF_JOINS[how]] if how in OF_JOINS else []
    if clock in OF_CLOCKS:
        grounds.append(OF_CLOCKS[clock])
    answers = (
        (compare_names(one.sender, copy_.sender), JoinGround.SENDER),
        (compare_subjects(one, copy_), JoinGround.SUBJECT),
        (compare_addressees(one.addressees, copy_.addressees), JoinGround.ADDRESSEE),
    )
    grounds += (ground for verdict, ground in answers if verdict is Verdict.YES)
    alike = words_alike(one.body, copy_.body) if one.body.opening and copy_.body.opening else 0
    if alike:
        grounds.append(JoinGround.WORDS)
    apart = abs(one.time.minutes - copy_.time.minutes) if one.time.digits and copy_.time.digits else 0
    return CopyGround(other, tuple(grounds), apart, alike)
