"""How fast a case is searched: commonest word, phrases, tolerant words, conditions, facets, candidates for quotations.

    python -m benchmarks.search FOLDER.case/case.db

The queries are made of the case's own texts, so that each finds something in any release. Times are of the processor,
since the machine may be shared: with the database in memory they are what a user waits. Wanted on 26,000 pages: a
common word ranked in 200 ms, a phrase in 50 ms, facets in 400 ms, candidates for a quotation in 20 ms.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.data import BUILD, NoData
from readingroom.case.ask_search import found_hits
from readingroom.store import Store, candidate_entries, facets, open_store, search, whole_copies

ROUNDS = 3
QUOTATIONS = 100
QUOTED_WORDS = 12
TEXTS = 4000  # copies that queries are made of

_PLAIN_ROW = re.compile(r"[A-Za-z]{3,}(?: [A-Za-z]{3,}){3}")


class Timing(NamedTuple):
    """What was asked, the processor time of the fastest round in milliseconds, and `hits` where they are counted."""

    what: str
    query: str
    milliseconds: float
    hits: int


def measure() -> dict[str, Any]:
    """Milliseconds of each kind of query on the 3,000 pages that `speed` has read."""
    database = BUILD / "speed.case" / "case.db"
    if not database.is_file():
        raise NoData("no case of 3,000 pages: run `python -m benchmarks speed` first")
    return {
        f"{one.what} {one.query}".strip(): round(one.milliseconds, 1)
        for one in time_search(open_store(database))
        if not one.what.startswith(" ")
    }


def time_search(store: Store) -> tuple[Timing, ...]:
    """Times every kind of query on a case."""
    bodies = _bodies(store)
    timings = []
    for what, query in _queries(bodies):
        results = search(store, query)
        timings.append(Timing(what, query, _fastest(lambda q=query: search(store, q)), results.total))
        timings.append(Timing("  its places", query, _fastest(lambda r=results: found_hits(store, r)), 0))
        timings.append(Timing("  its facets", query, _fastest(lambda q=query: facets(store, q)), 0))
    times = sorted(_fastest(lambda w=words: candidate_entries(store, w, 20)) for words in _quotations(bodies))
    timings.append(Timing("candidates, median", "", statistics.median(times), 0))
    timings.append(Timing("candidates, 95 %", "", times[int(len(times) * 0.95)], 0))
    return tuple(timings)


def _bodies(store: Store) -> list[str]:
    copies = whole_copies(store)
    return [copy_.body.text for copy_, _ in zip(copies, range(TEXTS), strict=False) if copy_.body.text]


def _queries(bodies: Sequence[str]) -> list[tuple[str, str]]:
    counted = Counter(word for body in bodies for word in re.findall(r"[a-z]{4,}", body))
    common = counted.most_common(200)
    row = random.Random(1).choice([row for body in bodies for row in _PLAIN_ROW.findall(body)])
    rare = min((word for word, _ in common), key=len)
    return [
        ("commonest word", common[0][0]),
        ("frequent word", common[-1][0]),
        ("phrase", f'"{row}"'),
        ("phrase of common words", '"of the"'),
        ("near", f"NEAR({common[0][0]} {common[1][0]}, 5)"),
        ("tolerant word", f"~{max((word for word, _ in common), key=len)}"),
        ("beginning of words", f"{rare[:3]}*"),
        ("condition alone", "has:redaction"),
        ("year alone", "on:2011"),
    ]


def _quotations(bodies: Sequence[str]) -> list[list[str]]:
    chosen = random.Random(1)
    long = [body.split() for body in bodies if len(body.split()) > QUOTED_WORDS]
    cuts = []
    for _ in range(QUOTATIONS if long else 0):
        words = chosen.choice(long)
        at = chosen.randrange(len(words) - QUOTED_WORDS)
        cuts.append(words[at : at + QUOTED_WORDS])
    return cuts or [["nothing"]]


def _fastest(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        call()
        times.append(time.process_time() - begun)
    return min(times) * 1000


def main() -> None:
    """Print the timings of the case database that is named."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        print(__doc__)
        return
    for one in time_search(open_store(Path(sys.argv[1]))):
        print(f"{one.what:24} {one.query[:44]:44} {one.milliseconds:8.1f} ms" + (f"  {one.hits:,}" if one.hits else ""))


if __name__ == "__main__":
    main()
