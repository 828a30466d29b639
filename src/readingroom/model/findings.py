"""Findings: what a release shows of itself. Conclusions with grounds; each negative with what was searched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Span


class TellingKind(StrEnum):
    """What a phrase in a message says of something that should be somewhere else."""

    SENT = "sent"  # the writer has sent something before this
    SENT_TO_WRITER = "sent to the writer"  # the one who is written to has
    SENT_BY_ANOTHER = "sent by another"  # somebody else has
    BOUNCED = "bounced"  # a mail of the writer's did not arrive
    ANNOUNCED = "announced"  # something is to follow
    ATTACHED = "attached"  # something is with this message
    WITHHELD = "withheld"  # of the body nothing shows but codes, and at most a greeting
    QUOTES = "quotes"  # what stands below is another message, though no header of it was read
    PAGES_PROMISED = "pages promised"  # a letter says how many pages are handed over


class Telling(NamedTuple):
    """A phrase that speaks of another message, an attachment or pages. Made by `findings.gaps`; a document's at a time.

    `start` and `end` count characters of the body of `copy`, or of what a page prints outside any copy ("" then).
    """

    kind: TellingKind
    document: str  # Document.id
    copy: str  # Copy.id
    source: str
    page: int  # of the source, where the copy or the passage begins
    start: int
    end: int
    words: str  # the sentence, on one line, cut
    who: str  # the named one who sent it or to whom it went; "" where nobody is named
    topic: tuple[str, ...]  # words of the sentence that say what it is about, folded; withheld: the codes
    reach: int  # days within which it should be; withheld: words that show; pages promised: the number
    weight: float  # 0..1, how surely the phrase says so


class GapKind(StrEnum):
    """What is missing: a message, a file, pages, numbers."""

    PAGES_PROMISED = "pages promised"  # fewer pages came than the agency's letter says
    BATES = "bates"  # numbers between two stamped ones
    DOCUMENT_NUMBER = "document number"
    WITHHELD_PAGES = "withheld pages"  # a sheet or list stands for them
    WITHHELD_MESSAGE = "withheld message"  # a header is printed, and of the body nothing but codes
    REFERRED_MESSAGE = "referred message"  # somebody speaks of it
    REPLY_WITHOUT_PARENT = "reply without parent"
    ATTACHMENT = "attachment"  # named in a header
    NOTHING_ATTACHED = "nothing attached"  # said in a body, named and printed nowhere
    ANNOUNCED = "announced"  # said to follow, and nothing does
    QUOTED_ONLY = "quoted only"  # its words are there, its own print is not


class GapStrength(StrEnum):
    """How surely it exists, and who says so. The first is the strongest."""

    MUST_EXIST = "must exist"
    LISTED_AS_WITHHELD = "listed as withheld"
    SAID_TO_EXIST = "said to exist"


class Searched(NamedTuple):
    """What was looked through for a gap, beside the whole case."""

    what: str  # in plain words
    since: str  # ISO dates or times; "" where any time was looked at
    until: str
    messages: int  # that were held against it


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the release shows to exist and does not hold. Made by `findings.gaps`; all of a case at a time.

    It rests on the characters `start` to `end` of the part of the first of `copies`; where no copy is, on `spans`, or,
    if those have no boxes, on such characters of what their page prints outside any copy.
    """

    id: str  # the letter g and 12 hex digits, from what it rests on
    kind: GapKind
    strength: GapStrength
    rank: float  # 0..1, the order of the list: how surely, and how much is missing
    what: str  # in one line
    words: str  # as printed: the phrase, subject, file name or numbers that it rests on
    copies: tuple[str, ...] = ()  # Copy.ids that show it, the best first
    part: str = ""  # of them: the name of a field, or "body"
    start: int = 0
    end: int = 0
    spans: tuple[Span, ...] = ()
    message: str = ""  # Message.id of those copies
    conversation: str = ""  # of that message
    sender: str = ""  # of the missing message, as inferred; "" where nothing says
    recipients: tuple[str, ...] = ()
    subject: str = ""
    perhaps: tuple[str, ...] = ()  # Message.ids that may be it, and that nothing shows to be
    searched: Searched
