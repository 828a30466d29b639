"""Rows made anew held against those that are there, so that only what differs is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, Text, delete, select, type_coerce
from sqlalchemy.types import JSON

Rows = list[dict[str, Any]]
AT_ONCE = 500  # values in one statement


def drop_changed(
    connection: Connection, table: Table, batches: Sequence[int], rows: Sequence[Mapping[str, Any]]
) -> Rows:
    """Delete the rows of these batches that are not among `rows`; gives those of `rows` that are not there yet.

    A number that the database gives out itself is no part of a row: it says when a row came, never what it says.
    """
    given_out = _number_of(table)
    columns = [column for column in table.c if column is not given_out]
    handle = given_out if given_out is not None else next(iter(table.primary_key))
    texts = [type_coerce(column, Text) if _is_json(column) else column for column in columns]
    there: dict[tuple[Any, ...], list[Any]] = {}
    for at in range(0, len(batches), AT_ONCE):
        asked = select(handle.label("handle"), *texts).where(table.c.batch_id.in_(batches[at : at + AT_ONCE]))
        for row in connection.execute(asked):
            there.setdefault(tuple(row)[1:], []).append(row.handle)
    new: Rows = []
    for made in rows:
        same = there.get(tuple(_kept(column, made[column.name]) for column in columns))
        if same:
            same.pop()
        else:
            new.append(dict(made))
    gone = [own for left in there.values() for own in left]
    for at in range(0, len(gone), AT_ONCE):
        connection.execute(delete(table).where(handle.in_(gone[at : at + AT_ONCE])))
    return new


def digest_rows(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """One digest of rows in their order, of their values alone."""
    digest = hashlib.sha256()
    for row in rows:
        for value in row.values():
            told = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
            digest.update(len(told).to_bytes(8))
            digest.update(told)
    return digest.digest()


def _number_of(table: Table) -> Column[Any] | None:
    """The column whose numbers the database gives out, if there is one."""
    first, *more = table.primary_key
    return first if not more and isinstance(first.type, Integer) else None


def _is_json(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON)


def _kept(column: Column[Any], value: Any) -> Any:
    """A value as it lies in the database."""
    return json.dumps(value) if _is_json(column) else value
