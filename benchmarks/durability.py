"""Kill -9 of all processes at random moments of a read, and the command again: is the export the undisturbed one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, many_pages
from benchmarks.watch import READINGROOM

PAGES = 400
KILLS = 20
LISTS = ("pages", "documents", "copies", "messages", "stamps", "redactions", "problems")


def measure() -> dict[str, Any]:
    """How many of the kills left a case whose export, once read to the end, is not the undisturbed one's."""
    release = many_pages(PAGES)
    began = time.monotonic()
    undisturbed = _read(BUILD / "undisturbed.case", release)
    usual = time.monotonic() - began
    expected = _export(undisturbed)
    rng = random.Random(11)
    landed = differing = tries = 0
    while landed < KILLS and tries < 4 * KILLS:
        tries += 1
        case = BUILD / "killed.case"
        if _kill(case, release, rng.uniform(0.3, 0.9 * usual)):
            landed += 1
            differing += _export(_read(case, release)) != expected
    return {"pages": PAGES, "kills": landed, "differing": differing, "wanted": {"differing": 0}}


def _start(case: Path, release: Path) -> subprocess.Popen[bytes]:
    script = '"$@" add "$CASE" "$RELEASE" && "$@" read "$CASE"'
    return subprocess.Popen(
        ["bash", "-c", script, "bash", *READINGROOM],
        env=os.environ | {"CASE": str(case), "RELEASE": str(release)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _read(case: Path, release: Path) -> Path:
    if case.name == "undisturbed.case":
        shutil.rmtree(case, ignore_errors=True)
    _start(case, release).wait()
    return case


def _kill(case: Path, release: Path, after: float) -> bool:
    shutil.rmtree(case, ignore_errors=True)
    process = _start(case, release)
    time.sleep(after)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def _export(case: Path) -> bytes:
    return b"".join(
        subprocess.run([*READINGROOM, name, case, "--jsonl"], check=True, capture_output=True).stdout for name in LISTS
    )
