"""The figures of reliability, on answers that one can count by hand."""

import pytest
from benchmarks.reliability import Answer, curve, expected_error, right_at

SURE = [Answer(0.98, True)] * 9 + [Answer(0.98, False)]
UNSURE = [Answer(0.6, True)] * 2 + [Answer(0.6, False)] * 2


def test_curve_and_its_error() -> None:
    bins = curve([*SURE, *UNSURE])
    assert [(one.count, pytest.approx(one.right)) for one in bins] == [(4, 0.5), (10, 0.9)]
    assert expected_error(bins) == pytest.approx((4 * 0.1 + 10 * 0.08) / 14)


def test_right_of_the_surest() -> None:
    answers = [*UNSURE, *SURE]
    assert right_at(answers, 10 / 14) == pytest.approx(0.9)
    assert right_at(answers, 12 / 14) == pytest.approx(10 / 12)  # two of the four that are equally unsure
    assert right_at(answers, 1.0) == pytest.approx(11 / 14)


def test_no_answers() -> None:
    assert (curve([]), expected_error([]), right_at([], 0.95)) == ([], 0.0, 0.0)
