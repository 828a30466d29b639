"""What confidence is worth: of values given with so much confidence, the share that is right, field by field.

Looks at what `reading`, `press` and `scans` have read and left in build/bench; it reads nothing itself.
"""

from __future__ import annotations

import json
import runpy
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.data import BUILD, CORPORA, TOOLS, NoData, need

FIELDS = ("from", "to", "cc", "sent", "subject")
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)  # each bin reaches to the next, the last to 1
COVERAGE = 0.95
WORDS_FROM = {"text": "layer", "scan": "ocr", "hard": "ocr"}


class Answer(NamedTuple):
    """A value that was given, and whether it is right."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """Answers of about the same confidence."""

    confidence: float  # mean
    count: int
    right: float  # share


def measure() -> dict[str, Any]:
    """The curve for each origin of words and field, its expected error, and how much is right of the surest 95 %."""
    given: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for origin, truth, copies in _read_before():
        for field, answer in _answers(truth, copies):
            given[origin, field].append(answer)
    if not given:
        raise NoData("no reading is left from the benchmarks reading, press or scans")
    figures: dict[str, Any] = {}
    for origin, field in sorted(given, key=lambda key: (key[0], FIELDS.index(key[1]))):
        answers = given[origin, field]
        bins = curve(answers)
        for one in bins:
            print(f"   {origin:6} {field:8} {one.confidence:5.2f}  {one.count:5}  {one.right:6.1%}")
        figures[f"{field}, {origin}"] = {
            "values": len(answers),
            "expected_calibration_error": round(expected_error(bins), 4),
            f"right_at_{COVERAGE:.0%}": round(right_at(answers, COVERAGE), 4),
            "sure_and_wrong": round(_wrong_share([one for one in answers if one.confidence >= 0.9]), 4),
            "curve": [(round(one.confidence, 3), one.count, round(one.right, 4)) for one in bins],
        }
    return figures


def curve(answers: Sequence[Answer]) -> list[Bin]:
    """The bins that hold any answers, from the lowest confidence to the highest."""
    bins = []
    for low, high in zip(EDGES, (*EDGES[1:], 2.0), strict=True):
        some = [one for one in answers if low <= one.confidence < high]
        if some:
            mean = sum(one.confidence for one in some) / len(some)
            bins.append(Bin(mean, len(some), 1.0 - _wrong_share(some)))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """How far confidence is from the share that is right, on average over all answers."""
    count = sum(one.count for one in bins)
    return sum(one.count * abs(one.confidence - one.right) for one in bins) / count if count else 0.0


def right_at(answers: Sequence[Answer], coverage: float) -> float:
    """The share that is right of the surest `coverage` of the answers; equally sure ones count in proportion."""
    wanted = coverage * len(answers)
    right = taken = 0.0
    for confidence in sorted({one.confidence for one in answers}, reverse=True):
        level = [one for one in answers if one.confidence == confidence]
        some = min(float(len(level)), wanted - taken)
        right += some * (1.0 - _wrong_share(level))
        taken += some
        if taken >= wanted:
            break
    return right / taken if taken else 0.0


def _wrong_share(answers: Sequence[Answer]) -> float:
    return sum(not one.right for one in answers) / len(answers) if answers else 0.0


def _read_before() -> Iterator[tuple[str, Path, Path]]:
    """Where the words come from, the labels and the copies of each reading that is there."""
    for copies in sorted(BUILD.glob("*-*.jsonl")):
        name, _, mode = copies.stem.rpartition("-")
        truth = BUILD / copies.stem / "labels.json" if name.startswith("press") else CORPORA / f"labels/{name}.json"
        if mode in WORDS_FROM and truth.exists():
            yield WORDS_FROM[mode], truth, copies


def _answers(truth: Path, copies: Path) -> Iterator[tuple[str, Answer]]:
    tool = runpy.run_path(str(need(TOOLS / "score.py")))
    read: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in copies.read_text(encoding="utf-8").splitlines():
        copy = json.loads(line)
        read[Path(copy["doc"]).stem].append(copy)
    for document in json.loads(truth.read_text(encoding="utf-8")):
        messages, found = document["messages"], read[Path(document["doc"]).stem]
        for at, nth in tool["align"](messages, found):
            for field in FIELDS:
                if found[nth][field]:
                    right = tool["right"](field, messages[at], found[nth])
                    yield field, Answer(found[nth]["confidence"][field], bool(right))
