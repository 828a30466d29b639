"""A draft held against a release: the sheet, on screen and as a file that stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.show.differences import DiffPiece
from readingroom.show.frame import Frame, Place


class ChangeLine(NamedTuple):
    """One difference between quotation and source."""

    kind: str
    draft: str
    source: str
    note: str
    grave: bool


class Crop(NamedTuple):
    """The printed lines. `picture` is an address or a data: URI. Sizes in points."""

    picture: str
    width: float
    height: float


class FoundLine(NamedTuple):
    """One place where a quotation (or a piece of it) stands; a crop for each page that it runs over."""

    place: Place
    message: Place | None
    who: str  # sender and date of the message
    words: str
    crops: tuple[Crop, ...]
    piece: int  # which piece of the quotation stands here, from 1; 0 where all of it does


class QuotationLine(NamedTuple):
    """One quotation and what the release shows of it."""

    number: int
    text: str
    wording: str  # for people
    verdict: str  # for programs and style sheets: "exact", "altered", ...
    note: str
    paragraph: int
    headline: bool
    changes: tuple[ChangeLine, ...]
    pieces: int  # from so many places it was put together; 0 where it was not
    diff: tuple[DiffPiece, ...]
    source_words: str
    found: tuple[FoundLine, ...]
    others: tuple[Place, ...]  # further places
    more: int  # places that are not named


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A checked draft. Templates: sheet.html, and sheet_alone.html as a file."""

    frame: Frame | None
    draft: str
    release: str
    tally: tuple[tuple[str, str, int], ...]  # wording for people, for programs, how many
    quotations: tuple[QuotationLine, ...]
    searched: str  # the coverage in one sentence
    unread: tuple[tuple[Place, str], ...]
    unread_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """The form for a draft. Template: check.html."""

    frame: Frame
