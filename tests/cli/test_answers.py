"""Answers for programs: the keys that measurements and other programs rely on are there, in every form."""

import json

import pytest

from readingroom.sample import sample_files

PLACE = {"source", "page", "box"}
LISTS = {
    "copies": {
        "doc", "nth", "page", "source", "source_page", "from", "to", "cc", "bcc", "sent", "subject", "body", "codes",
        "states", "confidence", "depth", "message", "places",
    },
    "pages": {"source", "page", "width", "height", "text_from", "state", "problem"},
    "documents": {"source", "first_page", "last_page", "kind", "attachments"},
    "stamps": PLACE | {"kind", "text"},
    "redactions": PLACE | {"kind", "codes", "where"},
    "messages": {"id", "from", "to", "cc", "sent", "subject", "body", "restored", "copies", "status"},
    "stages": {"name", "version", "takes", "gives", "cut_by", "tools"},
}  # fmt: skip
EMPTY_IN_THE_SAMPLE = ("problems", "hidden-text")
FIELDS = ("from", "to", "cc", "bcc", "sent", "subject", "attachments")


@pytest.fixture
def asked(readingroom, sample_folder):
    """The answer to a listing command, as JSON."""

    def ask(command, *more):
        case = () if command in ("stages", "doctor") else (sample_folder,)
        return readingroom(command, *case, *more)

    return ask


@pytest.mark.parametrize("command", [*LISTS, *EMPTY_IN_THE_SAMPLE])
def test_json_is_one_array_and_jsonl_one_object_a_line(asked, command):
    whole = asked(command, "--json")
    lines = asked(command, "--jsonl")
    assert whole.code == lines.code == 0
    assert whole.err == lines.err == ""
    assert json.loads(whole.out) == [json.loads(line) for line in lines.out.splitlines()]


@pytest.mark.parametrize("command", LISTS)
def test_every_item_has_the_keys_of_the_contract(asked, command):
    items = json.loads(asked(command, "--json").out)
    assert items
    for item in items:
        assert LISTS[command] <= set(item)


@pytest.mark.parametrize("command", LISTS)
def test_a_table_has_a_line_or_more_for_each_item(asked, command):
    items = json.loads(asked(command, "--json").out)
    table = asked(command)
    assert table.code == 0
    assert len(table.out.splitlines()) > len(items)


@pytest.mark.parametrize("command", EMPTY_IN_THE_SAMPLE)
def test_a_table_of_nothing_says_so(asked, command):
    assert asked(command).out == "none\n"


def test_a_copy_has_a_state_and_a_confidence_for_every_field(asked):
    for copy_ in json.loads(asked("copies", "--json").out):
        assert tuple(copy_["states"]) == tuple(copy_["confidence"]) == FIELDS
        assert set(copy_["places"]) >= {field for field in FIELDS if copy_["states"][field] == "read"}
        assert all(set(place) == PLACE and len(place["box"]) == 4 for one in copy_["places"].values() for place in one)
        assert isinstance(copy_["to"], list)
        assert copy_["sent"] == "" or len(copy_["sent"]) == len("2014-11-11T09:12")


def test_a_message_names_the_places_of_its_copies(asked):
    copies = {(one["doc"], one["nth"], one["page"]): one for one in json.loads(asked("copies", "--json").out)}
    for message in json.loads(asked("messages", "--json").out):
        assert message["copies"]
        for one in message["copies"]:
            assert copies[one["doc"], one["nth"], one["page"]]["message"] == message["id"]


def test_a_check_has_the_keys_of_the_contract(readingroom, sample_folder):
    ran = readingroom("check", sample_folder, sample_files().draft, "--json")
    sheet = json.loads(ran.out)
    assert ran.code == 21
    assert set(sheet) >= {"quotations", "claims", "coverage"}
    for one in sheet["quotations"]:
        assert set(one) >= {"text", "wording", "attribution", "message", "places", "source_words", "changes"}
        assert all(set(place) == PLACE for place in one["places"])
    assert set(sheet["coverage"]) >= {"pages", "messages", "unread"}


def test_verify_and_doctor_and_request_answer_programs_too(asked, readingroom, sample_folder):
    assert json.loads(asked("verify", "--json").out) == {"whole": True, "faults": []}
    assert {"Python", "SQLite"} <= {one["what"] for one in json.loads(asked("doctor", "--json").out)["findings"]}
    request = json.loads(asked("request", "--json").out)
    assert request == json.loads(sample_files().request.read_text()) | {"letters": request["letters"]}
    found = readingroom("search", sample_folder, "gangway", "--json")
    assert {"message", "sent", "from", "subject", "source", "page", "places"} <= set(json.loads(found.out)[0])


def test_places_lie_on_their_pages(asked):
    sizes = {(page["source"], page["page"]): page for page in json.loads(asked("pages", "--json").out)}
    placed = [
        place for one in json.loads(asked("copies", "--json").out) for some in one["places"].values() for place in some
    ]
    placed += json.loads(asked("stamps", "--json").out) + json.loads(asked("redactions", "--json").out)
    for place in placed:
        page = sizes[place["source"], place["page"]]
        x0, y0, x1, y1 = place["box"]
        assert -1 <= x0 <= x1 <= page["width"] + 1
        assert -1 <= y0 <= y1 <= page["height"] + 1
