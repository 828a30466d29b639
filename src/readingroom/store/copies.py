"""Documents and copies of messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, exists, func, select

from readingroom.model import Copy, Document, DocumentKind, Enclosed, FieldState, PackedCopy
from readingroom.store import tables
from readingroom.store.sqlite import Store
from readingroom.text import unpack_copy


class DocumentRow(NamedTuple):
    """A document, what kind it turned out to be, and how many copies of messages are printed in it."""

    document: Document
    kind: DocumentKind
    copies: int


class CopyRow(NamedTuple):
    """A copy without its body: what lists and joining need. All of a case may be in memory at once."""

    id: str
    document: str
    source: str
    nth: int
    depth: int
    quoted_by: str
    page: int
    last_page: int
    sender: str
    recipients: tuple[str, ...]
    cc: tuple[str, ...]
    sent: str
    subject: str
    attachments: tuple[str, ...]
    states: tuple[FieldState, ...]
    confidences: tuple[float, ...]
    codes: tuple[str, ...]
    opening: str
    closing: str
    body_words: int
    digest: str


_LISTED = tuple(column for column in tables.copy.c if column.name not in ("passages", "row", "batch_id"))


def _copy_row(row: Row[Any]) -> CopyRow:
    return CopyRow(
        row.id,
        row.document_id,
        row.source_id,
        row.nth,
        row.depth,
        row.quoted_by,
        row.page,
        row.last_page,
        row.sender,
        tuple(row.recipients),
        tuple(row.cc),
        row.sent,
        row.subject,
        tuple(row.fields["parts"][-1]),
        tuple(map(FieldState, row.fields["states"])),
        tuple(row.fields["confidences"]),
        tuple(row.codes),
        row.opening,
        row.closing,
        row.body_words,
        row.digest,
    )


def _packed_copy(row: Row[Any]) -> PackedCopy:
    return PackedCopy(
        row.id,
        row.document_id,
        row.source_id,
        row.nth,
        row.depth,
        row.quoted_by,
        row.page,
        row.last_page,
        tuple(map(FieldState, row.fields["states"])),
        tuple(row.fields["values"]),
        tuple(row.fields["confidences"]),
        tuple(map(tuple, row.fields["parts"])),
        tuple(row.codes),
        row.style,
        row.passages,
        "",
        row.digest,
    )


def _whole_copy(row: Row[Any]) -> Copy:
    return unpack_copy(_packed_copy(row))


def documents(store: Store, source: str = "", *, first: int = 0, limit: int = 2**31) -> tuple[DocumentRow, ...]:
    """Documents (of one source), by file name and page: all of them, or `limit` from `first` on."""
    printed = (
        select(func.count()).where(tables.copy.c.document_id == tables.document.c.id).scalar_subquery().label("copies")
    )
    words = (
        exists()
        .where(
            tables.entry.c.source_id == tables.document.c.source_id,
            tables.entry.c.page.between(tables.document.c.first_page, tables.document.c.last_page),
        )
        .label("words")
    )
    name = (
        select(func.min(tables.receipt.c.name))
        .where(tables.receipt.c.source_id == tables.document.c.source_id)
        .scalar_subquery()
    )
    asked = select(tables.document, printed, words)
    if source:
        asked = asked.where(tables.document.c.source_id == source)
    with store.read() as connection:
        return tuple(
            DocumentRow(
                _document(row),
                _kind(row),
                row.copies,
            )
            for row in connection.execute(
                asked.order_by(name, tables.document.c.source_id, tables.document.c.first_page)
                .offset(first)
                .limit(limit)
            )
        )


def bare_documents(store: Store) -> Iterator[Document]:
    """Every document as it was cut, by source and page."""
    asked = select(tables.document).order_by(tables.document.c.source_id, tables.document.c.first_page)
    with store.read() as connection:
        yield from map(_document, connection.execute(asked))


def copy_digests(store: Store) -> tuple[str, ...]:
    """The digests of all copies, sorted: out of an index alone."""
    with store.read() as connection:
        return tuple(connection.execute(select(tables.copy.c.digest).order_by(tables.copy.c.digest)).scalars())


def document_of_page(store: Store, source: str, page: int) -> Document | None:
    """The document that this page belongs to, or None while it has not been cut."""
    asked = (
        select(tables.document)
        .where(
            tables.document.c.source_id == source,
            tables.document.c.first_page <= page,
            tables.document.c.last_page >= page,
        )
        .order_by(tables.document.c.first_page.desc())  # the nearest beginning first: no walk through all before it
        .limit(1)
    )
    with store.read() as connection:
        row = connection.execute(asked).first()
    return None if row is None else _document(row)


def documents_by_id(store: Store, ids: Sequence[str]) -> dict[str, Document]:
    """Documents; ids that are not there are left out."""
    found: dict[str, Document] = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(tables.document).where(tables.document.c.id.in_(ids[at : at + 500]))
            found.update((row.id, _document(row)) for row in connection.execute(asked))
    return found


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        source=row.source_id,
        first_page=row.first_page,
        last_page=row.last_page,
        number=row.number,
        kind=DocumentKind(row.kind),
        title=row.title,
        enclosed=tuple(Enclosed(*one) for one in row.enclosed),
    )


def _kind(row: Row[Any]) -> DocumentKind:
    """What a document turned out to be, once its copies have been read."""
    kind = DocumentKind(row.kind)
    if kind is not DocumentKind.OTHER:
        return kind
    return DocumentKind.MAIL if row.copies else kind if row.words else DocumentKind.BLANK


def copy_count(store: Store) -> int:
    """Copies of messages that have been read."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.copy)).scalar() or 0


def copies_of_document(store: Store, document: str) -> tuple[CopyRow, ...]:
    """The copies printed in a document, in printing order."""
    return _rows(store, select(*_LISTED).where(tables.copy.c.document_id == document))


def copies_on_page(store: Store, source: str, page: int) -> tuple[CopyRow, ...]:
    """The copies of which something may be printed on this page, in printing order."""
    return _rows(
        store,
        select(*_LISTED).where(
            tables.copy.c.source_id == source, tables.copy.c.page <= page, tables.copy.c.last_page >= page
        ),
    )


def copy_rows(store: Store) -> Iterator[CopyRow]:
    """Every copy of the case without its body, by source, page and printing order."""
    with store.read() as connection:
        for row in connection.execute(_in_order(select(*_LISTED))):
            yield _copy_row(row)


def copy_rows_by_id(store: Store, ids: Sequence[str]) -> dict[str, CopyRow]:
    """Copies without their bodies; ids that are not there are left out."""
    found: dict[str, CopyRow] = {}
    for at in range(0, len(ids), 500):
        found.update(
            (row.id, row) for row in _rows(store, select(*_LISTED).where(tables.copy.c.id.in_(ids[at : at + 500])))
        )
    return found


class CopyText(NamedTuple):
    """What a copy prints, without places: a batch at a time."""

    id: str
    body: str
    states: tuple[FieldState, ...]
    parts: tuple[int, ...]  # how many, of each field


def copy_texts(store: Store, ids: Sequence[str]) -> tuple[CopyText, ...]:
    """Bodies and states of copies; ids that are not there are left out."""
    copy, entry = tables.copy.c, tables.entry.c
    found = []
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = (
                select(copy.id, copy.fields, entry.body)
                .join(tables.entry, entry.copy_id == copy.id)
                .where(copy.id.in_(ids[at : at + 500]))
            )
            for row in connection.execute(asked):
                states = tuple(map(FieldState, row.fields["states"]))
                found.append(CopyText(row.id, row.body, states, tuple(map(len, row.fields["parts"]))))
    return tuple(found)


def _rows(store: Store, asked: Select[Any]) -> tuple[CopyRow, ...]:
    with store.read() as connection:
        return tuple(map(_copy_row, connection.execute(_in_order(asked))))


def _in_order(asked: Select[Any]) -> Select[Any]:
    return asked.order_by(tables.copy.c.source_id, tables.copy.c.page, tables.copy.c.nth, tables.copy.c.id)


def copies_by_id(store: Store, ids: Sequence[str]) -> dict[str, Copy]:
    """Whole copies; ids that are not there are left out."""
    found: dict[str, Copy] = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(tables.copy).where(tables.copy.c.id.in_(ids[at : at + 500]))
            found.update((row.id, _whole_copy(row)) for row in connection.execute(asked))
    return found


def packed_copies(store: Store, ids: Sequence[str]) -> dict[str, PackedCopy]:
    """Copies as they lie in the store, without `body` and `shingles`; ids that are not there are left out."""
    found: dict[str, PackedCopy] = {}
    with store.read() as connection:
        for at in range(0, len(ids), 500):
            asked = select(tables.copy).where(tables.copy.c.id.in_(ids[at : at + 500]))
            found.update((row.id, _packed_copy(row)) for row in connection.execute(asked))
    return found


def whole_copies(store: Store) -> Iterator[Copy]:
    """Every copy of the case, whole, one at a time, by source, document and printing order."""
    with store.read() as connection:
        for row in connection.execution_options(yield_per=200).execute(_in_order(select(tables.copy))):
            yield _whole_copy(row)
