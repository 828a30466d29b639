"""3,000 real pages in one PDF with a text layer: first picture, everything searchable, memory; beside pdftotext."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, many_pages
from benchmarks.watch import READINGROOM, watch

PAGES = 3_000
PORT = 18733
WANTED = {"first_picture": 5.0, "searchable": 60.0, "peak_mb": 800}
PATIENCE = 900.0


def measure() -> dict[str, Any]:
    """Seconds from Enter to the first page picture and to the end of reading; memory; pdftotext on the same file."""
    release = many_pages(PAGES)
    case = BUILD / "speed.case"
    shutil.rmtree(case, ignore_errors=True)
    seen: dict[str, float] = {}
    visitor = threading.Thread(target=_visit, args=(case, seen), daemon=True)
    visitor.start()
    command = [*READINGROOM, "open", str(release), "--case", str(case), "--port", str(PORT), "--no-browser"]
    opened = watch(command, lambda seconds: "searchable" in seen or seconds > PATIENCE)
    figures: dict[str, Any] = {
        "pages": PAGES,
        **{key: round(value, 1) for key, value in seen.items()},
        "peak_mb": opened.peak >> 20,
        "wanted": WANTED,
    }
    if shutil.which("pdftotext"):
        peer = watch(["pdftotext", "-bbox-layout", str(release), str(BUILD / "peer.html")])
        figures["pdftotext_seconds"] = round(peer.seconds, 1)
        figures["times_pdftotext"] = round(seen.get("searchable", PATIENCE) / peer.seconds, 1)
    return figures


def _visit(case: Path, seen: dict[str, float]) -> None:
    """What a person does: open the first page as soon as there is one; then wait until all is read."""
    began = time.monotonic()
    here = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(path: str) -> bytes:
        with here.open(f"http://127.0.0.1:{PORT}{path}", timeout=30) as answer:
            return bytes(answer.read())

    while time.monotonic() - began < PATIENCE:
        try:
            if "first_picture" not in seen:
                source = _first_source(case)
                if source and get(f"/picture/{source[:12]}/1.png").startswith(b"\x89PNG"):
                    seen["first_picture"] = time.monotonic() - began
            else:
                glance = json.loads(get("/?format=json"))
                if glance_is_done(glance):
                    seen["searchable"] = time.monotonic() - began
                    return
        except OSError:
            pass
        time.sleep(0.1)


def _first_source(case: Path) -> str:
    if not (case / "case.db").exists():
        return ""
    with sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True) as connection:
        try:
            row = connection.execute("SELECT id FROM source").fetchone()
        except sqlite3.Error:
            return ""
    return row[0] if row else ""


def glance_is_done(glance: dict[str, Any]) -> bool:
    """Whether the first screen says that reading has ended."""
    return bool(glance["frame"]["reading"]["state"] == "finished")
