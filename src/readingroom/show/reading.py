"""A message, a conversation, and a page, as screens show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import Box
from readingroom.show.body import Piece
from readingroom.show.corrections import SaidLine
from readingroom.show.frame import Frame, Mark, Pager, Place


class Sheet(NamedTuple):
    """A page as a picture with what is drawn over it. Sizes in points; 0 where the page has not been read."""

    number: int
    href: str
    picture: str
    alt: str
    width: float
    height: float
    marks: tuple[Mark, ...]


class FieldLine(NamedTuple):
    """One header field of a message, and what it rests on."""

    name: str
    label: str
    state: str
    says: str  # the state in plain words
    values: tuple[str, ...]  # empty where the page shows none of it
    confidence: str
    sure: bool
    origin: Place | None  # the copy it is taken from, where that is not the best one
    here: str  # what the copy in view says instead, "" where the same
    places: tuple[Place, ...]
    key: str
    hrefs: tuple[str, ...] = ()  # of whom each value names; "" where nobody is known. Empty: no names
    copy: str = ""  # id of the copy that it is taken from: a correction is of what that prints
    said: tuple[SaidLine, ...] = ()  # corrections of it


class CopyLine(NamedTuple):
    """One copy of a message, and what it shows differently."""

    id: str
    href: str
    place: Place
    how: str  # "printed on top", "quoted, 2 deep"
    shown: bool
    differs: tuple[str, ...]
    why: str  # what its being this message rests on; "" for the first


class Turn(NamedTuple):
    """One message of a conversation, as deep as it answers."""

    deep: int
    how: str
    href: str
    sender: str
    sent: str
    subject: str
    copies: int
    here: bool
    ground: Place | None = None  # what the link to the one above rests on
    ghost: bool = False  # nothing of it is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message: page left, reading right, copies and conversation below. Template: message.html."""

    frame: Frame
    id: str  # of the message; "" for a copy that has not been joined yet
    copy: str  # the copy in view
    subject: str
    sent: str
    status: str
    restored: tuple[str, ...]
    fields: tuple[FieldLine, ...]
    body: tuple[Piece, ...]
    body_origin: Place | None  # the copy whose body is shown, where that is not the copy in view
    signature: str
    codes: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    copies: tuple[CopyLine, ...]
    uneven: tuple[Place, ...]  # words that one of them hides and another prints
    turns: tuple[Turn, ...]
    turns_left_out: int
    conversation_href: str
    before: str  # href of the message before, "" where none
    after: str
    citation: str
    said: tuple[SaidLine, ...]  # corrections of what is no field: what is one message, where one begins
    who: str  # the name that was given with a correction last


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationView:
    """A conversation: who answered whom. Template: conversation.html."""

    frame: Frame
    id: str
    subject: str
    turns: tuple[Turn, ...]
    pager: Pager


class Region(NamedTuple):
    """The part of a page that an address points at."""

    box: Box
    href: str
    picture: str
    words: str
    citation: str


class HiddenLine(NamedTuple):
    """A place where words do not show. `text` is "" unless somebody asked for the words of this page."""

    by: str
    words: int
    text: str
    box: Box


class StampLine(NamedTuple):
    """A stamp or a redaction in the page's list."""

    key: str
    kind: str
    words: str
    href: str
    means: tuple[str, ...] = ()  # of a redaction: what a sheet says, and what each code stands for


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The page viewer. Template: page.html."""

    frame: Frame
    source: str  # file name as received
    source_id: str
    sheet: Sheet
    zoom: int  # per cent of the column's width
    zooms: tuple[Place, ...]
    pages: int  # of the source
    waiting: bool  # not read yet
    state: str
    text_from: str
    why: str  # its words come from there
    unsure_words: int
    hidden: tuple[HiddenLine, ...]
    reveal_href: str  # where to ask for the words of `hidden`, by POST
    lines: tuple[str, ...]
    stamps: tuple[StampLine, ...]
    redactions: tuple[StampLine, ...]
    document: Place | None
    messages: tuple[tuple[Place, str], ...]  # link, and how it stands here
    problems: tuple[tuple[str, str], ...]  # what, hint
    region: Region | None
    before: str
    after: str
    citation: str
    begins: bool  # a document begins on it
    said: tuple[SaidLine, ...]  # corrections of something on it
    who: str  # the name that was given with a correction last
