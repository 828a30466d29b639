"""Sealing: a read-only copy under its own hash, whole on disk before anything says that it is there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from readingroom.errors import ReadingroomError
from readingroom.intake.sniff import ENDINGS, media_type_of

ORIGINALS = "originals"
MANIFEST = "manifest-sha256.txt"
UNFINISHED = ".sealing-"
CHUNK = 1 << 20
HEAD = 1024


class Sealed(NamedTuple):
    """A sealed copy."""

    sha256: str
    size: int
    media_type: str
    file: str  # relative to the case, "/" between its parts


def seal_file(path: Path, case: Path) -> Sealed:
    """Copy `path` into the case under its hash; the same bytes are kept once. The original is only read.

    Order: a temporary file in the same folder, hashed while it is written, synced, read back, made read-only, given
    its final name. That the name is on the disk too is for `sync_originals`, once for many files; nothing may say
    before that the file is there. Raises ReadingroomError where the file cannot be read or written.
    """
    folder = case / ORIGINALS
    try:
        handle, temporary_name = tempfile.mkstemp(prefix=UNFINISHED, dir=folder)
        temporary = Path(temporary_name)
        try:
            with os.fdopen(handle, "wb") as copied:
                digest, size, head = _copy(path, copied.fileno())
                os.fsync(copied.fileno())
            if hash_file(temporary) != digest:
                raise ReadingroomError(
                    f"{path}: the copy on disk is not what was read", "check the disk, then add the file again"
                )
            media_type = media_type_of(head)
            final = folder / f"{digest}{ENDINGS.get(media_type, '.bin')}"
            temporary.chmod(0o444)
            if not (final.exists() and hash_file(final) == digest):
                temporary.replace(final)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ReadingroomError(
            f"{path} could not be sealed: {error.strerror or error}", "nothing of it was kept; add it again"
        ) from error
    return Sealed(digest, size, media_type, f"{ORIGINALS}/{final.name}")


def sync_originals(case: Path) -> None:
    """Force to the disk which files are sealed."""
    _sync_folder(case / ORIGINALS)


def drop_unfinished(case: Path) -> None:
    """Delete what sealing left behind when it was killed. Only while nobody else is sealing."""
    for left in (case / ORIGINALS).glob(f"{UNFINISHED}*"):
        left.unlink(missing_ok=True)


def write_manifest(case: Path, sealed: Iterable[tuple[str, str]]) -> None:
    """Write (sha256, file) pairs so that `sha256sum -c manifest-sha256.txt`, run in the case, checks them all."""
    lines = sorted(f"{sha256}  {file}\n" for sha256, file in sealed)
    temporary = case / f".{MANIFEST}"
    with temporary.open("w", encoding="ascii", newline="\n") as manifest:
        manifest.writelines(lines)
        manifest.flush()
        os.fsync(manifest.fileno())
    temporary.replace(case / MANIFEST)
    _sync_folder(case)


def broken_seals(case: Path, sealed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each (file, why) whose bytes are not those of its hash: missing, a link, altered, or not to be read."""
    for sha256, file in sealed:
        path = case / file
        if path.is_symlink():
            yield file, "replaced by a link"
        elif not path.is_file():
            yield file, "missing"
        else:
            try:
                if hash_file(path) != sha256:
                    yield file, "altered"
            except OSError as error:
                yield file, f"cannot be read: {error.strerror}"


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, 64 hex digits."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy(path: Path, to: int) -> tuple[str, int, bytes]:
    digest = hashlib.sha256()
    size = 0
    head = b""
    with path.open("rb") as original:
        while chunk := original.read(CHUNK):
            head = head or chunk[:HEAD]
            digest.update(chunk)
            size += len(chunk)
            view = memoryview(chunk)
            while view:
                view = view[os.write(to, view) :]
    return digest.hexdigest(), size, head


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
