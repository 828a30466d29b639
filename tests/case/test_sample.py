"""The bundled sample, read by the whole program and held against its truth and against the last reading of it.

Pages with a text layer are read alike on every machine; what OCR makes of the scanned ones may differ a little, so
they are left to `make bench`. After a wanted change: `UPDATE_GOLDEN=1 pytest tests/case/test_sample.py`, and read
the diff.
"""

import json
import os
from itertools import groupby
from pathlib import Path

import pytest

from readingroom.case.ask_check import check_file
from readingroom.case.ask_lists import list_copies
from readingroom.model import FieldName, PageState, TextFrom
from readingroom.sample import sample_files
from readingroom.store import page_rows, tally

TRUTH = json.loads(sample_files().truth.read_text(encoding="utf-8"))
GOLDEN = Path(__file__).parents[1] / "golden" / "sample-copies.jsonl"
COMPARED = tuple(name for name in FieldName if name is not FieldName.ATTACHMENTS)

DIFFERENCES = {
    # (page, which copy on it, field): what is read, where it is not what is printed. Take a line out once it is right.
    (22, 1, "subject"): ("redacted", ["Trawler case"]),
    (29, 0, "cc"): ("undetermined", []),  # blank on the page
}


def pages_from(how):
    return [page["page"] for page in TRUTH["pages"] if page["text_from"] == how]


SCANNED = set(pages_from("ocr"))


@pytest.fixture(scope="module")
def copies(sample_case):
    """Copies that begin on a page with a text layer, under their page and their place on it."""
    read = sorted((one.copy for one in list_copies(sample_case)), key=lambda copy_: (copy_.page, copy_.nth))
    return {
        (page, at): copy_
        for page, group in groupby(read, key=lambda copy_: copy_.page)
        if page not in SCANNED
        for at, copy_ in enumerate(group)
    }


@pytest.fixture(scope="module")
def printed():
    """The same from the truth."""
    listed = sorted(TRUTH["copies"], key=lambda copy_: (copy_["page"], copy_["nth"]))
    return {
        (page, at): copy_
        for page, group in groupby(listed, key=lambda copy_: copy_["page"])
        if page not in SCANNED
        for at, copy_ in enumerate(group)
    }


def test_every_page_is_read_as_what_it_is(sample_case):
    found = tally(sample_case.store)
    assert (found.expected, found.read, found.failed, found.from_ocr) == (40, 40, 0, len(SCANNED))
    rows = list(page_rows(sample_case.store))
    assert [page.number for page in rows if page.text_from is TextFrom.OCR] == sorted(SCANNED)
    assert all(page.state is PageState.READ for page in rows)


def test_every_printing_is_found_and_no_other(copies, printed):
    assert set(copies) == set(printed)


def test_header_fields_are_what_is_printed(copies, printed):
    found = {}
    for place, copy_ in copies.items():
        for name in COMPARED:
            truth = printed[place]["fields"][name.value]
            field = copy_.field(name)
            several = name in (FieldName.TO, FieldName.CC, FieldName.BCC)
            texts = [part.text for part in field.parts] if several else [field.value]
            expected = truth["parts"] if several else [truth["value"]]
            read = (field.state.value, list(filter(None, texts)))
            if read != (truth["state"], list(filter(None, expected))):
                found[*place, name.value] = read
    assert found == DIFFERENCES


def test_codes_are_those_that_are_printed(copies, printed):
    told = {place: sorted(normalised(code) for code in copy_["codes"]) for place, copy_ in printed.items()}
    assert {place: sorted(copy_.codes) for place, copy_ in copies.items()} == told


def normalised(code):
    """(b)(7)(C) → B7(C)."""
    first, *more = code.removeprefix("(b)").strip("()").split(")(")
    return f"B{first}" + "".join(f"({one})" for one in more)


def test_the_draft_gets_the_verdicts_of_the_truth(sample_case):
    sheet = check_file(sample_case, sample_files().draft)
    wrong = {
        truth["text"]: verdict.wording.value
        for truth, verdict in zip(TRUTH["quotations"], sheet.verdicts, strict=True)
        if verdict.wording.value not in (truth["wording"], *truth.get("accept", ()))
    }
    assert wrong == {}


def test_quotations_are_found_in_the_messages_of_the_truth(sample_case):
    """Every page on which exact words are said to stand holds a copy of a message that truly has them."""
    sheet = check_file(sample_case, sample_files().draft)
    pages_of = {}
    for copy_ in TRUTH["copies"]:
        pages_of.setdefault(copy_["message"], set()).add(copy_["page"])
    for truth, verdict in zip(TRUTH["quotations"], sheet.verdicts, strict=True):
        if truth["wording"] == "exact":
            begins = {int(found.copy.split("-p")[1].split("-")[0]) for found in verdict.found}
            assert begins <= set().union(*(pages_of[message] for message in truth["messages"])), truth["text"]
            assert begins


def test_copies_are_as_they_were_last_time(copies):
    """A diff here without a higher `version` in `case/stages.py` leaves old cases unread: raise it."""
    lines = [
        json.dumps(
            {
                "page": copy_.page,
                "depth": copy_.depth,
                "style": copy_.style,
                **{
                    field.name.value: [field.state.value, *(part.text for part in field.parts)]
                    for field in copy_.fields
                },
                "sent value": copy_.field(FieldName.SENT).value,
                "codes": copy_.codes,
                "body": copy_.body.text,
                "signature": copy_.signature.text,
            },
            ensure_ascii=False,
        )
        for _, copy_ in sorted(copies.items(), key=lambda one: one[0])
    ]
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()
