"""Commands as a person gives them: what they print, and which exit code they end with."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis.strategies import text

from readingroom.case import add_paths, make_case, open_case, read_case
from readingroom.cli.output import json_text, tame
from readingroom.engine import InProcess
from readingroom.sample import sample_files
from tests.case.releases import print_letters

ON_A_CASE = (
    ("read",),
    ("serve", "--no-browser"),
    ("copies",),
    ("messages",),
    ("documents",),
    ("pages",),
    ("stamps",),
    ("redactions",),
    ("hidden-text",),
    ("problems",),
    ("verify",),
    ("request",),
    ("search", "lamps"),
    ("show", "a.pdf:1"),
    ("check", str(sample_files().draft)),
)


@pytest.fixture(scope="module")
def lamps_read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lamps")
    case = make_case(folder / "lamps.case")
    add_paths(case, [print_letters(folder / "lamps.pdf", 0, 1)], InProcess())
    read_case(case, InProcess())
    case.close()
    return case.folder


@pytest.fixture
def lamps(lamps_read, tmp_path):
    """A case of two letters that may be changed."""
    return shutil.copytree(lamps_read, tmp_path / "lamps.case")


def test_the_whole_way(readingroom, tmp_path):
    (tmp_path / "given").mkdir()
    print_letters(tmp_path / "given" / "a.pdf", 0, 1)
    print_letters(tmp_path / "given" / "b.pdf", 2)
    case = tmp_path / "lamps.case"
    added = readingroom("add", case, tmp_path / "given", "--workers", "1")
    assert added.code == 0
    told = sorted(line.split() for line in added.err.splitlines())
    assert [(words[0], words[1], *words[-2:]) for words in told] == [
        ("sealed", "a.pdf", "2", "pages"),
        ("sealed", "b.pdf", "1", "page"),
    ]
    again = readingroom("add", case, tmp_path / "given" / "b.pdf", "--workers", "1")
    assert "was there already" in again.err
    read = readingroom("read", case, "--workers", "1")
    assert read.code == 0
    assert "3 pages expected, 3 read (3 from a text layer" in read.err
    assert "Lamps for harbor 1" in readingroom("messages", case).out
    assert "2 quotations" not in readingroom("verify", case).out
    shown = readingroom("show", case, "b.pdf:1")
    assert "We counted 22 lamps on pier 2" in shown.out


def test_no_words_give_the_help(readingroom):
    assert "Usage" in readingroom().out
    assert all(command in readingroom("--help").out for command, *_ in ON_A_CASE)


@pytest.mark.parametrize("words", ON_A_CASE, ids=lambda words: words[0])
def test_no_case_is_exit_code_3_and_makes_none(readingroom, tmp_path, words):
    ran = readingroom(words[0], tmp_path / "gone.case", *words[1:])
    assert ran.code == 3
    assert "is no case" in ran.err
    assert ran.out == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "CASE", "gone.pdf"), 2, "not there: gone.pdf"),
        (("open", "gone.pdf"), 2, "not there: gone.pdf"),
        (("nonsense",), 2, "No such command"),
        (("read",), 2, "Missing argument"),
        (("show", "CASE", "lamps.pdf:3"), 9, "has no page 3"),
        (("show", "CASE", "other.pdf:1"), 9, "no file called other.pdf"),
        (("show", "CASE", "m000000000000"), 9, "nothing in this case"),
        (("show", "CASE", "lamps.pdf:1", "--boxes", "lamps"), 2, "unknown boxes: lamps"),
        (("show", "CASE", "lamps.pdf:1", "--picture", "no/such/folder.png"), 1, "no/such/folder.png"),
        (("search", "CASE", "lamps AND"), 8, ""),
        (("check", "CASE", "gone.md"), 10, "gone.md"),
        (("check", "CASE", "CASE"), 10, ""),
        (("request", "CASE", "--set", "gone.json"), 2, "gone.json"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_exit_codes_of_what_goes_wrong(readingroom, lamps, words, code, says):
    ran = readingroom(*(lamps if word == "CASE" else word for word in words))
    assert ran.code == code
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_file_that_is_taken_in_and_not_read_is_exit_code_20(readingroom, lamps, tmp_path):
    (tmp_path / "notes.txt").write_text("no mail")
    assert readingroom("add", lamps, tmp_path / "notes.txt", "--workers", "1").code == 20
    assert readingroom("read", lamps, "--workers", "1").code == 20
    (problem,) = json.loads(readingroom("problems", lamps, "--json").out)
    assert set(problem) >= {"stage", "source", "page", "reason", "what", "hint"}
    assert problem["source"] == "notes.txt"
    assert "notes.txt" in readingroom("problems", lamps).out


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_nothing_taken_in_is_exit_code_7(readingroom, lamps, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    ran = readingroom("add", lamps, tmp_path / "pipe", "--workers", "1")
    assert ran.code == 7
    assert "is no regular file" in ran.err


def test_a_case_that_is_being_written_is_exit_code_4(readingroom, lamps):
    case = open_case(lamps)
    with case.writing():
        for words in (("read", lamps, "--workers", "1"), ("add", lamps, __file__, "--workers", "1")):
            ran = readingroom(*words)
            assert ran.code == 4
            assert "another process is writing" in ran.err
        assert readingroom("messages", lamps).code == 0  # looking works meanwhile
    case.close()


def test_a_newer_case_is_exit_code_6(readingroom, lamps):
    database = sqlite3.connect(lamps / "case.db")
    database.execute("UPDATE alembic_version SET version_num = '0999'")
    database.commit()
    database.close()
    assert readingroom("messages", lamps).code == 6


def test_a_broken_seal_is_exit_code_5(readingroom, lamps):
    (sealed,) = (lamps / "originals").iterdir()
    sealed.chmod(0o644)
    sealed.write_bytes(sealed.read_bytes()[:-1])
    ran = readingroom("verify", lamps)
    assert ran.code == 5
    assert f"originals/{sealed.name}: altered" in ran.err.replace("\n", "")
    assert json.loads(readingroom("verify", lamps, "--json").out)["whole"] is False


def test_a_lost_manifest_is_exit_code_1(readingroom, lamps):
    (lamps / "manifest-sha256.txt").unlink()
    assert readingroom("verify", lamps).code == 1


def test_a_check_is_exit_code_0_only_if_all_is_exact(readingroom, lamps, tmp_path):
    draft = tmp_path / "story.txt"
    draft.write_text('She wrote: "We counted 20 lamps on pier 0 and wrote each of them down."')
    ran = readingroom("check", lamps, draft)
    assert ran.code == 0
    assert "EXACT" in ran.out
    draft.write_text('She wrote: "We counted 21 lamps on pier 0 and wrote each of them down."')
    ran = readingroom("check", lamps, draft)
    assert ran.code == 21
    assert "ALTERED" in ran.out
    sheet = tmp_path / "sheet.html"
    assert readingroom("check", lamps, draft, "--sheet", sheet).code == 21
    assert "We counted" in sheet.read_text()


def test_the_record_of_the_request_is_set_and_shown(readingroom, lamps, tmp_path):
    assert "number: unknown" in readingroom("request", lamps).out
    record = tmp_path / "request.json"
    record.write_text(json.dumps({"number": "HLO-7", "letters": [{"date": "2012-01-09", "kind": "interim"}]}))
    shown = readingroom("request", lamps, "--set", record).out
    assert "number: HLO-7" in shown
    assert "letter: 2012-01-09, interim" in shown
    assert readingroom("request", lamps).out == shown


def test_a_picture_of_a_page_is_drawn(readingroom, lamps, tmp_path):
    target = tmp_path / "page.png"
    ran = readingroom("show", lamps, "lamps.pdf:2", "--picture", target, "--boxes", "words,fields,stamps,redactions")
    assert ran.code == 0
    assert target.read_bytes().startswith(b"\x89PNG")


def test_all_names_of_a_thing_show_it(readingroom, lamps):
    (copy_, *_) = json.loads(readingroom("copies", lamps, "--json").out)
    shown = [readingroom("show", lamps, name).out for name in (copy_["id"], copy_["message"], copy_["doc"])]
    assert all(copy_["subject"] in text for text in shown)
    assert json.loads(readingroom("show", lamps, copy_["id"], "--json").out) == copy_


HOSTILE = "a\x1b[31m\u202efdp\u009b31m\n[red]b.pdf"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_hostile_names_do_nothing_to_a_terminal(readingroom, tmp_path):
    case = tmp_path / "lamps.case"
    print_letters(tmp_path / "plain.pdf", 0).rename(tmp_path / HOSTILE)
    (tmp_path / "x\x1b[2J.txt").write_text("no mail")
    ran = [
        readingroom("add", case, tmp_path / HOSTILE, tmp_path / "x\x1b[2J.txt", "--workers", "1"),
        readingroom("read", case, "--workers", "1"),
        *(readingroom(command, case) for command in ("pages", "copies", "documents", "problems", "verify")),
        *(readingroom(command, case, "--jsonl") for command in ("pages", "copies", "documents", "problems")),
        readingroom("show", case, f"{HOSTILE}:1"),
        readingroom("show", case, f"{HOSTILE}:9"),
        readingroom("add", case, tmp_path / "\x1b]0;gone"),
    ]
    for one in ran:
        assert one.code in (0, 2, 9, 20)
        assert not {"\x1b", "\u202e", "\u009b"} & set(one.out + one.err)
    assert "[red]b" in ran[0].err  # no markup of ours either
    assert json.loads(readingroom("documents", case, "--json").out)[0]["source"] == HOSTILE


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u200e", "\u202e", "\u2066", "\ud800"])
def test_what_a_terminal_would_obey_is_tamed(character):
    assert tame(f"a{character}b") == "a\ufffdb"
    assert json.loads(json_text({"a": f"a{character}b"})) == {"a": f"a{character}b"}
    assert json_text({"a": character}).isprintable()


def test_an_object_stays_on_its_line():
    record = {"body": "one\u2028two\x85three\r\nfour \u00a0\U0001f6a2 \U000e0001"}
    assert len(json_text(record).splitlines()) == 1
    assert json.loads(json_text(record)) == record


@given(text())
def test_any_text_is_one_printable_line_of_json(words):
    told = json_text({"body": words})
    assert told.isprintable()
    assert json.loads(told) == {"body": words}


def test_python_m_readingroom_works_whatever_the_machine_speaks(sample_folder):
    ran = subprocess.run(
        [sys.executable, "-m", "readingroom", "stages", "--jsonl"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(ran.stdout.splitlines()[0])["name"] == "pages"
    ran = subprocess.run(
        [sys.executable, "-m", "readingroom", "check", str(sample_folder), str(sample_files().draft)],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert ran.returncode == 21
    assert "\u201cordered\u201d" in ran.stdout.decode()


def test_the_doctor_finds_this_machine_well(readingroom):
    ran = readingroom("doctor")
    assert ran.code == 0
    assert "SQLite" in ran.out
