"""What to read so that nothing is missed: few documents that together hold every piece of every message.

A piece that one document alone prints makes that document a must. For the rest the document is taken that brings most
new words a page, again and again; then those are dropped that later ones made needless. This is the usual way to a
set cover: the fewest cannot be found in any useful time, and this comes near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from readingroom.model import ReadFirst


class Readable(NamedTuple):
    """A document that may be read or left out."""

    id: str
    pages: int
    sent: str  # of its first message, "" where there is none: its place in time


class Part(NamedTuple):
    """Words of which one document of these has to be read."""

    words: int
    message: str  # "" outside mail
    documents: tuple[str, ...]


def order_to_read(documents: Sequence[Readable], parts: Sequence[Part]) -> tuple[ReadFirst, ...]:
    """Documents that hold all parts, in order of time (those without a time last)."""
    by_id = {document.id: document for document in documents}
    held: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for document in set(part.documents):
            held[document].append(number)
    chosen = _without_needless(_cover(by_id, parts, held), held)
    ordered = sorted(chosen, key=lambda document: (not by_id[document].sent, by_id[document].sent, document))
    spared = _spared(ordered, parts, held)
    seen: set[int] = set()
    found = []
    for place, document in enumerate(ordered):
        new = [number for number in held[document] if number not in seen]
        seen.update(new)
        messages = {parts[number].message for number in new} - {""}
        words = sum(parts[number].words for number in new)
        found.append(ReadFirst(place, document, by_id[document].pages, words, len(messages), spared[document]))
    return tuple(found)


def _cover(by_id: dict[str, Readable], parts: Sequence[Part], held: dict[str, list[int]]) -> list[str]:
    """Documents that hold all parts: those that must be first, then the best of what is left."""
    chosen = sorted({part.documents[0] for part in parts if len(set(part.documents)) == 1})
    musts = frozenset(chosen)
    covered = {number for document in chosen for number in held[document]}

    def gain(document: str) -> float:
        new = sum(parts[number].words for number in held[document] if number not in covered)
        return new / max(1, by_id[document].pages)

    heap = [(-gain(document), document) for document in held if document not in musts]
    heapify(heap)
    while heap and len(covered) < len(parts):
        told, document = heappop(heap)
        now = gain(document)
        if now <= 0:
            continue
        if now < -told:  # others have taken some of its parts since
            heappush(heap, (-now, document))
            continue
        chosen.append(document)
        covered.update(held[document])
    return chosen


def _without_needless(chosen: Sequence[str], held: dict[str, list[int]]) -> list[str]:
    times = Counter(number for document in chosen for number in held[document])
    kept = []
    for document in reversed(chosen):
        if all(times[number] > 1 for number in held[document]):
            times.subtract(held[document])
        else:
            kept.append(document)
    return kept


def _spared(chosen: Sequence[str], parts: Sequence[Part], held: dict[str, list[int]]) -> Counter[str]:
    """For each chosen document, how many others need not be read because of it more than of any other."""
    kept = set(chosen)
    spared: Counter[str] = Counter()
    for document in sorted(set(held) - kept):
        words: Counter[str] = Counter()
        for number in held[document]:
            for other in kept.intersection(parts[number].documents):
                words[other] += parts[number].words
        if words:
            spared[min(words, key=lambda other: (-words[other], other))] += 1
    return spared
