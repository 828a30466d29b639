"""Prints of one name, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.people import read_print


def short(printed):
    """family / given / initials / what is no name in two parts / address / local part, those that are there."""
    read = read_print(printed)
    parts = (read.family, read.given, read.initials, read.generation, read.alone, read.address, read.local)
    return " / ".join(filter(None, parts))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Quill, Nora D", "quill / nora / d"),
        ("Nora D. Quill", "quill / nora / d"),
        ("'Quill, Nora D' <QuillND@harbour.example>", "quill / nora / d / quillnd@harbour.example"),
        ("Quill; Nora D (HBR)", "quill / nora / d"),
        ("Quill, Nora D [mailto:QuillND@harbour.example]", "quill / nora / d / quillnd@harbour.example"),
        ("Quill, Nora <quill @ harbour . example>", "quill / nora / quill@harbour.example"),
        ("Quill, Nora <QuillND©harbour.example>", "quill / nora / quillnd@harbour.example"),
        ("Nora Quill/O-DIR/HBR", "quill / nora"),
        ("Quill, Nora (HBR) [/O=HARBOUR/OU=FIRST/CN=RECIPIENTS/CN=NDQUILL]", "quill / nora / cn=ndquill"),
        ("Marsh, Odo On Behalf Of Quill, Nora", "quill / nora"),
        ("Keeper-General Dr. Nora Quill, P.E.", "quill / keeper-general / n"),
        ("Dr. Nora Quill, P.E.", "quill / nora"),
        ("Quill, Nora, Jr.", "quill / nora / jr"),
        ("Nora van der Quill", "vanderquill / nora"),
        ("Quill, Nora 3", "quill / nora / ?"),
        ("H. Odo Marsh", "marsh / odo / h"),
        ("'nora.quill", "nora.quill"),
        ("nquill <nquill", "nquill"),
        ("NQ", "nq"),
        ("NQ <nquill", "nq / nquill"),
        ("Harbour Press Office", "harbour press office"),
        ("L_SpecialAssistants", "l_specialassistants"),
        ("nora.quill@harbour.example <nora.quill@harbour.example>", "nora.quill@harbour.example"),
        ("(b)(6)", ""),
        ("B6", ""),
        ("Quill, Nora (b)(6)", "quill / nora"),
        ("•  ", ""),
        ("Quill, Nora; " * 40, ""),
    ],
)
def test_a_print_is_taken_apart(printed, expected):
    assert short(printed) == expected


def test_tags_and_a_title_before_a_family_name_are_kept():
    assert read_print("Nora Quill/O-DIR/HBR").tags == ("O-DIR", "HBR")
    assert read_print("Quill, Nora (HBR/OPS)").tags == ("HBR/OPS",)
    assert read_print("Commissioner Quill-Vane").family == read_print("Quill-Vane, Nora").family
    assert read_print("Commissioner Quill")[:6] == ("quill", "", "", "", "", "commissioner")


@given(st.text(max_size=300))
def test_any_text_is_read_in_no_time(text):
    read = read_print(text)
    assert not (read.family and read.alone)


def test_hostile_prints_are_read_in_no_time():
    for hostile in ("a" * 150, "<" * 160, "[mailto:" * 20, "a@" * 80, "/O=" * 50, "(" * 160, "A. " * 53, "a/" * 80):
        read_print(hostile)
