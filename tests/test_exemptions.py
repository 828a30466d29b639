"""The table of exemption codes."""

import pytest

from readingroom.exemptions import EXEMPTIONS, LAWS, explain, explained
from readingroom.pages.code_forms import normal_codes


def test_each_row_names_a_law_and_each_law_has_a_row() -> None:
    assert {one.law for one in EXEMPTIONS} == set(LAWS)
    assert len({(one.law, one.code) for one in EXEMPTIONS}) == len(EXEMPTIONS)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("B6", "personnel, medical and similar files: personal privacy"),
        ("b7(c)", "law enforcement records: personal privacy"),
        ("Ex. 7(C)", "law enforcement records: personal privacy"),
        ("B5/DP", "(drafts and advice, attorney and client); deliberative process"),
        ("B3 INA", "section 222(f): visa records"),
        ("s.40(2)", "personal information"),
        ("552.108(a)(1)", "law enforcement"),
    ],
)
def test_meaning(code: str, meaning: str) -> None:
    assert explain(code)[0].meaning.endswith(meaning)


def test_a_code_that_several_laws_print_is_given_for_each() -> None:
    assert [one.law for one in explain("s.36")] == ["uk", "uk-sct"]
    assert explained("s.36").count(" | ") == 1


@pytest.mark.parametrize("code", ["", "(", "x", "B", "Ex. ", "Ex. Ex. 5", "((("])
def test_what_is_no_code_has_no_meaning(code: str) -> None:
    assert explain(code) in ((), explain("B5"))


def test_every_code_of_the_table_is_read_as_itself() -> None:
    """Printed as the table has it, with its law in front where the number alone could be anything."""
    assert [
        one.code
        for one in EXEMPTIONS
        if one.code not in normal_codes(f"§ {one.code}" if one.code[0].isdigit() else one.code) and one.law != "us-pra"
    ] == []
