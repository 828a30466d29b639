"""Adding what was handed over: seal each file, count its pages, keep its record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.work import CountJob, count_source
from readingroom.engine import Engine, Lost
from readingroom.errors import ReadingroomError
from readingroom.intake import Sealed, drop_unfinished, files_under, seal_file, write_manifest
from readingroom.model import Source
from readingroom.store import add_source, sealed_files, write_log


class Added(NamedTuple):
    """What became of one path: sealed as a source, or not and why."""

    path: Path
    source: Source | None
    new: bool  # False where these bytes were in the case already
    why_not: str


def add_paths(
    case: Case, paths: Iterable[Path], engine: Engine, on_added: Callable[[Added], None] = lambda _: None
) -> tuple[Added, ...]:
    """Seal every file at or below `paths`. What cannot be sealed is said and costs the others nothing."""
    with case.writing():
        drop_unfinished(case.folder)
        added = []
        try:
            for one in _add_each(case, paths, engine):
                added.append(one)
                on_added(one)
        finally:
            write_manifest(case.folder, sealed_files(case.store))
        return tuple(added)


def _add_each(case: Case, paths: Iterable[Path], engine: Engine) -> Iterator[Added]:
    def jobs() -> Iterator[tuple[tuple[Path, Sealed | None], CountJob]]:
        for found in files_under(paths, case.folder):
            try:
                if found.why_not:
                    raise ReadingroomError(found.why_not)
                seal = seal_file(found.path, case.folder)
            except ReadingroomError as error:
                yield (found.path, None), CountJob("", "", error.what)
            else:
                yield (found.path, seal), CountJob(str(case.folder / seal.file), seal.media_type, "")

    for (path, seal), outcome in engine.map(count_source, jobs()):
        if seal is None:
            yield Added(path, None, False, outcome.what if isinstance(outcome, Lost) else outcome[1])
            continue
        pages, problem = (0, outcome.reason) if isinstance(outcome, Lost) else outcome
        name = os.fsencode(path.name).decode(errors="backslashreplace")  # names need not be UTF-8
        source = Source(
            id=seal.sha256, name=name, media_type=seal.media_type, size=seal.size, pages=pages, problem=problem
        )
        new = add_source(case.store, source, seal.file)
        write_log(case.store, "added", {"name": name, "sha256": seal.sha256, "size": seal.size, "new": new})
        yield Added(path, source, new, "")
