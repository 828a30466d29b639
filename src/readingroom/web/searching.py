"""Searching: hits as pictures of their lines, and all of them as CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from readingroom.case.ask_found import ask_found, ask_query_error
from readingroom.case.ask_search import hit_records
from readingroom.errors import QueryError
from readingroom.show import csv_lines
from readingroom.web.asked import asked_narrowing, asked_order
from readingroom.web.screens import answer, case_of, first_of

MOST_CHARACTERS = 1000


def show_search(request: Request) -> Response:
    """`/search?q=`, with `sort`, `first`, and `sender`, `month`, `document` to narrow it."""
    case, query = case_of(request), _query(request)
    first = first_of(request)
    try:
        view = ask_found(case, query, order=asked_order(request), narrow=asked_narrowing(request), first=first)
    except QueryError as error:
        return answer(request, ask_query_error(case, query, error), 400)
    return answer(request, view)


def send_csv(request: Request) -> Response:
    """`/search.csv?q=`: every hit as a table for spreadsheets, streamed."""
    lines = _begun(csv_lines(map(_flat, _records(request))))
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=_named("search.csv"))


def send_json(request: Request) -> Response:
    """`/search.json?q=`: every hit as one JSON array, streamed."""
    return StreamingResponse(
        _begun(_array(_records(request))), media_type="application/json", headers=_named("search.json")
    )


def _query(request: Request) -> str:
    query = request.query_params.get("q", "")
    return query[:MOST_CHARACTERS]


def _records(request: Request) -> Iterator[dict[str, Any]]:
    order, narrow = asked_order(request), asked_narrowing(request)
    return hit_records(case_of(request).store, _query(request), order=order, narrow=narrow)[1]


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """Without the places, which no table can hold."""
    return {key: value for key, value in record.items() if key != "places"}


def _array(records: Iterator[dict[str, Any]]) -> Iterator[str]:
    joint = "["
    for record in records:
        yield joint + json.dumps(record, ensure_ascii=False)
        joint = ",\n"
    yield "]\n" if joint != "[" else "[]\n"


def _begun(parts: Iterator[str]) -> Iterator[str]:
    """The same, its first part made: what is wrong with the query is told before an answer has begun."""
    return chain([next(parts, "")], parts)


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
