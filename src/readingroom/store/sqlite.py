"""Opening a case's database: what is SQLite's own, and bringing an older case up to date."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, Insert, Table, create_engine, event, func, insert, text
from sqlalchemy.exc import DBAPIError, OperationalError

from readingroom.errors import CaseBusy, NewerCase, ReadingroomError

HEAD = "0008"  # the newest migration
ROOM_TO_WRITE = 1 << 20  # bytes; with less, a failed write is put down to the full disk

PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "recursive_triggers=ON",
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open case. One writer at a time; readers are never blocked."""

    engine: Engine
    path: Path

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection to ask with. Nothing is kept of what is done on it."""
        with _told(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it or nothing."""
        with _told(self.path), self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def open_store(path: Path) -> Store:
    """The store in the database file `path`, made if it is not there, migrated if it is older.

    Raises NewerCase for a case of a later program, ReadingroomError where the file is no database or not ours.
    Neither is touched.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    store = Store(engine, path)
    try:
        with store.read() as connection:
            version = _version(connection, path)
        with _told(path):
            _log_ahead(engine)
        if version != HEAD:
            with store.write() as connection:
                _migrate(connection)
    except BaseException:
        store.close()
        raise
    return store


def insert_over(table: Table) -> Insert:
    """An insert that takes the place of rows with the same id."""
    return insert(table).prefix_with("OR REPLACE")


def each_text(array: ColumnElement[Any]) -> Any:
    """The texts of a JSON array as rows of a table with the one column `value`."""
    return func.json_each(array).table_valued("value", name="each_text")


def database_faults(store: Store) -> tuple[str, ...]:
    """What SQLite finds wrong with the file; nothing if all is well. Reads all of it."""
    with store.read() as connection:
        found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(20)"))]
        found += [f"row without its owner in {row[0]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
    return tuple(what for what in found if what != "ok")


def database_report() -> tuple[str, str]:
    """Which SQLite there is, and what to do if it will not do ("" if it will)."""
    seen = sqlite3.sqlite_version
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError:
        return (
            f"{seen}, without full-text search",
            "use a Python whose SQLite has FTS5, such as Debian's or python.org's",
        )
    finally:
        connection.close()
    return f"{seen} with full-text search", ""


def _version(connection: Connection, path: Path) -> str:
    names = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if not names:
        return ""
    if not {"alembic_version", "batch"} <= names:
        raise ReadingroomError(f"{path} is the database of another program", "name another folder for the case")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if version > HEAD:
        raise NewerCase(
            f"{path} was made by a later version of Readingroom (its tables are {version}, this one knows {HEAD})",
            "install the later version; the case was not touched",
        )
    return version


def _log_ahead(engine: Engine) -> None:
    """Write-ahead logging, so that nobody who reads waits: kept in the file, and changed outside any transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, so that they cover DDL too
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers take the lock at once (IMMEDIATE), so that two of them queue up instead of failing half way.

    Only they trust the schema: before SQLite 3.41 the triggers that keep the full text in step need it.
    """
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql(f"PRAGMA trusted_schema={'ON' if writes else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_full(path: Path) -> bool:
    """Whether a write may have failed for want of room: SQLite calls it an I/O error where a file cannot be mapped."""
    try:
        return shutil.disk_usage(path.parent).free < ROOM_TO_WRITE
    except OSError:
        return False


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Database errors as what a user can act on."""
    try:
        yield
    except OperationalError as error:
        what = str(error.orig)
        if "locked" in what:
            raise CaseBusy(
                f"{path.parent} is being written to by another process", "wait for it to end, or stop it"
            ) from None
        if "full" in what or ("I/O error" in what and _is_full(path)):
            raise ReadingroomError(
                f"the disk that holds {path.parent} is full", "free some space and run the same command again"
            ) from None
        if "unable to open" in what or "readonly" in what:
            raise ReadingroomError(
                f"{path} cannot be written to, which is needed even to look at a case",
                "copy the case's folder to where you may write",
            ) from None
        raise ReadingroomError(f"{path}: {what}", "see `readingroom verify`") from error
    except DBAPIError as error:
        raise ReadingroomError(f"{path} cannot be used: {error.orig}", "see `readingroom verify`") from error
