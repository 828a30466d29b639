"""The screen of what is missing."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_missing import ask_missing
from readingroom.web.screens import answer, case_of, first_of


def show_missing(request: Request) -> Response:
    """`/missing`, with `?kind=` only one kind."""
    first = first_of(request)
    return answer(request, ask_missing(case_of(request), request.query_params.get("kind", ""), first))
