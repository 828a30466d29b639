"""Which files were handed over: the paths given, and everything below those that are folders."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """A file to seal, or something that is none and why."""

    path: Path
    why_not: str  # "" for a file that can be sealed


def files_under(paths: Iterable[Path], leave_out: Path) -> Iterator[Found]:
    """Every regular file at or below `paths`, by name; links are not followed. `leave_out` is the case itself."""
    for path in paths:
        yield from _under(path, leave_out.resolve(), given=True)


def _under(path: Path, leave_out: Path, *, given: bool) -> Iterator[Found]:
    try:
        mode = (path.stat() if given else path.lstat()).st_mode
        if stat.S_ISDIR(mode):
            if path.resolve() != leave_out and not (path / "case.db").exists():
                for below in sorted(path.iterdir()):
                    yield from _under(below, leave_out, given=False)
        elif stat.S_ISREG(mode):
            yield Found(path, "")
        elif stat.S_ISLNK(mode):
            yield Found(path, "is a link; links are not followed")
        else:
            yield Found(path, "is no regular file")
    except OSError as error:
        yield Found(path, error.strerror or "cannot be read")
