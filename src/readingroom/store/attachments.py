"""Attachments that copies name, and where they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from readingroom.model import Attachment, AttachmentGround
from readingroom.store import tables
from readingroom.store.sqlite import Store


def attachments(store: Store) -> Iterator[Attachment]:
    """Every attachment of the case, by the document and copy that names it."""
    at = tables.attachment.c
    with store.read() as connection:
        for row in connection.execute(select(tables.attachment).order_by(at.document_id, at.id)):
            yield Attachment(
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
