"""What gaps are found by, and the gaps that were found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, Text, func, select, type_coerce

from readingroom.model import (
    Box,
    Copy,
    Gap,
    GapKind,
    GapStrength,
    Link,
    LinkGround,
    LinkKind,
    Redaction,
    RedactionWhere,
    Searched,
    Span,
    StampKind,
    Telling,
    TellingKind,
)
from readingroom.store import found_tables, tables
from readingroom.store.copies import copies_by_id
from readingroom.store.pages import redaction_of
from readingroom.store.sqlite import Store


class MessageSkeleton(NamedTuple):
    """A message without its words, as its best copies print it. All of a case at a time."""

    id: str
    conversation: str
    status: str
    sent: str
    sender: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    copies: tuple[str, ...]  # the best first
    words: int  # of the longest body that a copy shows


def message_skeletons(store: Store) -> Iterator[MessageSkeleton]:
    """Every message of the case, by id."""
    copy_, member, message = tables.copy.c, tables.message_copy.c, tables.message.c
    with store.read() as connection:
        printed = {
            row.id: row
            for row in connection.execute(
                select(
                    copy_.id,
                    copy_.sender,
                    type_coerce(copy_.recipients, Text).label("recipients"),
                    type_coerce(copy_.cc, Text).label("cc"),
                    copy_.subject,
                    copy_.body_words,
                )
            )
        }
        members: dict[str, list[str]] = {}
        for message_id, copy_id in connection.execute(select(member.message_id, member.copy_id).order_by(member.rank)):
            members.setdefault(message_id, []).append(copy_id)
        rows = connection.execute(
            select(
                message.id,
                message.conversation,
                message.status,
                message.sent,
                type_coerce(message.taken_from, Text).label("taken_from"),
            ).order_by(message.id)
        )
        for row in rows:
            taken = json.loads(row.taken_from)
            copies = tuple(members.get(row.id, ()))
            shown = [printed[one] for one in copies if one in printed]
            yield MessageSkeleton(
                row.id,
                row.conversation,
                row.status,
                row.sent,
                _of(printed, taken, "from", "sender"),
                tuple(json.loads(_of(printed, taken, "to", "recipients") or "[]")),
                tuple(json.loads(_of(printed, taken, "cc", "cc") or "[]")),
                _of(printed, taken, "subject", "subject"),
                copies,
                max((one.body_words for one in shown), default=0),
            )


def _of(printed: dict[str, Row[Any]], taken: dict[str, str], field: str, column: str) -> str:
    row = printed.get(taken.get(field, ""))
    return "" if row is None else str(getattr(row, column))


def tellings(store: Store) -> Iterator[Telling]:
    """All phrases that speak of something elsewhere, by document."""
    at = found_tables.telling.c
    with store.read() as connection:
        for row in connection.execute(select(found_tables.telling).order_by(at.document_id, at.id)):
            yield Telling(
                TellingKind(row.kind),
                row.document_id,
                row.copy_id,
                row.source_id,
                row.page,
                row.start,
                row.end,
                row.words,
                row.who,
                tuple(row.topic),
                row.reach,
                row.weight,
            )


def links(store: Store) -> tuple[Link, ...]:
    """All links of the case, sorted."""
    at = tables.link.c
    asked = select(at.kind, at.later, at.earlier, at.ground, at.rests_on).order_by(at.later, at.earlier)
    with store.read() as connection:
        return tuple(
            Link(LinkKind(row.kind), row.later, row.earlier, row.ground, LinkGround(row.rests_on))
            for row in connection.execute(asked)
        )


def stamped_numbers(store: Store) -> dict[tuple[str, int], tuple[str, tuple[Span, ...]]]:
    """Source and page of each page with a Bates number: the number and its place; of several the smallest."""
    at = tables.stamp.c
    asked = select(tables.stamp).where(at.kind == StampKind.BATES.value, at.number != "").order_by(at.number, at.id)
    found: dict[tuple[str, int], tuple[str, tuple[Span, ...]]] = {}
    with store.read() as connection:
        for row in connection.execute(asked):
            span = Span(row.source_id, row.page, (Box(row.x0, row.y0, row.x1, row.y1),))
            found.setdefault((row.source_id, row.page), (row.number, (span,)))
    return found


def sheets(store: Store) -> tuple[Redaction, ...]:
    """Marks that stand for pages: sheets, rows of lists, codes alone on a page, denials of a document; by place."""
    at = tables.redaction.c
    asked = (
        select(tables.redaction)
        .where(
            (at.pages > 0)
            | (at.where == RedactionWhere.PAGE.value)
            | ((at.where == RedactionWhere.DOCUMENT.value) & (at.text != ""))
        )
        .order_by(at.source_id, at.page, at.y0, at.x0, at.id)
    )
    with store.read() as connection:
        return tuple(map(redaction_of, connection.execute(asked)))


class DocumentTexts(NamedTuple):
    """A document with the bodies of its copies (id, page, body), and its copies that show hardly any words."""

    texts: tuple[tuple[str, str, int, str], ...]  # Copy.id ("": outside any copy), source, page, text
    short: tuple[Copy, ...]
    tops: tuple[tuple[str, int], ...]  # Copy.id and page of all its copies, in printing order


def document_texts(store: Store, documents: Sequence[str], most_words: int) -> dict[str, DocumentTexts]:
    """The texts of some documents; `short` are whole copies with codes and at most `most_words` words."""
    copy_, entry = tables.copy.c, tables.entry.c
    texts: dict[str, list[tuple[str, str, int, str]]] = {}
    tops: dict[str, list[tuple[str, int]]] = {}
    short: dict[str, list[str]] = {}
    with store.read() as connection:
        asked = (
            select(copy_.id, copy_.document_id, copy_.source_id, copy_.page, copy_.body_words, copy_.codes, entry.body)
            .join(tables.entry, entry.copy_id == copy_.id)
            .where(copy_.document_id.in_(documents))
            .order_by(copy_.document_id, copy_.nth, copy_.id)
        )
        for row in connection.execute(asked):
            texts.setdefault(row.document_id, []).append((row.id, row.source_id, row.page, row.body))
            tops.setdefault(row.document_id, []).append((row.id, row.page))
            if row.codes and row.body_words <= most_words:
                short.setdefault(row.document_id, []).append(row.id)
        without = [one for one in documents if one not in texts]
        asked = (
            select(tables.document.c.id, entry.source_id, entry.page, entry.body)
            .join(
                tables.entry,
                (entry.source_id == tables.document.c.source_id)
                & entry.page.between(tables.document.c.first_page, tables.document.c.last_page),
            )
            .where(tables.document.c.id.in_(without), entry.kind == "rest")
            .order_by(tables.document.c.id, entry.page, entry.id)
        )
        for rest in connection.execute(asked):
            texts.setdefault(rest.id, []).append(("", rest.source_id, rest.page, rest.body))
    whole = copies_by_id(store, [one for some in short.values() for one in some])
    return {
        document: DocumentTexts(
            tuple(texts.get(document, ())),
            tuple(whole[one] for one in short.get(document, ()) if one in whole),
            tuple(tops.get(document, ())),
        )
        for document in documents
    }


def gaps(store: Store, kind: GapKind | None = None, *, first: int = 0, limit: int = 2**31) -> tuple[Gap, ...]:
    """Gaps (of one kind), the strongest first: all of them, or `limit` from `first` on."""
    at = found_tables.gap.c
    asked = select(found_tables.gap).order_by(at.rank.desc(), at.kind, at.id).offset(first).limit(limit)
    if kind is not None:
        asked = asked.where(at.kind == kind.value)
    with store.read() as connection:
        return tuple(map(_gap, connection.execute(asked)))


def gap_counts(store: Store) -> dict[GapKind, int]:
    """How many gaps of each kind there are; kinds of which there is none are left out."""
    at = found_tables.gap.c
    with store.read() as connection:
        found = {row[0]: row[1] for row in connection.execute(select(at.kind, func.count()).group_by(at.kind))}
    return {kind: found[kind.value] for kind in GapKind if kind.value in found}


def gaps_of(store: Store, conversation: str) -> tuple[Gap, ...]:
    """The gaps of a conversation, the strongest first."""
    at = found_tables.gap.c
    asked = select(found_tables.gap).where(at.conversation == conversation).order_by(at.rank.desc(), at.id)
    with store.read() as connection:
        return tuple(map(_gap, connection.execute(asked)))


def _gap(row: Row[Any]) -> Gap:
    return Gap(
        id=row.id,
        kind=GapKind(row.kind),
        strength=GapStrength(row.strength),
        rank=row.rank,
        what=row.what,
        words=row.words,
        copies=tuple(row.copies),
        part=row.part,
        start=row.start,
        end=row.end,
        spans=tuple(Span(source, page, tuple(Box(*box) for box in boxes)) for source, page, boxes in row.spans),
        message=row.message,
        conversation=row.conversation,
        sender=row.sender,
        recipients=tuple(row.recipients),
        subject=row.subject,
        perhaps=tuple(row.perhaps),
        searched=Searched(*row.searched),
    )
