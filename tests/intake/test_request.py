"""The record of the request: what a user may write, and what is said of what he may not."""

import json

import pytest

from readingroom.errors import UsageError
from readingroom.intake import read_request_file, request_from_json
from readingroom.model import Letter, Request

WHOLE = {
    "number": "HLO-7",
    "agency": "Harbor Lamp Office",
    "requester": "A. Reader",
    "asked": "2012-01-03",
    "wording": "All letters about lamps.",
    "received": "2012-05-04",
    "pages_promised": 7,
    "letters": [{"date": "2012-01-09", "kind": "interim", "text": "Soon.", "pages_promised": None}],
}


def test_a_whole_record_is_read(tmp_path):
    path = tmp_path / "request.json"
    path.write_text(json.dumps(WHOLE), encoding="utf-8")
    assert read_request_file(path) == Request(**{**WHOLE, "letters": (Letter("2012-01-09", "interim", "Soon.", None),)})


def test_what_is_not_given_is_unknown():
    assert request_from_json({}, "here") == Request()
    assert request_from_json({"letters": [{}]}, "here").letters == (Letter("", "", "", None),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ([], "a JSON object is needed"),
        ("text", "a JSON object is needed"),
        ({"nmuber": "7", "zzz": 1}, "unknown keys: nmuber, zzz"),
        ({"number": 7}, "number must be a text"),
        ({"asked": None}, "asked must be a text"),
        ({"pages_promised": "7"}, "pages_promised must be a number"),
        ({"pages_promised": -1}, "pages_promised must be a number"),
        ({"pages_promised": True}, "pages_promised must be a number"),
        ({"letters": "none"}, "letters must be a list"),
        ({"letters": ["Soon."]}, "a letter has the keys date, kind, text, pages_promised"),
        ({"letters": [{"from": "us"}]}, "a letter has the keys date, kind, text, pages_promised"),
        ({"letters": [{"text": 5}]}, "text must be a text"),
    ],
)
def test_a_wrong_record_is_refused_with_what_is_wrong(content, says):
    with pytest.raises(UsageError, match=says) as told:
        request_from_json(content, "request.json")
    assert str(told.value).startswith("request.json")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"number: 7"])
def test_a_file_that_is_no_json_is_refused(tmp_path, content):
    path = tmp_path / "request.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="is no JSON"):
        read_request_file(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        read_request_file(tmp_path / "gone.json")
