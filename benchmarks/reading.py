"""How well messages are read: labelled documents, printed, read by the commands, scored by the corpora's own tool."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, TOOLS, labelled, need
from benchmarks.watch import READINGROOM

WANTED = {
    "clinton": {"f1": 0.995, "header_exact": 0.95, "body_last": 0.95, "codes.filled": 0.9, "sure_and_wrong": 0.005},
    "alaska": {"f1": 0.97, "header_exact": 0.9, "sure_and_wrong": 0.005},
}
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
    figures = {}
    for labels, mode in SETS:
        truth, folder = labelled(labels, mode)
        name = f"{labels}-{mode}"
        scored = score(name, truth, read_case(name, folder))
        figures[f"{labels}, {mode}"] = {key: scored[key] for key in SHOWN if key in scored} | {
            "wanted": WANTED[labels.partition("-")[0]]
        }
    return figures


def report(name: str, wrong: list[str], kept: Path) -> None:
    """Print, item by item, what came right and what went wrong since the report in `kept`, which this one replaces.

    A line of `wrong` is a document, which message in it, and the fields that are not as labelled.
    """
    before = set(kept.read_text(encoding="utf-8").splitlines()) if kept.exists() else None
    now = set(wrong)
    if before is None:
        print(f"   {name}: {len(now)} messages with something wrong, kept in {kept.name} for the next comparison")
    else:
        print(f"   {name}: {len(now)} messages with something wrong, {len(before)} at the last run")
        for line in sorted(before - now):
            print(f"   gained  {line}")
        for line in sorted(now - before):
            print(f"   lost    {line}")
    kept.write_text("".join(f"{line}\n" for line in wrong), encoding="utf-8")


def read_case(name: str, release: Path) -> Path:
    """What `copies --jsonl` says of a new case of this name with everything in `release`."""
    case = BUILD / f"{name}.case"
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run([*READINGROOM, "add", case, release], check=True, capture_output=True)
    subprocess.run([*READINGROOM, "read", case], check=False, capture_output=True)
    copies = BUILD / f"{name}.jsonl"
    with copies.open("wb") as out:
        subprocess.run([*READINGROOM, "copies", case, "--jsonl"], check=True, stdout=out)
    return copies


def score(name: str, truth: Path, copies: Path) -> dict[str, Any]:
    """All figures of the corpora's own tool; prints what was gained and lost since the last run of this name."""
    command = [sys.executable, need(TOOLS / "score.py"), truth, copies, "--json", "--show", "1000000"]
    scored = subprocess.run(command, check=True, capture_output=True, text=True)
    report(name, scored.stderr.splitlines(), BUILD / f"{name}.wrong.txt")
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures
