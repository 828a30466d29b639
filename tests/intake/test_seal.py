"""Sealing: the bytes that came, under their hash, whole or not at all."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from readingroom.errors import ReadingroomError
from readingroom.intake import broken_seals, drop_unfinished, seal, seal_file, write_manifest

LETTER = b"%PDF-1.7\nTen lamps.\n" * 500


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case" / "originals").mkdir(parents=True)
    return tmp_path / "case"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"  # the ending lies: it is the bytes that say what it is
    path.write_bytes(LETTER)
    os.utime(path, ns=(10**18, 10**18))
    return path


def test_the_copy_has_the_bytes_and_is_read_only(case, letter):
    sealed = seal_file(letter, case)
    digest = hashlib.sha256(LETTER).hexdigest()
    assert sealed == (digest, len(LETTER), "application/pdf", f"originals/{digest}.pdf")
    assert (case / sealed.file).read_bytes() == LETTER
    assert (case / sealed.file).stat().st_mode & 0o777 == 0o444


def test_the_original_is_left_as_it_was(case, letter):
    before = letter.stat()
    seal_file(letter, case)
    after = letter.stat()
    assert letter.read_bytes() == LETTER
    assert (after.st_mtime_ns, after.st_mode, after.st_ino) == (before.st_mtime_ns, before.st_mode, before.st_ino)


def test_the_same_bytes_are_kept_once(case, letter, tmp_path):
    other = tmp_path / "again.pdf"
    other.write_bytes(LETTER)
    first = seal_file(letter, case)
    made = (case / first.file).stat().st_ino
    assert seal_file(other, case) == first
    assert (case / first.file).stat().st_ino == made
    assert len(list((case / "originals").iterdir())) == 1


def test_a_damaged_seal_is_made_good_by_adding_the_file_again(case, letter):
    sealed = case / seal_file(letter, case).file
    sealed.chmod(0o644)
    sealed.write_bytes(b"something else")
    seal_file(letter, case)
    assert sealed.read_bytes() == LETTER


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interrupted_seal_leaves_nothing(case, letter, monkeypatch, interrupt):
    real = os.write

    def write(handle, content):
        if os.fstat(handle).st_size > 3000:
            raise interrupt
        return real(handle, content[:1000])

    monkeypatch.setattr(seal.os, "write", write)
    with pytest.raises((KeyboardInterrupt, ReadingroomError)):
        seal_file(letter, case)
    assert list((case / "originals").iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from readingroom.intake import seal

os.fsync = lambda _: os._exit(9)  # all is written, nothing is sure
seal.seal_file(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_a_killed_seal_leaves_no_file_under_a_final_name_and_is_swept_up(case, letter):
    assert subprocess.run([sys.executable, "-c", KILLED, str(letter), str(case)], check=False).returncode == 9
    (left,) = (case / "originals").iterdir()
    assert left.name.startswith(".sealing-")
    drop_unfinished(case)
    sealed = seal_file(letter, case)
    assert [one.name for one in (case / "originals").iterdir()] == [sealed.file.removeprefix("originals/")]


@pytest.mark.parametrize("missing", ["not there", "a folder"])
def test_what_cannot_be_read_is_an_error_that_names_it(case, tmp_path, missing):
    (tmp_path / "a folder").mkdir()
    with pytest.raises(ReadingroomError, match=missing):
        seal_file(tmp_path / missing, case)
    assert list((case / "originals").iterdir()) == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
def test_sha256sum_verifies_the_manifest(case, letter, tmp_path):
    (tmp_path / "note").write_bytes(b"Nine.\n")
    sealed = [seal_file(path, case) for path in (letter, tmp_path / "note")]
    write_manifest(case, [(one.sha256, one.file) for one in sealed])
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt"], cwd=case, capture_output=True, text=True, check=True
    )
    assert sorted(checked.stdout.splitlines()) == sorted(f"{one.file}: OK" for one in sealed)


def flip(path):
    content = bytearray(path.read_bytes())
    content[777] ^= 1
    replace(path, bytes(content))


def shorten(path):
    replace(path, LETTER[:-1])


def link(path):
    """The bytes are right, but they lie elsewhere."""
    moved = path.rename(path.with_name("elsewhere"))
    path.symlink_to(moved)


def make_folder(path):
    path.unlink()
    path.mkdir()


def replace(path, content):
    path.chmod(0o644)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (flip, "altered"),
        (shorten, "altered"),
        (lambda path: path.unlink(), "missing"),
        (make_folder, "missing"),
        (link, "replaced by a link"),
    ],
)
def test_a_broken_seal_is_found(case, letter, damage, why):
    sealed = seal_file(letter, case)
    pair = (sealed.sha256, sealed.file)
    assert list(broken_seals(case, [pair])) == []
    damage(case / sealed.file)
    assert list(broken_seals(case, [pair])) == [(sealed.file, why)]
