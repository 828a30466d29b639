"""Who wrote to whom."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, union_all

from readingroom.model import Traffic
from readingroom.store.found_tables import traffic
from readingroom.store.sqlite import Store


def busiest(store: Store, limit: int, around: str = "") -> tuple[str, ...]:
    """The ids of the actors that wrote and got most; with `around` that one first, then who wrote most with it."""
    at = traffic.c
    if around:
        sides = ((at.receiver, at.sender), (at.sender, at.receiver))
        ends = [select(other.label("actor"), at.messages).where(own == around) for other, own in sides]
    else:
        ends = [select(end.label("actor"), at.messages) for end in (at.sender, at.receiver)]
    both = union_all(*ends).subquery()
    total = func.sum(both.c.messages)
    asked = select(both.c.actor).group_by(both.c.actor).order_by(total.desc(), both.c.actor).limit(limit)
    with store.read() as connection:
        found = tuple(connection.execute(asked).scalars())
    return (around, *found[: limit - 1]) if around and found else found


def traffic_among(store: Store, actors: Sequence[str]) -> tuple[Traffic, ...]:
    """The traffic between these actors, the most first."""
    at = traffic.c
    columns = (at.sender, at.receiver, at.messages, at.first, at.last)
    asked = select(*columns).where(at.sender.in_(actors), at.receiver.in_(actors))
    with store.read() as connection:
        rows = connection.execute(asked.order_by(at.messages.desc(), at.sender, at.receiver))
        return tuple(Traffic(*row) for row in rows)
