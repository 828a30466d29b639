"""How well printed names are joined: pairs of prints, on printed scenarios and on the most frequent prints of a case.

READINGROOM_NAMES="LABELS.json=CASE ..." names files of labels ({print: who, or null where that cannot be told}) and the
case that each is of; without it only the scenarios are measured. READINGROOM_SCENARIOS and READINGROOM_PRESS as in
`press`.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, NoData, need
from benchmarks.press import MODES, SCENARIOS, printed_release
from benchmarks.reading import read_case
from benchmarks.watch import READINGROOM

WANTED = {"precision": 0.99, "recall": 0.9}
MOST_WRONG = 20  # pairs that are printed for the eye


def measure() -> dict[str, Any]:
    """Pairwise precision and recall of each set, with counts, beside those of joining prints of the same words."""
    figures = {}
    for asked in os.environ.get("READINGROOM_NAMES", "").split():
        labels, _, case = asked.partition("=")
        truth = json.loads(need(Path(labels)).read_text(encoding="utf-8"))
        figures[Path(labels).stem] = _figures(truth, _actors(need(Path(case))))
    for mode in MODES:
        for number in SCENARIOS:
            try:
                figures[f"scenario {number}, {mode}"] = _scenario(number, mode)
            except NoData as missing:
                print(f"   skipped: {missing}")
    return figures


def _actors(case: Path) -> dict[str, str]:
    """Print to the id of whom it names, as the command lists them."""
    listed = subprocess.run([*READINGROOM, "people", case, "--jsonl"], check=True, capture_output=True, text=True)
    found: dict[str, str] = {}
    for line in listed.stdout.splitlines():
        record = json.loads(line)
        found.update((name, record["id"]) for name in record["names"])
    return found


def _scenario(number: str, mode: str) -> dict[str, Any]:
    folder = printed_release(number, mode)
    read_case(folder.name, folder / "release.pdf")
    people = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["people"]
    told = {words: one["id"] for one in people for words in (*one["printed_as"], one["name"], one["address"])}
    actors = _actors(BUILD / f"{folder.name}.case")
    return _figures({words: _whose(words, told) for words in actors}, actors)


def _whose(words: str, told: Mapping[str, str]) -> str | None:
    """Whose a print is by the scenario: of one whose name or address stands in it; None where it is not sure."""
    low = words.lower()
    found = {who for name, who in told.items() if name.lower() in low}
    return found.pop() if len(found) == 1 else None


def _figures(truth: Mapping[str, str | None], actors: Mapping[str, str]) -> dict[str, Any]:
    prints = sorted(words for words, who in truth.items() if who is not None)
    same = {pair for pair in combinations(prints, 2) if truth[pair[0]] == truth[pair[1]]}
    joined = {pair for pair in combinations(prints, 2) if actors.get(pair[0], pair[0]) == actors.get(pair[1], pair[1])}
    words = {one: frozenset("".join(sign if sign.isalpha() else " " for sign in one.lower()).split()) for one in prints}
    trivial = {pair for pair in combinations(prints, 2) if words[pair[0]] == words[pair[1]]}
    for one, other in sorted(joined - same)[:MOST_WRONG]:
        print(f"   wrongly joined: {one}  |  {other}")
    return {
        "prints": len(prints),
        **_rates(same, joined),
        "trivial": _rates(same, trivial),
        "wanted": WANTED,
    }


def _rates(same: set[tuple[str, str]], joined: set[tuple[str, str]]) -> dict[str, Any]:
    right = len(same & joined)
    return {"precision": _share(right, len(joined)), "recall": _share(right, len(same))}


def _share(right: int, of: int) -> dict[str, Any]:
    """A share with its count and 95 % interval (Wilson): too narrow, for pairs of one cluster hang together."""
    if not of:
        return {"value": None, "of": 0}
    z, share = 1.96, right / of
    middle, half = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low, high = ((middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of))
    return {"value": round(share, 4), "of": of, "interval": [round(low, 4), round(high, 4)]}
