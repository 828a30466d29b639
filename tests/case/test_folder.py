"""The case's folder: it may be moved, and says what is the matter where it cannot be used."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readingroom.case import add_paths, case_folder_for, is_case, make_case, open_case, read_case
from readingroom.case.ask_show import draw_shown, find_shown
from readingroom.case.verify import verify_case
from readingroom.engine import InProcess
from readingroom.errors import NoSuchCase, ReadingroomError
from tests.case.releases import exported, print_letters


@pytest.fixture
def case(tmp_path):
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [print_letters(tmp_path / "a.pdf", 0, 1)], InProcess())
    read_case(case, InProcess())
    return case


def test_a_case_lies_beside_what_it_was_made_of(tmp_path):
    (tmp_path / "march").mkdir()
    assert case_folder_for((tmp_path / "release.pdf",)) == tmp_path / "release.case"
    assert case_folder_for((tmp_path / "march", tmp_path / "x.pdf")) == tmp_path / "march.case"
    make_case(tmp_path / "made").close()
    assert case_folder_for((tmp_path / "made",)) == tmp_path / "made"


def test_a_folder_without_a_case_is_none(tmp_path):
    assert not is_case(tmp_path)
    with pytest.raises(NoSuchCase, match="is no case"):
        open_case(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_case_is_made_where_a_file_is(tmp_path):
    (tmp_path / "lamps.case").write_text("a file")
    with pytest.raises(ReadingroomError, match="no case can be made"):
        make_case(tmp_path / "lamps.case")


def test_a_moved_case_is_the_same(case, tmp_path):
    before = exported(case)
    case.close()
    elsewhere = tmp_path / "else where" / "50% & more?"
    elsewhere.parent.mkdir()
    shutil.move(tmp_path / "lamps.case", elsewhere)
    moved = open_case(elsewhere)
    assert exported(moved) == before
    assert list(verify_case(moved)) == []
    assert read_case(moved, InProcess()) == (True, 0)
    assert draw_shown(moved, find_shown(moved, "a.pdf:1"), ("words",)).startswith(b"\x89PNG")
    add_paths(moved, [print_letters(tmp_path / "b.pdf", 4)], InProcess())
    assert read_case(moved, InProcess()).finished


def test_a_case_holds_no_path_of_the_machine(case, tmp_path):
    case.close()
    for file in (tmp_path / "lamps.case").rglob("*"):
        if file.is_file():
            assert str(tmp_path).encode() not in file.read_bytes(), file


READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'


def on_read_only(folder: Path, *command: str) -> subprocess.CompletedProcess:
    """Runs a command while `folder` cannot be written to, not even by root; skips where that cannot be had."""
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            ["unshare", "-rm", "sh", "-c", READ_ONLY, "sh", str(folder), "true"], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("this machine does not let a test make a folder read-only")
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", READ_ONLY, "sh", str(folder), sys.executable, "-m", "readingroom", *command],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "200"},
    )


def test_a_read_only_medium_is_an_error_that_says_so(case, tmp_path):
    case.close()
    folder = tmp_path / "lamps.case"
    ran = on_read_only(folder, "read", str(folder))
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "cannot be written" in ran.stderr
    assert on_read_only(tmp_path, "add", str(tmp_path / "new.case"), str(tmp_path / "a.pdf")).returncode == 1
