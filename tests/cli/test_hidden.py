"""Hidden text on the command line: counted and located for all, shown to who asks for one page, and in the log."""

import json

import pytest

from readingroom.case import open_case
from readingroom.store import log_entries
from tests.case.leaks import LEAKED, leaking_case


@pytest.fixture(scope="module")
def leaking(tmp_path_factory):
    case = leaking_case(tmp_path_factory.mktemp("leak"))
    case.close()
    return case.folder


def test_places_and_counts_and_no_words(readingroom, leaking):
    ran = readingroom("hidden-text", leaking, "--json")
    found = json.loads(ran.out)
    assert [(one["source"], one["page"], one["hidden_by"], one["words"]) for one in found] == [
        ("leak.pdf", 1, "box", 2),
        ("leak.pdf", 1, "box", 1),
    ]
    assert all(len(one["box"]) == 4 and "text" not in one for one in found)
    assert json.loads(readingroom("hidden-text", leaking, "--page", "leak.pdf:1", "--json").out) == found


def test_revealed_words_are_told_once_and_logged(readingroom, leaking, monkeypatch):
    monkeypatch.setenv("LOGNAME", "finch")
    ran = readingroom("hidden-text", leaking, "--page", "leak.pdf:1", "--reveal", "--json")
    assert [one["text"] for one in json.loads(ran.out)] == [f"{LEAKED[0]} {LEAKED[1]};", LEAKED[1]]
    case = open_case(leaking)
    at, _, details = [entry for entry in log_entries(case.store) if entry[1] == "hidden text shown"][-1]
    assert at
    assert (details["name"], details["page"], details["who"]) == ("leak.pdf", 1, "finch")
    assert not any(word in json.dumps(details) for word in LEAKED)
    case.close()


@pytest.mark.parametrize("words", [("--reveal",), ("--reveal", "--page", "leak.pdf:9"), ("--page", "other.pdf:1")])
def test_what_cannot_be_revealed_is_refused(readingroom, leaking, words):
    ran = readingroom("hidden-text", leaking, *words)
    assert ran.code != 0
    assert ran.out == ""


@pytest.mark.parametrize(
    "command",
    [
        ("copies", "--jsonl"),
        ("messages", "--jsonl"),
        ("documents", "--jsonl"),
        ("pages", "--jsonl"),
        ("stamps", "--jsonl"),
        ("redactions", "--jsonl"),
        ("hidden-text", "--jsonl"),
        ("problems", "--jsonl"),
        ("search", "lamps", "--csv"),
        ("search", "lamps", "--json"),
        ("show", "leak.pdf:1"),
        ("show", "leak.pdf:1", "--json"),
    ],
    ids=" ".join,
)
def test_no_list_and_no_export_holds_a_leaked_word(readingroom, leaking, command):
    ran = readingroom(command[0], leaking, *command[1:])
    assert ran.code == 0
    assert not any(word.casefold() in (ran.out + ran.err).casefold() for word in LEAKED)


@pytest.mark.parametrize("word", [*LEAKED, f"to:{LEAKED[0]}", f"~{LEAKED[1]}", f'"{" ".join(LEAKED)}"'])
def test_no_search_finds_a_leaked_word(readingroom, leaking, word):
    assert json.loads(readingroom("search", leaking, word, "--json").out) == []


def test_no_file_of_the_case_but_the_sealed_original_holds_a_leaked_word(leaking):
    for path in leaking.rglob("*"):
        if path.is_file() and "originals" not in path.parts:
            content = path.read_bytes()
            assert not any(word.encode() in content for word in LEAKED), path.name
