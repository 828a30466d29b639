"""Actors, their names and posts, and what people bring from outside on posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, delete, func, insert, or_, select

from readingroom.model import (
    Actor,
    ActorKind,
    Designation,
    FieldName,
    Ground,
    GroundKind,
    Post,
    PrintedName,
    ToldPost,
)
from readingroom.store import tables
from readingroom.store.found_tables import actor, actor_name, designation, post, told_post
from readingroom.store.sqlite import Store


class HeadRow(NamedTuple):
    """Whom the head of a copy prints, and of which message it is. All of a case may be in memory at once."""

    copy: str
    message: str  # "" while it has not been joined
    sent: str  # of the message
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    bcc: tuple[str, ...]
    sender_state: str  # FieldState of From


def heads(store: Store) -> Iterator[HeadRow]:
    """The heads of all copies, by id."""
    copy, member, message = tables.copy.c, tables.message_copy.c, tables.message.c
    joined = tables.copy.outerjoin(tables.message_copy, member.copy_id == copy.id).outerjoin(
        tables.message, message.id == member.message_id
    )
    asked = select(
        copy.id,
        member.message_id,
        func.coalesce(message.sent, copy.sent),
        copy.sender,
        copy.recipients,
        copy.cc,
        copy.fields[("parts", 3)],
        copy.fields[("states", 0)],
    ).select_from(joined)
    with store.read() as connection:
        for one, message_id, sent, sender, to, cc, bcc, state in connection.execute(asked.order_by(copy.id)):
            yield HeadRow(one, message_id or "", sent, sender, tuple(to), tuple(cc), tuple(bcc or ()), state)


def actors(store: Store, *, sought: str = "", kind: str = "", first: int = 0, limit: int = 2**31) -> tuple[Actor, ...]:
    """Actors, those first that sent and got most; of one kind, or with `sought` in a printed name, if asked."""
    at = actor.c
    asked = _sought(select(actor), sought, kind).order_by((at.sent + at.received).desc(), at.id)
    return tuple(_listed(store, asked.offset(first).limit(limit)))


def actor_count(store: Store, *, sought: str = "", kind: str = "") -> int:
    """How many `actors` would list."""
    with store.read() as connection:
        return connection.execute(_sought(select(func.count()).select_from(actor), sought, kind)).scalar() or 0


def actor_by_id(store: Store, asked_id: str) -> Actor | None:
    """The actor with this id, or that has a printed name with this id; None where there is none."""
    named = select(actor_name.c.actor_id).where(actor_name.c.id == asked_id)
    asked = select(actor).where(or_(actor.c.id == asked_id, actor.c.id.in_(named)))
    found = {one.id: one for one in _listed(store, asked)}
    return found.get(asked_id) or next(iter(found.values()), None)


def actors_by_id(store: Store, ids: Sequence[str]) -> dict[str, Actor]:
    """Actors by id, at most some hundred; ids that are not there are left out."""
    return {one.id: one for one in _listed(store, select(actor).where(actor.c.id.in_(ids)))}


def actors_of_prints(store: Store, prints: Sequence[str]) -> dict[str, str]:
    """Printed name to Actor.id, for those prints that are some actor's."""
    found: dict[str, str] = {}
    with store.read() as connection:
        for at in range(0, len(prints), 500):
            asked = select(actor_name.c.words, actor_name.c.actor_id).where(
                actor_name.c.words.in_(prints[at : at + 500])
            )
            found.update((words, actor_id) for words, actor_id in connection.execute(asked))
    return found


def posts(store: Store, holder: str | None = None) -> tuple[Post, ...]:
    """All posts, or those of one actor: by title (those without one last), office, time."""
    at = post.c
    asked = select(post).order_by(at.title == "", at.title, at.office, at.since, at.until, at.name, at.row)
    if holder is not None:
        asked = asked.where(at.holder == holder)
    with store.read() as connection:
        return tuple(map(_post, connection.execute(asked)))


def designations(store: Store, copies: Sequence[str] | None = None) -> Iterator[Designation]:
    """All designations, or those of at most 500 copies, by copy and place."""
    at = designation.c
    asked = select(designation).order_by(at.copy_id, at.where, at.start, at.end)
    if copies is not None:
        asked = asked.where(at.copy_id.in_(copies))
    with store.read() as connection:
        for row in connection.execute(asked):
            yield Designation(
                row.copy_id,
                GroundKind(row.where),
                row.start,
                row.end,
                row.name,
                row.title,
                row.office,
                tuple(row.contacts),
            )


def told_posts(store: Store) -> tuple[ToldPost, ...]:
    """The lines of all tables of posts that were brought, by table and line."""
    with store.read() as connection:
        rows = connection.execute(select(told_post).order_by(told_post.c.file, told_post.c.line)).all()
    return tuple(ToldPost(**row._mapping) for row in rows)


def keep_told_posts(store: Store, file: str, lines: Sequence[ToldPost]) -> int:
    """Keep the lines of a table in place of those that a table of this name brought before; says how many go."""
    with store.write() as connection:
        gone = connection.execute(delete(told_post).where(told_post.c.file == file)).rowcount
        if lines:
            connection.execute(insert(told_post), [line._asdict() for line in lines])
    return gone


def copy_places(store: Store, copies: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Source and page of these copies."""
    found: dict[str, tuple[str, int]] = {}
    at = tables.copy.c
    with store.read() as connection:
        for start in range(0, len(copies), 500):
            asked = select(at.id, at.source_id, at.page).where(at.id.in_(copies[start : start + 500]))
            found.update((copy, (source, page)) for copy, source, page in connection.execute(asked))
    return found


def _sought(asked: Select[Any], sought: str, kind: str) -> Select[Any]:
    if kind:
        asked = asked.where(actor.c.kind == kind)
    for word in sought.split():
        named = select(actor_name.c.actor_id).where(actor_name.c.words.icontains(word, autoescape=True))
        asked = asked.where(or_(actor.c.id.in_(named), actor.c.name.icontains(word, autoescape=True)))
    return asked


def _listed(store: Store, asked: Select[Any]) -> Iterator[Actor]:
    with store.read() as connection:
        rows = connection.execute(asked).all()
        for at in range(0, len(rows), 400):
            some = rows[at : at + 400]
            names: dict[str, list[PrintedName]] = {}
            for row in connection.execute(
                select(actor_name)
                .where(actor_name.c.actor_id.in_([row.id for row in some]))
                .order_by(actor_name.c.actor_id, actor_name.c.rank)
            ):
                name = PrintedName(row.id, row.words, row.sent, row.received, row.copy_id, FieldName(row.field))
                names.setdefault(row.actor_id, []).append(name)
            yield from (_actor(row, names.get(row.id, ())) for row in some)


def _actor(row: Row[Any], names: Sequence[PrintedName]) -> Actor:
    return Actor(
        row.id,
        ActorKind(row.kind),
        row.name,
        tuple(names),
        tuple(row.addresses),
        tuple(
            Ground(GroundKind(kind), tuple(words), tuple(copies), weight) for kind, words, copies, weight in row.grounds
        ),
        tuple(row.copies),
        row.sent,
        row.received,
        row.first,
        row.last,
    )


def _post(row: Row[Any]) -> Post:
    return Post(
        row.title,
        row.office,
        row.holder,
        row.name,
        row.since,
        row.until,
        bool(row.acting),
        GroundKind(row.kind),
        row.source,
        tuple(row.copies),
        row.alias,
    )
