"""What a request asks for, out of its address: small readers that give a value or a plain refusal."""

from __future__ import annotations

import re
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from readingroom.model import Box
from readingroom.show.links import read_box
from readingroom.store import Narrowing, Order

MOST_MARKS = 60

_ID = re.compile(r"[A-Za-z0-9._-]{1,100}")
_SOURCE = re.compile(r"[0-9a-f]{12,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")


def asked_number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A whole number of the query string, brought within its limits; the default where it is none."""
    words = request.query_params.get(name, "")
    if not (words.isascii() and words.isdecimal() and len(words) < 10):
        return default
    return min(most, max(least, int(words)))


def asked_box(request: Request) -> Box | None:
    """The box of the query string, None where none is given. 400 where it is no box."""
    words = request.query_params.get("box")
    if words is None:
        return None
    box = read_box(words)
    if box is None:
        raise HTTPException(400, "a box is four numbers with commas between them: x0,y0,x1,y1 in points")
    return box


def asked_marks(request: Request) -> tuple[Box, ...]:
    """The boxes to highlight; what is no box is left out."""
    boxes = (read_box(words) for words in request.query_params.getlist("mark")[:MOST_MARKS])
    return tuple(box for box in boxes if box is not None)


def asked_id(request: Request) -> str:
    """The id of a message, copy or conversation in the path. 404 where it cannot be one."""
    words: str = request.path_params["id"]
    if not _ID.fullmatch(words):
        raise HTTPException(404, "there is nothing at this address")
    return words


def asked_page(request: Request) -> tuple[str, int]:
    """Source (first digits of its id) and page number in the path. 404 where they cannot be such."""
    source, number = request.path_params["source"], request.path_params["number"]
    if not (_SOURCE.fullmatch(source) and _NUMBER.fullmatch(number)):
        raise HTTPException(404, "there is nothing at this address")
    return source, int(number)


def asked_order(request: Request) -> Order:
    """How hits are to be ordered; the best first where nothing is said."""
    words = request.query_params.get("sort", "")
    return Order(words) if words in set(Order) else Order.RELEVANCE


def asked_narrowing(request: Request) -> Narrowing:
    """What of the hits to keep."""
    return Narrowing(*(request.query_params.get(name, "")[:500] for name in Narrowing._fields))


def asked_who(request: Request) -> str:
    """The name that somebody gave with a correction before; "" where nobody did."""
    return unquote(request.cookies.get("who", ""))[:200]
