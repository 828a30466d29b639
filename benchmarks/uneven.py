"""Uneven redactions: labelled ones in all of the development text, refused look-alikes, and printed releases.

READINGROOM_ALL_CASE names the case of all documents of clinton-dev; READINGROOM_LABELS="findings/second" other labels.
The first 50 of the list are written to build/bench/uneven-first-50.txt, for a person to judge.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, NoData, need
from benchmarks.pairs import Share
from benchmarks.press import MODES, SCENARIOS, printed_release
from benchmarks.reading import read_case
from readingroom.case import open_case
from readingroom.case.ask_names import names_of
from readingroom.show.uneven_records import uneven_record
from readingroom.store import likenesses, uneven_redactions

SHOWN = 50
OVERLAP = 0.5  # of the words of a label, and of a finding, that must be the other's


def measure() -> dict[str, Any]:
    """Wanted: 0.75 of the sure groups, 0.9 of the look-alikes refused, 0.95 in printed releases."""
    figures: dict[str, Any] = {}
    try:
        figures["labels"] = _beside_labels()
    except NoData as missing:
        figures["labels"] = f"skipped: {missing}"
    for mode in MODES:
        for number in SCENARIOS:
            figures[f"scenario {number}, {mode}"] = _beside_truth(number, mode)
    return figures


def _listed(case: Path) -> list[dict[str, Any]]:
    store = open_case(case).store
    names = names_of(store).source
    return [uneven_record(one, rank, names) for rank, one in enumerate(uneven_redactions(store), 1)]


def _beside_labels() -> dict[str, Any]:
    path = os.environ.get("READINGROOM_ALL_CASE")
    if not path:
        raise NoData("set READINGROOM_ALL_CASE to a case of all documents")
    folder = CORPORA / "labels" / os.environ.get("READINGROOM_LABELS", "findings")
    labels = json.loads(need(folder / "uneven.json").read_text(encoding="utf-8"))
    found = _listed(Path(path))
    groups: dict[Any, list[bool]] = defaultdict(list)
    for at, label in enumerate(labels):
        if label.get("certainty", "sure") == "sure":
            groups[label.get("group", at)].append(any(_is(label, one) for one in found))
    hit = sum(any(some) for some in groups.values())
    figures: dict[str, Any] = {
        "findings": len(found),
        "sure groups": len(groups),
        "recall": Share(hit, len(groups)).told(),
        "trivial: two copies of unequal length": _unequal(Path(path), labels),
    }
    if (folder / "uneven_false.json").exists():
        alike = json.loads((folder / "uneven_false.json").read_text(encoding="utf-8"))
        figures["look-alikes that share a finding (see by eye whether it is the label's)"] = [
            [label["why"][:60], [one["words"][:60] for one in taken]]
            for label in alike
            if (taken := [one for one in found if {_doc(label["a"]), _doc(label["b"])} == _two(one, label)])
        ]
    first = "\n\n".join(_told(one) for one in found[:SHOWN])
    (BUILD / "uneven-first-50.txt").write_text(first + "\n", encoding="utf-8")
    return figures


def _doc(path: str) -> str:
    return Path(path).stem


def _docs(places: Iterable[Mapping[str, Any]]) -> set[str]:
    return {Path(place["source"]).stem for place in places}


def _two(one: Mapping[str, Any], label: Mapping[str, Any]) -> set[str]:
    """The two documents of a label, where one hides and the other prints."""
    a, b = _doc(label["a"]), _doc(label["b"])
    hides, shows = _docs(one["hidden_in"]), _docs(one["shown_in"])
    return {a, b} if (a in hides and b in shows) or (b in hides and a in shows) else set()


def _is(label: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    return _doc(label["hidden_in"]["doc"]) in _docs(one["hidden_in"]) and _same(
        label["shown_in"]["words"], one["words"]
    )


def _same(wanted: str, words: str) -> bool:
    """Whether two rows of words share half of the shorter one's letters, or one holds the other."""
    one, other = _letters(wanted), _letters(words)
    if one in other or (other in one and len(other) >= OVERLAP * len(one)):
        return True
    ours, theirs = set(_words(wanted)), set(_words(words))
    return len(ours & theirs) > OVERLAP * len(ours)


def _letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.lower())


def _words(words: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", words.lower())


def _unequal(case: Path, labels: list[Any]) -> dict[str, int]:
    """How many pairs of documents with copies of one message of unequal length there are, and how many are labelled."""
    documents: dict[str, set[tuple[str, int]]] = defaultdict(set)
    store = open_case(case).store
    names = names_of(store).source
    for row in likenesses(store):
        documents[row.message].add((Path(names[row.source]).stem, len(row.shingles)))
    pairs = {
        (one, other)
        for some in documents.values()
        for one, length in some
        for other, second in some
        if one != other and length != second
    }
    labelled = {(_doc(label["hidden_in"]["doc"]), _doc(label["shown_in"]["doc"])) for label in labels}
    return {"pairs": len(pairs) // 2, "labelled pairs among them": len(labelled & pairs), "labelled": len(labelled)}


def _told(one: Mapping[str, Any]) -> str:
    hidden = ", ".join(f"{place['source']}:{place['page']}" for place in one["hidden_in"][:4])
    shown = f"{one['shown_in'][0]['source']}:{one['shown_in'][0]['page']}"
    codes = ", ".join(one["hidden_in"][0]["codes"])
    return f"{one['rank']}. {one['field']}, {one['told']} {codes}: {one['words']}\n   hidden {hidden}; printed {shown}"


def _beside_truth(number: str, mode: str) -> dict[str, Any]:
    """Of the truth of a printed release: what is found. Pages hidden whole show nothing to tell them by: apart."""
    folder = printed_release(number, mode)
    read_case(folder.name, folder / "release.pdf")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    found = _listed(BUILD / f"{folder.name}.case")
    pages = {copy["id"]: set(copy["pages"]) for copy in truth["copies"]}
    whole = {mark["doc"] for mark in truth["redactions"] if mark["where"] == "whole_page"}
    tally: dict[str, list[bool]] = {"told by print": [], "on pages hidden whole": []}
    for one in truth["uneven"]:
        kind = "on pages hidden whole" if _documents(one["hidden_in"]) <= whole else "told by print"
        on = set().union(*(pages[copy] for copy in one["hidden_in"]))
        tally[kind].append(
            any(
                _same(one["text"], other["words"]) and on & {place["page"] for place in other["hidden_in"]}
                for other in found
            )
        )
    wrong = [
        one["words"][:60] for one in found if not any(_same(other["text"], one["words"]) for other in truth["uneven"])
    ]
    return {
        **{kind: Share(sum(some), len(some)).told() for kind, some in tally.items()},
        "findings": len(found),
        "not in the truth": wrong,
    }


def _documents(copies: Iterable[str]) -> set[str]:
    return {copy.rsplit(".", 1)[0] for copy in copies}
