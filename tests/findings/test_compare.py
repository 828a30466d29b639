"""Two releases of the same pages: which page is which, and what the second shows otherwise."""

import time

from readingroom.findings import ComparedPage, PageMatch, PageSketch, match_pages, page_differences
from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere
from tests.drawn import CHARACTER, LEFT, LINE, TOP, draw_page


def sketch(*prints, number=""):
    return PageSketch(number, frozenset(prints))


def page(text, *marks):
    """A page as drawn; each mark is a row, a first and a last column, and codes."""
    boxes = (
        (Box(LEFT + first * CHARACTER, TOP + row * LINE, LEFT + last * CHARACTER, TOP + row * LINE + 10), codes)
        for row, first, last, codes in marks
    )
    drawn = draw_page(text)
    redactions = tuple(
        Redaction(source=drawn.source, page=1, kind=RedactionKind.BLACK, where=RedactionWhere.BOX, box=box, codes=codes)
        for box, codes in boxes
    )
    return ComparedPage(drawn.source, 1, drawn.words, redactions)


def told(one, other):
    return [(one.kind.value, one.words) for one in page_differences(one, other)]


OPEN = page("We met Odo Quill at noon\nand he sent the lamps")
HIDDEN = page("We met           at noon\nand he sent the lamps", (0, 7, 16, ("B6",)))


def test_a_name_that_a_box_hid_is_newly_shown_and_the_other_way_round_newly_hidden():
    assert told(HIDDEN, OPEN) == [("newly shown", "Odo Quill")]
    assert told(OPEN, HIDDEN) == [("newly hidden", "Odo Quill")]
    (shown,) = page_differences(HIDDEN, OPEN)
    assert shown.codes == ("B6",)
    assert len(shown.one.boxes) == 1
    assert len(shown.other.boxes) == 2


def test_misread_words_and_a_lost_one_are_no_difference():
    assert told(OPEN, page("We met 0do QuiIl at noon\nand he sent the 1amps")) == []
    assert told(OPEN, page("We met Odo Quill at\nand he sent the lamps")) == []


def test_several_words_that_are_gone_are_told_without_a_mark():
    assert told(OPEN, page("We met Odo Quill at noon")) == [("newly hidden", "and he sent the lamps")]


def test_another_code_at_the_same_place_is_a_swap():
    again = page("We met           at noon\nand he sent the lamps", (0, 7, 16, ("B5",)))
    (swap,) = page_differences(HIDDEN, again)
    assert (swap.kind.value, swap.codes, swap.other_codes) == ("codes swapped", ("B6",), ("B5",))


def test_pages_are_found_by_number_by_text_and_between_neighbours():
    one = [sketch(1, 2, 3, number="W1"), sketch(), sketch(4, 5, 6), sketch(7, 8, 9)]
    other = [sketch(40, 41, 42), sketch(1, 2, 3, number="W1"), sketch(), sketch(4, 5, 6, 10)]
    assert match_pages(one, other) == (
        PageMatch(0, 1),
        PageMatch(1, 2),
        PageMatch(2, 3),
        PageMatch(3, None),
        PageMatch(None, 0),
    )


def test_five_thousand_pages_take_no_time():
    one = [sketch(*range(at * 20, at * 20 + 24)) for at in range(5000)]
    began = time.monotonic()
    matches = match_pages(one, one[50:] + one[:50])
    assert all(match.one is not None and match.other is not None for match in matches)
    assert time.monotonic() - began < 10
