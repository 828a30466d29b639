"""Who writes to whom."""

from __future__ import annotations

from readingroom.case.ask_glance import ask_frame
from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.show.frame import Place
from readingroom.show.links import network_href, person_href
from readingroom.show.network import HEIGHT, WIDTH, NetworkView, draw_arcs, place_nodes, table_rows
from readingroom.store import actor_by_id, actors_by_id, busiest, traffic_among

ON_CIRCLE = 18


def ask_network(case: Case, around: str = "") -> NetworkView:
    """The busiest actors and what they wrote to each other; with `around`, one actor and who wrote most with it."""
    middle = actor_by_id(case.store, around) if around else None
    if around and middle is None:
        raise NotFound(f"there is nobody with the id {around}", "look for a printed name in the list of people")
    ids = busiest(case.store, ON_CIRCLE, middle.id if middle else "")
    found = actors_by_id(case.store, ids)
    shown = [found[one] for one in ids if one in found]
    traffic = traffic_among(case.store, [actor.id for actor in shown])
    nodes = place_nodes([(actor.name, person_href(actor.id)) for actor in shown])
    placed = {actor.id: node for actor, node in zip(shown, nodes, strict=True)}
    return NetworkView(
        frame=ask_frame(case),
        around=Place(middle.name, person_href(middle.id)) if middle else None,
        nodes=nodes,
        arcs=draw_arcs(placed, traffic),
        rows=table_rows(
            [(actor.id, Place(actor.name, person_href(actor.id)), network_href(actor.id)) for actor in shown], traffic
        ),
        width=WIDTH,
        height=HEIGHT,
    )
