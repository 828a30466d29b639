"""How well redactions are found: boxes (F1 at an overlap of one half) and codes, on printed scans, by hand, in PDFs.

READINGROOM_BOXES="scan hard" says how the printed scenarios 1 and 2 are looked at. Intervals are of 95 %, by page.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.data import BUILD, CORPORA, need
from benchmarks.press import printed_release
from readingroom.case.work import PageJob, run_pages
from readingroom.model import Redaction, RedactionWhere, Settings
from readingroom.pages import normal_codes

MODES = os.environ.get("READINGROOM_BOXES", "scan").split()
WANTED = {"scan": 0.97, "by hand": 0.85, "codes": 0.92}
SIDE = 842.0  # points, of the longer side of a page that is only a picture
NEAR = 3.0  # points, by which a code may be printed off its place
Rectangle = Sequence[float]
Counts = tuple[int, int, int]  # found, found though it is not there, missed


def measure() -> dict[str, Any]:
    """Figures for each set."""
    return {
        **{f"printed, {mode}": _printed(mode) for mode in MODES},
        "drawn by hand": _by_hand(),
        "real PDFs": _real(),
    }


def marks_on(path: Path, number: int) -> tuple[Redaction, ...]:
    """The redactions of a page, as a case stores them."""
    (values,) = run_pages([PageJob(str(path), "s", number, Settings())])
    return values.redactions


def compare(truth: Sequence[Rectangle], found: Sequence[Rectangle]) -> tuple[set[int], set[int]]:
    """Which of `truth` were found and which of `found` are there: pairs by overlap, the best first, each once."""
    pairs = sorted(((overlap(a, b), i, j) for i, a in enumerate(truth) for j, b in enumerate(found)), reverse=True)
    told: set[int] = set()
    right: set[int] = set()
    for shared, i, j in pairs:
        if shared >= 0.5 and i not in told and j not in right:
            told.add(i)
            right.add(j)
    return told, right


def overlap(a: Rectangle, b: Rectangle) -> float:
    """What two boxes share, of what they cover together."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, wide) * max(0.0, high)
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)


def figure(pages: Iterable[Counts]) -> dict[str, Any]:
    """Precision, recall and F1 of pages, with an interval."""
    counts = list(pages)
    draw = random.Random(1)
    drawn = sorted(_f1(draw.choices(counts, k=len(counts))) for _ in range(400)) if counts else [0.0]
    right, wrong, missed = (sum(page[at] for page in counts) for at in range(3))
    return {
        "boxes": right + missed,
        "precision": round(right / max(1, right + wrong), 3),
        "recall": round(right / max(1, right + missed), 3),
        "f1": round(_f1(counts), 3),
        "f1_95": [round(drawn[len(drawn) // 40], 3), round(drawn[-1 - len(drawn) // 40], 3)],
    }


def _f1(pages: Sequence[Counts]) -> float:
    right, wrong, missed = (sum(page[at] for page in pages) for at in range(3))
    return 2 * right / max(1, 2 * right + wrong + missed)


def _printed(mode: str) -> dict[str, Any]:
    """`visible` are boxes that show (black, grey, outlined); for `all` white gaps and labels count as well."""
    shown: list[Counts] = []
    every: list[Counts] = []
    codes: list[Counts] = []
    for number in ("1", "2"):
        folder = printed_release(number, mode)
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        boxes: dict[int, list[tuple[Rectangle, str]]] = defaultdict(list)
        places: dict[int, list[tuple[Rectangle, str]]] = defaultdict(list)
        for mark in truth["redactions"]:
            for one in mark["boxes"]:
                boxes[one["box"][0]].append((one["box"][1:], mark["kind"]))
            for one in mark["code_boxes"]:
                places[one["box"][0]] += [(one["box"][1:], code) for code in normal_codes(one["text"])]
        for page in sorted(boxes):
            marks = marks_on(folder / "release.pdf", page)
            found = [mark for mark in marks if mark.where in (RedactionWhere.BOX, RedactionWhere.PAGE)]
            told, right = compare([box for box, _ in boxes[page]], [mark.box for mark in found])
            every.append((len(told), len(found) - len(right), len(boxes[page]) - len(told)))
            seen = {at for at, (_, kind) in enumerate(boxes[page]) if kind not in ("white", "label")}
            wrong = sum(mark.kind.value not in ("white", "label") for at, mark in enumerate(found) if at not in right)
            shown.append((len(seen & told), wrong, len(seen - told)))
            codes.append(_codes(places[page], marks))
    return {
        "visible": figure(shown),
        "all": figure(every),
        "codes": figure(codes),
        "wanted": {"visible": WANTED["scan"], "codes": WANTED["codes"]} if mode == "scan" else None,
    }


def _codes(places: Sequence[tuple[Rectangle, str]], marks: Sequence[Redaction]) -> Counts:
    left = [(mark.box, code) for mark in marks for code in mark.codes]
    read = len(left)
    right = 0
    for box, code in places:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for at, (place, other) in enumerate(left):
            inside = place[0] - NEAR <= x <= place[2] + NEAR and place[1] - NEAR <= y <= place[3] + NEAR
            if other == code and inside:
                del left[at]
                right += 1
                break
    return right, read - right, len(places) - right


def _by_hand() -> dict[str, Any]:
    """Pictures of pages of Dutch releases. `tuned` are the pages that were looked at, `unseen` the others."""
    folder = BUILD / "redaction-boxes"
    if not folder.exists():
        with tarfile.open(need(CORPORA / "redaction-boxes-dev.tar.xz")) as packed:
            packed.extractall(BUILD, filter="data")
    pages: list[Mapping[str, Any]] = json.loads((folder / "boxes.json").read_text(encoding="utf-8"))
    tuned = _tuned(pages)
    counts: dict[str, list[Counts]] = defaultdict(list)
    for page in pages:
        picture = Image.open(folder / page["file"])
        points = SIDE / max(picture.size)
        path = BUILD / "one-page.pdf"
        packed_page = io.BytesIO()
        picture.convert("RGB").save(packed_page, "PDF", resolution=72 / points)
        path.write_bytes(packed_page.getvalue())
        found = [mark.box for mark in marks_on(path, 1) if mark.where in (RedactionWhere.BOX, RedactionWhere.PAGE)]
        truth = [[edge * points for edge in box] for box in page["boxes_px"]]
        told, right = compare(truth, found)
        for name in ("all", "tuned" if page["file"] in tuned else "unseen", str(page["style"])):
            counts[name].append((len(told), len(found) - len(right), len(truth) - len(told)))
    return {name: figure(each) for name, each in counts.items()} | {"wanted": WANTED["by hand"]}


def _tuned(pages: Sequence[Mapping[str, Any]]) -> set[str]:
    """Thirty pages, whole documents in the order of a digest of their names."""
    documents: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        name = re.sub(r"__concatenated-page-?\d+", "", page["file"])
        short = re.match(r"\d{4}-page", name)
        documents[name[:4] if short else re.sub(r"[-_]*(page)?[-_]*\d+([-_]\d+)*\.png$", "", name)].append(page["file"])
    tuned: set[str] = set()
    for name in sorted(documents, key=lambda one: sha256(one.encode()).hexdigest()):
        if len(tuned) + len(documents[name]) <= 30:
            tuned.update(documents[name])
    return tuned


def _real() -> dict[str, Any]:
    """Boxes of the two labelled response PDFs, on pages all of whose boxes are labelled."""
    figures = {}
    labels = json.loads(need(CORPORA / "labels" / "real-pdfs-dev.json").read_text(encoding="utf-8"))
    for document in labels:
        path = need(CORPORA / document["file"])
        counts = []
        for number in document["redactions_complete_pages"]:
            truth = [mark["box"] for mark in document["redactions"] if mark["page"] == number]
            found = [mark.box for mark in marks_on(path, number) if mark.where is RedactionWhere.BOX]
            told, right = compare(truth, found)
            counts.append((len(told), len(found) - len(right), len(truth) - len(told)))
        figures[path.stem] = figure(counts)
    return figures
