"""Where a copy begins: its id says so, "<first 12 of source id>-p<page>-y<top>", with ".2" behind it if taken."""

from __future__ import annotations

import re
from typing import NamedTuple

_ID = re.compile(r"(?P<source>[0-9a-f]{12})-p(?P<page>\d+)-y(?P<top>-?\d+)(?:\.\d+)?")


class CopyPlace(NamedTuple):
    """The first line of a copy: digits of its source's id, its page, and its top in whole points."""

    source: str
    page: int
    top: int


def copy_place(copy_id: str) -> CopyPlace | None:
    """The place that a Copy.id says; None for what is no such id."""
    found = _ID.fullmatch(copy_id)
    return CopyPlace(found["source"], int(found["page"]), int(found["top"])) if found else None
