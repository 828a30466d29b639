"""Values as rows of the tables of people and findings, in the order in which they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from readingroom.model import Actor, CorrectionFit, Designation, Ground, Post
from readingroom.store import found_tables
from readingroom.store.rows import RowsOf


def ground_row(ground: Ground) -> list[Any]:
    """A ground as JSON keeps it."""
    return [ground.kind.value, list(ground.words), list(ground.copies), ground.weight]


def _designation_row(designation: Designation) -> dict[str, Any]:
    return {
        "copy_id": designation.copy,
        "where": designation.where.value,
        "start": designation.start,
        "end": designation.end,
        "name": designation.name,
        "title": designation.title,
        "office": designation.office,
        "contacts": list(designation.contacts),
    }


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "addresses": list(actor.addresses),
        "grounds": list(map(ground_row, actor.grounds)),
        "copies": list(actor.copies),
        "sent": actor.sent,
        "received": actor.received,
        "first": actor.first,
        "last": actor.last,
    }


def _name_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for rank, name in enumerate(actor.names):
        yield {
            "actor_id": actor.id,
            "rank": rank,
            "id": name.id,
            "words": name.words,
            "sent": name.sent,
            "received": name.received,
            "copy_id": name.copy,
            "field": name.field.value,
        }


def _post_row(post: Post) -> dict[str, Any]:
    return post._asdict() | {"acting": int(post.acting), "kind": post.kind.value, "copies": list(post.copies)}


def _fit_row(fit: CorrectionFit) -> dict[str, Any]:
    return {
        "correction": fit.correction,
        "end": fit.end,
        "state": fit.state.value,
        "copies": list(fit.copies),
        "reads": fit.reads,
        "reads_state": fit.reads_state.value if fit.reads_state else "",
    }


FOUND_ROWS: tuple[tuple[Table, RowsOf], ...] = (
    (found_tables.designation, lambda values: map(_designation_row, values.designations)),
    (found_tables.actor, lambda values: map(_actor_row, values.actors)),
    (found_tables.actor_name, lambda values: (row for actor in values.actors for row in _name_rows(actor))),
    (found_tables.post, lambda values: map(_post_row, values.posts)),
    (found_tables.correction_fit, lambda values: map(_fit_row, values.fits)),
)
