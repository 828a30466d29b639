"""Which copies print much the same words, whatever message they were joined to: from samples of five words in a row.

Every place where five words stand has a number; one in eight of the numbers is kept, so that two texts with a passage
in common have kept numbers in common, wherever in them it stands, and with whatever holes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np

IN_A_ROW = 5
_ONE_IN = np.uint32(8)
_FACTOR = np.uint32(1_000_003)
_HALF = np.uint32(15)
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
    return (kept if len(kept) else found[:1]).astype("<u4").tobytes()


def alike_messages(samples: Iterable[tuple[str, bytes]]) -> set[tuple[str, str]]:
    """Sorted pairs of messages of which two copies print much the same. `samples` are message and numbers of a copy."""
    texts: list[tuple[str, frozenset[int]]] = []
    having: dict[int, list[int]] = {}
    for message, kept in samples:
        numbers = frozenset(np.frombuffer(kept, dtype="<u4").tolist())
        for number in numbers:
            having.setdefault(number, []).append(len(texts))
        texts.append((message, numbers))
    shared: dict[tuple[int, int], int] = {}
    for some in having.values():
        if 1 < len({texts[at][0] for at in some}) <= TOO_MANY:
            for pair in _apart(some, texts):
                shared[pair] = shared.get(pair, 0) + 1
    return {
        (min(texts[one][0], texts[other][0]), max(texts[one][0], texts[other][0]))
        for (one, other), times in shared.items()
        if times >= FEWEST and times >= SHARE * min(len(texts[one][1]), len(texts[other][1]))
    }


def _apart(some: Sequence[int], texts: Sequence[tuple[str, frozenset[int]]]) -> Iterable[tuple[int, int]]:
    """Pairs of texts of different messages, one text a message: a message's copies print the same."""
    first: Mapping[str, int] = {texts[at][0]: at for at in reversed(some)}
    return combinations(sorted(first.values()), 2)
