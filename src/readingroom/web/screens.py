"""The screens that are read: parse, ask the case, render."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from readingroom.case import Case
from readingroom.case.ask_glance import ask_documents, ask_glance, ask_help, ask_messages, ask_problems
from readingroom.case.ask_hidden import reveal_hidden
from readingroom.case.ask_messages import ask_conversation, ask_copy, ask_message, present_message
from readingroom.case.ask_pages import ZOOMS, ask_page
from readingroom.case.ask_side_by_side import ask_side_by_side
from readingroom.case.ask_timeline import ask_timeline
from readingroom.show import View, render, to_json
from readingroom.show.links import message_href
from readingroom.web.asked import asked_box, asked_id, asked_number, asked_page, asked_who

FARTHEST = 100_000_000


def answer(request: Request, view: View, status: int = 200) -> Response:
    """The view as a screen, or as JSON with ?format=json."""
    if request.query_params.get("format") == "json":
        return JSONResponse(to_json(view), status)
    return HTMLResponse(render(view), status)


def case_of(request: Request) -> Case:
    """The case that this server is for."""
    case: Case = request.app.state.case
    return case


def first_of(request: Request) -> int:
    """From which line on a list is asked for (from 0)."""
    return asked_number(request, "first", 0, 0, FARTHEST)


def show_glance(request: Request) -> Response:
    """`/`."""
    return answer(request, ask_glance(case_of(request)))


def show_documents(request: Request) -> Response:
    """`/documents`."""
    return answer(request, ask_documents(case_of(request), first_of(request)))


def show_messages(request: Request) -> Response:
    """`/messages`."""
    return answer(request, ask_messages(case_of(request), first_of(request)))


def show_timeline(request: Request) -> Response:
    """`/timeline`, with `?month=` such as 2011-03."""
    return answer(request, ask_timeline(case_of(request), request.query_params.get("month", ""), first_of(request)))


def show_problems(request: Request) -> Response:
    """`/problems`."""
    return answer(request, ask_problems(case_of(request), first_of(request)))


def show_help(request: Request) -> Response:
    """`/help`."""
    return answer(request, ask_help(case_of(request)))


def show_message(request: Request) -> Response:
    """`/message/{id}`, with `?copy=` another copy in view. A former id leads to the present one."""
    copy_id, message_id = request.query_params.get("copy", ""), asked_id(request)
    present = present_message(case_of(request), message_id)
    if present not in ("", message_id):
        return RedirectResponse(message_href(present), 303)
    return answer(request, ask_message(case_of(request), message_id, copy_id, who=asked_who(request)))


def show_side_by_side(request: Request) -> Response:
    """`/message/{id}/copies`, with `?left=` and `?right=` the two copies."""
    asked = (request.query_params.get(side, "") for side in ("left", "right"))
    return answer(request, ask_side_by_side(case_of(request), asked_id(request), *asked))


def show_copy(request: Request) -> Response:
    """`/copy/{id}`: its message with the copy in view, or the copy alone while it has not been joined."""
    found = ask_copy(case_of(request), asked_id(request), who=asked_who(request))
    return RedirectResponse(found, 303) if isinstance(found, str) else answer(request, found)


def show_conversation(request: Request) -> Response:
    """`/conversation/{id}`."""
    return answer(request, ask_conversation(case_of(request), asked_id(request), first_of(request)))


def show_page(request: Request) -> Response:
    """`/page/{source}/{number}`, with `?zoom=` and `?box=`."""
    zoom = asked_number(request, "zoom", 100, 0, 1000)
    source, number = asked_page(request)
    zoom = zoom if zoom in ZOOMS else 100
    view = ask_page(case_of(request), source, number, zoom=zoom, box=asked_box(request), who=asked_who(request))
    return answer(request, view)


def reveal_page(request: Request) -> Response:
    """`/page/{source}/{number}/hidden` by POST: the page, with the words that do not show on it."""
    source, number = asked_page(request)
    revealed = reveal_hidden(case_of(request), source, number, who="reading room")
    shown = answer(request, ask_page(case_of(request), source, number, revealed=revealed))
    shown.headers["Cache-Control"] = "no-store"
    return shown
