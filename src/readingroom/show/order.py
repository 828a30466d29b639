"""Which documents to read so that nothing is missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.frame import Frame, Pager


class ReadLine(NamedTuple):
    """One document in the reading order."""

    number: str  # as stamped, else its first page
    source: str
    title: str  # subject of its first message, or its first lines
    sent: str
    pages: int
    adds: int  # words
    messages: int
    spares: int  # documents that need not be read because of it
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOrderView:
    """The documents that hold all text, in order of time. Template: reading_order.html."""

    frame: Frame
    pages: int  # to read
    documents: int  # to read
    all_pages: int
    all_documents: int
    lines: tuple[ReadLine, ...]
    pager: Pager
