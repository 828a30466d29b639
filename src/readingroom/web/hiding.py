"""The screens of what is hidden."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_uneven import ask_hidden_list, ask_uneven
from readingroom.web.asked import asked_id
from readingroom.web.screens import answer, case_of, first_of


def show_hidden(request: Request) -> Response:
    """`/hidden`, with `?first=`."""
    return answer(request, ask_hidden_list(case_of(request), first_of(request)))


def show_uneven(request: Request) -> Response:
    """`/uneven/{id}`."""
    return answer(request, ask_uneven(case_of(request), asked_id(request)))
