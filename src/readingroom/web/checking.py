"""A draft held against the release: the form, and the sheet."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from readingroom.case.ask_sheet import ask_check_form, ask_sheet, check_upload
from readingroom.errors import DraftUnreadable
from readingroom.web.guard import LARGEST_BODY
from readingroom.web.screens import answer, case_of


def show_form(request: Request) -> Response:
    """`/check`."""
    return answer(request, ask_check_form(case_of(request)))


async def check_draft(request: Request) -> Response:
    """`/check` by POST: a file, or pasted text. Nothing of it is kept."""
    async with request.form(max_files=1, max_fields=4, max_part_size=LARGEST_BODY) as form:
        upload, text = form.get("file"), form.get("text")
        if isinstance(upload, UploadFile) and upload.filename:
            name, content = upload.filename, await upload.read()
        else:
            name, content = "pasted draft.txt", text.encode() if isinstance(text, str) else b""
    if not content.strip():
        raise DraftUnreadable("there is no draft to check", "paste the story, or choose its file")
    case = case_of(request)
    sheet = await run_in_threadpool(check_upload, case, name, content)
    return answer(request, await run_in_threadpool(ask_sheet, case, sheet))
