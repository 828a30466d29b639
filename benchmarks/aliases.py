"""How well short signs are linked to who is meant: labelled mentions, traps one by one, and fictional releases.

Real labels are read twice: as the release stands, and with a table of posts imported (benchmarks/tables, each line with
its public source). READINGROOM_ALL_CASE names a case of the whole release, read already, whose evidence then counts;
else a case of the labelled documents alone is made. The trivial answer: every token that is an alias of the table is
linked to what the table says for that day. READINGROOM_SCENARIOS="1 2" says which fictional releases are measured.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import BUILD, CORPORA, ROOT, need, print_pages, texts_of
from benchmarks.press import SCENARIOS, printed_release
from benchmarks.reading import read_case
from benchmarks.watch import READINGROOM

TABLE = ROOT / "benchmarks" / "tables" / "state-department.csv"
WANTED = {"precision": 0.95, "recall": 0.85}
SMALL = frozenset("of the for and to in on a at us u s state states united".split())

Mentions = Mapping[tuple[str, int], Sequence[Any]]  # by document and number of the copy in it


def measure() -> dict[str, Any]:
    """Figures of the real labels without and with a table, and of each fictional release."""
    labels = json.loads(need(CORPORA / "labels" / "findings" / "aliases.json").read_text(encoding="utf-8"))
    figures = {}
    for told in (False, True):
        name = "labels, a table imported" if told else "labels, as the release stands"
        figures[name] = _labelled(labels, _mentions(_case_of(labels, told)), told)
    for number in SCENARIOS:
        figures[f"scenario {number}, text"] = _scenario(number)
    return figures | {"wanted": WANTED}


def _case_of(labels: Sequence[Any], told: bool) -> Path:
    case = BUILD / f"aliases{'-told' if told else ''}.case"
    shutil.rmtree(case, ignore_errors=True)
    whole = os.environ.get("READINGROOM_ALL_CASE")
    if whole:
        shutil.copytree(whole, case, copy_function=_linked)
    else:
        folder = BUILD / "aliases"
        texts = texts_of("clinton-dev")
        for name in sorted({label["doc"] for label in labels}):
            print_pages(folder / f"{Path(name).stem}.pdf", [texts / name])
        subprocess.run([*READINGROOM, "add", case, folder], check=True, capture_output=True)
    if told:
        subprocess.run([*READINGROOM, "posts", "import", case, TABLE], check=True, capture_output=True)
    subprocess.run([*READINGROOM, "read", case], check=True, capture_output=True)
    return case


def _linked(source: str, target: str) -> None:
    """Sealed files are linked, the database and its lock are copied."""
    if source.endswith(".pdf"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def _mentions(case: Path) -> Mentions:
    listed = subprocess.run(
        [*READINGROOM, "aliases", case, "--jsonl"], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    found: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for line in listed.stdout.splitlines():
        record = json.loads(line)
        found[record["doc"], record["nth"]].append(record)
    return found


def _labelled(labels: Sequence[Any], mentions: Mentions, told: bool) -> dict[str, Any]:
    right = wrong = 0
    trivial = {"right": 0, "wrong": 0}
    for label in labels:
        found = _found(label, mentions)
        answers = [one["means"] for one in found if any(one["means"].values())]
        good = bool(answers) and all(_agrees(label["means"], means) for means in answers)
        right += good
        wrong += bool(answers) and not good
        verdict = "right" if good else "WRONG" if answers else "not linked"
        if verdict != "right" or "trap" in (label["note"] or ""):
            said = "; ".join(sorted({str([value for value in one.values() if value]) for one in answers}))
            print(f"   {verdict:10} {label['doc'].split('/')[-1]} {label['nth']} {label['words']!r}: {said}")
        simple = _trivial(label) if told else None
        if simple:
            trivial["right" if _agrees(label["means"], simple) else "wrong"] += 1
    figures = _figures(right, wrong, len(labels))
    return figures | ({"trivial": _figures(trivial["right"], trivial["wrong"], len(labels))} if told else {})


def _found(label: Any, mentions: Mentions) -> list[Any]:
    """The mentions of the labelled words in the labelled copy, or in one beside it: counting differs by one."""
    stem = Path(label["doc"]).stem
    words = label["words"].split("-")[0] if label["words"][:1].isdigit() else label["words"]
    for nth in (label["nth"], label["nth"] - 1, label["nth"] + 1):
        found = [
            one
            for one in mentions.get((stem, nth), ())
            if one["words"] == words or (" " in words and one["words"] in words.split())
        ]
        if found:
            return found
    return []


def _agrees(truth: str, means: Mapping[str, str | None]) -> bool:
    """Whether what is said to be meant is in the words of a label: the family name, or those of post or office."""
    there = _content(truth)
    person = re.findall(r"[^\W\d_]+", means.get("person") or "")
    names = {word.casefold() for word in person if len(word) > 2}
    if names and (person[-1].casefold() in there or person[0].casefold() in there):
        return True
    said = _content(f"{means.get('office') or ''} {means.get('post') or ''}")
    return bool(said) and len(said & there) >= 0.6 * min(len(said), len(there))


def _content(words: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W_]+", words)} - SMALL


def _trivial(label: Any) -> dict[str, str] | None:
    """What the table says of these very words for that day."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if line["alias"] == label["words"] and (line["since"] or "0") <= label["at"] <= (line["until"] or "9"):
                return {"person": line["holder"], "post": line["post"], "office": ""}
    return None


def _figures(right: int, wrong: int, count: int) -> dict[str, Any]:
    return {
        "mentions": count,
        "linked": right + wrong,
        "precision": round(right / max(1, right + wrong), 4),
        "precision_95": _wilson(right, right + wrong),
        "recall": round(right / max(1, count), 4),
        "recall_95": _wilson(right, count),
    }


def _scenario(number: str) -> dict[str, Any]:
    folder = printed_release(number, "text")
    name = f"aliases-press-{number}"
    read_case(name, folder / "release.pdf")
    mentions = _mentions(BUILD / f"{name}.case")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    places = _places(truth)
    right = wrong = count = 0
    for label in truth["alias_mentions"]:
        word = re.compile(rf"(?<![\w-]){re.escape(label['words'].casefold())}(?![\w-])")
        copies = [place for place, shown in places.get(label["message"], ()) if word.search(shown)]
        if not copies:
            continue  # withheld, or hidden in every copy
        count += 1
        found = [
            one["means"]
            for place in copies
            for one in mentions.get(place, ())
            if one["words"].casefold() == label["words"].casefold() and any(one["means"].values())
        ]
        good = bool(found) and all(_is_meant(truth, label["means"], means) for means in found)
        right += good
        wrong += bool(found) and not good
        if not good:
            verdict = "WRONG" if found else "not linked"
            print(f"   {verdict:10} scenario {number} {label['message']} {label['words']!r}: {found[:1]}")
    return _figures(right, wrong, count)


def _places(truth: Any) -> dict[str, list[tuple[tuple[str, int], str]]]:
    """Message to document and number of each of its copies, as the listing names them, with what can be read of it."""
    places: dict[str, list[tuple[tuple[str, int], str]]] = defaultdict(list)
    printed = {copy["id"]: copy for copy in truth["copies"]}
    for document in truth["documents"]:
        for nth, copy in enumerate(document.get("copies", ())):
            place = f"release#{document['pages'][0]}", nth
            places[printed[copy]["message"]].append((place, _printed(printed[copy])))
    return places


def _printed(copy: Any) -> str:
    """What can be read of a copy's subject, body and signature."""
    parts = [copy.get(part) or {} for part in ("body", "signature")]
    lines = [line["text"] for part in parts for line in part.get("lines", ())]
    return " ".join([field["value"] for field in copy["header"] if field["field"] == "subject"] + lines).casefold()


def _is_meant(truth: Any, wanted: Mapping[str, str], means: Mapping[str, str | None]) -> bool:
    people = {person["id"]: person for person in truth["people"]}
    offices = {office["id"]: office for office in truth["offices"]}
    person = means.get("person") or ""
    if "person" in wanted:
        return wanted["person"] in people and _is_person(people[wanted["person"]], person)
    said = [words.casefold() for words in (means.get("office"), means.get("post")) if words]
    if "office" in wanted:
        office = offices[wanted["office"]]
        names = {name.casefold() for name in (office["name"], *office["aliases"])}
        if any(_content(words) <= _content(office["name"]) for words in said):
            return True
        return bool(names & set(said)) or any(_is_person(one, person) for one in _holders(people, office=office["id"]))
    role = _content(wanted["role"])
    if any(_content(words) == role for words in said):
        return True
    return any(
        role <= _content(f"{post['title']} {offices.get(post['office'], {'name': ''})['name']}") | {"district"}
        and _is_person(one, person)
        for one in people.values()
        for post in one["posts"]
    )


def _holders(people: Mapping[str, Any], *, office: str) -> Iterable[Any]:
    return (one for one in people.values() if any(post["office"] == office for post in one["posts"]))


def _is_person(person: Any, printed: str) -> bool:
    family = person["name"].split()[-1].casefold()
    return bool(printed) and family in printed.casefold()


def _wilson(right: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    share, spread = right / count, z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z * (share * (1 - share) / count + spread / (4 * count)) ** 0.5 / (1 + spread)
    return round(middle - half, 3), round(middle + half, 3)
