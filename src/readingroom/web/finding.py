"""The screens of reuse, and of what to read first: parse, ask the case, render."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_order import ask_reading_order
from readingroom.case.ask_reuse import ask_reuses
from readingroom.web.screens import answer, case_of, first_of


def show_reuse(request: Request) -> Response:
    """`/reuse`, with `?first=`."""
    return answer(request, ask_reuses(case_of(request), first_of(request)))


def show_reading_order(request: Request) -> Response:
    """`/reading-order`, with `?first=`."""
    return answer(request, ask_reading_order(case_of(request), first_of(request)))
