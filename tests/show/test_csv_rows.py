"""Cells that no spreadsheet takes for a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.show import csv_lines, guard_cell


@pytest.mark.parametrize(
    "cell",
    [
        "=1",
        "+1 (202) 555-0100",
        "-SUM(A1)",
        "@cmd",
        "|x",
        "%x",
        " =1",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "\tplain",
        "\rplain",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u200b=1",
        "\ufeff=1",
        "\u202e=1",
    ],
)
def test_what_might_be_calculated_gets_an_apostrophe(cell):
    assert guard_cell(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=1", "12", "-12.5", "2011-07-26", "Rook, Ada", " plain", "(b)(6)", '"=1"'])
def test_everything_else_stays(cell):
    assert guard_cell(cell) == cell


def test_records_become_a_head_and_lines():
    records = [{"from": "Rook, Ada", "to": ["a", "b"]}, {"from": 'say "ha"', "to": []}]
    assert "".join(csv_lines(records)) == '"from","to"\r\n"Rook, Ada","a; b"\r\n"say ""ha""",""\r\n'


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"])), min_size=1))
def test_a_reader_gets_the_guarded_cells_back(cells):
    text = "".join(csv_lines([{str(at): cell for at, cell in enumerate(cells)}]))
    assert list(csv.reader(io.StringIO(text)))[1] == [guard_cell(cell) for cell in cells]
