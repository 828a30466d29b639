"""Hand-overs: which files came together."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from readingroom.store.found_tables import handed_over, release
from readingroom.store.sqlite import Store


def add_to_release(store: Store, name: str, source_ids: Sequence[str]) -> None:
    """Keep that these files came with this hand-over, which is made if there is none of its name."""
    with store.write() as connection:
        if connection.execute(select(release).where(release.c.name == name)).first() is None:
            connection.execute(insert(release).values(name=name, received=""))
        known = set(connection.execute(select(handed_over.c.source_id).where(handed_over.c.release == name)).scalars())
        for source in sorted(set(source_ids) - known):
            connection.execute(insert(handed_over).values(source_id=source, release=name))


def releases_of_sources(store: Store) -> dict[str, tuple[str, ...]]:
    """The names of the hand-overs that a file came with, by its id; files of none are left out."""
    found: dict[str, tuple[str, ...]] = {}
    asked = select(handed_over.c.source_id, handed_over.c.release).order_by(
        handed_over.c.source_id, handed_over.c.release
    )
    with store.read() as connection:
        for source_id, name in connection.execute(asked):
            found[source_id] = (*found.get(source_id, ()), name)
    return found


def release_sources(store: Store, name: str) -> tuple[str, ...]:
    """The files that came with a hand-over, by id; none where it is not known."""
    asked = select(handed_over.c.source_id).where(handed_over.c.release == name).order_by(handed_over.c.source_id)
    with store.read() as connection:
        return tuple(connection.execute(asked).scalars())
