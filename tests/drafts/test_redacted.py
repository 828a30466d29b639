"""Where a box stands in a text."""

import pytest

from readingroom.drafts import redaction_positions
from readingroom.model import Box, Passage, Redaction, RedactionKind, RedactionWhere, Run

# A page of two lines, 10 points high, 14 apart, 6 points a character.
LINES = ("We will        tomorrow", "and bring the boats.")


def page(lines=LINES, number: int = 1) -> Passage:
    text, runs = "", []
    for row, line in enumerate(lines):
        at = 0
        for word in line.split():
            at = line.index(word, at)
            start = len(text)
            runs.append(Run(start, start + len(word), number, box(row, at, at + len(word)), 1.0))
            text += word + " "
            at += len(word)
        text = text[:-1] + "\n"
    return Passage(text[:-1], tuple(runs))


def box(row: int, start: int, end: int, rows: int = 1) -> Box:
    return Box(6.0 * start, 14.0 * row, 6.0 * end, 14.0 * (row + rows - 1) + 10)


def redaction(place: Box, page_number: int = 1, where: RedactionWhere = RedactionWhere.BOX) -> Redaction:
    return Redaction(source="s", page=page_number, kind=RedactionKind.BLACK, where=where, box=place, codes=())


@pytest.mark.parametrize(
    ("place", "behind"),
    [
        (box(0, 8, 14), "tomorrow"),  # between two words of a line
        (box(0, 7, 16), "tomorrow"),  # reaching over the next word
        (box(0, 24, 40), "and"),  # at the end of a line
        (box(1, 21, 40), ""),  # at the end of the text
        (box(2, 0, 40, rows=1), ""),  # a line below
        (Box(0, -14, 200, -4), "We"),  # a line above
    ],
)
def test_a_box_stands_before_the_next_word(place, behind):
    passage = page()
    ((at, _),) = redaction_positions(passage, [redaction(place)])
    assert passage.text[at:].split(None, 1)[:1] == ([behind] if behind else [])


@pytest.mark.parametrize(
    "mark",
    [
        redaction(box(0, 8, 14), page_number=2),
        redaction(box(0, 8, 14), where=RedactionWhere.MARGIN),
        redaction(box(30, 0, 40)),
    ],
)
def test_marks_that_have_no_place_in_the_text(mark):
    assert redaction_positions(page(), [mark]) == ()


def test_boxes_come_in_order():
    second, first = redaction(box(1, 4, 9)), redaction(box(0, 8, 14))
    assert [one for _, one in redaction_positions(page(), [second, first])] == [first, second]
