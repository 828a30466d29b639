"""Whether corrections find their place again when every page is read once more in another way.

On printed fictional releases, every header field that is read is corrected: to what is printed where it was misread,
else to that with a mark behind it. Beside them cuts, and pairs of messages. Then all pages are read again: scans with
pictures of another resolution, text by OCR in place of its layer. A correction is in its place where the field that is
printed there, by the release's own truth, shows what it says. READINGROOM_SCENARIOS="1 2" says which releases.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from benchmarks.data import BUILD
from benchmarks.press import printed_release
from readingroom.case import Case, add_paths, make_case, read_case, read_corrected
from readingroom.case.ask_corrections import list_corrections
from readingroom.case.ask_lists import list_documents
from readingroom.case.spots import header_boxes, overlap, spot_of
from readingroom.engine import InProcess
from readingroom.model import Box, Copy, CorrectionEntry, CorrectionKind, FieldName, FieldState, Settings, TextFrom
from readingroom.pages import reading
from readingroom.store import add_corrections, choose_text, message_of_copies, sources, whole_copies
from readingroom.text import correction_record, entry_id, read_correction

SCENARIOS = os.environ.get("READINGROOM_SCENARIOS", "1 2").split()
PAGES = int(os.environ.get("READINGROOM_PAGES", "70"))
RESOLUTIONS = (300, 150)  # dpi; the first reading is at 200
PAIRS = 40
CUTS = 12
WANTED = 0.99
MARK = " (so)"


class Put(NamedTuple):
    """A correction, and where by the truth it belongs: ids of printed copies, or a page."""

    entry: CorrectionEntry
    truth: tuple[str, ...]
    id_then: str  # of the copy that it was made on


def measure() -> dict[str, Any]:
    """Shares of corrections in their place, for each way of reading again, and all together."""
    total: Counter[str] = Counter()
    figures: dict[str, Any] = {}
    for number in SCENARIOS:
        for mode, ways in (("scan", [_drawn_at(dpi) for dpi in RESOLUTIONS]), ("text", [_by_ocr])):
            case, truth, puts = _corrected_case(number, mode)
            for way in ways:
                name = f"scenario {number}, {mode}, {way(case)}"
                found = _judge(case, truth, puts)
                total += found
                figures[name] = _figure(found)
                print(name, json.dumps(figures[name]), flush=True)
            case.close()
    return {**figures, "all": _figure(total)}


def _figure(found: Counter[str]) -> dict[str, Any]:
    count = found["corrections"]
    low, high = _wilson(found["in place"], count)
    return {
        "corrections": count,
        "in place": round(found["in place"] / count, 4),
        "interval": [round(low, 4), round(high, 4)],
        "wanted": WANTED,
        "trivial (by the copy's id)": round(found["by id"] / count, 4),
        **{name: number for name, number in sorted(found.items()) if name.startswith("not: ")},
    }


def _wilson(right: int, count: int, z: float = 1.96) -> tuple[float, float]:
    share = right / count
    middle, spread = share + z * z / (2 * count), z * ((share * (1 - share) + z * z / (4 * count)) / count) ** 0.5
    return tuple((middle + sign * spread) / (1 + z * z / count) for sign in (-1, 1))  # type: ignore[return-value]


def _drawn_at(dpi: int) -> Callable[[Case], str]:
    def read_again(case: Case) -> str:
        read_case(case, InProcess(), Settings(ocr_dpi=dpi))
        return f"read again at {dpi} dpi"

    return read_again


def _by_ocr(case: Case) -> str:
    for source in sources(case.store):
        choose_text(case.store, source.id, range(1, source.pages + 1), TextFrom.OCR)
    read_case(case, InProcess())
    return "read again by OCR"


def _corrected_case(number: str, mode: str) -> tuple[Case, Any, list[Put]]:
    """A case of the first pages of a release, read at 200 dpi, with corrections of it applied."""
    reading._ocr_dpi = lambda _, settings: float(settings.ocr_dpi)  # the pictures' own resolution would leave no choice
    folder = printed_release(number, mode)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    some = BUILD / f"press-{number}-{mode}-{PAGES}.pdf"
    with pikepdf.open(folder / "release.pdf") as whole:
        del whole.pages[PAGES:]
        whole.save(some)
    place = BUILD / f"corrections-{number}-{mode}.case"
    shutil.rmtree(place, ignore_errors=True)
    case = make_case(place)
    add_paths(case, [some], InProcess())
    read_case(case, InProcess())
    rng = random.Random(number)
    printed = _printed(truth)
    copies = list(whole_copies(case.store))
    puts = [
        *_fields(copies, printed),
        *_pairs(rng, [(copy_, ids[0]) for copy_ in copies if len(ids := _there(copy_, printed)) == 1]),
        *_cuts(rng, case),
    ]
    add_corrections(case.store, [put.entry for put in puts])
    read_corrected(case, InProcess())
    return case, truth, puts


def _printed(truth: Any) -> dict[str, tuple[int, Box, dict[str, str]]]:
    """Printed copies of the truth: page and box of their header, and each value."""
    printed = {}
    for copy_ in truth["copies"]:
        lines = [line["box"] for field in copy_["header"] for line in field["lines"]]
        first = [box for box in lines if box[0] == copy_["pages"][0]]
        if first:
            box = Box(*(edge(part[at] for part in first) for at, edge in ((1, min), (2, min), (3, max), (4, max))))
            values = {field["field"]: field["value"] for field in copy_["header"]}
            printed[copy_["id"]] = (first[0][0], box, values)
    return printed


def _there(copy_: Copy, printed: Any) -> list[str]:
    """Ids of the truth's copies whose header is printed where this copy's is read."""
    boxes = header_boxes(copy_)
    return [
        copy_id for copy_id, (page, box, _) in printed.items() if page in boxes and overlap(boxes[page], box) >= 0.5
    ]


def _fields(copies: list[Copy], printed: Any) -> Iterator[Put]:
    for copy_ in copies:
        ids = _there(copy_, printed)
        if len(ids) != 1:
            continue
        for name in FieldName:
            field, value = copy_.field(name), printed[ids[0]][2].get(name.value, "")
            spot = spot_of(copy_, name)
            if not value or spot is None or name is FieldName.ATTACHMENTS:
                continue
            says = value + MARK if field.printed.text == value else value
            if name is FieldName.SENT:
                says = "2001-01-01T01:01" if field.state is FieldState.READ else value
            record = {"kind": "field", "source": spot.source, "page": spot.page, "box": list(spot.box)}
            record |= {"field": name.value, "was": field.printed.text, "was_state": field.state.value}
            yield _put({**record, "says": [says], "state": "read"}, (ids[0],), copy_.id)


def _pairs(rng: random.Random, copies: list[tuple[Copy, str]]) -> Iterator[Put]:
    for _ in range(PAIRS):
        (one, one_id), (other, other_id) = rng.sample(copies, 2)
        spots = (spot_of(one), spot_of(other))
        record: dict[str, Any] = {"kind": rng.choice(("same_message", "not_same_message"))}
        for prefix, spot in zip(("", "other_"), spots, strict=True):
            assert spot is not None
            record |= {f"{prefix}source": spot.source, f"{prefix}page": spot.page, f"{prefix}box": list(spot.box)}
        yield _put(record, (one_id, other_id), one.id)


def _cuts(rng: random.Random, case: Case) -> Iterator[Put]:
    begins = {row.document.first_page for row in list_documents(case)}
    source = sources(case.store)[0].id
    for kind, pages in (("cut", set(range(2, PAGES + 1)) - begins), ("no_cut", begins - {1})):
        for page in rng.sample(sorted(pages), min(CUTS, len(pages))):
            yield _put({"kind": kind, "source": source, "page": page}, (str(page),), "")


def _put(record: dict[str, Any], truth: tuple[str, ...], copy_id: str) -> Put:
    correction = read_correction(record)
    key = entry_id(correction, "bench", "")
    return Put(CorrectionEntry(id=key, correction=correction, who="bench", at=""), truth, copy_id)


def _judge(case: Case, truth: Any, puts: list[Put]) -> Counter[str]:
    printed = _printed(truth)
    copies = {copy_.id: copy_ for copy_ in whole_copies(case.store)}
    at: dict[str, list[Copy]] = {}
    for copy_ in copies.values():
        for copy_id in _there(copy_, printed):
            at.setdefault(copy_id, []).append(copy_)
    states = {one.entry.id: one for one in list_corrections(case)}
    joined = message_of_copies(case.store, list(copies))
    begins = {row.document.first_page for row in list_documents(case)}
    found: Counter[str] = Counter()
    for put in puts:
        listed = states[put.entry.id]
        if listed.state.value == "conflict" and put.entry.correction.kind in (
            CorrectionKind.SAME_MESSAGE,
            CorrectionKind.NOT_SAME_MESSAGE,
        ):
            continue  # random pairs that contradict each other
        found["corrections"] += 1
        found["by id"] += not put.id_then or put.id_then in copies
        right = _is_right(put, at, joined, begins)
        found["in place"] += right
        if not right:
            found[f"not: {put.entry.correction.kind.value} {listed.state.value}"] += 1
            with (BUILD / "corrections-wrong.jsonl").open("a", encoding="utf-8") as wrong:
                told = {**correction_record(put.entry.correction), "state_now": listed.state.value}
                wrong.write(json.dumps({**told, "fits": [fit[2:5] for fit in listed.fits], "truth": put.truth}) + "\n")
    return found


def _is_right(put: Put, at: dict[str, list[Copy]], joined: dict[str, str], begins: set[int]) -> bool:
    correction = put.entry.correction
    match correction.kind:
        case CorrectionKind.CUT | CorrectionKind.NO_CUT:
            return (int(put.truth[0]) in begins) == (correction.kind is CorrectionKind.CUT)
        case CorrectionKind.FIELD:
            assert correction.field is not None
            fields = [copy_.field(correction.field) for copy_ in at.get(put.truth[0], ())]
            says = correction.says[0]
            return any(says in (field.value, field.printed.text) for field in fields)
        case _:
            ends = [{joined.get(copy_.id, "") for copy_ in at.get(copy_id, ())} for copy_id in put.truth]
            same = not ends[0].isdisjoint(ends[1])
            return all(ends) and same == (correction.kind is CorrectionKind.SAME_MESSAGE)


def _main() -> None:  # the wrong ones of the last run only
    Path(BUILD / "corrections-wrong.jsonl").unlink(missing_ok=True)


_main()
