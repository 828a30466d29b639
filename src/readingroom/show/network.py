"""Who writes to whom: the busiest actors on a circle, a line for each two that wrote, and the same as a table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import Traffic
from readingroom.show.frame import Frame, Place

WIDTH, HEIGHT = 760, 560  # of the picture, in its own units, y downwards
CENTRE = (WIDTH / 2, HEIGHT / 2)
RADIUS = 210.0
NAME_AT = 226.0  # from the centre
THICKEST, THINNEST = 9.0, 0.6
BEND = 0.35  # of the way from a line's middle to the centre
ASIDE = 14.0  # the bend is so far to the right of the way: both directions of a pair stay apart
NAME_LENGTH = 24
DARKEST = 4


class Node(NamedTuple):
    """An actor on the circle."""

    name: str
    short: str
    href: str
    x: float
    y: float
    name_x: float
    name_y: float
    anchor: str  # which part of the name stands at name_x: "start", "middle" or "end"


class Arc(NamedTuple):
    """A line from one who wrote to one who got it: an SVG path."""

    path: str
    width: float
    words: str


class Cell(NamedTuple):
    """How many messages the row's actor wrote to the column's; `depth` 0..DARKEST says how dark."""

    messages: int
    depth: int
    words: str


class Row(NamedTuple):
    """What one actor wrote to each of the others."""

    who: Place
    around_href: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """Who writes to whom. Template: network.html."""

    frame: Frame
    around: Place | None  # the actor that the others wrote with, None where all are shown
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    rows: tuple[Row, ...]
    width: int
    height: int


def place_nodes(actors: Sequence[tuple[str, str]]) -> tuple[Node, ...]:
    """(name, href) of actors, set on the circle clockwise from the top."""
    nodes = []
    for number, (name, href) in enumerate(actors):
        turn = 2 * math.pi * number / len(actors)
        across, down = math.sin(turn), -math.cos(turn)
        nodes.append(
            Node(
                name,
                name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…",
                href,
                round(CENTRE[0] + RADIUS * across, 1),
                round(CENTRE[1] + RADIUS * down, 1),
                round(CENTRE[0] + NAME_AT * across, 1),
                round(CENTRE[1] + NAME_AT * down + 4 + 8 * down, 1),
                "middle" if abs(across) < 0.2 else "start" if across > 0 else "end",
            )
        )
    return tuple(nodes)


def draw_arcs(nodes: Mapping[str, Node], traffic: Iterable[Traffic]) -> tuple[Arc, ...]:
    """A bent line for each pair that wrote, the thinnest first; `nodes` by actor."""
    told = sorted(traffic, key=lambda one: (one.messages, one.sender, one.receiver))
    most = max((one.messages for one in told), default=1)
    arcs = []
    for one in told:
        here, there = nodes[one.sender], nodes[one.receiver]
        width = THINNEST + (THICKEST - THINNEST) * math.sqrt(one.messages / most)
        arcs.append(Arc(_bent(here, there), round(width, 1), traffic_words(one, here.name, there.name)))
    return tuple(arcs)


def _bent(here: Node, there: Node) -> str:
    along = (there.x - here.x, there.y - here.y)
    aside = ASIDE / (math.hypot(*along) or 1.0)
    middle = ((here.x + there.x) / 2, (here.y + there.y) / 2)
    bend_x = middle[0] + BEND * (CENTRE[0] - middle[0]) - along[1] * aside
    bend_y = middle[1] + BEND * (CENTRE[1] - middle[1]) + along[0] * aside
    return f"M{here.x:.1f} {here.y:.1f}Q{bend_x:.1f} {bend_y:.1f} {there.x:.1f} {there.y:.1f}"


def traffic_words(one: Traffic, sender: str, receiver: str) -> str:
    """What a line or a cell says."""
    messages = f"{one.messages:,} {'message' if one.messages == 1 else 'messages'}"
    days = f", {one.first}" if one.first else ""
    until = f" to {one.last}" if one.last != one.first else ""
    return f"{sender} to {receiver}: {messages}{days}{until}"


def table_rows(actors: Sequence[tuple[str, Place, str]], traffic: Iterable[Traffic]) -> tuple[Row, ...]:
    """(id, name with link, link to those around) of actors, as rows and as columns in the same order."""
    among = {(one.sender, one.receiver): one for one in traffic}
    most = max((one.messages for one in among.values()), default=1)

    def cell(sender: tuple[str, Place, str], receiver: tuple[str, Place, str]) -> Cell:
        one = among.get((sender[0], receiver[0]))
        if one is None:
            return Cell(0, 0, "")
        depth = math.ceil(DARKEST * math.sqrt(one.messages / most))
        return Cell(one.messages, depth, traffic_words(one, sender[1].words, receiver[1].words))

    return tuple(Row(sender[1], sender[2], tuple(cell(sender, other) for other in actors)) for sender in actors)
