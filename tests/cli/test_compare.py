"""Two hand-overs of the same pages in one case: which file came with which, and what the second shows otherwise."""

import json

import pytest

from tests.case.releases import print_letters


@pytest.fixture
def case(tmp_path, readingroom):
    case = tmp_path / "lamps.case"
    readingroom("add", case, print_letters(tmp_path / "first.pdf", 0, 2, 4), "--release", "June")
    readingroom("add", case, print_letters(tmp_path / "second.pdf", 2, 4, 6), "--release", "September")
    readingroom("read", case, "--workers", "1")
    return case


def test_a_document_says_with_which_hand_over_it_came(case, readingroom):
    listed = json.loads(readingroom("documents", case, "--json").out)
    assert {(one["source"], *one["releases"]) for one in listed} == {("first.pdf", "June"), ("second.pdf", "September")}


def test_pages_that_are_gone_and_new_are_told_with_their_place(case, readingroom):
    told = json.loads(readingroom("compare", "June", "September", "--case", case, "--json").out)
    assert [(one["kind"], [at["page"] for at in (*one["in_a"], *one["in_b"])]) for one in told] == [
        ("page gone", [1]),
        ("page new", [3]),
    ]


def test_files_can_be_compared_by_name_and_nothing_differs_from_itself(case, readingroom):
    assert json.loads(readingroom("compare", "first.pdf", "first.pdf", "--case", case, "--json").out) == []


def test_an_unknown_release_is_refused(case, readingroom):
    ran = readingroom("compare", "June", "May", "--case", case)
    assert ran.code == 9
    assert "no release and no file is named May" in ran.err
