"""People, offices and posts as JSON records: the keys are a contract (see docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from readingroom.model import Actor, Ground, GroundKind, Post, Span
from readingroom.show.records import Record, place_records

SourceName = Callable[[str], str]


def post_record(post: Post, places: Iterable[Span], source_name: SourceName) -> Record:
    """A post, and where it is printed."""
    return {
        "title": post.title,
        "office": post.office,
        "since": post.since,
        "until": post.until,
        "places": [place for span in places for place in place_records((span,), source_name(span.source))],
        "acting": post.acting,
        "ground": post.kind.value,
        "told": post.kind is GroundKind.TOLD,
        "source": post.source,
        "alias": post.alias,
        "holder": post.holder,
        "name": post.name,
        "copies": list(post.copies),
    }


def person_record(actor: Actor, posts: Sequence[Record]) -> Record:
    """One item of `people`."""
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "names": [name.words for name in actor.names],
        "addresses": list(actor.addresses),
        "posts": list(posts),
        "sent": actor.sent,
        "received": actor.received,
        "first": actor.first,
        "last": actor.last,
        "prints": [
            {"words": name.words, "sent": name.sent, "received": name.received, "copy": name.copy, "id": name.id}
            for name in actor.names
        ],
        "grounds": [ground_record(ground) for ground in actor.grounds],
        "copies": list(actor.copies),
    }


def ground_record(ground: Ground) -> Record:
    """Why two prints are taken for one actor's."""
    return {
        "kind": ground.kind.value,
        "words": list(ground.words),
        "copies": list(ground.copies),
        "weight": round(ground.weight, 2),
    }
