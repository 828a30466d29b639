"""From all copies of a case to its messages, links and conversations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from readingroom.messages.blocks import blocks_of
from readingroom.messages.compare import Likeness, compare_traits, is_strong
from readingroom.messages.conversations import links_of, with_conversations
from readingroom.messages.groups import Likening, group_copies
from readingroom.messages.making import messages_of
from readingroom.messages.names import Name
from readingroom.messages.skeleton import CopySkeleton, Joined
from readingroom.messages.traits import Traits, traits_of

MOST_REMEMBERED = 200_000  # pairs: enough for the biggest block, small beside the skeletons


def join_copies(skeletons: Sequence[CopySkeleton]) -> Joined:
    """Every copy in exactly one message, its links, and conversations. Skeletons have distinct ids, in any order."""
    copies = {copy_.id: copy_ for copy_ in sorted(skeletons)}
    names: dict[str, Name] = {}
    traits = {copy_id: traits_of(copy_, names) for copy_id, copy_ in copies.items()}
    twins = _twins_of(traits)
    alone = {copy_id: traits[copy_id] for copy_id in twins}
    sent = {copy_id: own.sent for copy_id, own in alone.items()}
    grouped = group_copies(sent, blocks_of(alone), _likening(traits, copies, twins))
    groups = [tuple(copies[twin] for copy_id in group for twin in twins[copy_id]) for group in grouped]
    messages = messages_of(groups)
    links = links_of(messages, copies)
    return Joined(with_conversations(messages, links, copies), links)


def _twins_of(traits: Mapping[str, Traits]) -> dict[str, list[str]]:
    """Copies that nothing tells apart and that show much, under the smallest id: one of them is compared for all.

    So a mail that a release prints a thousand times costs no million comparisons.
    """
    first: dict[Traits, str] = {}
    twins: dict[str, list[str]] = {}
    for copy_id, own in traits.items():
        if own.sent and own.sender and own.stem and is_strong(own, own):
            twins.setdefault(first.setdefault(own, copy_id), []).append(copy_id)
        else:
            twins[copy_id] = [copy_id]
    return twins


def _likening(
    traits: Mapping[str, Traits], copies: Mapping[str, CopySkeleton], twins: Mapping[str, Sequence[str]]
) -> Likening:
    """`compare_traits`, remembered. Within one document, few words are no ground: "Yes" is answered twice."""
    documents = {first: frozenset(copies[twin].document for twin in same) for first, same in twins.items()}

    @lru_cache(maxsize=MOST_REMEMBERED)
    def in_order(one: str, other: str) -> Likeness:
        here, there = traits[one], traits[other]
        found = compare_traits(here, there)
        weak = found is not Likeness.APART and not is_strong(here, there)
        return Likeness.UNLIKE if weak and not documents[one].isdisjoint(documents[other]) else found

    return lambda one, other: in_order(min(one, other), max(one, other))
