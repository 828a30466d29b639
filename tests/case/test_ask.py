"""Questions of the command line: one thing by any of its names, and everything of a kind."""

import json

import pytest

from readingroom.case import add_paths, make_case, read_case
from readingroom.case.ask_lists import list_documents, list_messages, list_pages, list_problems
from readingroom.case.ask_pages import ask_page
from readingroom.case.ask_show import draw_shown, find_shown
from readingroom.engine import InProcess
from readingroom.errors import NotFound, UsageError
from readingroom.store import documents, messages, sources
from tests.case.releases import print_letters


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ask")
    case = make_case(folder / "lamps.case")
    add_paths(case, [print_letters(folder / "a.pdf", 0), print_letters(folder / "b:1.pdf", 1, 3)], InProcess())
    read_case(case, InProcess())
    add_paths(case, [print_letters(folder / "late.pdf", 4, 6)], InProcess())  # and not read yet
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    add_paths(case, [folder / "broken.pdf"], InProcess())
    yield case
    case.close()


def source_named(case, name):
    return next(source for source in sources(case.store) if source.name == name)


def test_a_page_is_shown_by_file_and_number(case):
    shown = find_shown(case, "a.pdf:1")
    assert (shown.source, shown.page) == (source_named(case, "a.pdf").id, 1)
    assert "We counted 20 lamps on pier 0" in shown.text
    assert shown.record["state"] == "read"
    json.dumps(shown.record)


@pytest.mark.parametrize("name", ["a.pdf", "a", "the id", "twelve digits of the id"])
def test_a_file_has_several_names(case, name):
    source = source_named(case, "a.pdf")
    given = {"the id": source.id, "twelve digits of the id": source.id[:12]}.get(name, name)
    assert find_shown(case, f"{given}:1") == find_shown(case, "a.pdf:1")


def test_a_colon_in_a_name_is_no_hindrance(case):
    assert find_shown(case, "b:1.pdf:2").page == 2


@pytest.mark.parametrize("second", ["z.pdf", "line\nend.pdf"])
def test_a_file_that_came_twice_is_found_under_either_name(tmp_path, second):
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [print_letters(tmp_path / name, 0) for name in ("a.pdf", second)], InProcess())
    assert {find_shown(case, f"{name}:1").source for name in ("a.pdf", second)} == {sources(case.store)[0].id}
    case.close()


def test_a_page_that_waits_is_shown_as_waiting(case):
    shown = find_shown(case, "late.pdf:2")
    assert "(waiting)" in shown.text
    assert draw_shown(case, shown, ()).startswith(b"\x89PNG")
    with pytest.raises(UsageError, match="has not been read yet"):
        draw_shown(case, shown, ("words",))


def test_messages_copies_and_documents_are_shown(case):
    for row in messages(case.store):
        shown = find_shown(case, row.message.id)
        assert f"Subject: {row.subject}" in shown.text
        assert find_shown(case, row.message.copies[0]).record == shown.record
    for listed in documents(case.store):
        assert find_shown(case, listed.document.id).page == listed.document.first_page


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("a.pdf:2", "has no page 2"),
        ("a.pdf:0", "has no page 0"),
        ("broken.pdf:1", "has no page 1"),
        ("c.pdf:1", "no file called c.pdf"),
        ("", "nothing in this case"),
        ("%", "nothing in this case"),
        ("a.pdf:99999999", "nothing in this case"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(case, what, says):
    with pytest.raises(NotFound, match=says) as told:
        find_shown(case, what)
    assert told.value.hint


def test_every_expected_page_is_listed_read_or_not(case):
    state = {(case_page.source[:4], case_page.number): case_page.state for case_page in list_pages(case)}
    assert sorted(state.values()) == ["read"] * 3 + ["waiting"] * 2


def test_a_file_that_cannot_be_opened_is_a_problem_of_its_whole(case):
    (problem,) = list_problems(case)
    assert (problem.stage, problem.source, problem.page) == ("intake", source_named(case, "broken.pdf").id, 0)
    assert problem.hint
    assert problem.what.endswith((".", "d", "s", "n", "e"))  # words, not a code


def test_messages_come_with_body_and_copies(case):
    listed = {one.row.subject: one for one in list_messages(case)}
    assert {subject: len(one.copies) for subject, one in listed.items()} == {
        "Lamps for harbor 0": 2,
        "RE: Lamps for harbor 0": 1,
        "Lamps for harbor 1": 1,
        "RE: Lamps for harbor 1": 1,
    }
    assert listed["RE: Lamps for harbor 1"].body.startswith("We counted 23 lamps")
    assert all(one.kind.value == "mail" for one in list_documents(case))


def test_a_page_says_what_the_codes_on_it_stand_for(sample_case):
    """Page 11 of the sample bears (b)(6) and (b)(7)(C)."""
    source = sources(sample_case.store)[0]
    view = ask_page(sample_case, source.id, 11)
    assert any("B7(C): U.S. Freedom of Information Act" in line for one in view.redactions for line in one.means)
