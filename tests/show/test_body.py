"""A body for reading, drawn as a page."""

from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere
from readingroom.show.body import Piece, body_pieces
from readingroom.text import lines_of, passage_of_lines
from tests.drawn import CHARACTER, INK, LEFT, LINE, TOP, draw_page


def body(text):
    return passage_of_lines(lines_of(draw_page(text)))


def box(row, column, length, *codes):
    x0, y0 = LEFT + column * CHARACTER, TOP + row * LINE
    return Redaction(
        source="0" * 64,
        page=1,
        kind=RedactionKind.BLACK,
        where=RedactionWhere.BOX,
        box=Box(x0, y0, x0 + length * CHARACTER, y0 + INK),
        codes=codes,
    )


def test_lines_that_the_edge_of_the_paper_broke_are_joined():
    """The second line's first word had no room on the first; "now." ends its paragraph."""
    drawn = body(
        """
        We need case write-ups from
        Operation Harrow
        now.
        """
    )
    assert body_pieces(drawn, ()) == (Piece("We need case write-ups from Operation Harrow\nnow."),)


def test_an_empty_line_is_kept():
    drawn = body(
        """
        Tom,
        .
        Send ten.
        """
    )
    assert body_pieces(drawn, ()) == (Piece("Tom,\n\nSend ten."),)


def test_a_hyphen_at_a_line_end_keeps_its_line_end():
    drawn = body(
        """
        All of the light-
        houses.
        """
    )
    assert body_pieces(drawn, ())[0].text == "All of the light-\nhouses."


def test_a_box_stands_where_it_lies_in_the_text():
    drawn = body(
        """
        I told      that it was late
        and       went home.
        """
    )
    keyed = [("one", box(0, 7, 4, "B6")), ("two", box(1, 4, 5))]
    assert body_pieces(drawn, keyed) == (
        Piece("I told"),
        Piece("B6", "one"),
        Piece(" that it was late and"),
        Piece("", "two"),
        Piece(" went home."),
    )


def test_a_box_far_from_the_text_is_left_out():
    assert body_pieces(body("Send ten."), [("far", box(30, 0, 4))]) == (Piece("Send ten."),)


def test_a_body_without_text_has_no_pieces():
    assert body_pieces(body(""), [("far", box(30, 0, 4))]) == ()
