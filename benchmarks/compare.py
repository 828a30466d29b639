"""Two releases of the same fictional pages, the second with other redactions: what is found of what was changed.

READINGROOM_PRESS="text scan" (any of them) says how they are printed, READINGROOM_SCENARIOS="1 2" which.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, TOOLS, need
from benchmarks.press import MODES, SCENARIOS, printed_release
from benchmarks.watch import READINGROOM

SHARE = 0.6  # of the words of a changed place that a difference must hold to have found it


def measure() -> dict[str, Any]:
    """Recall by kind, and how many of what is told is true, for each scenario and way of printing."""
    return {f"scenario {number}, {mode}": _figures(number, mode) for mode in MODES for number in SCENARIOS}


def _figures(number: str, mode: str) -> dict[str, Any]:
    first, second, changes = printed_release(number, mode), *_second_release(number, mode)
    cases = []
    for name, folder in (("a", first), ("b", second)):
        case = BUILD / f"compare-{number}-{mode}-{name}.case"
        for command in ("add", "read"):
            files = [folder / "release.pdf"] if command == "add" else []
            subprocess.run([*READINGROOM, command, case, *files], check=False, capture_output=True)
        cases.append(case)
    told = subprocess.run([*READINGROOM, "compare", *cases, "--jsonl"], check=True, capture_output=True, text=True)
    differences = [json.loads(line) for line in told.stdout.splitlines()]
    return _score(
        differences, *(json.loads((one / "truth.json").read_text("utf-8")) for one in (first, second)), changes
    )


def _second_release(number: str, mode: str) -> tuple[Path, dict[str, Any]]:
    """The scenario with every third redaction taken away, every third one under another code, a document left out."""
    scenario = json.loads(need(CORPORA / "scenarios" / number / "scenario.json").read_text("utf-8"))
    changes: dict[str, Any] = {"shown": [], "codes": [], "gone": scenario["documents"][-1]["id"]}
    at = 0
    for document in scenario["documents"][:-1]:
        kept = []
        for redaction in document.get("redactions", ()):
            at += 1
            if at % 3 == 0 and redaction["where"] == "body":
                continue
            if at % 3 == 1 and redaction.get("codes"):
                redaction = redaction | {"codes": ["(b)(3)"]}  # noqa: PLW2901
            kept.append(redaction)
        document["redactions"] = kept
    scenario["documents"].pop()
    folder = BUILD / f"press-{number}-{mode}-again"
    if not (folder / "truth.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        changed = folder / "scenario.json"
        changed.write_text(json.dumps(scenario), "utf-8")
        command = [sys.executable, need(TOOLS / "press.py"), changed, folder, "--mode", mode]
        subprocess.run(command, check=True, capture_output=True)
    return folder, changes


def _score(differences: list[Any], one: Any, other: Any, changes: dict[str, Any]) -> dict[str, Any]:
    """What was hidden in the first release and is not in the second, and the other way round, found or not."""
    figures: dict[str, Any] = {}
    for kind, before, after in (("newly shown", one, other), ("newly hidden", other, one)):
        still = Counter((mark["doc"], mark["hidden"]) for mark in after["redactions"])
        changed = []
        for mark in before["redactions"]:
            still[mark["doc"], mark["hidden"]] -= 1
            if still[mark["doc"], mark["hidden"]] < 0 and _words(mark["hidden"]):
                changed.append(_words(mark["hidden"]))
        listed = [_words(item["words"]) for item in differences if item["kind"] == kind]
        found = sum(any((true & said).total() >= SHARE * true.total() for said in listed) for true in changed)
        right = sum(any((true & said).total() >= SHARE * said.total() for true in changed) for said in listed)
        figures[kind] = f"{found} of {len(changed)} found, {right} of {len(listed)} told are true"
    gone = [document["pages"] for document in one["documents"] if document["id"] == changes["gone"]]
    pages = {page for first, last in gone for page in range(first, last + 1)}
    told = {at["page"] for item in differences if item["kind"] == "page gone" for at in item["in_a"]}
    figures["page gone"] = (
        f"{len(pages & told)} of {len(pages)} found, {len(pages & told)} of {len(told)} told are true"
    )
    figures["page new"] = f"{sum(item['kind'] == 'page new' for item in differences)} told, none is true"
    figures["codes swapped"] = f"{sum(item['kind'] == 'codes swapped' for item in differences)} told"
    return figures


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))
