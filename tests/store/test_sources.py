"""Sources, notes, the request's record and the log."""

from sqlite3 import OperationalError as Refused
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from readingroom.errors import ReadingroomError
from readingroom.model import Letter, Request, Source
from readingroom.store import (
    add_sources,
    log_entries,
    mark_wanted,
    open_store,
    read_note,
    read_request,
    sealed_files,
    source_by_id,
    sources,
    take_wanted,
    tally,
    write_log,
    write_note,
    write_request,
)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "case.db")
    yield store
    store.close()


def source(letter, name, pages=1):
    return Source(id=letter * 64, name=name, media_type="application/pdf", size=5, pages=pages)


def test_sources_are_listed_by_name_whatever_came_first(store):
    assert add_sources(store, [(source("b", "z.pdf"), "originals/b.pdf")]) == [True]
    assert add_sources(store, [(source("a", "m.pdf"), "originals/a.pdf")]) == [True]
    assert add_sources(store, [(source("b", "a.pdf"), "originals/b.pdf")]) == [
        False
    ]  # the same bytes under another name
    assert [one.name for one in sources(store)] == ["a.pdf", "m.pdf"]
    assert sealed_files(store) == [("a" * 64, "originals/a.pdf"), ("b" * 64, "originals/b.pdf")]
    assert tally(store).expected == 2


def test_a_source_is_found_by_its_whole_id_or_its_beginning(store):
    add_sources(store, [(source("a", "m.pdf"), "originals/a.pdf")])
    assert source_by_id(store, "a" * 64) == source_by_id(store, "a" * 12) == (source("a", "m.pdf"), "originals/a.pdf")
    assert source_by_id(store, "%") is None
    assert source_by_id(store, "b") is None


def test_a_note_replaces_the_one_before(store):
    assert read_note(store, "x") is None
    write_note(store, "x", {"a": [1]})
    write_note(store, "x", {"b": None})
    assert read_note(store, "x") == {"b": None}


def test_the_record_of_the_request_comes_back_and_the_one_before_is_in_the_log(store):
    assert read_request(store) == Request()
    first = Request(number="HLO-7", pages_promised=7, letters=(Letter("2012-01-09", "interim", "Soon.", None),))
    write_request(store, first)
    assert read_request(store) == first
    write_request(store, Request(number="HLO-8"))
    assert read_request(store) == Request(number="HLO-8")
    assert [details["was"].get("number") for _, _, details in log_entries(store)] == [None, "HLO-7"]


def test_the_log_keeps_its_order_and_its_times(store):
    for number in range(3):
        write_log(store, "done", {"number": number})
    entries = log_entries(store)
    assert [details["number"] for _, _, details in entries] == [0, 1, 2]
    assert all(at.endswith("+00:00") for at, _, _ in entries)


def test_a_wanted_page_is_taken_once(store):
    mark_wanted(store, "a" * 64, 3)
    mark_wanted(store, "a" * 64, 3)
    mark_wanted(store, "a" * 64, 1)
    assert sorted(take_wanted(store)) == [("a" * 64, 1), ("a" * 64, 3)]
    assert take_wanted(store) == ()


@pytest.mark.parametrize(("free", "told"), [(4096, "is full"), (1 << 40, "disk I/O error")])
def test_an_error_of_the_disk_is_put_down_to_want_of_room_only_where_there_is_none(store, monkeypatch, free, told):
    monkeypatch.setattr("readingroom.store.sqlite.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(ReadingroomError, match=told), store.read():
        raise OperationalError("SELECT 1", None, Refused("disk I/O error"))
