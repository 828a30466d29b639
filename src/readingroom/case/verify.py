"""Whether the case is still what it was: seals, manifest, database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.intake import broken_seals
from readingroom.intake.seal import MANIFEST
from readingroom.store import database_faults, sealed_files


class Fault(NamedTuple):
    """Something that is not as it was."""

    where: str  # relative to the case
    what: str
    hint: str


def verify_case(case: Case) -> Iterator[Fault]:
    """Every fault found; none means: each sealed file has the bytes of its hash, and the database is whole."""
    sealed = sealed_files(case.store)
    for file, why in broken_seals(case.folder, sealed):
        yield Fault(file, why, "put the file back from a backup, or add the original again; publish nothing until then")
    manifest = case.folder / MANIFEST
    expected = sorted(f"{sha256}  {file}" for sha256, file in sealed)
    listed = sorted(manifest.read_text(encoding="ascii", errors="replace").splitlines()) if manifest.is_file() else []
    if listed != expected:
        yield Fault(MANIFEST, "does not list the sealed files", "run `readingroom add` with any file to write it anew")
    for what in database_faults(case.store):
        yield Fault(case.store.path.name, what, "move it away and run `readingroom add` and `read` again on originals/")
