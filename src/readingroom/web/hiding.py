"""The screens of what is hidden."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_uneven import ask_hidden_list, ask_uneven
from readingroom.web.asked import asked_id, asked_number
from readingroom.web.screens import FARTHEST, answer, case_of


def show_hidden(request: Request) -> Response:
    """`/hidden`, with `?first=`."""
    return answer(request, ask_hidden_list(case_of(request), asked_number(request, "first", 0, 0, FARTHEST)))


def show_uneven(request: Request) -> Response:
    """`/uneven/{id}`."""
    return answer(request, ask_uneven(case_of(request), asked_id(request)))
