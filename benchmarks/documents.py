"""Where documents begin, what they are, and which attachments are found: press releases, and real documents shuffled.

Real documents of two agencies are shuffled into one PDF: once with their stamps, once with every line of stamps taken
out ("without numbers"). A boundary is a page, other than the first, on which a document begins. Alaska's truth is its
files, some of which hold several print-outs, so that its precision is a floor. READINGROOM_PRESS and
READINGROOM_SCENARIOS choose press releases as for `benchmarks.press`; scenarios are printed with the numbers of their
documents, where they have any, and without.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, TOOLS, need, print_pages, texts_of
from benchmarks.press import MODES, SCENARIOS
from benchmarks.reading import read_case
from benchmarks.watch import READINGROOM
from readingroom.copies import cut_documents, sketch_page
from readingroom.model import Settings
from readingroom.pages import count_pages, find_stamps, read_pages
from readingroom.text import set_upright

PAGES = {"clinton-dev": 3000, "alaska-dev": 1000}
AT_ONCE = 50  # pages
SOURCE = "0" * 64
KINDS = {"email": "mail", "letter": "letter", "separator": "separator", "withheld": "withheld"}

_NUMBERED = re.compile(r"Case No\.?|Doc No\.?|GSP\s?0?1|PRA\s?[_ ]?GSP", re.IGNORECASE)
_MARK = re.compile(r"\s*RELEASE\s+IN\s+.*$")
_STAMP = re.compile(
    r"\s*(?:RELEASE.{0,20}|(?:PART|FULL)\W*|(?:[,;]?\s?(?:B\d|1\.4)\s?(?:\([A-Z0-9]\))?){1,9}|UNCLASSIFIED.{0,20}"
    r"|[-–—]?\s?\d{1,3}\s?[-–—]?|(?:Classified|Declassify)\b.{0,50})\s*"
)


def measure() -> dict[str, Any]:
    """Figures for each release."""
    figures = {}
    for archive, pages in PAGES.items():
        for numbers in (True, False):
            said = "with stamps" if numbers else "without numbers"
            figures[f"{archive} shuffled, {said}"] = _shuffled(archive, pages, numbers=numbers)
    for mode in MODES:
        for scenario in SCENARIOS:
            for numbers in (True, False):
                said = "as printed" if numbers else "without numbers"
                figures[f"scenario {scenario}, {mode}, {said}"] = _press(scenario, mode, numbers=numbers)
    return figures


def boundary_figures(wanted: Iterable[int], got: Iterable[int], pages: int) -> dict[str, Any]:
    """F1 of first pages but the first of all, beside what every page a document would get; one document gets 0."""
    truth, found = set(wanted) - {1}, set(got) - {1}
    right = len(truth & found)
    return {
        "boundaries": len(truth),
        "missed": len(truth) - right,
        "false": len(found) - right,
        "boundaries_f1": round(2 * right / (len(truth) + len(found)), 4),
        "every page a document": round(2 * len(truth) / (len(truth) + pages - 1), 4),
    }


def _shuffled(archive: str, pages: int, *, numbers: bool) -> dict[str, Any]:
    texts = sorted(texts_of(archive).rglob("*.txt"))
    random.Random(7).shuffle(texts)
    folder = BUILD / f"{archive}-{'numbered' if numbers else 'bare'}"
    folder.mkdir(parents=True, exist_ok=True)
    picked: list[Path] = []
    firsts = [1]
    for text in texts:
        sheets = text.read_text(encoding="utf-8", errors="replace").rstrip("\f\n ").split("\f")
        if firsts[-1] + len(sheets) > pages + 1:
            break
        kept = folder / text.name
        kept.write_text("".join((sheet if numbers else _bare(sheet)) + "\n \f" for sheet in sheets), encoding="utf-8")
        picked.append(kept)
        firsts.append(firsts[-1] + len(sheets))
    release = print_pages(folder.with_suffix(".pdf"), picked)
    count, problem = count_pages(release)
    if problem or count != firsts[-1] - 1:
        raise RuntimeError(f"{release.name} has {count} pages, not {firsts[-1] - 1}")
    return boundary_figures(firsts[:-1], _first_pages(release, count), count)


def _bare(sheet: str) -> str:
    """A page without its lines of stamps."""
    lines = (_MARK.sub("", line) for line in sheet.split("\n") if not _NUMBERED.search(line))
    return "\n".join("" if _STAMP.fullmatch(line) else line for line in lines)


def _first_pages(release: Path, count: int) -> list[int]:
    sketches = []
    for first in range(1, count + 1, AT_ONCE):
        numbers = range(first, min(count, first + AT_ONCE - 1) + 1)
        for reading in read_pages(release, SOURCE, numbers, Settings()):
            page = set_upright(reading.page)
            marks = find_stamps(page)
            sketches.append(sketch_page(page, marks.stamps, marks.redactions))
    return [document.first_page for document in cut_documents(SOURCE, sketches)]


def _press(scenario: str, mode: str, *, numbers: bool) -> dict[str, Any]:
    folder = _printed(scenario, mode, numbers=numbers)
    read_case(folder.name, folder / "release.pdf")
    listed = subprocess.run(
        [*READINGROOM, "documents", BUILD / f"{folder.name}.case", "--jsonl"],
        check=True,
        capture_output=True,
        text=True,
    )
    documents = [json.loads(line) for line in listed.stdout.splitlines()]
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    wanted = {document["pages"][0]: document for document in truth["documents"]}
    return {
        **boundary_figures(wanted, (one["first_page"] for one in documents), len(truth["pages"])),
        **_kind_figures(wanted, documents),
        **_attachment_figures(truth, documents),
    }


def _printed(scenario: str, mode: str, *, numbers: bool) -> Path:
    """The folder of a scenario, printed by the corpora's tool once; without numbers, its case stamp is left out."""
    folder = BUILD / f"documents-{scenario}-{mode}-{'numbered' if numbers else 'bare'}"
    if not (folder / "truth.json").exists():
        told = json.loads(need(CORPORA / "scenarios" / scenario / "scenario.json").read_text(encoding="utf-8"))
        if not numbers:
            told["release"]["case_stamp"] = ""
        folder.mkdir(parents=True, exist_ok=True)
        chosen = folder / "scenario.json"
        chosen.write_text(json.dumps(told), encoding="utf-8")
        command = [sys.executable, need(TOOLS / "press.py"), chosen, folder, "--mode", mode]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def _kind_figures(wanted: dict[int, Any], documents: Sequence[Any]) -> dict[str, Any]:
    """The share of truth's documents that begin where they should and are called what they are.

    A separator sheet on which nothing is printed may be called blank. Trivial: all are mail.
    """
    kinds = {one["first_page"]: one["kind"] for one in documents}
    right = 0
    for page, document in wanted.items():
        kind = KINDS[document["kind"]]
        right += kinds.get(page) in ({kind, "blank"} if kind == "separator" else {kind})
    mail = sum(1 for document in wanted.values() if document["kind"] == "email")
    return {"kinds": round(right / len(wanted), 4), "all mail": round(mail / len(wanted), 4)}


def _attachment_figures(truth: Any, documents: Sequence[Any]) -> dict[str, Any]:
    """Printed attachments, by the document they belong to and their first page; a reader that finds none has recall 0.

    Joined to a copy elsewhere, an attachment is right if truth prints one of that name there.
    """
    home = {page["page"]: page["doc"] for page in truth["pages"]}
    printed = {(one["doc"], one["pages"][0]): one["name"] for one in truth["attachments"]}
    names = {(one["name"], one["pages"][0]) for one in truth["attachments"]}
    joins = [
        (home[one["first_page"]], attachment["name"], attachment["place"]["page"])
        for one in documents
        for attachment in one["attachments"]
        if attachment["place"]
    ]
    right = [join for join in joins if (join[0], join[2]) in printed or (join[1], join[2]) in names]
    found = {(doc, page) for doc, _, page in joins} & set(printed)
    return {
        "attachments": len(printed),
        "attachments_recall": round(len(found) / len(printed), 4) if printed else None,
        "attachments_precision": round(len(right) / len(joins), 4) if joins else None,
    }
