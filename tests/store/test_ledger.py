"""Batches: kept whole or not at all, replaced as a whole, and gone with all that they made."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from readingroom.errors import CaseBusy, ReadingroomError
from readingroom.model import Problem, Values
from readingroom.store import (
    Batch,
    commit,
    copies_by_id,
    copy_rows,
    database_faults,
    documents,
    done_batches,
    links_of,
    messages,
    open_store,
    page_rows,
    problems,
    retire,
    search,
)
from readingroom.store.rows import joined_words
from tests.store.shelf import Letter, page_of, shelve

SOURCE = b"letters.pdf".hex().ljust(64, "0")
PAGES = (("", (Letter("lamps", body="Ten lamps."),), ""), ("", (Letter("tar", body="No tar."),), "A memo on rope."))


@pytest.fixture
def store(tmp_path):
    store = shelve(tmp_path, PAGES)
    yield store
    store.close()


def found(store, query):
    return search(store, query).total


def in_step(store):
    """Whether the full text holds just what is in the entries."""
    with store.write() as connection:
        connection.exec_driver_sql("INSERT INTO entry_text(entry_text, rank) VALUES ('integrity-check', 1)")
    return database_faults(store) == ()


def test_what_is_done_is_known_by_place_and_key(store):
    assert done_batches(store, "pages") == {"1": "1", "2": "1"}
    assert done_batches(store, "no such stage") == {}


def test_a_new_batch_of_a_place_replaces_the_old_one(store):
    commit(store, "pages", [Batch("1", "2")], [Values(pages=(page_of(SOURCE, 1, "Nine sails"),))])
    assert done_batches(store, "pages") == {"1": "2", "2": "1"}
    assert [page.number for page in page_rows(store)] == [1, 2]
    assert in_step(store)


def test_what_is_made_again_as_it_was_stays_where_it_is(store):
    def rows():
        with store.read() as connection:
            return {row.source_id + str(row.number): row.id for row in connection.exec_driver_sql("SELECT * FROM page")}

    before = rows()
    again = Values(pages=(page_of(SOURCE, 1, "Nine sails"), page_of(SOURCE, 3, "New rope")))
    commit(store, "pages", [Batch("1", "2"), Batch("4", "1")], [again, Values(pages=(page_of(SOURCE, 4, "Tar"),))])
    once = rows()
    commit(store, "pages", [Batch("1", "3"), Batch("4", "2")], [again, Values(pages=(page_of(SOURCE, 4, "Pitch"),))])
    assert {place: id_ for place, id_ in rows().items() if not place.endswith("4")} == {
        place: id_ for place, id_ in once.items() if not place.endswith("4")
    }
    assert before.keys() < once.keys()
    assert done_batches(store, "pages") == {"1": "3", "2": "1", "4": "2"}
    assert found(store, "tar") == 1
    assert found(store, "pitch") == 1
    assert in_step(store)


def test_the_same_place_of_another_stage_is_another_batch(store):
    commit(store, "other", [Batch("1", "1")], [Values()])
    assert len(list(page_rows(store))) == 2
    assert done_batches(store, "other") == {"1": "1"}


def test_a_dead_batch_takes_with_it_all_that_it_made(store):
    assert found(store, "from:rook") == 2
    assert retire(store, "copies", frozenset({"1"})) == 1
    assert [copy_.page for copy_ in copy_rows(store)] == [1]
    assert found(store, "from:rook") == 1
    assert found(store, "tar") == 1  # its page is searched as a page again
    assert in_step(store)
    assert retire(store, "copies", frozenset({"1"})) == 0


def test_nothing_is_left_of_a_case_whose_batches_are_gone(store):
    for stage in ("pages", "documents", "copies", "messages"):
        retire(store, stage, frozenset())
    with store.read() as connection:
        for table in ("page", "stamp", "redaction", "problem", "document", "copy", "message", "message_copy", "entry"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert in_step(store)


def test_more_batches_than_one_statement_can_name(store):
    batches = [Batch(f"place {n}", "1") for n in range(1201)]
    commit(store, "many", batches, [Values()] * len(batches))
    commit(store, "many", batches, [Values()] * len(batches))
    assert len(done_batches(store, "many")) == 1201
    assert retire(store, "many", frozenset({"place 7"})) == 1200


def test_a_commit_is_all_or_nothing(store):
    good = Values(problems=(Problem(stage="x", source=SOURCE, page=1, reason="r", what="w", hint=""),))
    twice = Values(pages=(page_of(SOURCE, 7, "same"), page_of(SOURCE, 7, "place")))
    with pytest.raises(ReadingroomError):
        commit(store, "x", [Batch("a", "1"), Batch("b", "1")], [good, twice])
    assert done_batches(store, "x") == {}
    assert problems(store) == ()
    assert in_step(store)


KILLED = """
import os, sys
from pathlib import Path
from readingroom.store import Batch, commit, ledger, open_store
from readingroom.model import Values
from tests.store.shelf import page_of

*others, (entry, _) = ledger.ROWS
ledger.ROWS = (*others, (entry, lambda _: os._exit(9)))  # pages are inserted, what is searched is not
commit(open_store(Path(sys.argv[1])), "pages", [Batch("9", "1")], [Values(pages=(page_of("0" * 64, 9, "lamp"),))])
"""


def test_a_commit_that_is_killed_leaves_no_trace(store):
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(store.path)],
        check=False,
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"},
    )
    assert ran.returncode == 9
    assert [page.number for page in page_rows(store)] == [1, 2]
    assert in_step(store)


def test_a_second_writer_waits_and_a_reader_does_not(store, monkeypatch):
    monkeypatch.setattr("readingroom.store.sqlite.PRAGMAS", ("busy_timeout=100",))
    other = open_store(store.path)
    with store.write() as connection:
        connection.exec_driver_sql("DELETE FROM batch WHERE stage = 'messages'")
        assert len(list(messages(other))) == 2  # as it was before
        with pytest.raises(CaseBusy, match="being written to"):
            commit(other, "x", [Batch("a", "1")], [Values()])
    commit(other, "x", [Batch("a", "1")], [Values()])
    other.close()


def test_what_was_made_comes_back(store):
    (row,) = (row for row in copy_rows(store) if row.page == 1)
    copy_ = copies_by_id(store, [row.id, "no such copy"])[row.id]
    assert copy_.body.text == "Ten lamps."
    assert replace(copy_) == copies_by_id(store, [row.id])[row.id]
    assert [one.document.first_page for one in documents(store)] == [1, 2]
    assert links_of(store, ["lamps", "tar"]) == ()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("", ""),
        ("a light-\nhouse", "lighthouse"),
        ("a light- \nhouse", ""),
        ("two-\nfold and three-\nfold", "twofold threefold"),
        ("x-\ny-\nz", "xy yz"),
        ("-\n-\n-", ""),
    ],
)
def test_words_broken_at_a_line_end_are_put_together(text, joined):
    assert joined_words(text) == joined


def test_one_word_of_two_million_letters_is_no_burden():
    """A search from each of its letters would take longer than the tests have."""
    assert joined_words("x" * 2_000_000 + "-\n" + "y" * 2_000_000) == "x" * 60 + "y" * 60
