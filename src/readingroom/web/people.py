"""The screens of people and offices."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_network import ask_network
from readingroom.case.ask_people_screens import ask_offices, ask_people, ask_person
from readingroom.model import ActorKind
from readingroom.web.asked import asked_id, asked_who
from readingroom.web.screens import answer, case_of, first_of

MOST_CHARACTERS = 200


def show_people(request: Request) -> Response:
    """`/people`, with `?q=` in a printed name and `?kind=`."""
    sought = request.query_params.get("q", "")[:MOST_CHARACTERS]
    kind = request.query_params.get("kind", "")
    first = first_of(request)
    return answer(request, ask_people(case_of(request), sought, kind if kind in set(ActorKind) else "", first))


def show_person(request: Request) -> Response:
    """`/person/{id}`: by the id of the person, or of any printed name."""
    return answer(request, ask_person(case_of(request), asked_id(request), asked_who(request)))


def show_network(request: Request) -> Response:
    """`/network`: who writes to whom, with `?around=` one of them."""
    return answer(request, ask_network(case_of(request), request.query_params.get("around", "")[:MOST_CHARACTERS]))


def show_offices(request: Request) -> Response:
    """`/offices`."""
    return answer(request, ask_offices(case_of(request), first_of(request)))
