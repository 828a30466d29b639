"""Five monthly releases added in five orders, read after each, and all at once: whether the exports are equal.

READINGROOM_ORDERS=all takes all 15,948 documents in place of 300 a month.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD
from benchmarks.watch import READINGROOM
from benchmarks.whole import WORKERS, all_documents

A_MONTH = 300
EXPORTS = ("copies", "messages", "documents", "people", "uneven", "gaps", "aliases", "reuse")
NO_SUCH_COMMAND = 2


def measure() -> dict[str, Any]:
    """For each export, how many of the six cases agree with the first."""
    months = _months()
    orders = [[(start + step * at) % 5 for at in range(5)] for start, step in enumerate((1, 2, 3, 4, 1))]
    told = [_exports(_read_in_turn(nth, [[months[at]] for at in order])) for nth, order in enumerate(orders)]
    told.append(_exports(_read_in_turn(len(orders), [months])))
    return {
        "documents": sum(1 for month in months for _ in month.glob("*.pdf")),
        "orders": orders,
        "equal": {name: f"{sum(one[name] == told[-1][name] for one in told)} of {len(told)}" for name in told[-1]},
    }


def _months() -> list[Path]:
    """A folder a month, of each its first documents or all."""
    months = sorted(path for path in all_documents().iterdir() if path.is_dir())
    if os.environ.get("READINGROOM_ORDERS") == "all":
        return months
    some = [BUILD / "orders" / month.name for month in months]
    for month, chosen in zip(months, some, strict=True):
        chosen.mkdir(parents=True, exist_ok=True)
        for file in sorted(month.glob("*.pdf"))[:A_MONTH]:
            if not (chosen / file.name).exists():
                shutil.copyfile(file, chosen / file.name)
    return some


def _read_in_turn(nth: int, releases: Sequence[Sequence[Path]]) -> Path:
    case = BUILD / f"orders-{nth}.case"
    shutil.rmtree(case, ignore_errors=True)
    for paths in releases:
        _run("add", case, *paths, "--workers", WORKERS)
        _run("read", case, "--workers", WORKERS)
    return case


def _exports(case: Path) -> dict[str, str]:
    """The digest of each export that this version has."""
    done = {name: _run(name, case, "--jsonl") for name in EXPORTS}
    return {
        name: hashlib.sha256(one.stdout).hexdigest() for name, one in done.items() if one.returncode != NO_SUCH_COMMAND
    }


def _run(command: str, *told: Path | str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*READINGROOM, command, *map(str, told)], capture_output=True, check=False)
