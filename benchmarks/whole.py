"""Five monthly releases, 15,948 documents in a file each, 26,020 pages of text: read whole; then one document more.

READINGROOM_ALL_DOCS: a folder of these files, where they are made already (printing them takes ten minutes).
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from benchmarks.data import BUILD, print_pages, texts_of
from benchmarks.watch import EVERY, READINGROOM, Watched, watch

WORKERS = "2"
WANTED = {"seconds": 360, "peak_mb": 1500, "one_more_seconds": 5.0}
PATIENCE = 3600.0
PEER = """
import sys
from pathlib import Path
import pypdfium2
for file in sorted(Path(sys.argv[1]).rglob("*.pdf")):
    document = pypdfium2.PdfDocument(file)
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()
"""


def measure() -> dict[str, Any]:
    """Wall and processor time to seal and to read, by stage; memory of all processes; the same of one document more."""
    documents = all_documents()
    case = BUILD / "whole.case"
    shutil.rmtree(case, ignore_errors=True)
    by_stage: Counter[str] = Counter()
    load = os.getloadavg()[0]
    sealed = _readingroom("add", case, documents, "--workers", WORKERS)
    read = _readingroom("read", case, "--workers", WORKERS, until=_stages_of(case, by_stage))
    one_more = [_one_more(case, nth) for nth in range(3)]
    peer = watch([sys.executable, "-c", PEER, str(documents)])
    return {
        "documents": sum(1 for _ in documents.rglob("*.pdf")),
        "seconds": round(sealed.seconds + read.seconds),
        "sealing": _cost(sealed),
        "reading": _cost(read),
        "seconds_by_stage": {stage: round(seconds) for stage, seconds in by_stage.most_common()},
        "peak_mb": max(sealed.peak, read.peak) >> 20,
        "one_more": one_more,
        "pypdfium2_text_seconds": round(peer.seconds, 1),
        "times_pypdfium2_cpu": round((sealed.cpu + read.cpu) / peer.cpu, 1),
        "load_before_and_after": (round(load, 1), round(os.getloadavg()[0], 1)),
        "wanted": WANTED,
    }


def all_documents() -> Path:
    """A folder with one PDF for each document of the five releases, by month."""
    if given := os.environ.get("READINGROOM_ALL_DOCS"):
        return Path(given)
    folder = BUILD / "all-docs"
    for month in sorted(path for path in texts_of("clinton-dev").iterdir() if path.is_dir()):
        if not (folder / month.name).exists():
            texts = sorted(month.glob("*.txt"))
            _split(print_pages(BUILD / f"{month.name}.pdf", texts), texts, folder / month.name)
    return folder


def _split(release: Path, texts: list[Path], folder: Path) -> None:
    half = folder.with_suffix(".half")
    half.mkdir(parents=True, exist_ok=True)
    with pikepdf.open(release) as pages:
        at = 0
        for text in texts:
            count = _pages_of(text)
            with pikepdf.new() as document:
                document.pages.extend(pages.pages[at : at + count])
                document.save(half / f"{text.stem}.pdf", deterministic_id=True)
            at += count
    half.rename(folder)


def _pages_of(text: Path) -> int:
    return text.read_text(encoding="utf-8", errors="replace").rstrip("\f").count("\f") + 1


def _one_more(case: Path, nth: int) -> dict[str, float]:
    """The first page of a document that has several, as a file of its own: another print of messages that are there."""
    several = [text for text in sorted(texts_of("clinton-dev").glob("*/*.txt")) if _pages_of(text) > 1]
    text = several[len(several) * (nth + 1) // 4]
    first = BUILD / f"one-more-{text.stem}.txt"
    first.write_text(text.read_text(encoding="utf-8", errors="replace").split("\f")[0], encoding="utf-8")
    file = print_pages(first.with_suffix(".pdf"), [first])
    sealed = _readingroom("add", case, file, "--workers", WORKERS)
    read = _readingroom("read", case, "--workers", WORKERS)
    return {"seconds": round(sealed.seconds + read.seconds, 1), "cpu": round(sealed.cpu + read.cpu, 1)}


def _readingroom(command: str, *told: Path | str, until: Callable[[float], bool] = lambda _: False) -> Watched:
    return watch([*READINGROOM, command, *map(str, told)], until)


def _stages_of(case: Path, by_stage: Counter[str]) -> Callable[[float], bool]:
    """A look at which stage is at work, each time that the command is looked at."""

    def look(seconds: float) -> bool:
        with sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT content FROM note WHERE name = 'reading'").fetchone()
        by_stage[json.loads(row[0])["stage"] if row else ""] += EVERY
        return seconds > PATIENCE

    return look


def _cost(watched: Watched) -> dict[str, float]:
    return {"seconds": round(watched.seconds, 1), "cpu": round(watched.cpu, 1), "peak_mb": watched.peak >> 20}
