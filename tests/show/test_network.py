"""The picture of who writes to whom."""

import pytest

from readingroom.model import Traffic
from readingroom.show.frame import Place
from readingroom.show.network import CENTRE, NAME_LENGTH, RADIUS, draw_arcs, place_nodes, table_rows, traffic_words

TRAFFIC = (Traffic("ada", "tom", 9, "2011-07-26", "2011-07-28"), Traffic("tom", "ada", 1, "2011-07-27", "2011-07-27"))


def nodes(*names):
    return dict(zip(names, place_nodes([(name, f"/person/{name}") for name in names]), strict=True))


def test_nodes_go_clockwise_from_the_top():
    top, right, bottom, left = nodes("a", "b", "c", "d").values()
    assert (top.x, top.y) == (CENTRE[0], CENTRE[1] - RADIUS)
    assert (right.x, right.anchor) == (CENTRE[0] + RADIUS, "start")
    assert (bottom.y, bottom.anchor) == (CENTRE[1] + RADIUS, "middle")
    assert (left.x, left.anchor) == (CENTRE[0] - RADIUS, "end")
    (long,) = place_nodes([("x" * 200, "/")])
    assert len(long.short) == NAME_LENGTH


def test_both_ways_are_two_lines_and_the_thicker_lies_on_top():
    thin, thick = draw_arcs(nodes("ada", "tom"), TRAFFIC)
    assert thin.width < thick.width
    assert thin.path != thick.path
    assert thick.words == "ada to tom: 9 messages, 2011-07-26 to 2011-07-28"
    assert thin.words == "tom to ada: 1 message, 2011-07-27"


def test_the_table_says_the_same():
    rows = table_rows([(name, Place(name, "/"), "/") for name in ("ada", "tom")], TRAFFIC)
    assert [[cell.messages for cell in row.cells] for row in rows] == [[0, 9], [1, 0]]
    assert [[cell.depth for cell in row.cells] for row in rows] == [[0, 4], [2, 0]]


@pytest.mark.parametrize("count", [0, 1, 2, 18])
def test_any_number_of_actors_can_be_drawn(count):
    names = [f"p{number}" for number in range(count)]
    pairs = [Traffic(one, other, 1, "", "") for one in names for other in names if one != other]
    assert len(draw_arcs(nodes(*names), pairs)) == count * (count - 1) if count else True
    assert all(traffic_words(pair, "a", "b") == "a to b: 1 message" for pair in pairs)
