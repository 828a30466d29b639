"""Blocks: which few copies are worth comparing with each other. Nothing is decided here.

one minute                                       all copies of it
one opening, closing or subject, near in time    copies of two minutes that may be one on two clocks
one opening or closing                           a copy without a minute, with all that begin or end like it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readingroom.messages.clocks import MOST_ZONES, NEARLY, Clock, compare_clocks
from readingroom.messages.traits import Traits

KEY_WORDS = 5  # of an opening or a closing
MOST_IN_BLOCK = 100  # the biggest minute of a real release holds 36; a bigger block is cut by how its copies begin
MOST_NEAR = 40  # copies after one in time that it is held against


def blocks_of(traits: Mapping[str, Traits]) -> Iterator[tuple[str, ...]]:
    """Sorted tuples of two and more keys of `traits` that may be one message; a pair may come twice."""
    minutes: dict[str, list[str]] = {}
    undated: dict[tuple[str, str], list[str]] = {}
    for copy_id in sorted(traits):
        digits = traits[copy_id].time.digits
        if digits:
            minutes.setdefault(digits, []).append(copy_id)
        else:
            for key in _word_keys(traits[copy_id]):
                undated.setdefault(key, []).append(copy_id)
    if undated:
        for copy_id in sorted(traits):
            if traits[copy_id].time.digits:
                for key in _word_keys(traits[copy_id]):
                    if key in undated:
                        undated[key].append(copy_id)
    for block in (*minutes.values(), *undated.values()):
        yield from _cut(block, traits)


def near_pairs(traits: Mapping[str, Traits]) -> Iterator[tuple[str, str]]:
    """Pairs of copies of two minutes that may be one time on two clocks, or misread; a pair may come twice."""
    alike: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for copy_id in sorted(traits):
        own = traits[copy_id]
        if own.time.digits:
            for key in (*_word_keys(own), *_subject_keys(own)):
                alike.setdefault(key, []).append((own.time.minutes, copy_id))
    for together in alike.values():
        together.sort()
        for at, (minutes, copy_id) in enumerate(together):
            for later, other in together[at + 1 : at + 1 + MOST_NEAR]:
                if later - minutes > MOST_ZONES + NEARLY:
                    break
                if later != minutes and _may_be_one_time(traits[copy_id], traits[other]):
                    yield copy_id, other


def _may_be_one_time(one: Traits, other: Traits) -> bool:
    return compare_clocks(one.time, other.time, one.top, other.top) is not Clock.OTHER


def _word_keys(traits: Traits) -> Iterator[tuple[str, str]]:
    """The first and the last words of a body that has more than those."""
    first = traits.body.opening.split(" ", KEY_WORDS)
    last = traits.body.closing.rsplit(" ", KEY_WORDS)
    if len(first) > KEY_WORDS:
        yield "opening", " ".join(first[:KEY_WORDS])
    if len(last) > KEY_WORDS:
        yield "closing", " ".join(last[1:])


def _subject_keys(traits: Traits) -> Iterator[tuple[str, str]]:
    """The subject with the minute of the half hour, and with the next one: zones agree in it, but for a step."""
    if traits.stem:
        yield "subject", f"{traits.time.minutes % 30} {traits.stem}"
        yield "subject", f"{(traits.time.minutes + 1) % 30} {traits.stem}"


def _cut(block: Sequence[str], traits: Mapping[str, Traits]) -> Iterator[tuple[str, ...]]:
    if len(block) < 2:
        return
    if len(block) <= MOST_IN_BLOCK:
        yield tuple(sorted(block))
        return
    finer: dict[tuple[str, str], list[str]] = {}
    for copy_id in sorted(block):
        finer.setdefault((traits[copy_id].stem[:8], traits[copy_id].body.opening[:12]), []).append(copy_id)
    for part in finer.values():
        for start in range(0, len(part), MOST_IN_BLOCK // 2):
            if len(part[start : start + MOST_IN_BLOCK]) > 1:
                yield tuple(part[start : start + MOST_IN_BLOCK])
