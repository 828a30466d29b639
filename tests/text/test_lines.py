import random

from readingroom.model import Box, Page, PageState, TextFrom, Word
from readingroom.text import lines_of


def _page(words):
    return Page(
        source="s", number=1, width=612, height=792, text_from=TextFrom.OCR, state=PageState.READ, words=tuple(words)
    )


def _print(rows, tilt=0.0):
    """Rows of (x, text), 12 points apart, boxes as tight as OCR makes them, on a page that drops `tilt` a point."""
    tight = {".": (7, 9), ",": (6, 10), "-": (4, 5), "'": (0, 3)}
    words = []
    for number, row in enumerate(rows):
        for x, text in row:
            top, bottom = tight.get(text, (2 if text.islower() and text.isalpha() else 0, 9))
            y = 100 + 12 * number + tilt * x
            words.append(Word(text, Box(x, y + top, x + 5 * len(text), y + bottom), 0.9))
    return words


def test_columns_of_a_header_stay_on_one_line_whatever_the_gap():
    page = _page(_print([[(40, "From:"), (200, "Doe,"), (225, "J")], [(40, "Sent:"), (200, "Tuesday")]]))
    assert [line.text for line in lines_of(page)] == ["From: Doe, J", "Sent: Tuesday"]


def test_small_marks_stay_on_the_line_of_their_neighbours():
    page = _page(_print([[(40, "so"), (52, "'"), (58, "It"), (70, "-"), (80, "is"), (92, ".")], [(40, "Next")]]))
    assert [line.text for line in lines_of(page)] == ["so ' It - is .", "Next"]


def test_lines_of_a_page_scanned_askew_are_not_mixed():
    text = "two of my three most serious were let go this morning without any charge at all"
    row = []
    x = 40
    for word in text.split():
        row.append((x, word))
        x += 5 * len(word) + 4
    for tilt in (0.01, -0.01, 0.02, -0.02):
        lines = lines_of(_page(_print([row] * 8, tilt)))
        assert [line.text for line in lines] == [text] * 8


def test_order_of_words_on_a_line_is_from_left_to_right_in_whatever_order_they_come():
    words = _print([[(40, "From:"), (200, "Doe,"), (225, "J")], [(40, "Sent:"), (200, "Tuesday")]])
    random.Random(3).shuffle(words)
    assert [line.text for line in lines_of(_page(words))] == ["From: Doe, J", "Sent: Tuesday"]


def test_stamps_are_left_out():
    page = _page(_print([[(40, "Body"), (400, "B6")]]))
    assert [line.text for line in lines_of(page, frozenset({1}))] == ["Body"]


def test_a_page_without_words_has_no_lines():
    assert lines_of(_page([])) == ()
