"""Which copies print much the same words, whatever message they were joined to: from samples of five words in a row.

Every place where five words stand has a number; one in eight of the numbers is kept, so that two texts with a passage
in common have kept numbers in common, wherever in them it stands, and with whatever holes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np
import numpy.typing as npt

IN_A_ROW = 5
_ONE_IN = np.uint32(8)
_FACTOR = np.uint32(1_000_003)
_HALF = np.uint32(15)
LEAST_KEPT = 8  # numbers of a short text, the smallest
MOST_KEPT = 400  # numbers of one text: of some 3,200 words
TOO_MANY = 40  # messages that have a number: everybody prints it
SHARE = 0.4  # of the smaller sample, that two texts must have in common
FEWEST = 2  # numbers in common


def shingles_of(keys: Sequence[str]) -> bytes:
    """The kept numbers of a text given as folded words, four bytes each; b"" for fewer than five words."""
    places = len(keys) - IN_A_ROW + 1
    if places < 1:
        return b""
    words = np.array([crc32(key.encode()) for key in keys], dtype=np.uint32)
    numbers = np.zeros(places, dtype=np.uint32)
    for at in range(IN_A_ROW):
        numbers = numbers * _FACTOR + words[at : at + places]
    found = np.unique(numbers ^ (numbers >> _HALF))
    kept = found[found % _ONE_IN == 0][:MOST_KEPT]
    return np.union1d(kept, found[:LEAST_KEPT]).astype("<u4").tobytes()


def alike_messages(samples: Iterable[tuple[str, bytes]]) -> set[tuple[str, str]]:
    """Sorted pairs of messages of which two copies print much the same. `samples` are message and numbers of a copy."""
    some = [(message, np.frombuffer(kept, dtype="<u4")) for message, kept in samples]
    shared: dict[tuple[int, int], int] = {}
    for texts in _sharing([message for message, _ in some], [numbers for _, numbers in some]):
        for pair in combinations(texts, 2):
            shared[pair] = shared.get(pair, 0) + 1
    return {
        (min(some[one][0], some[other][0]), max(some[one][0], some[other][0]))
        for (one, other), times in shared.items()
        if times >= FEWEST and times >= SHARE * min(len(some[one][1]), len(some[other][1]))
    }


def _sharing(messages: Sequence[str], samples: Sequence[npt.NDArray[np.uint32]]) -> Iterator[list[int]]:
    """For each number that texts of several messages have: one text a message, for its copies print the same."""
    if not samples:
        return
    numbers = np.concatenate(samples)
    owners = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    order = np.lexsort((owners, numbers))
    numbers, owners = numbers[order], owners[order]
    starts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]])
    ends = np.r_[starts[1:], len(numbers)]
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        first: dict[str, int] = {}
        for owner in owners[start:end].tolist():
            first.setdefault(messages[owner], owner)
        if 1 < len(first) <= TOO_MANY:
            yield sorted(first.values())
