"""How well messages are read: labelled documents, printed, read by the commands, scored by the corpora's own tool."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import Any

from benchmarks.data import BUILD, TOOLS, labelled, need
from benchmarks.watch import READINGROOM

WANTED = {"f1": 0.99, "header_exact": 0.95, "body_last": 0.95, "codes.filled": 0.85, "sure_and_wrong": 0.01}
SETS = (("clinton-dev", "text"), ("clinton-random60", "text"), ("alaska-dev", "text"))
SHOWN = (
    "truth",
    "f1",
    "header_exact",
    "header_exact_95",
    "body_last",
    "codes.filled",
    "states",
    "sure_and_wrong",
    "trivial",
)


def measure() -> dict[str, Any]:
    """Figures for each set of labels, with a 95 % interval, beside what a reader that finds nothing would get."""
    return {f"{labels}, {mode}": score(labels, mode) for labels, mode in SETS}


def score(labels: str, mode: str) -> dict[str, Any]:
    """The figures of one set of labels."""
    truth, folder = labelled(labels, mode)
    case = BUILD / f"{labels}-{mode}.case"
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run([*READINGROOM, "add", case, folder], check=True, capture_output=True)
    subprocess.run([*READINGROOM, "read", case], check=False, capture_output=True)
    copies = BUILD / f"{labels}-{mode}.jsonl"
    with copies.open("wb") as out:
        subprocess.run([*READINGROOM, "copies", case, "--jsonl"], check=True, stdout=out)
    tool = need(TOOLS / "score.py")
    scored = subprocess.run([sys.executable, tool, truth, copies, "--json"], check=True, capture_output=True)
    figures = json.loads(scored.stdout)
    return {key: figures[key] for key in SHOWN if key in figures} | {
        "wanted": WANTED if labels.startswith("clinton") else None
    }
