"""Lists of addressees: what parts two names, and what only looks as if it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.copies.addressees import _BESIDE_NAME, split_addressees
from readingroom.copies.rows import rows_of
from readingroom.model import Passage
from tests.drawn import draw_page

PAIRS = [
    ("Quill, Nora; Marsh, Odo; V", ["Quill, Nora", "Marsh, Odo", "V"]),
    ("Quill, Nora", ["Quill, Nora"]),
    ("Nora Quill, Odo Marsh, Tess Lamb", ["Nora Quill", "Odo Marsh", "Tess Lamb"]),
    (
        "Nora Quill <nq@harbour.example>, Odo Marsh <om@harbour.example>",
        ["Nora Quill <nq@harbour.example>", "Odo Marsh <om@harbour.example>"],
    ),
    ('"Quill, Nora" <nq@harbour.example>', ['"Quill, Nora" <nq@harbour.example>']),
    ("Nora Quill/PL/HBR, Odo Marsh/LK/HBR", ["Nora Quill/PL/HBR", "Odo Marsh/LK/HBR"]),
    ("Quill; Nora L (HBR); Odo Marsh", ["Quill; Nora L (HBR)", "Odo Marsh"]),
    (
        "Von Quill; Nora (HBR sponsored); Marsh; Odo L; Todd; Lamb; Tess R (Dept. of Tides)",
        ["Von Quill; Nora (HBR sponsored)", "Marsh; Odo L", "Todd", "Lamb; Tess R (Dept. of Tides)"],
    ),
    ("Marsh; Odo L", ["Marsh", "Odo L"]),
    ("nq@ harbour.example, om @lock.example", ["nq@ harbour.example", "om @lock.example"]),
    ("Quill, Nora J., Marsh, Odo; Lamb, Tess", ["Quill, Nora J.", "Marsh, Odo", "Lamb, Tess"]),
    ("Quill, Jr., Nora J.; Lamb, Tess", ["Quill, Jr., Nora J.", "Lamb, Tess"]),
    ("Quill, Nora (HBR): Marsh, Odo; Lamb, Tess", ["Quill, Nora (HBR)", "Marsh, Odo", "Lamb, Tess"]),
    (";; ,", []),
]


@pytest.mark.parametrize(("text", "names"), PAIRS)
def test_split(text: str, names: list[str]) -> None:
    assert [part.text for part in split_addressees(Passage(text), ())] == names


HOLES = [
    ("'nquill              omarsh@harbour.example", ["'nquill", "omarsh@harbour.example"]),
    ("'nquill           <nquill", ["'nquill <nquill"]),
    ("'nquill           <nquill             'omarsh", ["'nquill <nquill", "'omarsh"]),
    ("'nquill                  '; Lamb, Tess", ["'nquill '", "Lamb, Tess"]),
    ("nquill           V; Lamb, Tess", ["nquill", "V", "Lamb, Tess"]),
    ("'nquill          Lamb, Tess", ["'nquill", "Lamb, Tess"]),
    ("Inquill,            lomarsh            Lamb, Tess", ["Inquill", "lomarsh", "Lamb, Tess"]),
    ("Reed, Ivo <               • Lamb, Tess", ["Reed, Ivo <", "• Lamb, Tess"]),
    ("Lamb,              Tess", ["Lamb, Tess"]),
    ("Nora  Quill; Odo Marsh", ["Nora Quill", "Odo Marsh"]),
]


@pytest.mark.parametrize(("line", "names"), HOLES)
def test_holes_that_addresses_left_part_addressees(line: str, names: list[str]) -> None:
    (row,) = rows_of((draw_page(line),), ())
    assert [part.text for part in split_addressees(row.passage, row.gaps)] == names


@given(st.text(max_size=80), st.lists(st.integers(0, 80), max_size=4))
def test_parts_are_in_order_and_of_the_text(text: str, gaps: list[int]) -> None:
    at = 0
    for part in split_addressees(Passage(text), tuple(gap for gap in sorted(set(gaps)) if 0 < gap < len(text))):
        whole = part.text.split("; ")[0]
        at = text.index(whole, at) + len(whole)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Nora Quill, Odo Marsh/HO/LOCKS", ["Nora Quill", "Odo Marsh/HO/LOCKS"]),
        ("Odo Marsh/HO/LOCKS, Nora Quill, Tess Lamb/X", ["Odo Marsh/HO/LOCKS", "Nora Quill", "Tess Lamb/X"]),
        ("Gates, Odo Marsh/HO/LOCKS", ["Gates", "Odo Marsh/HO/LOCKS"]),
        ("Tess Lamb/X, Marsh, Odo M (HO/HQ), Ned Oak/Y", ["Tess Lamb/X", "Marsh, Odo M (HO/HQ)", "Ned Oak/Y"]),
        ("Marsh, Odo M (HO/HQ), Tess Lamb/X", ["Marsh, Odo M (HO/HQ)", "Tess Lamb/X"]),
        (
            "Gates, Nora Quill <n@x.example>, Odo Marsh <o@x.example>, Tess Lamb <t@x.example>",
            ["Gates", "Nora Quill <n@x.example>", "Odo Marsh <o@x.example>", "Tess Lamb <t@x.example>"],
        ),
        (
            "Marsh, Odo <o@x.example>, Lamb, Tess <t@x.example>",
            ["Marsh, Odo <o@x.example>", "Lamb, Tess <t@x.example>"],
        ),
        (
            '"Marsh, Odo" <o@x.example>, Tess Lamb <t@x.example>',
            ['"Marsh, Odo" <o@x.example>', "Tess Lamb <t@x.example>"],
        ),
    ],
)
def test_commas_between_names_of_which_some_lack_an_address(printed: str, names: list[str]) -> None:
    assert [name.text for name in split_addressees(Passage(printed), ())] == names


def test_what_stands_beside_a_name_is_known_by_its_sign() -> None:
    """A count in an f-string once became two numbers in brackets, and no address was known any more."""
    assert _BESIDE_NAME.sub("", "Odo Marsh odo@web.example <x> /HBR").split() == ["Odo", "Marsh"]
