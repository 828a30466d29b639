"""How values cross a process and lie in the store, and what a stage makes of one batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model.actors import Actor, Designation, Post, Traffic
from readingroom.model.aliases import AliasClue, AliasMeaning, SignUse
from readingroom.model.beside import Problem
from readingroom.model.corrections import CorrectionFit
from readingroom.model.evidence import (
    UPRIGHT,
    Document,
    HiddenText,
    Lay,
    PageState,
    Redaction,
    Stamp,
    TextFrom,
    TextWhy,
)
from readingroom.model.findings import Gap, Telling
from readingroom.model.messages import Attachment, Link, Message
from readingroom.model.order import Held, ReadFirst
from readingroom.model.reading import FieldState
from readingroom.model.reuse import Reuse, TextPrint
from readingroom.model.uneven import CodeDifference, UnevenRedaction


class PackedPage(NamedTuple):
    """A page as it crosses a process and lies in the store. Made by the worker; a batch at a time."""

    source: str
    number: int
    width: float
    height: float
    text_from: TextFrom
    state: PageState
    words: bytes  # text.pack_words
    text: str  # its lines without stamps: what is searched until its document has been read
    sketch: str  # JSON of copies.PageSketch
    hidden: int  # words that do not show: counted, never listed
    digest: str  # of all that later stages take from this page
    why: TextWhy = TextWhy.NONE
    lay: Lay = UPRIGHT


class PackedCopy(NamedTuple):
    """A copy as it crosses a process and lies in the store. Made by `text.pack_copy`; a batch at a time."""

    id: str
    document: str
    source: str
    nth: int
    depth: int
    quoted_by: str
    page: int
    last_page: int
    states: tuple[FieldState, ...]  # in the order of FieldName, as are the next three
    values: tuple[str, ...]
    confidences: tuple[float, ...]
    parts: tuple[tuple[str, ...], ...]
    codes: tuple[str, ...]
    style: str
    passages: bytes  # text.pack_passages: for each field printed and parts, then body, then signature
    body: str
    digest: str
    shingles: bytes = b""  # findings.uneven.shingles_of its body


class Rest(NamedTuple):
    """Lines of a page of a document that belong to no copy of a message and are no stamp. A batch at a time."""

    document: str
    source: str
    page: int
    passage: bytes  # text.pack_passages of one
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What a stage makes of one batch. Made by the worker, kept by the store under the batch's key."""

    pages: tuple[PackedPage, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    documents: tuple[Document, ...] = ()
    copies: tuple[PackedCopy, ...] = ()
    rests: tuple[Rest, ...] = ()
    messages: tuple[Message, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    designations: tuple[Designation, ...] = ()
    actors: tuple[Actor, ...] = ()
    posts: tuple[Post, ...] = ()
    traffic: tuple[Traffic, ...] = ()
    fits: tuple[CorrectionFit, ...] = ()
    uneven: tuple[UnevenRedaction, ...] = ()
    code_differences: tuple[CodeDifference, ...] = ()
    tellings: tuple[Telling, ...] = ()
    gaps: tuple[Gap, ...] = ()
    prints: tuple[TextPrint, ...] = ()
    reuses: tuple[Reuse, ...] = ()
    held: tuple[Held, ...] = ()
    read_first: tuple[ReadFirst, ...] = ()
    sign_uses: tuple[SignUse, ...] = ()
    alias_clues: tuple[AliasClue, ...] = ()
    alias_meanings: tuple[AliasMeaning, ...] = ()
    problems: tuple[Problem, ...] = ()
