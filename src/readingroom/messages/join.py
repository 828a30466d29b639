"""From all copies of a case to its messages, links and conversations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product

from readingroom.messages.blocks import blocks_of, near_pairs
from readingroom.messages.compare import Likeness, compare_traits, is_strong
from readingroom.messages.conversations import links_of, with_conversations
from readingroom.messages.grounds import grounds_of, near_of
from readingroom.messages.groups import Edge, How, Likening, Standing, group_copies
from readingroom.messages.making import messages_of
from readingroom.messages.names import Name
from readingroom.messages.skeleton import CopySkeleton, Joined
from readingroom.messages.traits import Traits, traits_of

MOST_QUOTED = 6  # quotations on one level of a copy
MOST_REMEMBERED = 200_000  # pairs: enough for the biggest block, small beside the skeletons


Pair = tuple[str, str]  # ids of two copies, in any order


def join_copies(
    skeletons: Sequence[CopySkeleton], *, same: Collection[Pair] = (), apart: Collection[Pair] = ()
) -> Joined:
    """Every copy in exactly one message, its links, and conversations. Skeletons have distinct ids, in any order.

    What somebody said comes before any comparing: `apart` are never in one message; `same` are, whatever their words
    say, unless `apart` forbids it. Pairs with a copy that is not there count for nothing.
    """
    copies = {copy_.id: copy_ for copy_ in sorted(skeletons)}
    told_same, told_apart = (sorted(map(_in_order, pairs)) for pairs in (same, apart))
    told_same = [pair for pair in told_same if pair[0] in copies and pair[1] in copies]
    names: dict[str, Name] = {}
    traits = {copy_id: traits_of(copy_, names) for copy_id, copy_ in copies.items()}
    twins = _twins_of(traits, frozenset(copy_id for pair in (*told_same, *told_apart) for copy_id in pair))
    alone = {copy_id: traits[copy_id] for copy_id in twins}
    standing = _standing_of(copies, twins)
    grouped = group_copies(
        alone,
        ((pair for block in blocks_of(alone) for pair in combinations(block, 2)), near_pairs(alone)),
        _likening(traits, standing),
        standing,
        same=told_same,
        apart=frozenset(told_apart),
    )
    groups = [tuple(copies[twin] for copy_id in group for twin in twins[copy_id]) for group in grouped.groups]
    near = near_of((*grouped.edges, *_edges_of(twins)))
    messages = tuple(
        replace(message, grounds=grounds_of(message.copies, near, traits)) for message in messages_of(groups, traits)
    )
    links = links_of(messages, copies)
    return Joined(with_conversations(messages, links, copies), links)


def _in_order(pair: Pair) -> Pair:
    return (min(pair), max(pair))


def _twins_of(traits: Mapping[str, Traits], told: frozenset[str]) -> dict[str, list[str]]:
    """Copies that nothing tells apart and that show much, under the smallest id: one of them is compared for all.

    So a mail that a release prints a thousand times costs no million comparisons. `told` are compared by themselves.
    """
    first: dict[Traits, str] = {}
    twins: dict[str, list[str]] = {}
    for copy_id, own in traits.items():
        if copy_id not in told and own.time.digits and own.sender and own.stem and is_strong(own, own):
            twins.setdefault(first.setdefault(own, copy_id), []).append(copy_id)
        else:
            twins[copy_id] = [copy_id]
    return twins


def _edges_of(twins: Mapping[str, Sequence[str]]) -> Iterator[Edge]:
    for first, same in twins.items():
        yield from (Edge(first, twin, How.ALIKE) for twin in same if twin != first)


def _standing_of(copies: Mapping[str, CopySkeleton], twins: Mapping[str, Sequence[str]]) -> Standing:
    """Who quotes whom, each copy under the one that is compared for it."""
    first = {twin: copy_id for copy_id, same in twins.items() for twin in same}
    quoted_by: dict[str, set[str]] = {}
    quotes: dict[str, set[str]] = {}
    for copy_id, copy_ in copies.items():
        if copy_.quoted_by in first:
            quoted_by.setdefault(first[copy_id], set()).add(first[copy_.quoted_by])
            quotes.setdefault(first[copy_.quoted_by], set()).add(first[copy_id])
    return Standing(
        quoted_by={copy_id: tuple(sorted(near)) for copy_id, near in quoted_by.items()},
        quotes={copy_id: tuple(sorted(near)) for copy_id, near in quotes.items()},
        documents={copy_id: frozenset(copies[twin].document for twin in same) for copy_id, same in twins.items()},
    )


def _likening(traits: Mapping[str, Traits], standing: Standing) -> Likening:
    """`compare_traits`, remembered; few words are held against what stands around them.

    Within one document they are no ground: "Yes" is answered twice. And two that quote other messages are two.
    """

    def quote_others(one: str, other: str) -> bool:
        pairs = product(standing.quotes.get(one, ())[:MOST_QUOTED], standing.quotes.get(other, ())[:MOST_QUOTED])
        found = [compare_traits(traits[here], traits[there]) for here, there in pairs]
        return bool(found) and all(likeness is Likeness.APART for likeness in found)

    @lru_cache(maxsize=MOST_REMEMBERED)
    def compared(one: str, other: str) -> Likeness:
        found = compare_traits(traits[one], traits[other])
        if found is Likeness.APART or is_strong(traits[one], traits[other]):
            return found
        if not standing.documents[one].isdisjoint(standing.documents[other]):
            return Likeness.UNLIKE
        return Likeness.APART if found is not Likeness.UNLIKE and quote_others(one, other) else found

    return lambda one, other: compared(min(one, other), max(one, other))
