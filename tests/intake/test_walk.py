"""Which files are taken in: every regular one, and a reason for each that is none."""

import os
import sys

import pytest

from readingroom.intake import files_under, media_type_of


def found(folder, *paths):
    return {
        str(one.path.relative_to(folder)): one.why_not
        for one in files_under(paths or [folder], leave_out=folder / "lamps.case")
    }


@pytest.fixture
def folder(tmp_path):
    for name in ("b.pdf", "a.pdf", "deep/er/c.eml", "lamps.case/case.db", "other.case/case.db", "other.case/d.pdf"):
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "given"


def test_files_are_found_by_name_and_cases_are_left_out(folder):
    assert list(found(folder)) == ["a.pdf", "b.pdf", "deep/er/c.eml"]
    assert set(found(folder).values()) == {""}


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_links_and_pipes_below_a_folder_are_said_and_not_opened(folder):
    (folder / "link.pdf").symlink_to("a.pdf")
    (folder / "loop").symlink_to(folder)
    (folder / "dangling").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    why = found(folder)
    assert [why[name] for name in ("link.pdf", "loop", "dangling")] == ["is a link; links are not followed"] * 3
    assert why["pipe"] == "is no regular file"
    assert why["a.pdf"] == ""


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_that_was_named_by_hand_is_followed(folder):
    (folder / "link.pdf").symlink_to("a.pdf")
    assert found(folder, folder / "link.pdf") == {"link.pdf": ""}


def test_what_is_not_there_is_said(folder):
    assert found(folder, folder / "gone.pdf") == {"gone.pdf": "No such file or directory"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", [b"caf\xe9.pdf", b"two\nlines.pdf", "left\u202egpj.pdf".encode(), b"-rf", b" "])
def test_any_name_will_do(tmp_path, name):
    (tmp_path / os.fsdecode(name)).write_bytes(b"%PDF-1.4")
    assert found(tmp_path) == {os.fsdecode(name): ""}


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x00\x00junk before %PDF-1.4", "application/pdf"),
        (b"PK\x03\x04....", "application/zip"),
        (b"From rook@example Mon Jan  1", "application/mbox"),
        (b"Received: from a by b", "message/rfc822"),
        (b"MIME-Version: 1.0", "message/rfc822"),
        (b"Dear Tom,", "text/plain"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"", "application/octet-stream"),
        (b"\x00\x01\x02", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head, media_type):
    assert media_type_of(head) == media_type
