"""Adding what was handed over: seal each file, count its pages, keep its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.work import CountJob, count_source
from readingroom.engine import Engine, Lost
from readingroom.errors import ReadingroomError
from readingroom.intake import Sealed, files_under, seal_file, write_manifest
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
        added = []
        try:
            for one in _add_each(case, paths, engine):
                added.append(one)
                on_added(one)
        finally:
            write_manifest(case.folder, sealed_files(case.store))
        return tuple(added)


def _add_each(case: Case, paths: Iterable[Path], engine: Engine) -> Iterator[Added]:
    sealed: dict[Path, Sealed] = {}

    def jobs() -> Iterator[tuple[Path, CountJob]]:
        for found in files_under(paths, case.folder):
            try:
                if found.why_not:
                    raise ReadingroomError(found.why_not)
                sealed[found.path] = seal_file(found.path, case.folder)
            except ReadingroomError as error:
                yield found.path, CountJob("", "", error.what)
            else:
                yield (
                    found.path,
                    CountJob(str(case.folder / sealed[found.path].file), sealed[found.path].media_type, ""),
                )

    for path, outcome in engine.map(count_source, jobs()):
        if path not in sealed:
            yield Added(path, None, False, outcome.what if isinstance(outcome, Lost) else outcome[1])
            continue
        pages, problem = (0, outcome.reason) if isinstance(outcome, Lost) else outcome
        seal = sealed.pop(path)
        source = Source(
            id=seal.sha256, name=path.name, media_type=seal.media_type, size=seal.size, pages=pages, problem=problem
        )
        new = add_source(case.store, source, seal.file)
        write_log(case.store, "added", {"name": path.name, "sha256": seal.sha256, "size": seal.size, "new": new})
        yield Added(path, source, new, "")
