"""What is missing: gaps found in a real release and in printed fictional ones, against their truth.

READINGROOM_ALL_CASE names a case with all of clinton-dev, as `benchmarks/whole.py` makes it. The first 50 of its list
are printed with their words, to be judged by eye. READINGROOM_LABELS="second" measures the other set of labels.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, NoData, need
from benchmarks.press import MODES, printed_release
from benchmarks.reading import read_case
from benchmarks.watch import READINGROOM

SCENARIOS = os.environ.get("READINGROOM_SCENARIOS", "1 2").split()
SET = os.environ.get("READINGROOM_LABELS", "")
FIRST = 50
WANTED = {"labelled": 0.75, "false alarms among the first 50": 10, "press": 0.9}


def measure() -> dict[str, Any]:
    """Recall on labelled gaps and on each kind of truth, with 95 % intervals, beside the trivial answers."""
    figures: dict[str, Any] = {"wanted": WANTED}
    try:
        figures["labelled"] = _labelled()
    except NoData as missing:
        print(f"   labelled: skipped: {missing}")
    for mode in MODES:
        for number in SCENARIOS:
            figures[f"scenario {number}, {mode}"] = _press(number, mode)
    return figures


def listed(case: Path) -> list[Any]:
    """What `gaps --jsonl` says of a case."""
    out = subprocess.run([*READINGROOM, "gaps", case, "--jsonl"], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def share(found: int, count: int) -> str:
    """Found of count with the share and Wilson's 95 % interval."""
    if not count:
        return "0 of 0"
    z, p = 1.96, found / count
    middle, half = (
        (p + z * z / (2 * count)) / (1 + z * z / count),
        z * (p * (1 - p) / count + z * z / (4 * count * count)) ** 0.5 / (1 + z * z / count),
    )
    return f"{found} of {count} = {p:.3f} ({max(0.0, middle - half):.3f} to {min(1.0, middle + half):.3f})"


def _labelled() -> dict[str, Any]:
    case = os.environ.get("READINGROOM_ALL_CASE", "")
    if not case:
        raise NoData("READINGROOM_ALL_CASE names no case")
    gaps = listed(Path(case))
    for at, gap in enumerate(gaps[:FIRST]):
        where = gap["copies"][0]["doc"] if gap["copies"] else gap["places"][0]["source"]
        print(f"   {at + 1:2} {gap['rank']:.2f} {gap['kind']}, {where}: {gap['what'][:110]} | {gap['words'][:160]}")
    strong = [gap for gap in gaps if gap["kind"] != "quoted only"]
    truth = _truth()
    found: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    refused = 0
    for label in truth:
        hit = _hit(label, strong)
        if not label["gap"]:
            refused += hit is None
            continue
        counts[label["kind"]] += 1
        found[label["kind"]] += hit is not None
        if hit is None:
            print(f"   not found  {label['kind']} {label['doc']} {label['nth']}: {label['words'][:90]}")
    real = [label for label in truth if label["gap"]]
    return {
        "recall": share(sum(found.values()), sum(counts.values())),
        "by kind": {kind: share(found[kind], counts[kind]) for kind in sorted(counts)},
        "tempting ones refused": share(refused, len(truth) - len(real)),
        "listed": dict(Counter(gap["kind"] for gap in gaps)),
        "trivial": _trivial(Path(case), truth),
    }


def _truth() -> list[Any]:
    """The labels of one set, each with doc, nth, kind, words and whether it is a gap."""
    folder = CORPORA / "labels" / "findings" / SET
    told = json.loads(need(folder / "gaps.json").read_text(encoding="utf-8"))
    if isinstance(told, list):
        return [{**label, "doc": Path(label["doc"]).stem} for label in told]
    return [_other_form(label, label["genuine"]) for some in told.values() for label in some]


def _other_form(label: Any, genuine: bool) -> Any:
    """A label of the second set as one of the first: its kind's name, and as words all that it quotes."""
    place = label["named_in"] if genuine else label["looks_missing_in"]
    kinds = {"attachment-named-not-released": "attachment-not-released", "page-withheld": "withheld"}
    quotes = [one["quote"] for one in label["evidence"]]
    return {
        "gap": genuine,
        "kind": kinds.get(label["kind"], label["kind"]),
        "doc": place["doc"],
        "nth": None,
        "words": " ".join((label.get("what", ""), *quotes)),
        "quotes": quotes,
    }


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _hit(label: Any, gaps: Iterable[Any]) -> Any:
    """The gap that is this label's: shown by its copy, and of its words where the label gives words of a text."""
    words = _letters(label["words"])
    for gap in gaps:
        if (
            label["kind"] == "doc-number-gap"
            and gap["kind"] == "document number"
            and _letters(gap["words"])[:9] in words
        ):
            return gap
        if gap["kind"] == "withheld pages" and label["kind"] == "withheld":
            if any(Path(place["source"]).stem == label["doc"] for place in gap["places"]):
                return gap
            continue
        if not any(copy["doc"] == label["doc"] and label["nth"] in (None, copy["nth"]) for copy in gap["copies"]):
            continue
        said = _letters(gap["words"])
        if gap["kind"] in ("withheld message", "reply without parent"):
            if label["kind"] in ("withheld", "reply-without-parent"):
                return gap
            continue
        if label["kind"] not in ("withheld", "reply-without-parent") and (
            words[:18] in said
            or said[:18] in words
            or words[-18:] in said
            or said[-18:] in words
            or any(_letters(quote) in said for quote in label.get("quotes", ()))
        ):
            return gap
    return None


def _trivial(case: Path, truth: list[Any]) -> str:
    """Every answer that quotes nothing, and every text that says "attached" or "sent": what is found, and how many."""
    out = subprocess.run([*READINGROOM, "copies", case, "--jsonl"], check=True, capture_output=True, text=True)
    copies = [json.loads(line) for line in out.stdout.splitlines()]
    quoting = {copy["quoted_by"] for copy in copies}
    chosen = {
        (copy["doc"], copy["nth"])
        for copy in copies
        if (copy["subject"].lower().startswith("re") and copy["id"] not in quoting)
        or any(word in copy["body"].lower() for word in ("attached", "sent you", "email"))
        or copy["attachments"]
    }
    hit = [label for label in truth if label["gap"] and (label["doc"], label["nth"]) in chosen]
    return f"{len(chosen):,} copies chosen, {share(len(hit), sum(label['gap'] for label in truth))}"


def _press(number: str, mode: str) -> dict[str, Any]:
    folder = printed_release(number, mode)
    read_case(folder.name, folder / "release.pdf")
    gaps = listed(BUILD / f"{folder.name}.case")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {copy["id"]: copy["pages"][0] for copy in truth["copies"]}
    documents = {document["id"]: document for document in truth["documents"]}
    on_page: dict[int, list[Any]] = defaultdict(list)
    for gap in gaps:
        for page in {place["page"] for place in gap["places"]}:
            on_page[page].append(gap)
    counts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    matched: set[str] = set()
    messages = {message["id"]: message for message in truth["messages"]}
    for gap in truth["gaps"]:
        kind = gap["kind"]
        counts[kind] += 1
        hits = _press_hits(gap, gaps, on_page, pages, documents, messages)
        matched.update(hit["id"] for hit in hits)
        found[kind] += bool(hits)
        if not hits:
            print(f"   {folder.name}: not found {json.dumps(gap)[:150]}")
    strong = [gap for gap in gaps if gap["kind"] not in ("quoted only", "announced") and gap["rank"] >= 0.4]
    for gap in strong:
        if gap["id"] not in matched:
            print(f"   {folder.name}: not in the truth {gap['rank']:.2f} {gap['kind']}: {gap['what']}")
    return {
        "recall": share(sum(found.values()), sum(counts.values())),
        "by kind": {kind: share(found[kind], counts[kind]) for kind in sorted(counts)},
        "strong ones in the truth": share(sum(gap["id"] in matched for gap in strong), len(strong)),
    }


KINDS = {
    "quoted_only": ("quoted only",),
    "missing_message": ("reply without parent", "referred message"),
    "withheld_message": ("withheld pages", "withheld message"),
    "attachment": ("attachment",),
    "bates": ("bates",),
    "withheld_pages": ("withheld pages",),
    "pages_promised": ("pages promised",),
}


def _press_hits(gap: Any, gaps: Any, on_page: Any, pages: Any, documents: Any, messages: Any) -> list[Any]:
    kinds = KINDS[gap["kind"]]
    if gap["kind"] == "pages_promised":
        return [one for one in gaps if one["kind"] in kinds and str(gap["promised"]) in one["what"]]
    if gap["kind"] == "bates":
        return [
            one
            for one in on_page[gap["after_page"]]
            if one["kind"] in kinds and f"{gap['first']:04}" in one["words"] and f"{gap['last']:04}" in one["words"]
        ]
    copies = list(gap.get("copies", ()))
    copies += [copy for one in gap.get("referenced_by", ()) for copy in messages[one]["copies"]]
    where = [pages[copy] for copy in copies]
    if gap["kind"] == "withheld_message":
        where = [page for doc in messages[gap["message"]]["withheld_in"] for page in documents[doc]["pages"]]
    if gap["kind"] == "withheld_pages":
        where = documents[gap["doc"]]["pages"]
    hits = [one for page in where for one in on_page[page] if one["kind"] in kinds]
    if gap["kind"] == "attachment":
        # A file whose name no page prints can be told only by a text that says something is attached.
        hits = [one for one in hits if _letters(one["words"])[:12] == _letters(gap["name"])[:12]] or [
            one for page in where for one in on_page[page] if one["kind"] == "nothing attached"
        ]
    if gap["kind"] == "quoted_only":
        first = _letters(messages[gap["message"]]["subject"])[:10]
        hits = [one for one in hits if _letters(one["words"])[:10] == first or not one["words"]]
    return hits
