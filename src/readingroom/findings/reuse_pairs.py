"""Which texts of a case may share a passage: from prints alone, in about a second for the largest case."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

COMMON = 10  # texts that share a print: in more of them it is a form, a disclaimer or a wire that goes round
SHARED = 4  # prints that two texts must share
PARTNERS = (
    24  # of one text: the nearest are looked at, so that a thousand near-equal texts cost a thousand, not squared
)


def pairs_of(prints: Sequence[bytes]) -> tuple[tuple[int, int], ...]:
    """Indices of texts that share enough rare prints, the smaller first, sorted. Each text of a case once."""
    counts = np.array([len(some) // 4 for some in prints], dtype=np.int64)
    hashes = np.frombuffer(b"".join(prints), dtype="<u4")
    owners = np.repeat(np.arange(len(prints), dtype=np.int64), counts)
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    first = np.searchsorted(hashes, hashes, side="left")
    rare = np.searchsorted(hashes, hashes, side="right") - first <= COMMON
    found = []
    for step in range(1, COMMON):
        alike = (hashes[step:] == hashes[:-step]) & rare[step:]
        found.append(owners[:-step][alike] * len(prints) + owners[step:][alike])
    pairs, shared = np.unique(np.concatenate(found) if found else np.zeros(0, np.int64), return_counts=True)
    enough = shared >= SHARED
    return _nearest(pairs[enough], shared[enough], len(prints))


def _nearest(pairs: np.ndarray, shared: np.ndarray, texts: int) -> tuple[tuple[int, int], ...]:
    """The pairs that share most, at most PARTNERS of one text."""
    partners = [0] * texts
    kept = []
    for pair in pairs[np.lexsort((pairs, -shared))].tolist():
        one, other = divmod(pair, texts)
        if partners[one] < PARTNERS and partners[other] < PARTNERS:
            partners[one] += 1
            partners[other] += 1
            kept.append((one, other))
    return tuple(sorted(kept))
