import pytest

from readingroom.messages.names import addressees_of, compare_addressees, compare_names, name_of
from readingroom.messages.verdict import Verdict

PAIRS = [
    # printed, printed elsewhere, can they be one person's?
    ("Farrow, Miriam T", "Miriam Farrow", Verdict.YES),
    ("Farrow, Miriam T", "Farrovv, Mirlam", Verdict.YES),  # OCR
    ("Farrow, Miriam T", '"Farrow, Miriam" <FarrowMT@lights.example>', Verdict.YES),
    ("Farrow, Miriam T", "FarrowMT@lights.example", Verdict.YES),
    ("Farrow, Miriam T [mailto:", "Farrow, Miriam T B6", Verdict.YES),
    ("FarrowMT@lights.example", "'farrowmt@lights.example'", Verdict.YES),
    ("Farrow, Miriam", "Farrow, Mim", Verdict.YES),
    ("M", "Miriam Farrow", Verdict.CANNOT_TELL),
    ("M", "FarrowMT@lights.example", Verdict.CANNOT_TELL),
    ("Keeper's Office on behalf of Farrow, Miriam", "Miriam Farrow", Verdict.YES),
    ("Farrow, Miriam", "Farrow, Theodor", Verdict.NO),
    ("Farrow, Miriam", "Okonjo, Paul", Verdict.NO),
    ("FarrowMT@lights.example", "okonjop@lights.example", Verdict.NO),
    ("", "Farrow, Miriam", Verdict.CANNOT_TELL),
    ("(b)(6)", "Farrow, Miriam", Verdict.CANNOT_TELL),
    ("B6", "B6", Verdict.CANNOT_TELL),
    ("M", "M", Verdict.YES),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_names(one, other, verdict):
    assert compare_names(name_of(one), name_of(other)) is verdict
    assert compare_names(name_of(other), name_of(one)) is verdict


def test_one_addressee_in_common_is_enough():
    def names(*printed):
        return addressees_of(map(name_of, printed))

    assert compare_addressees(names("Okonjo, Paul", "Farrow, Miriam"), names("Miriam Farrow")) is Verdict.YES
    assert compare_addressees(names("Okonjo, Paul"), names("Miriam Farrow")) is Verdict.NO
    assert compare_addressees(names("Okonjo, Paul"), names("farrowmt@lights.example")) is Verdict.CANNOT_TELL
    assert compare_addressees(names("Okonjo, Paul"), names()) is Verdict.CANNOT_TELL


@pytest.mark.parametrize("printed", ["", " ", "<" * 5000, "@" * 5000, "a@" * 5000, "b)(" * 5000, "\ud800", "김, 철수"])
def test_hostile_names_are_read(printed):
    name = name_of(printed)
    assert compare_names(name, name) in Verdict
