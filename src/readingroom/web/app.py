"""The web application: routes as a table, and what becomes of errors."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from readingroom.case import Case, read_corrected
from readingroom.case.ask_glance import ask_frame
from readingroom.engine import InProcess
from readingroom.errors import DraftUnreadable, NotFound, QueryError, ReadingroomError, UsageError
from readingroom.show import STATIC, render, static_file
from readingroom.show.glance import ErrorView
from readingroom.web import (
    checking,
    correcting,
    finding,
    glossary,
    hiding,
    missing,
    people,
    pictures,
    screens,
    searching,
)
from readingroom.web.guard import BodyTooLarge, Guard
from readingroom.web.pictures import Picture
from readingroom.web.screens import case_of

ROUTES = (
    ("/", screens.show_glance, "GET"),
    ("/search", searching.show_search, "GET"),
    ("/search.csv", searching.send_csv, "GET"),
    ("/search.json", searching.send_json, "GET"),
    ("/messages", screens.show_messages, "GET"),
    ("/timeline", screens.show_timeline, "GET"),
    ("/documents", screens.show_documents, "GET"),
    ("/missing", missing.show_missing, "GET"),
    ("/reading-order", finding.show_reading_order, "GET"),
    ("/reuse", finding.show_reuse, "GET"),
    ("/problems", screens.show_problems, "GET"),
    ("/message/{id}", screens.show_message, "GET"),
    ("/message/{id}/copies", screens.show_side_by_side, "GET"),
    ("/copy/{id}", screens.show_copy, "GET"),
    ("/conversation/{id}", screens.show_conversation, "GET"),
    ("/people", people.show_people, "GET"),
    ("/person/{id}", people.show_person, "GET"),
    ("/network", people.show_network, "GET"),
    ("/offices", people.show_offices, "GET"),
    ("/page/{source}/{number}", screens.show_page, "GET"),
    ("/page/{source}/{number}/hidden", screens.reveal_page, "POST"),
    ("/picture/{source}/{number}.png", pictures.show_picture, "GET"),
    ("/hidden", hiding.show_hidden, "GET"),
    ("/uneven/{id}", hiding.show_uneven, "GET"),
    ("/glossary", glossary.show_glossary, "GET"),
    ("/sign", glossary.show_sign, "GET"),
    ("/check", checking.show_form, "GET"),
    ("/check", checking.check_draft, "POST"),
    ("/corrections", correcting.show_corrections, "GET"),
    ("/correct", correcting.correct, "POST"),
    ("/undo", correcting.undo, "POST"),
    ("/help", screens.show_help, "GET"),
)

STATUS: dict[type[ReadingroomError], int] = {NotFound: 404, QueryError: 400, UsageError: 400, DraftUnreadable: 422}


def make_app(case: Case, picture: Picture, port: int, reread: Callable[[], bool] | None = None) -> Guard:
    """The application for one case, behind its guard. `port` is the one that it will be reached at.

    `reread` reads again what a correction changes, and says whether that is done; left out, it is done in this process.
    """
    app = Starlette(
        routes=[
            *(Route(path, handler, methods=[method]) for path, handler, method in ROUTES),
            Route("/static/{name}", show_static),
        ],
        exception_handlers={
            HTTPException: _show_http_error,
            ReadingroomError: _show_error,
            BodyTooLarge: _show_too_large,
            Exception: _show_fault,
        },
    )
    app.state.case = case
    app.state.picture = picture
    app.state.reread = reread or (lambda: read_corrected(case, InProcess()).finished)
    return Guard(app, port)


def show_static(request: Request) -> Response:
    """Style sheet, script and icon: by name out of a fixed list."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "there is nothing at this address")
    return Response(static_file(name), media_type=STATIC[name])


def _show_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ReadingroomError)
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
    titles = {404: "Not here", 400: "That cannot be understood", 422: "That draft cannot be read"}
    return _error(request, status, titles.get(status, "That did not work"), error.what, error.hint)


def _show_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title = {404: "Not here", 405: "Not that way", 400: "That cannot be understood"}.get(error.status_code, "Refused")
    return _error(request, error.status_code, title, str(error.detail), "")


def _show_too_large(request: Request, _: Exception) -> Response:
    return _error(request, 413, "Too large", "A draft may have 5 MB at most.", "Cut it in parts, or use the command.")


def _show_fault(request: Request, error: Exception) -> Response:
    what = f"{type(error).__name__}: {error}"
    return _error(request, 500, "A fault of the program", what, "The case is not harmed. Please report it.")


def _error(request: Request, status: int, title: str, what: str, hint: str) -> Response:
    view = ErrorView(frame=ask_frame(case_of(request)), title=title, what=what, hint=hint)
    if request.query_params.get("format") == "json" or request.url.path.endswith(".json"):
        return JSONResponse({"title": title, "what": what, "hint": hint}, status)
    if request.url.path.startswith("/picture/"):
        return Response(f"{title}: {what}\n", status, media_type="text/plain")
    return HTMLResponse(render(view), status)
