"""The screens of the glossary."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_glossary import ask_glossary, ask_sign
from readingroom.web.screens import answer, case_of, first_of


def show_glossary(request: Request) -> Response:
    """`/glossary`, with `?letter=`, `?show=explained` or `unexplained`, and `?first=`."""
    letter, which = request.query_params.get("letter", "")[:1], request.query_params.get("show", "")
    return answer(request, ask_glossary(case_of(request), letter, which, first_of(request)))


def show_sign(request: Request) -> Response:
    """`/sign?words=`: one sign, by its words, since signs hold slashes."""
    return answer(request, ask_sign(case_of(request), request.query_params.get("words", "")[:100]))
