"""Pictures of pages and of parts of them. They are drawn in a worker process, never in this one."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readingroom.model import Box
from readingroom.web.asked import asked_box, asked_marks, asked_page

# source (first digits of its id), page, pixels a point, box, marks → PNG. Raises NotFound and ReadingroomError.
Picture = Callable[[str, int, float, Box | None, tuple[Box, ...]], bytes]

SCALES = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0)


async def show_picture(request: Request) -> Response:
    """`/picture/{source}/{number}.png`, with `?scale=`, `?box=` and any number of `?mark=`."""
    try:
        asked = float(request.query_params.get("scale", "1.5"))
    except ValueError:
        raise HTTPException(400, "scale is pixels a point, such as 1.5") from None
    scale = min(SCALES, key=lambda one: abs(one - asked))
    draw: Picture = request.app.state.picture
    source, number = asked_page(request)
    png = await run_in_threadpool(draw, source, number, scale, asked_box(request), asked_marks(request))
    return Response(png, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})
