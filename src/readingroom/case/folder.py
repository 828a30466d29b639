"""The case's folder: made, found, opened, locked for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from readingroom.errors import CaseBusy, NoSuchCase, ReadingroomError
from readingroom.intake.seal import ORIGINALS
from readingroom.store import Store, open_store, write_log, write_note

DATABASE = "case.db"
LOCK = ".writing"
ENDING = ".case"

README = """This folder is a Readingroom case. It can be moved and copied as a whole.

originals/            what was handed over, byte for byte, each file under its SHA-256; read-only
manifest-sha256.txt   check them all, in this folder: sha256sum -c manifest-sha256.txt
case.db               what was read from them: an SQLite database (copy it together with case.db-wal, if there)

Open it again: readingroom open THIS-FOLDER
"""


@dataclass(frozen=True, slots=True)
class Case:
    """An open case. All paths in it are relative to `folder`."""

    folder: Path
    store: Store

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the case for writing, as long as the process lives at most. Raises CaseBusy if another one does."""
        lock = FileLock(self.folder / LOCK)
        try:
            with lock.acquire(timeout=0.5):
                yield
        except Timeout:
            raise CaseBusy(
                f"another process is writing to {self.folder}",
                "wait until it has ended, or stop it; searching and looking work meanwhile",
            ) from None

    def is_being_written(self) -> bool:
        """Whether some process holds the case for writing at this moment."""
        try:
            with FileLock(self.folder / LOCK).acquire(timeout=0):
                return False
        except Timeout:
            return True

    def close(self) -> None:
        """Give back the database."""
        self.store.close()


def case_folder_for(paths: tuple[Path, ...]) -> Path:
    """Where the case of these paths lies if nobody says otherwise: beside the first, named for it."""
    first = paths[0].resolve()
    return first if is_case(first) else first.with_name((first.name if first.is_dir() else first.stem) + ENDING)


def is_case(folder: Path) -> bool:
    """Whether this folder is a case."""
    return (folder / DATABASE).is_file()


def make_case(folder: Path) -> Case:
    """The case in `folder`: opened if it is there, else made. Raises ReadingroomError where that cannot be done."""
    if is_case(folder):
        return open_case(folder)
    try:
        (folder / ORIGINALS).mkdir(parents=True, exist_ok=True)
        (folder / "README.txt").write_text(README, encoding="utf-8")
    except OSError as error:
        raise ReadingroomError(
            f"no case can be made at {folder}: {error.strerror}", "name another place with --case DIR"
        ) from error
    store = open_store(folder / DATABASE)
    write_note(store, "case", {"name": folder.name.removesuffix(ENDING)})
    write_log(store, "case made", {})
    return Case(folder, store)


def open_case(folder: Path) -> Case:
    """The case in `folder`. Raises NoSuchCase where there is none."""
    if not is_case(folder):
        raise NoSuchCase(
            f"{folder} is no case", "a case is a folder with case.db in it; `readingroom open FILE` makes one"
        )
    return Case(folder, open_store(folder / DATABASE))
