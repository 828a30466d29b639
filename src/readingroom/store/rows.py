"""Values as rows of the tables of evidence, reading and messages, in the order in which they are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Table

from readingroom.model import (
    FIRST,
    Attachment,
    Box,
    Document,
    FieldName,
    HiddenText,
    Link,
    Message,
    PackedCopy,
    PackedPage,
    Problem,
    Redaction,
    Rest,
    Stamp,
    Values,
)
from readingroom.store import tables

RowsOf = Callable[[Values], Iterable[Mapping[str, Any]]]

OPENING = 400  # characters of a body that joining compares
CLOSING = 160


def _entry_rows(values: Values) -> Iterator[dict[str, Any]]:
    yield from (_page_entry(page) for page in values.pages if page.text)
    yield from map(_copy_entry, values.copies)
    yield from map(_rest_entry, values.rests)


def _box_row(box: Box) -> dict[str, float]:
    return box._asdict()


def _page_row(page: PackedPage) -> dict[str, Any]:
    return {
        "source_id": page.source,
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "text_from": page.text_from.value,
        "state": page.state.value,
        "why": page.why.value,
        "turns": page.lay.turns,
        "slope": page.lay.slope,
        "gutter": page.lay.gutter,
        "words": page.words,
        "sketch": page.sketch,
        "hidden": page.hidden,
        "digest": page.digest,
    }


def _stamp_row(stamp: Stamp) -> dict[str, Any]:
    return {
        "source_id": stamp.source,
        "page": stamp.page,
        "kind": stamp.kind.value,
        "text": stamp.text,
        "number": stamp.number,
        "words": list(stamp.words),
        **_box_row(stamp.box),
    }


def _redaction_row(redaction: Redaction) -> dict[str, Any]:
    return {
        "source_id": redaction.source,
        "page": redaction.page,
        "kind": redaction.kind.value,
        "where": redaction.where.value,
        "codes": list(redaction.codes),
        "pages": redaction.pages,
        "text": redaction.text,
        **_box_row(redaction.box),
    }


def _hidden_row(hidden: HiddenText) -> dict[str, Any]:
    return {
        "source_id": hidden.source,
        "page": hidden.page,
        "hidden_by": hidden.by.value,
        "words": hidden.words,
        **_box_row(hidden.box),
    }


def _problem_row(problem: Problem) -> dict[str, Any]:
    return {
        "stage": problem.stage,
        "source_id": problem.source,
        "page": problem.page,
        "reason": problem.reason,
        "what": problem.what,
        "hint": problem.hint,
    }


def _document_row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "source_id": document.source,
        "first_page": document.first_page,
        "last_page": document.last_page,
        "number": document.number,
        "kind": document.kind.value,
        "title": document.title,
        "enclosed": [list(one) for one in document.enclosed],
    }


def _copy_row(copy_: PackedCopy) -> dict[str, Any]:
    parts = dict(zip(FieldName, copy_.parts, strict=True))
    values = dict(zip(FieldName, copy_.values, strict=True))
    return {
        "id": copy_.id,
        "document_id": copy_.document,
        "source_id": copy_.source,
        "nth": copy_.nth,
        "depth": copy_.depth,
        "quoted_by": copy_.quoted_by,
        "page": copy_.page,
        "last_page": copy_.last_page,
        "sender": values[FieldName.FROM],
        "recipients": list(parts[FieldName.TO]),
        "cc": list(parts[FieldName.CC]),
        "sent": values[FieldName.SENT],
        "subject": values[FieldName.SUBJECT],
        "attachments": values[FieldName.ATTACHMENTS],
        "fields": {
            "states": [state.value for state in copy_.states],
            "values": list(copy_.values),
            "confidences": list(copy_.confidences),
            "parts": [list(some) for some in copy_.parts],
        },
        "codes": list(copy_.codes),
        "style": copy_.style,
        "opening": copy_.body[:OPENING],
        "closing": copy_.body[-CLOSING:],
        "body_words": len(copy_.body.split()),
        "passages": copy_.passages,
        "digest": copy_.digest,
    }


def _message_row(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "taken_from": {name.value: copy_id for name, copy_id in message.taken_from},
        "body_from": message.body_from,
        "restored": [name.value for name in message.restored],
        "status": message.status.value,
        "conversation": message.conversation,
        "sent": message.sent,
    }


def _member_rows(message: Message) -> Iterable[dict[str, Any]]:
    for rank, copy_id in enumerate(message.copies):
        ground = message.grounds[rank] if message.grounds else FIRST
        yield {"copy_id": copy_id, "message_id": message.id, "rank": rank, "ground": list(ground)}


def _attachment_row(attachment: Attachment) -> dict[str, Any]:
    return {
        "copy_id": attachment.copy,
        "document_id": attachment.document,
        "nth": attachment.nth,
        "name": attachment.name,
        "source_id": attachment.source,
        "first_page": attachment.first_page,
        "last_page": attachment.last_page,
        "title": attachment.title,
        "grounds": [ground.value for ground in attachment.grounds],
    }


def _link_row(link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind.value,
        "later": link.later,
        "earlier": link.earlier,
        "ground": link.ground,
        "rests_on": link.rests_on.value,
    }


def _entry(kind: str, source: str, page: int, last_page: int, body: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "copy_id": "",
        "source_id": source,
        "page": page,
        "last_page": last_page,
        "sender": "",
        "recipients": "",
        "cc": "",
        "subject": "",
        "body": body,
        "joined": joined_words(body),
        "passage": b"",
    }


def _page_entry(page: PackedPage) -> dict[str, Any]:
    return _entry("page", page.source, page.number, page.number, page.text)


def _rest_entry(rest: Rest) -> dict[str, Any]:
    return _entry("rest", rest.source, rest.page, rest.page, rest.text) | {"passage": rest.passage}


def _copy_entry(copy_: PackedCopy) -> dict[str, Any]:
    values = dict(zip(FieldName, copy_.values, strict=True))
    return _entry("copy", copy_.source, copy_.page, copy_.last_page, copy_.body) | {
        "copy_id": copy_.id,
        "sender": values[FieldName.FROM],
        "recipients": "; ".join(copy_.parts[1]),
        "cc": "; ".join((*copy_.parts[2], *copy_.parts[3])),
        "subject": values[FieldName.SUBJECT],
    }


_HALF_WORD = 60  # characters of a word before or after a hyphen at a line end
_WORD_BEFORE = re.compile(r"\w+$")
_WORD_AFTER = re.compile(r"\w+")


def joined_words(text: str) -> str:
    """The words that a hyphen at a line end breaks, put together: what a search for the whole word finds."""
    joined = []
    at = text.find("-\n")
    while at >= 0:
        before = _WORD_BEFORE.search(text[max(0, at - _HALF_WORD) : at])
        after = _WORD_AFTER.match(text[at + 2 : at + 2 + _HALF_WORD])
        if before and after:
            joined.append(before.group() + after.group())
        at = text.find("-\n", at + 2)
    return " ".join(joined)


ROWS: tuple[tuple[Table, RowsOf], ...] = (
    (tables.page, lambda values: map(_page_row, values.pages)),
    (tables.stamp, lambda values: map(_stamp_row, values.stamps)),
    (tables.redaction, lambda values: map(_redaction_row, values.redactions)),
    (tables.hidden_text, lambda values: map(_hidden_row, values.hidden)),
    (tables.problem, lambda values: map(_problem_row, values.problems)),
    (tables.document, lambda values: map(_document_row, values.documents)),
    (tables.copy, lambda values: map(_copy_row, values.copies)),
    (tables.message, lambda values: map(_message_row, values.messages)),
    (tables.message_copy, lambda values: (row for message in values.messages for row in _member_rows(message))),
    (tables.link, lambda values: map(_link_row, values.links)),
    (tables.attachment, lambda values: map(_attachment_row, values.attachments)),
    (tables.entry, _entry_rows),
)
