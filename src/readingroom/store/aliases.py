"""Signs, what is printed of them and what they mean; and the words of documents in which they are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, func, select

from readingroom.model import AliasClue, AliasGround, AliasMeaning, AliasWhere, SignUse
from readingroom.store import tables
from readingroom.store.found_tables import alias_clue, alias_meaning, sign_use
from readingroom.store.sqlite import Store
from readingroom.text import unpack_texts


class StoredText(NamedTuple):
    """The words of a copy, or of a page outside any copy, without places. A batch at a time."""

    copy: str  # Copy.id; "" for a page outside any copy: then all but `body` is ""
    document: str
    source: str
    page: int
    sender: str
    addressees: tuple[str, ...]  # of To and Cc
    subject: str
    body: str
    signature: str


class SignCount(NamedTuple):
    """How often a case uses a sign. All of a case may be in memory."""

    sign: str
    words: str  # as printed, the smallest of several ways
    uses: int
    documents: int


def texts_of_documents(store: Store, documents: Sequence[str]) -> dict[str, tuple[StoredText, ...]]:
    """Document.id to its texts: copies in printing order, then pages outside any copy."""
    copy, document, entry = tables.copy.c, tables.document.c, tables.entry.c
    listed = (
        copy.id,
        copy.document_id,
        copy.source_id,
        copy.page,
        copy.sender,
        copy.recipients,
        copy.cc,
        copy.subject,
        copy.passages,
    )
    found: dict[str, list[StoredText]] = {one: [] for one in documents}
    with store.read() as connection:
        for at in range(0, len(documents), 500):
            some = documents[at : at + 500]
            of_copies = select(*listed).where(copy.document_id.in_(some)).order_by(copy.document_id, copy.nth, copy.id)
            for row in connection.execute(of_copies):
                *_, body, signature = unpack_texts(row.passages)
                addressees = (*row.recipients, *row.cc)
                place = (row.id, row.document_id, row.source_id, row.page)
                found[row.document_id].append(StoredText(*place, row.sender, addressees, row.subject, body, signature))
            of_pages = (
                select(document.id, entry.source_id, entry.page, entry.body)
                .join_from(
                    tables.document,
                    tables.entry,
                    (entry.source_id == document.source_id)
                    & entry.page.between(document.first_page, document.last_page)
                    & (entry.kind == "rest"),
                )
                .where(document.id.in_(some))
                .order_by(document.id, entry.page)
            )
            for document_id, source, page, body in connection.execute(of_pages):
                found[document_id].append(StoredText("", document_id, source, page, "", (), "", body, ""))
    return {one: tuple(texts) for one, texts in found.items()}


def alias_clues(store: Store, sign: str = "") -> tuple[AliasClue, ...]:
    """What is printed of all signs, or of one, by sign and place."""
    at = alias_clue.c
    asked = select(alias_clue).order_by(at.sign, at.document_id, at.copy_id, at.page, at.where, at.start, at.end)
    if sign:
        asked = asked.where(at.sign == sign)
    with store.read() as connection:
        return tuple(
            AliasClue(row.sign, row.words, AliasGround(row.ground), *_place(row), row.start, row.end)
            for row in connection.execute(asked)
        )


def sign_uses(store: Store, sign: str, *, first: int = 0, limit: int = 2**31) -> tuple[SignUse, ...]:
    """Where one sign is used, by document and place."""
    at = sign_use.c
    asked = select(sign_use).where(at.sign == sign).order_by(at.document_id, at.copy_id, at.page)
    with store.read() as connection:
        return tuple(
            SignUse(row.sign, row.words, *_place(row)[:4], AliasWhere(row.where), row.start, row.uses)
            for row in connection.execute(asked.offset(first).limit(limit))
        )


def sign_counts(store: Store) -> tuple[SignCount, ...]:
    """How often each sign is used, by sign."""
    at = sign_use.c
    counted = (func.min(at.words), func.sum(at.uses), func.count(at.document_id.distinct()))
    with store.read() as connection:
        return tuple(SignCount(*row) for row in connection.execute(select(at.sign, *counted).group_by(at.sign)))


def alias_meanings(store: Store) -> tuple[AliasMeaning, ...]:
    """All meanings of all signs, sorted."""
    with store.read() as connection:
        return tuple(sorted(map(_meaning, connection.execute(select(alias_meaning)))))


def _place(row: Row[Any]) -> tuple[str, str, str, int, AliasWhere]:
    return row.copy_id, row.document_id, row.source_id, row.page, AliasWhere(row.where)


def _meaning(row: Row[Any]) -> AliasMeaning:
    return AliasMeaning(
        row.sign,
        AliasGround(row.ground),
        row.words,
        row.person,
        row.name,
        row.office,
        row.post,
        row.since,
        row.until,
        row.source,
        tuple(row.copies),
        tuple(row.documents),
        row.weight,
    )
