"""Which page of one release is which of another: by the number printed on it, by its text, by its neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

OFTEN = 6  # pages of a release that share a print: in more of them it tells nothing
FEW = 3  # prints that a page shows at least, if its text is to speak against its number
SHARED = 3  # prints that pages without a common number must share


class PageSketch(NamedTuple):
    """A page as far as needed to find it again: number as stamped ("" where none), prints of its text."""

    number: str
    prints: frozenset[int]


class PageMatch(NamedTuple):
    """A page of one release and of the other, indices; None: there is none."""

    one: int | None
    other: int | None


def match_pages(one: Sequence[PageSketch], other: Sequence[PageSketch]) -> tuple[PageMatch, ...]:
    """Pairs of pages in the order of the first release, then pages that only the other has. About linear in pages."""
    pairs: dict[int, int] = {}
    _pair_numbered(one, other, pairs)
    _pair_by_text(one, other, pairs)
    _pair_between(len(one), len(other), pairs)
    taken = set(pairs.values())
    return (
        *(PageMatch(at, pairs.get(at)) for at in range(len(one))),
        *(PageMatch(None, at) for at in range(len(other)) if at not in taken),
    )


def _pair_numbered(one: Sequence[PageSketch], other: Sequence[PageSketch], pairs: dict[int, int]) -> None:
    mine, theirs = _numbered(one), _numbered(other)
    for key, at in mine.items():
        there = theirs.get(key)
        if there is None:
            continue
        few = min(len(one[at].prints), len(other[there].prints)) < FEW
        if few or not one[at].prints.isdisjoint(other[there].prints):
            pairs[at] = there


def _numbered(pages: Sequence[PageSketch]) -> dict[tuple[str, int], int]:
    """Pages by number and how manieth with it: a document's number is on each of its pages."""
    seen: Counter[str] = Counter()
    found = {}
    for at, page in enumerate(pages):
        if page.number:
            found[page.number, seen[page.number]] = at
            seen[page.number] += 1
    return found


def _pair_by_text(one: Sequence[PageSketch], other: Sequence[PageSketch], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    places: dict[int, list[int]] = defaultdict(list)
    for there, page in enumerate(other):
        if there not in taken:
            for print_ in page.prints:
                places[print_].append(there)
    found = []
    for at, page in enumerate(one):
        if at not in pairs:
            telling = (places[print_] for print_ in page.prints if 0 < len(places.get(print_, ())) <= OFTEN)
            votes = Counter(there for some in telling for there in some)
            found += [(-votes[there], abs(there - at), at, there) for there in votes if votes[there] >= SHARED]
    for _, _, at, there in sorted(found):
        if at not in pairs and there not in taken:
            pairs[at] = there
            taken.add(there)


def _pair_between(ones: int, others: int, pairs: dict[int, int]) -> None:
    """Pages with nothing to know them by (blacked out whole) where as many stand between the same neighbours."""
    bounds = [(-1, -1), *sorted(pairs.items()), (ones, others)]
    for (at, there), (next_at, next_there) in pairwise(bounds):
        if next_at - at == next_there - there > 1:
            pairs.update(zip(range(at + 1, next_at), range(there + 1, next_there), strict=True))
