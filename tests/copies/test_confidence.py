"""How far values from OCR are trusted."""

from itertools import pairwise

import pytest

from readingroom.copies.calibration import TABLES, calibrated
from readingroom.model import FieldName, FieldState
from tests.copies.reading import read_drawn

MAIL = """
    From: Quill, Nora
    Sent: Tuesday, November 10, 2009 3:30 PM
    To: Marsh, Odo
    Subject: Gates

    Are they shut?
"""
SHOWN = (FieldName.FROM, FieldName.TO, FieldName.SENT, FieldName.SUBJECT)


@pytest.mark.parametrize("name", FieldName)
def test_tables_rise_and_leave_out_what_is_nearly_sure(name: FieldName) -> None:
    table = TABLES[name]
    assert table[0][0] == 0.0
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(table))
    assert all(share < 0.9 or share >= 0.99 for _, share in table)
    assert calibrated(name, 0.0) == table[0][1]
    assert calibrated(name, 1.0) == table[-1][1]


@pytest.mark.parametrize(("words", "sure"), [(1.0, SHOWN), (0.96, SHOWN), (0.7, (FieldName.SENT,)), (0.3, ())])
def test_doubt_of_the_engine_reaches_the_field(words: float, sure: tuple[FieldName, ...]) -> None:
    (copy_,) = read_drawn(MAIL, confidence=words).copies
    assert tuple(name for name in FieldName if name in SHOWN and copy_.field(name).confidence >= 0.9) == tuple(
        name for name in FieldName if name in sure
    )


def test_what_a_scan_does_not_show_may_be_lost() -> None:
    blank = """
        From: Quill, Nora
        Sent: Tuesday, November 10, 2009 3:30 PM
        To: Marsh, Odo
        Subject: Gates

        -----Original Message-----
        From: Marsh, Odo
        Sent: Monday, November 9, 2009 8:19 AM
        To:
        Subject: Gates

        Are they shut?
    """
    for words, state in ((1.0, FieldState.BLANK), (0.9, FieldState.UNDETERMINED)):
        assert read_drawn(blank, confidence=words).copies[1].field(FieldName.TO).state is state


def test_a_value_of_which_no_letter_is_told_is_unreadable() -> None:
    (copy_,) = read_drawn(MAIL, confidence=0.05).copies
    assert copy_.field(FieldName.FROM).state is FieldState.UNREADABLE
