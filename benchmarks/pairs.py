"""How well copies are joined: labelled pairs of real copies, and every copy of fictional releases.

READINGROOM_ALL_CASE names a case with all of clinton-dev, already read; without it the labelled documents are printed
and read by themselves. READINGROOM_PAIRS="second" takes the pairs of the second reader, READINGROOM_PRESS and
READINGROOM_SCENARIOS say which fictional releases.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from benchmarks.data import BUILD, CORPORA, TOOLS, need, print_pages, texts_of
from benchmarks.press import printed_release
from benchmarks.reading import read_case
from benchmarks.watch import READINGROOM

LABELS = CORPORA / "labels" / "findings"
SET = os.environ.get("READINGROOM_PAIRS", "")
ALL_CASE = os.environ.get("READINGROOM_ALL_CASE", "")
MODES = os.environ.get("READINGROOM_PRESS", "text").split()
SCENARIOS = os.environ.get("READINGROOM_SCENARIOS", "1 2").split()
WANTED = {"precision": 0.995, "recall": 0.95, "twins": 1.0, "copies": 0.98, "restored": 0.95}
ALIKE = 75  # rapidfuzz ratio of first words: the copy that a label means
NAMED = 80  # of a name, as OCR may have read it
TWIN = 1  # minutes between two messages that are twins


class Share(NamedTuple):
    """So many of so many, with a 95 % interval (Wilson's)."""

    right: int
    of: int

    def told(self) -> str:
        """The share, the two numbers, and the interval."""
        if not self.of:
            return "none"
        share, z = self.right / self.of, 1.96
        middle = (share + z * z / (2 * self.of)) / (1 + z * z / self.of)
        half = z * sqrt(share * (1 - share) / self.of + z * z / (4 * self.of**2)) / (1 + z * z / self.of)
        return f"{share:.3f} ({self.right} of {self.of}; {max(0, middle - half):.3f}-{min(1, middle + half):.3f})"


def measure() -> dict[str, Any]:
    """Pairs, and fictional releases; every pair that is wrong is printed."""
    figures: dict[str, Any] = {f"pairs{' ' + SET if SET else ''}": _pairs()}
    for mode in MODES:
        for number in SCENARIOS:
            figures[f"scenario {number}, {mode}"] = _release(number, mode)
    return figures


def _pairs() -> dict[str, Any]:
    labels = json.loads(need(LABELS / SET / "pairs.json").read_text(encoding="utf-8"))
    copies: dict[str, list[Any]] = defaultdict(list)
    for copy in _copies_of(labels):
        copies[copy["doc"].partition("#")[0]].append(copy)
    kinds: Counter[str] = Counter()
    for label in labels:
        one, other = (_meant(copies, label[side]) for side in "ab")
        answers = {
            "": bool(one and other and one["message"] == other["message"]),
            "same minute and sender ": bool(one and other and _minute_and_sender(one) == _minute_and_sender(other)),
            "same first words ": bool(one and other and _words(one["body"])[:30] == _words(other["body"])[:30]),
        }
        for who, joined in answers.items():
            kinds[f"{who}{'same' if label['same'] else 'other'} {'joined' if joined else 'apart'}"] += 1
        if not label["same"] and one and other and _minutes(one) is not None and _minutes(other) is not None:
            twin = abs((_minutes(one) or 0) - (_minutes(other) or 0)) <= TWIN
            kinds[f"twin {'joined' if answers[''] else 'apart'}"] += twin
        if answers[""] != label["same"]:
            places = [f"{label[side]['doc']} {label[side]['nth']}" for side in "ab"]
            print(f"   {'missed' if label['same'] else 'FALSE'}: {' and '.join(places)}: {label['why']}")
    return {
        **_precision_and_recall("", kinds),
        "twins apart": Share(kinds["twin apart"], kinds["twin apart"] + kinds["twin joined"]).told(),
        "trivial": {
            who.strip(): _precision_and_recall(who, kinds) for who in ("same minute and sender ", "same first words ")
        },
        "wanted": WANTED,
    }


def _precision_and_recall(who: str, kinds: Mapping[str, int]) -> dict[str, str]:
    joined = kinds[f"{who}same joined"]
    return {
        "precision": Share(joined, joined + kinds[f"{who}other joined"]).told(),
        "recall": Share(joined, joined + kinds[f"{who}same apart"]).told(),
    }


def _copies_of(labels: Sequence[Any]) -> Iterator[Any]:
    if ALL_CASE:
        listed = subprocess.Popen([*READINGROOM, "copies", ALL_CASE, "--jsonl"], stdout=subprocess.PIPE, text=True)
        assert listed.stdout is not None
        wanted = {Path(label[side]["doc"]).stem for label in labels for side in "ab"}
        for line in listed.stdout:
            copy = json.loads(line)
            if copy["doc"].partition("#")[0] in wanted:
                yield copy
        return
    folder, texts = BUILD / f"pairs{SET}-text", texts_of("clinton-dev")
    for name in sorted({label[side]["doc"] for label in labels for side in "ab"}):
        print_pages(folder / f"{Path(name).stem}.pdf", [texts / name])
    for line in read_case(f"pairs{SET}", folder).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _meant(copies: Mapping[str, Sequence[Any]], label: Any) -> Any:
    """The copy that a label means: by its number in the document if its words fit, else by its words."""
    printed = copies.get(Path(label["doc"]).stem, ())
    wanted = re.sub(r" ?original message$", "", _words(label["first_words"]))

    def fit(copy: Any) -> float:
        return fuzz.ratio(_words(copy["body"])[: len(wanted)], wanted) if wanted else 100.0 * (not copy["body"])

    if label["nth"] < len(printed) and fit(printed[label["nth"]]) >= ALIKE:
        return printed[label["nth"]]
    best = max(printed, key=lambda copy: (fit(copy), -abs(copy["nth"] - label["nth"])), default=None)
    if best is not None and fit(best) >= ALIKE:
        return best
    return printed[label["nth"]] if label["nth"] < len(printed) else None


def _minute_and_sender(copy: Any) -> tuple[str, str]:
    return copy["sent"], (_words(copy["from"]).split() or [""])[0]


def _minutes(copy: Any) -> int | None:
    match = re.fullmatch(r"(\d+)-(\d+)-(\d+)T(\d+):(\d+)", copy["sent"])
    if match is None:
        return None
    year, month, day, hour, minute = map(int, match.groups())
    return (((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _release(number: str, mode: str) -> dict[str, Any]:
    folder = printed_release(number, mode)
    name = f"{folder.name}-pairs"
    read: dict[str, list[Any]] = defaultdict(list)
    for line in read_case(name, folder / "release.pdf").read_text(encoding="utf-8").splitlines():
        copy = json.loads(line)
        read[copy["doc"]].append(copy)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    align = runpy.run_path(str(need(TOOLS / "score.py")))["align"]
    sent_as: dict[str, Counter[str]] = defaultdict(Counter)  # message of the truth → messages read
    printed = sum(len(label["messages"]) for label in labels)
    for label in labels:
        copies = read.get(label["doc"], [])
        for at, found in align(label["messages"], copies):
            sent_as[label["messages"][at]["message"]][copies[found]["message"]] += 1
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for wanted, found_as in sent_as.items():
        for message, times in found_as.items():
            owners[message][wanted] += times
    home = {wanted: found_as.most_common(1)[0] for wanted, found_as in sent_as.items()}
    right = sum(times for wanted, (message, times) in home.items() if owners[message].most_common(1)[0][0] == wanted)
    both = [Share(0, 0), Share(0, 0)]
    for side, counts in enumerate((owners, sent_as)):
        pairs = sum(_pairs_of(sum(some.values())) for some in counts.values())
        joined = sum(_pairs_of(times) for some in counts.values() for times in some.values())
        both[side] = Share(joined, pairs)
    for message, some in sorted(owners.items()):
        if len(some) > 1:
            print(f"   scenario {number}, {mode}, FALSE: {message} joins {dict(some)}")
    for wanted, some in sorted(sent_as.items()):
        if len(some) > 1:
            print(f"   scenario {number}, {mode}, missed: {wanted} is {dict(some)}")
    return {
        "copies found": Share(right, printed).told(),
        "pairs: precision": both[0].told(),
        "pairs: recall": both[1].told(),
        "restored To": _restored(BUILD / f"{name}.case", truth, owners).told(),
        "trivial": "no copy joined: " + Share(sum(times for _, times in home.values() if times == 1), printed).told(),
        "wanted": WANTED,
    }


def _pairs_of(copies: int) -> int:
    return copies * (copies - 1) // 2


def _restored(case: Path, truth: Any, owners: Mapping[str, Counter[str]]) -> Share:
    """Of the addressees that another copy gave back, those to whom the truth says that the message went."""
    forms: dict[str, list[str]] = {}
    for one in (*truth["people"], *truth["offices"]):
        own = (one.get("name"), one.get("address"), *one.get("printed_as", ()), *one.get("aliases", ()))
        forms[one["id"]] = [_words(form) for form in own if form]
    to = {message["id"]: message["to"] for message in truth["messages"]}
    listed = subprocess.run([*READINGROOM, "messages", case, "--jsonl"], check=True, capture_output=True, text=True)
    right = count = 0
    for message in map(json.loads, listed.stdout.splitlines()):
        if "to" not in message["restored"] or message["id"] not in owners:
            continue
        wanted = to[owners[message["id"]].most_common(1)[0][0]]
        allowed = [form for one in wanted for form in forms.get(one, [_words(one)])]
        for name in message["to"]:
            fits = any(fuzz.token_set_ratio(_words(name), form) >= NAMED for form in allowed)
            right, count = right + fits, count + 1
            if not fits:
                print(f"   restored wrongly in {message['id']}: {name} for {wanted}")
    return Share(right, count)
