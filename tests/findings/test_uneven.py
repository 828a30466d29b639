"""Which blanks of a copy are uneven redactions, and which are not."""

import time

import pytest

from readingroom.findings.uneven import Sketch, families_of, find_uneven, shingles_of
from readingroom.model import FieldName, FieldState, Told
from tests.findings.printings import printing_of

OPEN = """
    Please count the lamps in the old store before Friday and
    tell nobody that the keeper has sold four of them already.
    We meet in the harbour at nine.
"""
BOXED = """
    Please count the lamps in the old store before Friday and
    tell nobody that ███B6███████████████████████████████████.
    We meet in the harbour at nine.
"""
IN_MARGIN = """
    Please count the lamps in the old store before Friday and
    tell nobody that                                                                          B6
    We meet in the harbour at nine.
"""
BLANK = """
    Please count the lamps in the old store before Friday and
    tell nobody that                               already.
    We meet in the harbour at nine.
"""
LOST = """
    Please count the lamps in the old store before Friday and
    tell nobody that already.
    We meet in the harbour at nine.
"""


def found(*printings):
    return find_uneven(printings, lambda _: None).uneven


@pytest.mark.parametrize(
    ("hides", "stamp", "told", "codes"),
    [
        (BOXED, "", Told.BOX, ("B6",)),
        (BOXED, "full", Told.BOX, ("B6",)),
        (IN_MARGIN, "B6 B5", Told.CODE, ("B6",)),
        (BLANK, "B6", Told.STAMP, ("B6",)),
        (BLANK, "", Told.BLANK, ()),
    ],
)
def test_what_is_hidden_in_one_copy_and_printed_in_another(hides, stamp, told, codes):
    (one,) = found(printing_of(hides, id_="hides", stamp=stamp), printing_of(OPEN, id_="shows", stamp="full"))
    assert one.words.startswith("the keeper has sold four of them")
    assert (one.part, one.message) == ("body", "m")
    assert [(place.copy, place.told, place.codes) for place in one.hidden_in] == [("hides", told, codes)]
    assert [place.copy for place in one.shown_in] == ["shows"]
    assert one.shown_in[0].spans[0].page == 1


@pytest.mark.parametrize(
    ("hides", "stamp"),
    [
        (LOST, "B6"),  # OCR lost words and left no room for them
        (BLANK, "full"),  # a blank in a document that is released in full
        ("\n    Please count the lamps in the old store before Friday and\n", "B6"),  # the quotation ends there
        (OPEN.replace("keeper", "kceper"), "B6"),  # a word read otherwise
    ],
)
def test_what_is_only_lost_or_cut(hides, stamp):
    ends = printing_of(hides, id_="hides", stamp=stamp, ends=True)
    assert found(ends, printing_of(OPEN, id_="shows", stamp="full")) == ()


def test_several_copies_that_hide_the_same_words_are_one_finding():
    (one,) = found(
        printing_of(BOXED, id_="b"),
        printing_of(BLANK, id_="c", stamp="B6"),
        printing_of(OPEN, id_="a", stamp="full"),
        printing_of(OPEN, id_="d", stamp="full"),
    )
    assert [(place.copy, place.told) for place in one.hidden_in] == [("b", Told.BOX), ("c", Told.STAMP)]


def test_each_of_two_copies_hides_what_the_other_prints():
    first = """
        The lamps are counted. The sixth is cracked through.
        ██████████B5██████████
        Send them by boat.
    """
    second = """
        The lamps are counted. ██████████████B5██████████████
        Nobody may tell it.
        Send them by boat.
    """
    words = {one.words for one in found(printing_of(first, id_="one"), printing_of(second, id_="two"))}
    assert words == {"The sixth is cracked through.", "Nobody may tell it."}


def test_words_that_stand_there_as_something_else_are_not_hidden():
    """The line was read as part of the subject: the page prints it all the same."""
    page = "\n    the keeper has sold four of them already and more\n" + BLANK
    hides = printing_of(BLANK, id_="hides", stamp="B6")
    hides = hides._replace(sheets=printing_of(page, id_="hides").sheets)
    assert found(hides, printing_of(OPEN, id_="shows", stamp="full")) == ()


def test_links_that_one_print_spells_out_are_not_hidden():
    linked = OPEN.replace("the keeper has sold four of them", "see <http://lamps.example/list> at")
    assert found(printing_of(BLANK, id_="hides", stamp="B6"), printing_of(linked, id_="shows")) == ()


def test_another_message_with_the_same_ending_is_not_held_against_it():
    other = "\n    Nothing has come from the inspector since Monday.\n    We meet in the harbour at nine.\n"
    assert found(printing_of(BOXED, id_="a"), printing_of(other, id_="b", message="n")) == ()


def test_messages_that_print_much_the_same_are_held_against_each_other():
    (one,) = found(printing_of(BOXED, id_="a"), printing_of(OPEN, id_="b", message="n"))
    assert one.message == "n"


def test_a_sender_hidden_in_one_header_and_printed_in_another():
    hides = printing_of(
        OPEN, id_="hides", stamp="B6", fields={"subject": "Lamps"}, states={FieldName.FROM: FieldState.REDACTED}
    )
    shows = printing_of(OPEN, id_="shows", fields={"from": "Farrow, Miriam T", "subject": "Lamps"})
    (one,) = found(hides, shows)
    assert (one.part, one.words, one.hidden_in[0].told) == ("from", "Farrow, Miriam T", Told.FIELD)


def test_codes_that_differ():
    other = BOXED.replace("B6", "B5")
    differing = find_uneven((printing_of(BOXED, id_="a"), printing_of(other, id_="b")), lambda _: None).differing
    assert [sorted(place.codes for place in one.places) for one in differing] == [[("B5",), ("B6",)]]
    assert differing[0].before.endswith("tell nobody that")


def test_the_order_of_the_copies_carries_no_meaning():
    copies = [printing_of(text, id_=id_, stamp="B6") for id_, text in zip("abc", (OPEN, BOXED, BLANK), strict=True)]
    assert found(*copies) == found(*reversed(copies))


def test_longer_words_and_surer_signs_weigh_more():
    (boxed,) = found(printing_of(BOXED, id_="a"), printing_of(OPEN, id_="b"))
    (blank,) = found(printing_of(BLANK, id_="a", stamp="B6"), printing_of(OPEN, id_="b"))
    assert boxed.weight > blank.weight


def sketch(id_, message, text, *, hides=True, sent=""):
    return Sketch(id_, message, sent, "lamps", shingles_of(text.lower().split()), hides)


def test_families():
    assert families_of(
        [
            sketch("a", "m", OPEN),
            sketch("b", "n", OPEN.replace("Friday", "Monday")),  # much the same words
            sketch("c", "o", "other words of which none stands above in any order at all " * 3),
            sketch("d", "p", "will do", sent="2019-03-04T09:15"),  # one minute and one subject
            sketch("e", "q", "ok", sent="2019-03-04T09:15"),
            sketch("f", "r", "nothing hides here", hides=False),
            sketch("g", "r", "nothing hides here", hides=False),
        ]
    ) == (("a", "b"), ("d", "e"))


@pytest.mark.slow
def test_a_thousand_near_equal_copies_cost_seconds():
    copies = [printing_of(OPEN.replace("nine", f"nine {n}"), id_=f"c{n:04}", stamp="B6") for n in range(1000)]
    began = time.process_time()
    found(*copies)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("text", ["", " ", "█", "\n\n", "x" * 5000, "a " * 3000])
def test_odd_texts(text):
    found(printing_of(text, id_="a", stamp="B6"), printing_of(OPEN, id_="b"), printing_of(text, id_="c"))
