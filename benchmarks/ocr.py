"""Scans: CPU beside one plain call of the engine, wall and words beside OCRmyPDF, first pages of a 3,000-page scan."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from benchmarks.data import BUILD, print_pages, texts_of
from benchmarks.watch import READINGROOM, watch
from readingroom.model import Settings
from readingroom.pages import read_pages, words_of_page
from readingroom.pages.ocr import default_engine
from readingroom.pages.picture import render_grey
from readingroom.store import open_store, page_row, page_rows, sources

DOCUMENTS = 12  # of the State Department and of Alaska each, chosen by lot
MODES = ("scan", "hard")
DPI = 200
LONG, FAR = 3_000, 2_500  # pages of the long scan; the page that is looked at while it is read
PORT = 18735
PATIENCE = 240.0
WANTED = {
    "cpu_to_plain_call": 1.15,
    "wall_to_ocrmypdf": 0.7,
    "recall": "not below OCRmyPDF's",
    "first_pages": 60.0,
    "peak_mb": 1024,
}
OCRMYPDF = os.environ.get("READINGROOM_OCRMYPDF") or shutil.which("ocrmypdf")


def measure() -> dict[str, Any]:
    """Figures for light and hard scans of the same documents, then for one long scan."""
    picked: list[Path] = []
    for archive in ("clinton-dev", "alaska-dev"):
        texts = sorted(texts_of(archive).rglob("*.txt"))
        picked += random.Random(11).sample(texts, DOCUMENTS)
    printed = print_pages(BUILD / "ocr-text.pdf", picked)
    truth = [_words_printed(page) for page in pypdfium2.PdfDocument(printed)]
    figures: dict[str, Any] = {"pages": len(truth)}
    if OCRMYPDF is None:
        print("   OCRmyPDF is not installed (set READINGROOM_OCRMYPDF): measured without it")
    for mode in MODES:
        figures[mode] = _mode(print_pages(BUILD / f"ocr-{mode}.pdf", picked, mode), truth, mode)
    return figures | _long(BUILD / "ocr-scan.pdf") | {"wanted": WANTED}


def _mode(scan: Path, truth: list[Counter[str]], mode: str) -> dict[str, float]:
    engine = default_engine()
    plain = ours = 0.0
    found: list[Counter[str]] = []
    document = pypdfium2.PdfDocument(scan)
    engine.read(render_grey(document[0], *document[0].get_size(), DPI / 72), DPI)
    for number, page in enumerate(document, 1):
        began = time.process_time()
        engine.read(render_grey(page, *page.get_size(), DPI / 72), DPI)
        plain += time.process_time() - began
        began = time.process_time()
        (reading,) = read_pages(scan, "0" * 64, [number], Settings())
        ours += time.process_time() - began
        found.append(Counter(map(_folded, (word.text for word in reading.page.words))))
    figures = {
        "cpu_a_page": round(ours / len(found), 3),
        "cpu_to_plain_call": round(ours / plain, 3),
        "recall": _recall(truth, found),
    }
    if OCRMYPDF is not None:
        figures |= _beside_ocrmypdf(scan, truth, mode)
    return figures


def _beside_ocrmypdf(scan: Path, truth: list[Counter[str]], mode: str) -> dict[str, float]:
    """Both with two workers: from the file to a case that can be searched, and to a file that can be."""
    case, out, text = BUILD / f"ocr-{mode}.case", BUILD / f"ocr-{mode}.out.pdf", BUILD / f"ocr-{mode}.out.txt"
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run([*READINGROOM, "add", case, scan], check=True, capture_output=True)
    own = watch([*READINGROOM, "read", str(case), "--workers", "2"])
    peer = watch([str(OCRMYPDF), "--jobs", "2", "--output-type", "pdf", "--sidecar", str(text), str(scan), str(out)])
    pages = text.read_text(encoding="utf-8").split("\f")
    found = [Counter(map(_folded, page.split())) for page in pages[: len(truth)]]
    return {
        "seconds": round(own.seconds, 1),
        "ocrmypdf_seconds": round(peer.seconds, 1),
        "wall_to_ocrmypdf": round(own.seconds / peer.seconds, 2),
        "ocrmypdf_recall": _recall(truth, found),
    }


def _long(scan: Path) -> dict[str, Any]:
    """A scan of 3,000 pages, opened: when its first pages can be searched, and a far page that is looked at."""
    long = BUILD / f"ocr-{LONG}.pdf"
    if not long.exists():
        with pikepdf.open(scan) as source, pikepdf.new() as made:
            for at in range(LONG):
                made.pages.append(source.pages[at % len(source.pages)])
            made.save(long)
    case = BUILD / "ocr-long.case"
    shutil.rmtree(case, ignore_errors=True)
    seen: dict[str, float] = {}
    visitor = threading.Thread(target=_visit, args=(case, seen), daemon=True)
    visitor.start()
    command = [*READINGROOM, "open", str(long), "--case", str(case), "--port", str(PORT), "--no-browser"]
    watched = watch(command, lambda seconds: "far_page" in seen or seconds > PATIENCE)
    return {
        "long_scan": {
            "pages": LONG,
            **{key: round(value, 1) for key, value in seen.items()},
            "peak_mb": watched.peak >> 20,
        }
    }


def _visit(case: Path, seen: dict[str, float]) -> None:
    """What a person does: search as soon as anything is found, then look at a page far behind."""
    began = time.monotonic()
    here = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(path: str) -> bytes:
        with here.open(f"http://127.0.0.1:{PORT}{path}", timeout=30) as answer:
            return bytes(answer.read())

    asked = 0.0
    while time.monotonic() - began < PATIENCE and "far_page" not in seen:
        time.sleep(0.2)
        try:
            if "first_pages" not in seen:
                found = json.loads(get("/search?q=the&format=json"))
                if found["total"]:
                    seen["first_pages"] = time.monotonic() - began
                continue
            store = open_store(case / "case.db")
            (source,) = sources(store)
            if not asked:
                seen["pages_read_when_asked"] = sum(1 for _ in page_rows(store))
                asked = time.monotonic()
                get(f"/page/{source.id[:12]}/{FAR}")
            elif page_row(store, source.id, FAR):
                seen["far_page"] = time.monotonic() - asked
            store.close()
        except OSError:
            pass


def _words_printed(page: Any) -> Counter[str]:
    return Counter(_folded(word.text) for word in words_of_page(page))


def _folded(word: str) -> str:
    """Quotation marks and dashes of every make are the same word."""
    return word.translate(str.maketrans("‘’“”–—", "''\"\"--"))


def _recall(truth: Iterable[Counter[str]], found: Iterable[Counter[str]]) -> float:
    """Of the words printed, those that were read, page by page."""
    pairs = list(zip(truth, found, strict=False))
    return round(sum((a & b).total() for a, b in pairs) / max(1, sum(a.total() for a, _ in pairs)), 4)
