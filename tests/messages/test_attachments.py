"""Attachments reunited with the message that names them: only where the page says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.messages import Naming, Print, reunite_attachments

MAIL = "harbour-p1"


def naming(*names: str, copy: str = "c1", document: str = MAIL, subject: str = "Gates", depth: int = 0) -> Naming:
    return Naming(copy, document, "harbour", 1, depth, subject, names)


def enclosed(title: str, page: int = 2, document: str = MAIL) -> Print:
    return Print(document, document, True, "harbour", page, page, title)


def far(title: str, page: int = 40) -> Print:
    return Print(f"harbour-p{page}", f"harbour-p{page - 1}", False, "harbour", page, page, title)


def joined(namings: list[Naming], *prints: Print) -> list[tuple[str, int, list[str]]]:
    found = reunite_attachments(namings, prints)
    return [(one.name, one.first_page, [ground.value for ground in one.grounds]) for one in found]


# What is named, what stands behind the mail or elsewhere, and what comes of it.
CASES = (
    ("Gate_survey.doc", enclosed("Gate_survey.doc / The gates were seen"), ["name", "place"]),
    ("Gate_survey.doc", enclosed("Gatc_survey.doc / The gates were seen"), ["name", "place"]),  # as OCR reads it
    ("GateSurvey_v2.doc", enclosed("SURVEY OF THE LOWER GATE / May 1911"), ["title", "place"]),
    ("HB88.pdf", enclosed("AN ACT ON LAMPS"), ["place"]),
    ("Gate_survey.doc", far("Gate_survey.doc / The gates were seen"), ["name"]),
    ("Gate_survey_final.doc", far("GATE SURVEY / May 1911"), ["title"]),
    ("Gate_list_final.doc", far("GATE SURVEY / May 1911"), []),
    ("final_draft.doc", far("FINAL DRAFT / Lamps of Wick"), []),
    ("image001.jpg", far("image001 / a lamp"), []),
    ("Lamp_oil.xls", enclosed("Gate_survey.doc / The gates were seen"), []),  # it says itself that it is another
)


@pytest.mark.parametrize(("name", "printed", "grounds"), CASES)
def test_grounds(name: str, printed: Print, grounds: list[str]) -> None:
    page = printed.first_page if grounds else 0
    assert joined([naming(name)], printed)[0] == (name, page, grounds)


def test_as_many_pages_as_names_are_taken_in_order() -> None:
    prints = (enclosed("AN ACT ON LAMPS", 2), enclosed("A BILL", 3))
    assert joined([naming("a1.pdf", "b2.pdf")], *prints) == [("a1.pdf", 2, ["place"]), ("b2.pdf", 3, ["place"])]
    assert joined([naming("a1.pdf", "b2.pdf")], prints[0])[:2] == [("a1.pdf", 0, []), ("b2.pdf", 0, [])]


def test_two_that_fit_equally_well_are_none() -> None:
    assert joined([naming("Gate_survey.doc")], far("GATE SURVEY", 40), far("GATE SURVEY", 60)) == [
        ("Gate_survey.doc", 0, [])
    ]


def test_the_same_file_in_the_same_thread() -> None:
    other = naming("HB88.pdf", copy="c2", document="harbour-p9", subject="RE: Gates")
    strange = naming("HB88.pdf", copy="c3", document="harbour-p10", subject="Lamps")
    assert joined([naming("HB88.pdf"), other, strange], enclosed("AN ACT ON LAMPS")) == [
        ("HB88.pdf", 2, ["place"]),
        ("HB88.pdf", 2, ["name"]),
        ("HB88.pdf", 0, []),
    ]


def test_what_nobody_names_is_told_by_its_place() -> None:
    assert joined([naming()], enclosed("Gate_survey.doc / The gates")) == [("Gate_survey.doc", 2, ["place"])]


@given(
    st.lists(st.lists(st.text(max_size=30), max_size=4), max_size=4),
    st.lists(st.tuples(st.text(max_size=60), st.booleans()), max_size=5),
)
def test_every_name_is_answered(names: list[list[str]], titles: list[tuple[str, bool]]) -> None:
    namings = [naming(*some, copy=f"c{at}") for at, some in enumerate(names)]
    prints = [enclosed(text, at + 2) if near else far(text, at + 40) for at, (text, near) in enumerate(titles)]
    found = reunite_attachments(namings, prints)
    assert [(one.copy, one.nth) for one in found if one.nth >= 0] == [
        (one.copy, nth) for one in namings for nth in range(len(one.names))
    ]
    assert all(bool(one.source) == bool(one.grounds) for one in found)


def test_a_document_numbered_shortly_after_the_mail_needs_fewer_words_or_the_day_of_the_name() -> None:
    """Mail H0100 names two files; H0103 and H0107 are no mail.

    H0103  June 14, 2009 / For: Gull     "memo lamps 061409.doc"   the same day
    H0107  SUBJECT: Trip to Ostwick      "Ostwick trip report.doc" two words of three
    """
    mail = Naming("c1", "d1", "a", 1, 0, "Papers", ("memo lamps 061409.doc", "Ostwick trip report.doc"), "H0100")
    memo = Print("d2", "", False, "b", 1, 2, "June 14, 2009 / For: Gull", "H0103")
    trip = Print("d3", "", False, "c", 1, 1, "SUBJECT: Trip to Ostwick", "H0107")
    assert [one.source for one in reunite_attachments([mail], [memo, trip])] == ["b", "c"]
    far = [one._replace(number=f"H02{one.number[-2:]}") for one in (memo, trip)]
    assert [one.source for one in reunite_attachments([mail], far)] == ["", ""]
