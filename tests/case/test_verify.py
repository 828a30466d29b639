"""Whether a case is still what it was."""

import pytest

from readingroom.case import add_paths, make_case, open_case
from readingroom.case.folder import DATABASE
from readingroom.case.verify import verify_case
from readingroom.engine import InProcess
from readingroom.errors import ReadingroomError
from tests.case.releases import print_letters


@pytest.fixture
def case(tmp_path):
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [print_letters(tmp_path / "a.pdf", 0), print_letters(tmp_path / "b.pdf", 2)], InProcess())
    return case


def faults(case):
    return [(fault.where, fault.what) for fault in verify_case(case)]


def test_a_whole_case_has_no_fault(case):
    assert faults(case) == []


def test_an_altered_original_is_named(case):
    sealed = next((case.folder / "originals").iterdir())
    content = bytearray(sealed.read_bytes())
    content[100] ^= 1
    sealed.chmod(0o644)
    sealed.write_bytes(content)
    assert faults(case) == [(f"originals/{sealed.name}", "altered")]


@pytest.mark.parametrize(
    "change", [lambda text: text[:-10], lambda text: text[::-1], lambda _: "", lambda _: "\xff\xfe"]
)
def test_an_altered_manifest_is_named(case, change):
    manifest = case.folder / "manifest-sha256.txt"
    manifest.write_text(change(manifest.read_text()), encoding="latin-1")
    assert faults(case) == [("manifest-sha256.txt", "does not list the sealed files")]
    manifest.unlink()
    assert faults(case) == [("manifest-sha256.txt", "does not list the sealed files")]


def test_adding_any_file_writes_the_manifest_anew(case, tmp_path):
    (case.folder / "manifest-sha256.txt").unlink()
    add_paths(case, [tmp_path / "a.pdf"], InProcess())
    assert faults(case) == []


@pytest.mark.parametrize("page", [2, 5, 9])
def test_a_damaged_database_is_told_without_a_traceback(case, page):
    case.close()
    database = case.folder / DATABASE
    content = bytearray(database.read_bytes())
    content[4096 * page : 4096 * (page + 6)] = b"\xa5" * (4096 * 6)
    database.write_bytes(content)
    assert DATABASE in told(case.folder)


def told(folder):
    try:
        return " ".join(f"{fault.where}: {fault.what}" for fault in verify_case(open_case(folder)))
    except ReadingroomError as error:
        return error.what
