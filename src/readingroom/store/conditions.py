"""What a query asks of an entry, as SQL conditions. Every value is a bound parameter."""

from __future__ import annotations

from typing import Any, assert_never

from sqlalchemy import ColumnElement, Text, and_, case, exists, func, not_, or_, select, true, type_coerce

from readingroom.store import tables
from readingroom.store.asked import (
    And,
    Asked,
    Code,
    Has,
    InDocument,
    Near,
    Not,
    OnPages,
    Or,
    Phrase,
    Sent,
    Tolerant,
    Word,
)
from readingroom.store.fulltext import Spellings, expression_of, ids_with, is_settled
from readingroom.store.sqlite import each_text

entry = tables.entry.c
member = tables.message_copy.c  # searched entries are joined with it: entries outside any message have NULL there
Truth = ColumnElement[bool]

_PHRASE_COLUMNS = ("body", "subject", "sender", "recipients", "cc")


def conditions_of(asked: Asked, spellings: Spellings) -> list[Truth]:
    """What must hold of an entry besides the full-text expression of the whole query."""
    parts = asked.parts if isinstance(asked, And) else (asked,)
    return [_must(part, spellings, found=True) for part in parts if not is_settled(part)]


def counted() -> Truth:
    """A whole page counts until its document has been read: then its copies and its rest stand in for it.

    A document that has been cut and not read (or that cost its worker) leaves its pages as they are.
    """
    document, inside = tables.document.c, tables.entry.alias("inside").c
    copies = exists().where(tables.copy.c.document_id == document_of_entry())
    rests = exists().where(
        inside.source_id == entry.source_id,
        inside.page.between(_covering(document.first_page), _covering(document.last_page)),
        inside.kind == "rest",
    )
    return or_(entry.kind != "page", not_(or_(copies, rests)))


def document_of_entry() -> ColumnElement[Any]:
    """The id of the document that an entry lies in; NULL while its page has not been cut."""
    return _covering(tables.document.c.id)


def _covering(value: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value of the entry's document, NULL where there is none: one step in an index, however many documents."""
    document = tables.document.c
    return (
        select(case((document.last_page >= entry.page, value)))
        .where(document.source_id == entry.source_id, document.first_page <= entry.page)
        .order_by(document.first_page.desc())
        .limit(1)
        .correlate(tables.entry)
        .scalar_subquery()
    )


def shown_sent() -> ColumnElement[Any]:
    """When the entry's message was sent, or its copy while it has not been joined; "" where unknown."""
    message, copy_ = tables.message.c, tables.copy.c
    return func.coalesce(
        select(message.sent).where(message.id == member.message_id).correlate(tables.message_copy).scalar_subquery(),
        select(copy_.sent).where(copy_.id == entry.copy_id).correlate(tables.entry).scalar_subquery(),
        "",
    )


def shown_sender() -> ColumnElement[Any]:
    """Who sent the entry's message, as the copy prints it that From is taken from; "" where unknown."""
    message, copy_ = tables.message.c, tables.copy.c
    taken = func.coalesce(message.taken_from["from"].as_string(), message.body_from)
    shown = func.coalesce(
        select(taken).where(message.id == member.message_id).correlate(tables.message_copy).scalar_subquery(),
        entry.copy_id,
    )
    return func.coalesce(
        select(copy_.sender).where(copy_.id == shown).correlate(tables.entry, tables.message_copy).scalar_subquery(), ""
    )


def in_document(document_id: str) -> Truth:
    """Entries in the document of this id."""
    return entry.id.in_(_entries_of(tables.document.c.id == document_id))


def _must(asked: Asked, spellings: Spellings, *, found: bool = False) -> Truth:
    """One part of a query. `found`: the full-text expression of it holds already."""
    match asked:
        case And(parts=parts):
            return and_(*(_must(part, spellings, found=found) for part in parts))
        case Or(parts=parts):
            return or_(*(_must(part, spellings) for part in parts))
        case Not(part=part):
            return not_(_must(part, spellings))
        case Phrase(text=phrase, column=column):
            columns = (column,) if column else _PHRASE_COLUMNS
            exact = or_(*(func.holds_exactly(entry[name], phrase) for name in columns))
            settled = _text(asked, spellings)
            return settled if is_settled(asked) else exact if found else and_(settled, exact)
        case Word() | Near() | Tolerant():
            return _text(asked, spellings)
        case Sent(first=first, until=until):
            sent = shown_sent()
            return and_(entry.kind == "copy", sent >= (first or "0"), sent < until if until else true())
        case Code() | Has():
            return _marked(asked)
        case InDocument():
            return _named(asked)
        case OnPages(first=first_page, last=last_page):
            return and_(entry.page <= last_page, entry.last_page >= first_page)
        case _:
            assert_never(asked)


def _text(asked: Asked, spellings: Spellings) -> Truth:
    return entry.id.in_(ids_with(expression_of(asked, spellings) or '""'))


def _marked(asked: Code | Has) -> Truth:
    copy_ = tables.copy.c
    codes = type_coerce(copy_.codes, Text)
    own = copy_.id == entry.copy_id
    match asked:
        case Code(code=code, prefix=prefix):
            each = each_text(codes)
            plain: ColumnElement[Any] = func.upper(each.c.value)
            for mark in "(). /":
                plain = func.replace(plain, mark, "")
            printed = plain.startswith(code, autoescape=True) if prefix else plain == code
            return exists().select_from(tables.copy.join(each, true())).where(own, printed).correlate(tables.entry)
        case Has(what="attachment"):
            return and_(entry.kind == "copy", exists().where(own, copy_.attachments != ""))
        case Has():
            states = copy_.fields["states"].as_string()
            redaction = tables.redaction.c
            on_page = and_(redaction.source_id == entry.source_id, redaction.page.between(entry.page, entry.last_page))
            return or_(
                exists().where(own, or_(codes != "[]", states.like('%"redacted"%'))),
                and_(entry.kind != "copy", exists().where(on_page)),
            )


def _named(asked: InDocument) -> Truth:
    """By a number stamped on document or page, or by the file's name, with or without its ending and #FIRSTPAGE."""
    document, receipt, stamp = tables.document.c, tables.receipt.c, tables.stamp.c
    name = asked.name.lower()
    number = func.lower(document.number)
    stem, _, page = name.rpartition("#")
    at_page = page.isascii() and page.isdigit() and len(page) < 10
    if not (stem and at_page):
        stem = name
    received = func.lower(receipt.name)
    file = (
        received.startswith(stem, autoescape=True)
        if asked.prefix and stem == name
        else or_(
            received == stem,
            and_(
                received.startswith(stem + ".", autoescape=True),
                not_(func.substr(received, len(stem) + 2).contains(".")),
            ),
        )
    )
    files = select(receipt.source_id).where(file)
    numbered = number.startswith(name, autoescape=True) if asked.prefix else number == name
    stamped = func.lower(stamp.number)
    on_page = stamped.startswith(name, autoescape=True) if asked.prefix else stamped == name
    if stem == name:
        return or_(
            entry.source_id.in_(files), entry.id.in_(_entries_of(numbered)), entry.id.in_(_entries_with_stamp(on_page))
        )
    return entry.id.in_(
        _entries_of(or_(numbered, and_(document.source_id.in_(files), document.first_page == int(page))))
    )


def _entries_with_stamp(chosen: Truth) -> Any:
    inside, stamp = tables.entry.alias("inside"), tables.stamp.c
    on_its_pages = and_(
        inside.c.source_id == stamp.source_id, inside.c.page <= stamp.page, inside.c.last_page >= stamp.page
    )
    return select(inside.c.id).select_from(tables.stamp).join(inside, on_its_pages).where(chosen)


def _entries_of(chosen: Truth) -> Any:
    inside, document = tables.entry.alias("inside"), tables.document.c
    return (
        select(inside.c.id)
        .select_from(tables.document)
        .join(
            inside,
            and_(
                inside.c.source_id == document.source_id,
                inside.c.page.between(document.first_page, document.last_page),
            ),
        )
        .where(chosen)
    )
