"""A draft held against a release: its quotations, and what the pages say to each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Span


class QuotationKind(StrEnum):
    """Where in a draft quoted words stand."""

    BODY = "body"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that a draft puts between quotation marks, marks taken off. Made by `drafts.find_quotations`."""

    text: str
    start: int  # in the draft's plain text
    end: int
    kind: QuotationKind
    pieces: tuple[str, ...]  # more than one where an attribution breaks it: "I will," she said, "go"
    paragraph: int  # from 0
    note: str = ""  # where its end is a guess: why


class Wording(StrEnum):
    """What the pages say to a quotation's words."""

    EXACT = "exact"
    ALTERED = "altered"
    SPLICED = "spliced"
    UNDER_REDACTION = "under redaction"
    NOT_FOUND = "not found"
    TOO_SHORT = "too short to tell"


class Change(NamedTuple):
    """One difference between quotation and source, word by word. Both sides may be empty."""

    kind: str  # one of drafts.kinds.GRAVITY: "negation", "number", "name", "word", ...
    draft: str
    source: str
    note: str  # in plain words: "a capital at the start", "on the page, not in the draft"


class Found(NamedTuple):
    """One place where (a piece of) a quotation stands."""

    copy: str  # Copy.id; "" for a page outside any message
    message: str  # Message.id, or ""
    spans: tuple[Span, ...]
    words: str  # the source's own words
    field: str  # "body", "subject", or "page"


class Coverage(NamedTuple):
    """What was searched for a negative, and what could not be."""

    pages: int  # searched
    messages: int
    unread: tuple[tuple[str, int, str], ...]  # source name, page (0: whole file), why


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the release shows of one quotation. Made by `drafts.prove`."""

    quotation: Quotation
    wording: Wording
    changes: tuple[Change, ...]  # gravest first
    found: tuple[Found, ...]  # every copy, best first; of several pieces, a place of each comes first
    source_words: str
    note: str  # one sentence for a person
    pieces: tuple[Found, ...] = ()  # put together from several places: one of each piece, in the draft's order


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A draft held against a release. Made by `drafts.check`."""

    draft: str  # file name
    paragraphs: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    coverage: Coverage
