"""Which entries may hold a quotation: those with most of its rarest words, or with most runs of its common ones."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from readingroom.store import tables
from readingroom.store.conditions import counted, entry
from readingroom.store.entries import EntryRow, read_entries
from readingroom.store.fulltext import any_of, both, entry_counts, ids_with
from readingroom.store.sqlite import Store
from readingroom.text import words_of

RAREST = 7  # words that are looked for
MOST_COUNTED = 12  # of the words, the longest: to count a common word takes longer than to look for it
COMMON = 5000  # entries that hold words looked for, from which on runs of words are looked for as well
RUN = 3  # words in a row
MOST_RUNS = 8
AT_ONCE = 500  # row numbers in one question
SPARE = 3  # how many more entries to rank than are wanted: pages that their copies stand in for fall out

_Scores = dict[int, float]


def candidate_entries(store: Store, words: Sequence[str], limit: int) -> tuple[EntryRow, ...]:
    """The entries that hold most of `words` (as quoted, in order), best first, at most `limit`.

    Of the rarest seven that the case knows, more than half must be there, wherever in the entry: a few may have been
    misread, or changed by whoever quotes. A word that a line end breaks counts. Where all words are common, entries
    with the most runs of three are taken, since half of the case may hold the words.
    """
    quoted = [word for part in words for word in words_of(part)]
    longest = sorted(set(quoted), key=lambda word: (-len(word), word))
    with store.read() as connection:
        counts = entry_counts(connection, longest[:MOST_COUNTED])
        rarest = sorted(counts, key=lambda word: (counts[word], word))[:RAREST]
        # Whoever holds more than half of the rarest holds one of the first `needed`.
        needed = len(rarest) - len(rarest) // 2
        if sum(counts[word] for word in rarest[:needed]) < COMMON:
            scores = _by_words(connection, rarest, needed, counts) or _by_runs(connection, quoted)
        else:
            scores = _by_runs(connection, quoted)
        best = _best(connection, scores, limit * SPARE)
        alive = set(connection.execute(select(tables.entry.c.id).where(entry.id.in_(best), counted())).scalars())
        kept = [found for found in best if found in alive][:limit]
        entries = read_entries(connection, kept)
    return tuple(entries[found] for found in kept)


def _best(connection: Connection, scores: _Scores, most: int) -> list[int]:
    """At most so many, the best first; equals by their place, for row numbers tell only in which order pages came."""
    ranked = sorted(scores, key=lambda found: -scores[found])
    if len(ranked) > most:
        least = scores[ranked[most - 1]]
        ranked = [found for found in ranked if scores[found] >= least]
    places: dict[int, tuple[str, int, str, str]] = {}
    for at in range(0, len(ranked), AT_ONCE):
        asked = select(entry.id, entry.source_id, entry.page, entry.copy_id, entry.kind)
        for number, *place in connection.execute(asked.where(entry.id.in_(ranked[at : at + AT_ONCE]))):
            places[number] = tuple(place)
    kept = [found for found in ranked if found in places]
    return sorted(kept, key=lambda found: (-scores[found], places[found]))[:most]


def _by_words(connection: Connection, rarest: Sequence[str], needed: int, counts: Mapping[str, int]) -> _Scores:
    """Entries with more than half of these words. Rare words weigh more."""
    held: dict[int, int] = {}
    scores: _Scores = {}
    for number, word in enumerate(rarest):
        asked = any_of([word]) if number < needed else both(any_of(rarest[:needed]), any_of([word]))
        weight = 1 / math.log(2 + counts[word])
        for found in connection.execute(ids_with(asked)).scalars().all():
            held[found] = held.get(found, 0) + 1
            scores[found] = scores.get(found, 0.0) + weight
    return {found: score for found, score in scores.items() if held[found] > len(rarest) // 2}


def _by_runs(connection: Connection, quoted: Sequence[str]) -> _Scores:
    """Entries with runs of these words, those of the longest words first."""
    runs = sorted({" ".join(quoted[at : at + RUN]) for at in range(max(1, len(quoted) - RUN + 1))})
    runs.sort(key=lambda run: (-len(run), run))  # long words are rare
    scores: _Scores = {}
    for run in runs[:MOST_RUNS]:
        found_here = connection.execute(ids_with(any_of([run]))).scalars().all()
        weight = 1 / math.log(2 + len(found_here))
        for found in found_here:
            scores[found] = scores.get(found, 0.0) + weight
    return scores
