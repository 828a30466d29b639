"""Sources, the request's record, notes on the case as a whole, and the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from readingroom.model import Letter, Request, Source
from readingroom.store import tables
from readingroom.store.sqlite import Store


def add_sources(store: Store, sealed: Sequence[tuple[Source, str]]) -> list[bool]:
    """Keep sealed sources (with where each lies) and the names under which they came: all of them or none.

    False for each whose bytes were there already. A file that could not be opened before and can be now (its worker
    had been killed, say) is set right.
    """
    with store.write() as connection:
        return [_add_source(connection, source, file) for source, file in sealed]


def _add_source(connection: Connection, source: Source, file: str) -> bool:
    known = connection.execute(select(tables.source.c.problem).where(tables.source.c.id == source.id)).first()
    if known is None:
        row = {name: getattr(source, name) for name in ("id", "name", "media_type", "size", "pages", "problem")}
        connection.execute(insert(tables.source), {**row, "file": file})
    elif known.problem and not source.problem:
        connection.execute(
            update(tables.source).where(tables.source.c.id == source.id).values(pages=source.pages, problem="")
        )
    received = {"source_id": source.id, "name": source.name}
    if connection.execute(select(tables.receipt).filter_by(**received)).first() is None:
        connection.execute(insert(tables.receipt), received)
    return known is None


def sources(store: Store) -> tuple[Source, ...]:
    """All sources by name. One that came under several names has the first of them in alphabetical order."""
    with store.read() as connection:
        return tuple(map(_source, connection.execute(_sources_query().order_by("given", tables.source.c.id))))


def source_by_id(store: Store, source_id: str) -> tuple[Source, str] | None:
    """A source (whole id, or its first 12 digits) and where its sealed copy lies, relative to the case."""
    with store.read() as connection:
        row = connection.execute(
            _sources_query().where(tables.source.c.id.startswith(source_id, autoescape=True))
        ).first()
    return None if row is None else (_source(row), row.file)


def received_as(store: Store, name: str) -> tuple[str, ...]:
    """Ids of the sources that came under this name, which may be a second name of theirs."""
    receipt = tables.receipt.c
    with store.read() as connection:
        asked = select(receipt.source_id).where(receipt.name == name).distinct().order_by(receipt.source_id)
        return tuple(connection.execute(asked).scalars())


def sealed_files(store: Store) -> list[tuple[str, str]]:
    """(sha256, file relative to the case) of every sealed copy."""
    with store.read() as connection:
        rows = connection.execute(select(tables.source.c.id, tables.source.c.file).order_by(tables.source.c.id))
        return [(row.id, row.file) for row in rows]


def _sources_query() -> Any:
    given = (
        select(func.min(tables.receipt.c.name))
        .where(tables.receipt.c.source_id == tables.source.c.id)
        .scalar_subquery()
        .label("given")
    )
    return select(tables.source, given)


def _source(row: Row[Any]) -> Source:
    return Source(
        id=row.id,
        name=row.given or row.name,
        media_type=row.media_type,
        size=row.size,
        pages=row.pages,
        problem=row.problem,
    )


def read_note(store: Store, name: str) -> Any:
    """What `write_note` kept under this name, or None."""
    with store.read() as connection:
        return connection.execute(select(tables.note.c.content).where(tables.note.c.name == name)).scalar()


def write_note(store: Store, name: str, content: Any) -> None:
    """Keep a JSON value under a name; what was there goes."""
    with store.write() as connection:
        connection.execute(delete(tables.note).where(tables.note.c.name == name))
        connection.execute(insert(tables.note).values(name=name, content=content))


def read_request(store: Store) -> Request:
    """The record of the request; every field empty where nothing was entered."""
    kept = dict(read_note(store, "request") or {})
    letters = tuple(Letter(**letter) for letter in kept.pop("letters", ()))
    return Request(**kept, letters=letters)


def write_request(store: Store, request: Request) -> None:
    """Keep the record of the request; the one before goes to the log."""
    write_log(store, "request changed", {"was": read_note(store, "request") or {}})
    kept = {field.name: getattr(request, field.name) for field in fields(Request)}
    write_note(store, "request", kept | {"letters": [letter._asdict() for letter in request.letters]})


def write_log(store: Store, what: str, *each: Mapping[str, Any]) -> None:
    """A line in the log of the case for each of these details, with the time of now (UTC)."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with store.write() as connection:
        connection.execute(insert(tables.log), [{"at": at, "what": what, "details": dict(details)} for details in each])


def log_entries(store: Store) -> tuple[tuple[str, str, Any], ...]:
    """Time, what, and details of everything in the log, oldest first."""
    with store.read() as connection:
        rows = connection.execute(select(tables.log).order_by(tables.log.c.id))
        return tuple((row.at, row.what, row.details) for row in rows)
