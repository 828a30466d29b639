"""Attachments that copies name, and where they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from readingroom.model import Attachment, AttachmentGround
from readingroom.store import tables
from readingroom.store.sqlite import Store


def attachments(store: Store) -> Iterator[Attachment]:
    """Every attachment of the case, by the document and copy that names it."""
    with store.read() as connection:
        yield from map(_attachment, connection.execute(_in_order()))


def attachments_of(store: Store, document_ids: Sequence[str]) -> dict[str, list[Attachment]]:
    """The attachments of some documents, of each in the order in which they are named."""
    at = tables.attachment.c
    found: dict[str, list[Attachment]] = {}
    with store.read() as connection:
        asked = _in_order().where(at.document_id.in_(document_ids))
        for one in map(_attachment, connection.execute(asked)):
            found.setdefault(one.document, []).append(one)
    return found


def _in_order() -> Select[Any]:
    """As documents print the copies that name them, behind these what none of them names."""
    at, copy_ = tables.attachment.c, tables.copy.c
    named = select(tables.attachment).outerjoin(tables.copy, copy_.id == at.copy_id)
    return named.order_by(at.document_id, at.nth < 0, copy_.nth, at.nth, at.source_id, at.first_page, at.last_page)


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(
        row.copy_id,
        row.document_id,
        row.nth,
        row.name,
        row.source_id,
        row.first_page,
        row.last_page,
        row.title,
        tuple(map(AttachmentGround, row.grounds)),
    )
