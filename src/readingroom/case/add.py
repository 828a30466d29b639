"""Adding what was handed over: seal each file, count its pages, keep its record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.work import CountJob, count_sources
from readingroom.engine import Engine, Lost, side_by_side
from readingroom.errors import ReadingroomError
from readingroom.intake import Found, Sealed, drop_unfinished, files_under, seal_file, sync_originals, write_manifest
from readingroom.model import Source
from readingroom.store import add_sources, sealed_files, write_log

TOGETHER = 64  # files that are counted in one trip to a worker and kept in one transaction


class Added(NamedTuple):
    """What became of one path: sealed as a source, or not and why."""

    path: Path
    source: Source | None
    new: bool  # False where these bytes were in the case already
    why_not: str


class _Handed(NamedTuple):
    """A path as handed over, and its sealed copy if there is one."""

    path: Path
    seal: Sealed | None
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
    lost: list[_Handed] = []
    for group, outcome in engine.map(count_sources, ((some, _jobs(case, some)) for some in _sealed(case, paths))):
        if isinstance(outcome, Lost):
            lost += group
        else:
            yield from _keep(case, group, outcome)
    for group, outcome in engine.map(count_sources, (([one], _jobs(case, [one])) for one in lost)):
        yield from _keep(case, group, [(0, outcome.reason)] if isinstance(outcome, Lost) else outcome)


def _sealed(case: Case, paths: Iterable[Path]) -> Iterator[list[_Handed]]:
    """What lies at or below these paths, sealed, so many at a time."""

    def seal(found: Found) -> _Handed:
        if found.why_not:
            return _Handed(found.path, None, found.why_not)
        try:
            return _Handed(found.path, seal_file(found.path, case.folder), "")
        except ReadingroomError as error:
            return _Handed(found.path, None, error.what)

    waiting = files_under(paths, case.folder)
    while some := list(islice(waiting, TOGETHER)):
        handed = side_by_side(seal, some)
        sync_originals(case.folder)
        yield handed


def _jobs(case: Case, group: Sequence[_Handed]) -> list[CountJob]:
    seals = [one.seal for one in group if one.seal]
    return [CountJob(str(case.folder / seal.file), seal.media_type) for seal in seals]


def _keep(case: Case, group: Sequence[_Handed], counted: Sequence[tuple[int, str]]) -> Iterator[Added]:
    """The records of a group, kept in one transaction. `counted` are those of it that are sealed, in order."""
    yield from (Added(one.path, None, False, one.why_not) for one in group if one.seal is None)
    sealed = [(one.path, one.seal) for one in group if one.seal]
    kept = [
        (_source(path, seal, pages, problem), seal.file)
        for (path, seal), (pages, problem) in zip(sealed, counted, strict=True)
    ]
    if not kept:
        return
    new = add_sources(case.store, kept)
    told = [
        {"name": source.name, "sha256": source.id, "size": source.size, "new": first}
        for (source, _), first in zip(kept, new, strict=True)
    ]
    write_log(case.store, "added", *told)
    for (path, _), (source, _), first in zip(sealed, kept, new, strict=True):
        yield Added(path, source, first, "")


def _source(path: Path, seal: Sealed, pages: int, problem: str) -> Source:
    name = os.fsencode(path.name).decode(errors="backslashreplace")  # names need not be UTF-8
    return Source(id=seal.sha256, name=name, media_type=seal.media_type, size=seal.size, pages=pages, problem=problem)
