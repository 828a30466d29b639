"""How well printed fictional releases are read: every client's style, text by default, against their whole truth.

READINGROOM_PRESS="text scan hard mixed" (any of them) says how they are printed, READINGROOM_SCENARIOS="1 2" which.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, TOOLS, need
from benchmarks.reading import SHOWN, read_case, score
from benchmarks.watch import READINGROOM

MODES = os.environ.get("READINGROOM_PRESS", "text").split()
SCENARIOS = os.environ.get("READINGROOM_SCENARIOS", "1 2 3").split()
WANTED = {
    "text": {"header_exact": 0.98, "body": 0.99},
    "scan": {"header_exact": 0.93, "body": 0.97},
    "hard": {"header_exact": 0.8, "body": 0.9},
    "mixed": {},
}
PARTS = ("body", "signature", "device", "disclaimer", "intro")


def measure() -> dict[str, Any]:
    """Figures for each scenario and way of printing."""
    return {f"scenario {number}, {mode}": _figures(number, mode) for mode in MODES for number in SCENARIOS}


def printed_release(number: str, mode: str) -> Path:
    """The folder with release.pdf, truth.json and labels.json of a scenario, printed by the corpora's tool once."""
    folder = BUILD / f"press-{number}-{mode}"
    if not (folder / "labels.json").exists():
        scenario = need(CORPORA / "scenarios" / number / "scenario.json")
        command = [sys.executable, need(TOOLS / "press.py"), scenario, folder, "--mode", mode]
        subprocess.run(command, check=True, capture_output=True)
        labels = subprocess.run(
            [sys.executable, need(TOOLS / "press_truth.py"), folder / "truth.json"], check=True, capture_output=True
        )
        (folder / "labels.json").write_bytes(labels.stdout)
    return folder


def _figures(number: str, mode: str) -> dict[str, Any]:
    folder = printed_release(number, mode)
    name = folder.name
    copies = read_case(name, folder / "release.pdf")
    figures = score(name, folder / "labels.json", copies)
    listed = subprocess.run(
        [*READINGROOM, "documents", BUILD / f"{name}.case", "--jsonl"], check=True, capture_output=True, text=True
    )
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    read: dict[str, list[Any]] = defaultdict(list)
    for line in copies.read_text(encoding="utf-8").splitlines():
        copy = json.loads(line)
        read[copy["doc"]].append(copy)
    starts = {json.loads(line)["first_page"] for line in listed.stdout.splitlines()}
    wanted = {document["pages"][0] for document in truth["documents"]}
    return {key: figures[key] for key in (*SHOWN, "body") if key in figures} | {
        "stamped": stamped_share(truth, labels, read),
        "boundaries_f1": round(2 * len(starts & wanted) / (len(starts) + len(wanted)), 4),
        "wanted": WANTED[mode],
    }


def stamped_share(truth: Any, labels: Any, read: Mapping[str, Any]) -> float:
    """The share of labelled messages in whose body all words of a stamp or code of its pages are left over."""
    align = runpy.run_path(str(need(TOOLS / "score.py")))["align"]
    stamps: dict[int, list[Counter[str]]] = defaultdict(list)
    for stamp in (*truth["stamps"], *(code for mark in truth["redactions"] for code in mark["code_boxes"])):
        if _words(stamp["text"]):
            stamps[stamp["box"][0]].append(_words(stamp["text"]))
    printed = {copy["id"]: copy for copy in truth["copies"]}
    documents = {document["pages"][0]: document for document in truth["documents"]}
    left = count = 0
    for label in labels:
        document = documents[label["first_page"]]
        copies = read.get(label["doc"], [])
        count += len(label["messages"])
        for at, found in align(label["messages"], copies):
            parts = [printed[document["copies"][at]].get(part) or {} for part in PARTS]
            own = _words(" ".join(line["text"] for part in parts for line in part.get("lines", ())))
            beyond = _words(copies[found]["body"]) - own
            pages = range(label["first_page"], label["last_page"] + 1)
            left += any(stamp <= beyond for page in pages for stamp in stamps[page])
    return round(left / max(1, count), 4)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))
