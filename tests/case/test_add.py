"""What is added: sealed and counted; what cannot be, said; and nothing done twice."""

import os
import sys

import pytest

from readingroom.case import add_paths, make_case, read_case
from readingroom.case.ask_lists import list_problems
from readingroom.case.ask_names import names_of
from readingroom.engine import InProcess
from readingroom.store import documents, log_entries, sources
from tests.case.releases import print_letters


@pytest.fixture
def case(tmp_path):
    case = make_case(tmp_path / "lamps.case")
    yield case
    case.close()


def added(case, *paths):
    return add_paths(case, paths, InProcess())


def test_files_and_folders_are_added_and_told_of_one_by_one(case, tmp_path):
    (tmp_path / "given").mkdir()
    print_letters(tmp_path / "given" / "a.pdf", 0, 1)
    (tmp_path / "given" / "b.txt").write_text("no mail")
    told = []
    result = add_paths(case, [tmp_path / "given"], InProcess(), told.append)
    assert list(result) == told
    assert [(one.path.name, one.source.pages, one.new, one.source.problem) for one in result] == [
        ("a.pdf", 2, True, ""),
        ("b.txt", 0, True, "not_read_yet"),
    ]
    assert [what for _, what, _ in log_entries(case.store)] == ["case made", "added", "added"]
    (problem,) = list_problems(case)
    assert (problem.stage, problem.page) == ("intake", 0)
    assert problem.what != problem.reason


def test_a_path_given_twice_is_sealed_once(case, tmp_path):
    file = print_letters(tmp_path / "a.pdf", 0)
    assert [(one.new, one.why_not) for one in added(case, file, file)] == [(True, ""), (False, "")]
    assert len(sources(case.store)) == 1


def test_the_same_bytes_under_two_names_are_one_source_whichever_comes_first(tmp_path):
    files = [print_letters(tmp_path / name, 0) for name in ("b.pdf", "a.pdf")]
    for number, order in enumerate((files, files[::-1])):
        case = make_case(tmp_path / f"{number}.case")
        added(case, *order)
        assert [source.name for source in sources(case.store)] == ["a.pdf"]


def test_two_files_of_one_name_are_told_apart(case, tmp_path):
    (tmp_path / "june").mkdir()
    added(case, print_letters(tmp_path / "a.pdf", 0), print_letters(tmp_path / "june" / "a.pdf", 4))
    read_case(case, InProcess())
    names = names_of(case.store)
    assert sorted(names.source.values()) == sorted(f"a~{source.id[:6]}.pdf" for source in sources(case.store))
    assert len(set(names.doc.values())) == len(names.doc) == 2


def test_documents_come_in_the_order_of_their_files_names(case, tmp_path):
    names = [f"{letter}.pdf" for letter in "febdac"]
    added(case, *(print_letters(tmp_path / name, at) for at, name in enumerate(names)))
    read_case(case, InProcess())
    by_id = {source.id: source.name for source in sources(case.store)}
    assert [by_id[row.document.source] for row in documents(case.store)] == sorted(names)


def test_documents_of_two_files_that_differ_in_their_ending_are_told_apart(case, tmp_path):
    added(case, *(print_letters(tmp_path / name, at) for at, name in enumerate(("a.pdf", "a.PDF", "b.pdf"))))
    read_case(case, InProcess())
    assert sorted(names_of(case.store).doc.values()) == ["a.PDF", "a.pdf", "b"]


def test_a_file_that_is_no_pdf_inside_costs_no_other(case, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n" + b"nothing " * 100)
    broken, good = added(case, tmp_path / "broken.pdf", print_letters(tmp_path / "good.pdf", 0))
    assert broken.source.pages == 0
    assert broken.source.problem
    assert good.source.pages == 1
    assert read_case(case, InProcess()).finished


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_what_cannot_be_sealed_is_said(case, tmp_path):
    (tmp_path / "given").mkdir()
    os.mkfifo(tmp_path / "given" / "pipe")
    (tmp_path / "given" / "link").symlink_to("/etc/passwd")
    result = added(case, tmp_path / "given", tmp_path / "gone")
    assert [(one.path.name, one.source, one.why_not) for one in result] == [
        ("link", None, "is a link; links are not followed"),
        ("pipe", None, "is no regular file"),
        ("gone", None, "No such file or directory"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_may_be_any_bytes(case, tmp_path):
    names = [b"caf\xe9.pdf", b"two\nlines.pdf", "left\u202efdp.pdf".encode()]
    for number, name in enumerate(names):
        print_letters(tmp_path / "plain.pdf", number).rename(tmp_path / os.fsdecode(name))
    result = added(case, *(tmp_path / os.fsdecode(name) for name in names))
    assert [one.source.name for one in result] == ["caf\\xe9.pdf", "two\nlines.pdf", "left\u202efdp.pdf"]
    assert read_case(case, InProcess()).finished
