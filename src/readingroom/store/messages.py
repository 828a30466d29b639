"""Messages, their copies, links and conversations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, literal, or_, select, tuple_

from readingroom.model import CopyGround, FieldName, JoinGround, Link, LinkGround, LinkKind, Message, MessageStatus
from readingroom.store import tables
from readingroom.store.sqlite import Store
from readingroom.text import copy_place

A_LINE = 14  # points by which another reading may see the first line of a copy higher or lower


class MessageRow(NamedTuple):
    """A message with the values that a list shows, each from the copy that it is taken from."""

    message: Message
    sender: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str


def messages(store: Store, *, first: int = 0, limit: int = 2**31) -> Iterator[MessageRow]:
    """Messages by time sent (those without a time last), then id."""
    undated = tables.message.c.sent == ""
    asked = (
        select(tables.message).order_by(undated, tables.message.c.sent, tables.message.c.id).offset(first).limit(limit)
    )
    yield from _listed(store, asked)


def messages_sent(store: Store, then: str, *, first: int, limit: int) -> tuple[MessageRow, ...]:
    """Messages whose time of sending begins with `then` ("2011-03", "2011-03-04"), in order of time."""
    at = tables.message.c
    asked = select(tables.message).where(at.sent.startswith(then, autoescape=True)).order_by(at.sent, at.id)
    return tuple(_listed(store, asked.offset(first).limit(limit)))


def message_neighbours(store: Store, message: Message) -> tuple[str, str]:
    """The ids of the messages before and after this one in the order of `messages`; "" where there is none."""
    at = tables.message.c
    place = (message.sent == "", message.sent, message.id)
    order = tuple_(at.sent == "", at.sent, at.id)
    later = select(at.id).where(order > tuple_(*map(literal, place))).order_by(at.sent == "", at.sent, at.id).limit(1)
    backwards = ((at.sent == "").desc(), at.sent.desc(), at.id.desc())
    earlier = select(at.id).where(order < tuple_(*map(literal, place))).order_by(*backwards).limit(1)
    with store.read() as connection:
        return connection.execute(earlier).scalar() or "", connection.execute(later).scalar() or ""


def message_count(store: Store) -> int:
    """How many messages the copies read so far come to."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.message)).scalar() or 0


def message_by_id(store: Store, message_id: str) -> MessageRow | None:
    """One message, or None."""
    return next(_listed(store, select(tables.message).where(tables.message.c.id == message_id)), None)


def present_id(store: Store, message_id: str) -> str:
    """The id of the message that this one is now: itself, or the one that holds what was a former message's copies.

    A former message's copies are found again by their places: the same page, and no more than a line higher or lower.
    Where they are several messages now, the one with the most of them. "" where there is none.
    """
    with store.read() as connection:
        if connection.execute(select(tables.message.c.id).where(tables.message.c.id == message_id)).scalar():
            return message_id
        former = connection.execute(
            select(tables.former_message.c.copies).where(tables.former_message.c.id == message_id)
        ).scalar()
        votes = Counter(filter(None, (_message_at(connection, copy_id) for copy_id in former or ())))
    return max(votes, key=lambda found: (votes[found], found)) if votes else ""


def _message_at(connection: Connection, copy_id: str) -> str:
    """The message of the copy that is printed where this one was."""
    place = copy_place(copy_id)
    if place is None:
        return ""
    member, page = tables.message_copy.c, f"{place.source}-p{place.page}-y"
    asked = select(member.copy_id, member.message_id).where(member.copy_id.between(page, page + "~"))
    near = {}
    for there, message_id in connection.execute(asked):
        other = copy_place(there)
        if other:
            near[abs(other.top - place.top), there] = message_id
    nearest = min(near, default=None)
    return near[nearest] if nearest and nearest[0] <= A_LINE else ""


def messages_by_id(store: Store, ids: Sequence[str]) -> dict[str, MessageRow]:
    """Messages by id; ids that are not there are left out."""
    found: dict[str, MessageRow] = {}
    for at in range(0, len(ids), 500):
        asked = select(tables.message).where(tables.message.c.id.in_(ids[at : at + 500]))
        found.update((row.message.id, row) for row in _listed(store, asked))
    return found


def conversation_messages(store: Store, conversation: str) -> tuple[MessageRow, ...]:
    """The messages of a conversation, oldest first."""
    undated = tables.message.c.sent == ""
    asked = (
        select(tables.message)
        .where(tables.message.c.conversation == conversation)
        .order_by(undated, tables.message.c.sent, tables.message.c.id)
    )
    return tuple(_listed(store, asked))


def message_of_copies(store: Store, copies: Sequence[str]) -> dict[str, str]:
    """Copy id to message id, for those copies that have been joined."""
    found: dict[str, str] = {}
    with store.read() as connection:
        for at in range(0, len(copies), 500):
            asked = select(tables.message_copy.c.copy_id, tables.message_copy.c.message_id).where(
                tables.message_copy.c.copy_id.in_(copies[at : at + 500])
            )
            found.update((copy_id, message_id) for copy_id, message_id in connection.execute(asked))
    return found


def joined_copies(store: Store) -> tuple[tuple[str, str], ...]:
    """Copy and message of every copy that has been joined, by copy."""
    member = tables.message_copy.c
    with store.read() as connection:
        rows = connection.execute(select(member.copy_id, member.message_id).order_by(member.copy_id))
        return tuple((copy_id, message_id) for copy_id, message_id in rows)


def message_statuses(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """How each of these messages is present in the release: the value of its MessageStatus."""
    found: dict[str, str] = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(tables.message.c.id, tables.message.c.status).where(
                tables.message.c.id.in_(ids[at : at + 500])
            )
            found.update((row.id, row.status) for row in connection.execute(asked))
    return found


def links_of(store: Store, message_ids: Sequence[str]) -> tuple[Link, ...]:
    """Links from or to any of these messages."""
    found: set[Link] = set()
    with store.read() as connection:
        for at in range(0, len(message_ids), 400):
            some = message_ids[at : at + 400]
            asked = select(tables.link).where(or_(tables.link.c.later.in_(some), tables.link.c.earlier.in_(some)))
            found.update(
                Link(LinkKind(row.kind), row.later, row.earlier, row.ground, LinkGround(row.rests_on))
                for row in connection.execute(asked)
            )
    return tuple(sorted(found))


def _listed(store: Store, asked: Any) -> Iterator[MessageRow]:
    with store.read() as connection:
        rows = connection.execute(asked).all()
        for at in range(0, len(rows), 200):
            some = rows[at : at + 200]
            members = _members(connection, [row.id for row in some])
            wanted = {copy_id for row in some for copy_id in row.taken_from.values()}
            printed: dict[str, Any] = {
                row.id: row
                for row in connection.execute(
                    select(
                        tables.copy.c.id,
                        tables.copy.c.sender,
                        tables.copy.c.recipients,
                        tables.copy.c.cc,
                        tables.copy.c.subject,
                    ).where(tables.copy.c.id.in_(wanted))
                )
            }
            for row in some:
                yield _message_row(row, members.get(row.id, ()), printed)


def _members(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, CopyGround]]]:
    member = tables.message_copy.c
    found: dict[str, list[tuple[str, CopyGround]]] = {}
    for message_id, copy_id, (other, grounds, apart, alike) in connection.execute(
        select(member.message_id, member.copy_id, member.ground).where(member.message_id.in_(ids)).order_by(member.rank)
    ):
        ground = CopyGround(other, tuple(map(JoinGround, grounds)), apart, alike)
        found.setdefault(message_id, []).append((copy_id, ground))
    return found


def _message_row(row: Row[Any], members: Sequence[tuple[str, CopyGround]], printed: dict[str, Any]) -> MessageRow:
    def taken(name: FieldName, column: str, otherwise: Any) -> Any:
        source = printed.get(row.taken_from.get(name.value, ""))
        return otherwise if source is None else getattr(source, column)

    message = Message(
        id=row.id,
        copies=tuple(copy_id for copy_id, _ in members),
        taken_from=tuple((FieldName(name), copy_id) for name, copy_id in row.taken_from.items()),
        body_from=row.body_from,
        restored=tuple(map(FieldName, row.restored)),
        status=MessageStatus(row.status),
        conversation=row.conversation,
        sent=row.sent,
        grounds=tuple(ground for _, ground in members),
    )
    return MessageRow(
        message,
        taken(FieldName.FROM, "sender", ""),
        tuple(taken(FieldName.TO, "recipients", ())),
        tuple(taken(FieldName.CC, "cc", ())),
        taken(FieldName.SUBJECT, "subject", ""),
    )
