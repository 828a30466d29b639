"""Corrections from the screens: forms that keep one or undo one, and the screen of their log."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readingroom.case.ask_corrections import ask_corrections
from readingroom.case.correcting import Who, keep_correction, now, put_back, undo_correction
from readingroom.case.correction_files import KEYS, LONGEST_NAME
from readingroom.web.asked import asked_who
from readingroom.web.screens import answer, case_of, first_of

YEAR = 365 * 24 * 3600  # seconds that the browser keeps a person's name
LONGEST = 20_000  # bytes of one field of a form


def show_corrections(request: Request) -> Response:
    """`/corrections`."""
    first = first_of(request)
    return answer(request, ask_corrections(case_of(request), first, asked_who(request)))


async def correct(request: Request) -> Response:
    """`/correct` by POST: what somebody says, with the names of the file format; then back to where it was said."""
    form = await _form(request)
    record: dict[str, Any] = {key: form[key] for key in KEYS if form.get(key)}
    for key in ("page", "other_page"):
        if record.get(key, "").isdecimal():
            record[key] = int(record[key])
    if record.get("state", "read") != "read":
        record.pop("says", None)
    if "other_copy" in record:
        record["other_copy"] = _copy_named(record["other_copy"])
    who = _who(form)
    await run_in_threadpool(keep_correction, case_of(request), record, who)
    return await _done(request, form, who)


async def undo(request: Request) -> Response:
    """`/undo` by POST: an entry of the log no longer counts, or counts again."""
    form = await _form(request)
    who = _who(form)
    deed = put_back if form.get("back_again") else undo_correction
    await run_in_threadpool(deed, case_of(request), form.get("id", ""), who)
    return await _done(request, form, who)


async def _form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=40, max_part_size=LONGEST) as form:
        return {key: value.strip() for key, value in form.items() if isinstance(value, str)}


def _who(form: dict[str, str]) -> Who:
    name = " ".join(form.get("who", "").split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise HTTPException(400, "Say who you are: the log keeps who said it.")
    return Who(name, now(), form.get("why", ""))


async def _done(request: Request, form: dict[str, str], who: Who) -> Response:
    """Once what changes has been read again, back to the screen; to the log where that takes long."""
    finished = await run_in_threadpool(request.app.state.reread)
    back = form.get("back", "")
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    shown = RedirectResponse(back if local and finished else "/corrections", 303)
    shown.set_cookie("who", quote(who.who), max_age=YEAR, httponly=True, samesite="strict")
    return shown


def _copy_named(words: str) -> str:
    """The id of a copy or message, out of its address where that is given."""
    address = urlsplit(words)
    copies = parse_qs(address.query).get("copy")
    return copies[0] if copies else unquote(address.path.rstrip("/").rpartition("/")[2])
