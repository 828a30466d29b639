"""Blocks: which few copies are worth comparing with each other. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readingroom.messages.traits import Traits

KEY_WORDS = 5  # of an opening or a closing
MOST_IN_BLOCK = 100  # the biggest minute of a real release holds 36; a bigger block is cut by how its copies begin


def blocks_of(traits: Mapping[str, Traits]) -> Iterator[tuple[str, ...]]:
    """Sorted tuples of two and more keys of `traits` that may be one message; a pair may come twice.

    Copies of one minute make a block. A copy without a minute makes one with all that begin or end in the same words.
    """
    minutes: dict[str, list[str]] = {}
    undated: dict[tuple[bool, str], list[str]] = {}
    for copy_id in sorted(traits):
        sent = traits[copy_id].sent
        if sent:
            minutes.setdefault(sent, []).append(copy_id)
        else:
            for key in _word_keys(traits[copy_id]):
                undated.setdefault(key, []).append(copy_id)
    if undated:
        for copy_id in sorted(traits):
            if traits[copy_id].sent:
                for key in _word_keys(traits[copy_id]):
                    if key in undated:
                        undated[key].append(copy_id)
    for block in (*minutes.values(), *undated.values()):
        yield from _cut(block, traits)


def _word_keys(traits: Traits) -> Iterator[tuple[bool, str]]:
    """The first and the last words of a body that has more than those."""
    first = traits.body.opening.split(" ", KEY_WORDS)
    last = traits.body.closing.rsplit(" ", KEY_WORDS)
    if len(first) > KEY_WORDS:
        yield True, " ".join(first[:KEY_WORDS])
    if len(last) > KEY_WORDS:
        yield False, " ".join(last[1:])


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
