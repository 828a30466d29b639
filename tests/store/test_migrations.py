"""A case's tables: what the migrations make is what the program writes, and no case is opened that it cannot keep."""

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from readingroom.errors import NewerCase, ReadingroomError
from readingroom.store import database_faults, open_store, read_note, write_note
from readingroom.store.tables import FULL_TEXT_COLUMNS, metadata


def ours(_object, name, kind, _reflected, _compared):
    """The tables of full text are not in the metadata."""
    return kind != "table" or not name.startswith("entry_")


def test_migrations_make_the_tables_that_the_program_knows(tmp_path):
    store = open_store(tmp_path / "case.db")
    with store.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "include_object": ours}
        )
        assert compare_metadata(context, metadata) == []


def test_migrations_cascade_as_the_tables_say(tmp_path):
    open_store(tmp_path / "case.db").close()
    database = sqlite3.connect(tmp_path / "case.db")
    for table in metadata.sorted_tables:
        made = {(row[3], row[2], row[4], row[6]) for row in database.execute(f'PRAGMA foreign_key_list("{table}")')}
        said = {
            (key.parent.name, key.column.table.name, key.column.name, key.ondelete or "NO ACTION")
            for key in table.foreign_keys
        }
        assert made == said, table.name


def test_full_text_has_the_columns_that_are_searched(tmp_path):
    open_store(tmp_path / "case.db").close()
    database = sqlite3.connect(tmp_path / "case.db")
    assert [row[1] for row in database.execute("PRAGMA table_info(entry_text)")] == list(FULL_TEXT_COLUMNS)


def test_opening_twice_keeps_what_is_there(tmp_path):
    first = open_store(tmp_path / "case.db")
    write_note(first, "case", {"name": "lamps"})
    second = open_store(tmp_path / "case.db")  # while the first is open
    assert read_note(second, "case") == {"name": "lamps"}
    first.close()
    second.close()
    third = open_store(tmp_path / "case.db")
    assert read_note(third, "case") == {"name": "lamps"}
    assert database_faults(third) == ()


@pytest.mark.parametrize("name", ["50% done?", "a#b&mode=ro", "two  blanks \u00e9"])
def test_a_case_may_lie_in_a_folder_of_any_name(tmp_path, name):
    (tmp_path / name).mkdir()
    open_store(tmp_path / name / "case.db").close()
    assert (tmp_path / name / "case.db").stat().st_size > 0


def test_a_newer_case_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "case.db"
    open_store(path).close()
    database = sqlite3.connect(path)
    database.execute("UPDATE alembic_version SET version_num = '0999'")
    database.execute("PRAGMA journal_mode=DELETE")  # a later version may want another one
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(NewerCase, match="0999") as told:
        open_store(path)
    assert told.value.exit_code == 6
    assert "not touched" in told.value.hint
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["case.db"]


@pytest.mark.parametrize("content", [b"no database at all " * 300, b"SQLite format 3\0" + b"\xff" * 5000, b"%PDF-1.7"])
def test_a_file_that_is_no_database_is_an_error_that_says_so(tmp_path, content):
    path = tmp_path / "case.db"
    path.write_bytes(content)
    with pytest.raises(ReadingroomError, match=r"case\.db"):
        open_store(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_not_filled_with_our_tables(tmp_path):
    path = tmp_path / "case.db"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE page (lamps)")
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(ReadingroomError, match=r"case\.db"):
        open_store(path)
    assert path.read_bytes() == before
