"""The vocabulary: every type that one room hands to another, in three drawers.

Evidence is there whatever anyone reads into it. A reading is what is printed, never inferred. A conclusion may be
inferred and names what it rests on. Types here compute nothing but themselves: what makes one lives in its room.

Space: all boxes are in points (1/72 inch), origin at the top left of the page as shown, rounded to 0.1 point.
Counting: pages from 1, copies in a document (`nth`) from 0 in printing order.
Usual variable names: `page`, `word`, `span`, `stamp`, `document`, `field`, `copy_`, `message`, `problem`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

# ---------------------------------------------------------------- places


class Box(NamedTuple):
    """A rectangle on a page in points, origin top left, y downwards. Made by `pages`; millions, a batch at a time."""

    x0: float
    y0: float
    x1: float
    y1: float


class Word(NamedTuple):
    """One printed word. Made by `pages`, packed by `text.packing`; a page's at a time."""

    text: str
    box: Box
    confidence: float  # 0..1: of the OCR engine; 1.0 from a text layer


class Span(NamedTuple):
    """A place that can be shown: one page of a source and its boxes, one a line. Made from passages."""

    source: str  # Source.id
    page: int
    boxes: tuple[Box, ...]


class Run(NamedTuple):
    """Characters start..end of a passage are printed at `box` of `page`. One a word."""

    start: int
    end: int
    page: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A string that knows its places: slicing and joining keep them. Characters outside all runs are joints (blanks).

    Lines are separated by "\\n" where the page breaks them. `runs` are in order, do not overlap, and lie in the text.
    A passage lies in one source; which one is known to whoever holds it.
    """

    text: str
    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, cut: slice) -> Passage:
        """The passage of a plain slice (no step). A word cut in two keeps its whole box."""
        start, end, _ = cut.indices(len(self.text))
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        kept = []
        for run in self.runs[first:]:
            if run.start >= end:
                break
            kept.append(run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start))
        return Passage(self.text[start:end], tuple(kept))

    def __add__(self, other: Passage) -> Passage:
        shift = len(self.text)
        moved = tuple(run._replace(start=run.start + shift, end=run.end + shift) for run in other.runs)
        return Passage(self.text + other.text, self.runs + moved)

    @staticmethod
    def join(joint: str, parts: Iterable[Passage]) -> Passage:
        """All parts in order with `joint` between them; the joint has no place."""
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for number, part in enumerate(parts):
            if number:
                texts.append(joint)
                at += len(joint)
            texts.append(part.text)
            runs.extend(run._replace(start=run.start + at, end=run.end + at) for run in part.runs)
            at += len(part.text)
        return Passage("".join(texts), tuple(runs))

    def strip(self, characters: str | None = None) -> Passage:
        """Without leading and trailing `characters` (white space when None), as str.strip."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]


EMPTY = Passage("")

# ---------------------------------------------------------------- evidence


class Letter(NamedTuple):
    """A letter of the request's correspondence. Given by the user; a handful a case."""

    date: str  # ISO date, "" where unknown
    kind: str  # request, acknowledgement, interim, final, appeal, other
    text: str
    pages_promised: int | None  # None: the letter names no count


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked what of whom, when. Given by the user, kept with the case; every "" is shown as unknown."""

    number: str = ""
    agency: str = ""
    requester: str = ""
    asked: str = ""  # ISO date
    wording: str = ""
    received: str = ""  # ISO date on which the release was handed over
    pages_promised: int | None = None
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One received file, sealed. Made by `intake`; a few to some ten thousand a case."""

    id: str  # sha256, 64 hex digits
    name: str  # file name as received (the smallest, where the same bytes came under several)
    media_type: str  # by content, never by ending
    size: int  # bytes
    pages: int  # as counted from the page tree; 0 where it cannot be opened
    problem: str = ""  # why it cannot be opened


class TextFrom(StrEnum):
    """Where a page's words come from."""

    LAYER = "layer"
    OCR = "ocr"
    NATIVE = "native"
    NONE = "none"


class TextWhy(StrEnum):
    """Why a page's words come from where they come. Decided by `pages`, page by page, and never by another page."""

    PRINTED = "printed"  # the layer is what the page paints
    TRUSTED = "trusted"  # the layer lies on a picture, and reads as language does
    KEPT = "kept"  # the layer was in doubt, and what OCR read is no better
    NO_LAYER = "no_layer"  # OCR: nothing else is there
    RUBBISH = "rubbish"  # OCR: the layer's characters stand for nothing
    WORSE = "worse"  # OCR: the layer was in doubt, and reads worse
    ASKED = "asked"  # somebody chose for this page
    NONE = "none"  # there are no words


class Lay(NamedTuple):
    """How the print lies on a page as shown. Made by `pages`, used by `text.upright`; one a page."""

    turns: int = 0  # quarter turns clockwise that set it upright, 0..3
    slope: float = 0.0  # degrees, then: how far its lines drop to the right
    gutter: float = 0.0  # points, then: from the left to where two pages on one sheet meet; 0.0: it is one page


UPRIGHT = Lay()


class PageState(StrEnum):
    """What became of a page. `waiting` is no state of a page value: no value has been made yet."""

    READ = "read"
    BLANK = "blank"
    SUSPECT_BLANK = "suspect_blank"  # shows nothing, yet there is something in it
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a source with its words in reading order. Made by `pages`; a batch at a time."""

    source: str
    number: int
    width: float  # points
    height: float
    text_from: TextFrom
    state: PageState
    words: tuple[Word, ...]
    why: TextWhy = TextWhy.NONE
    lay: Lay = UPRIGHT


class StampKind(StrEnum):
    """What somebody else than the writer printed on the page."""

    BATES = "bates"
    CASE = "case"  # the line with case and document number
    RELEASE = "release"  # RELEASE IN PART B6
    CLASSIFICATION = "classification"
    PAGE_NUMBER = "page_number"
    FAX = "fax"
    FOOTER = "footer"  # print footer or header: URL, print date, "fictional" notices
    CODE = "code"  # an exemption code in the margin or in a gap; its Redaction says more


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A stamp: never part of a body. `words` are indices into Page.words. Made by `pages`."""

    source: str
    page: int
    kind: StampKind
    text: str
    box: Box
    words: tuple[int, ...]
    number: str = ""  # the document number (CASE) or Bates number (BATES) that it carries, normalised


class RedactionKind(StrEnum):
    """How a redaction looks."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    COLOUR = "colour"
    OUTLINE = "outline"
    CROSSED = "crossed"  # whatever its fill: lines go across it, one large cross or a row of small ones
    LABEL = "label"  # only its code shows


class RedactionWhere(StrEnum):
    """Where the mark stands."""

    BOX = "box"
    MARGIN = "margin"
    PAGE = "page"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A mark that says something was taken out here. Codes as printed at this place, normalised ("B6"). By `pages`.

    A sheet or list that stands for pages which were not released is one too: `pages` says for how many, `text` what it
    says. Its place is `page` where it stands for this page, `document` where it stands for pages that are not here.
    """

    source: str
    page: int
    kind: RedactionKind
    where: RedactionWhere
    box: Box
    codes: tuple[str, ...]
    pages: int = 0  # withheld in full; 0 where the mark hides something, or where a sheet names no count
    text: str = ""  # what a sheet or a row of a list says, as printed


class HiddenBy(StrEnum):
    """What keeps words that are in the file from being seen on its page."""

    BOX = "box"
    PICTURE = "picture"
    ANNOTATION = "annotation"  # drawn over the page and never made part of it
    COLOUR = "colour"  # the ground's own: white on white, black on black
    INVISIBLE = "invisible"  # printed in nothing
    CROP = "crop"  # outside the page as shown


class HiddenText(NamedTuple):
    """Words that are in the file and do not show on the page: where, and how many, never which. Made by `pages`."""

    source: str
    page: int
    box: Box  # around the words; outside the page as shown for what is cropped away
    by: HiddenBy
    words: int


class DocumentKind(StrEnum):
    """What a document is, by what is printed at its head; `mail` too where a copy of a message was read in it."""

    MAIL = "mail"
    MEMO = "memo"
    LETTER = "letter"
    CALENDAR = "calendar"
    FORM = "form"
    CABLE = "cable"
    REPORT = "report"
    ATTACHMENT = "attachment"  # says so itself, or bears a file's name
    SEPARATOR = "separator"  # a sheet that only parts two documents
    WITHHELD = "withheld"  # a sheet that stands in place of pages not released
    OTHER = "other"
    BLANK = "blank"


class Enclosed(NamedTuple):
    """Pages of a document that print something else than its mail: an attachment, as far as can be told."""

    first_page: int  # of the source
    last_page: int
    title: str  # its first lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A run of pages of one source that were one print-out. Made by `copies.cut_documents`."""

    id: str  # "<first 12 of source id>-p<first page>"
    source: str
    first_page: int
    last_page: int
    number: str  # document number as stamped, "" where none
    kind: DocumentKind = DocumentKind.OTHER  # by its first lines
    title: str = ""  # its first lines
    enclosed: tuple[Enclosed, ...] = ()  # what is printed behind its mail


# ---------------------------------------------------------------- reading


class FieldName(StrEnum):
    """The header fields that are read, in the order in which they are listed everywhere."""

    FROM = "from"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    SENT = "sent"
    SUBJECT = "subject"
    ATTACHMENTS = "attachments"


class FieldState(StrEnum):
    """What the page shows of a header field. Never mixed up."""

    READ = "read"
    BLANK = "blank"
    REDACTED = "redacted"
    UNREADABLE = "unreadable"
    ABSENT = "absent"  # no such line
    UNDETERMINED = "undetermined"  # shows nothing, and cannot tell why


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A header value as printed. Made by `copies`; seven a copy."""

    name: FieldName
    state: FieldState
    printed: Passage = EMPTY  # the whole value, wraps joined by a blank; EMPTY where nothing is printed
    parts: tuple[Passage, ...] = ()  # each addressee or attachment as printed; one part for From, Sent, Subject
    value: str = (
        ""  # Sent: "YYYY-MM-DDTHH:MM" on the clock of the page, "" where it cannot be told; others: printed.text
    )
    confidence: float = 0.0  # 0..1, that state and value are right


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One printing of a message: a top message of a document, or a quotation in it. Made by `copies.read_copies`."""

    id: str  # "<first 12 of source id>-p<page>-y<top of its first line, whole points>", ".2" behind it if taken
    document: str
    source: str
    nth: int  # in its document, printing order
    depth: int  # 0: not quoted
    quoted_by: str  # id of the copy that quotes it; "" at depth 0
    page: int  # of the source, where its header begins
    fields: tuple[Field, ...]  # one for each FieldName, in its order
    body: Passage  # lines as printed, without stamps, quotation marks and quotations
    signature: Passage  # EMPTY where none is told apart; in smaller print it is no part of body, else the end of it
    codes: tuple[str, ...]  # exemption codes printed beside or in its lines, sorted
    style: str  # which header style was recognised: "block", "original", "wrote", "forwarded", ...

    def field(self, name: FieldName) -> Field:
        """The field of this name."""
        return next(field for field in self.fields if field.name is name)


# ---------------------------------------------------------------- conclusion


class MessageStatus(StrEnum):
    """How a message is present in the release."""

    PRINTED = "printed"
    QUOTED_ONLY = "quoted only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message, sent once: all its copies. Made by `messages.join_copies`; skeletons may all be in memory."""

    id: str
    copies: tuple[str, ...]  # Copy.id, the best first
    taken_from: tuple[tuple[FieldName, str], ...]  # for each field: the copy whose value is shown
    body_from: str  # Copy.id
    restored: tuple[FieldName, ...]  # fields that the best copy does not show and another copy prints
    status: MessageStatus
    conversation: str
    sent: str = ""  # value of the copy that Sent is taken from


class AttachmentGround(StrEnum):
    """Why pages are taken for the attachment that a message names."""

    NAME = "name"  # the file's name is printed on them, or another copy of its thread names it
    TITLE = "title"  # words of the name are printed in their first lines
    PLACE = "place"  # they stand behind the mail


class Attachment(NamedTuple):
    """An attachment that a copy names, and where it is printed. Made by `messages.reunite_attachments`."""

    copy: str  # Copy.id
    document: str  # of that copy
    nth: int  # among those that the copy names; -1: the copy names none, it is printed behind it all the same
    name: str  # as printed, "" where nothing names it
    source: str  # where it is printed; "" where it is not found
    first_page: int
    last_page: int
    title: str  # the first lines printed there
    grounds: tuple[AttachmentGround, ...]

    def at(self, other: Attachment, grounds: tuple[AttachmentGround, ...]) -> Attachment:
        """The attachment, printed where the other is."""
        return Attachment(*self[:4], *other[4:8], grounds)


class LinkKind(StrEnum):
    """How one message refers to another."""

    ANSWERS = "answers"
    FORWARDS = "forwards"
    QUOTES = "quotes"


class Link(NamedTuple):
    """A message that quotes another, and as what. Ground: the copy in which the quotation is printed."""

    kind: LinkKind
    later: str  # Message.id
    earlier: str  # Message.id
    ground: str  # Copy.id of the quotation


# ---------------------------------------------------------------- drafts


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


# ---------------------------------------------------------------- packed


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
    problems: tuple[Problem, ...] = ()


# ---------------------------------------------------------------- beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong where, and what to do: an error as a value, stored and listed."""

    stage: str
    source: str  # Source.id; "" where no file is meant
    page: int  # 0: the whole file
    reason: str  # one word for programs: "encrypted", "ocr_failed", "timeout", ...
    what: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may set, and what changes the result: part of every batch key."""

    ocr_dpi: int = 200  # a page that is not one picture is drawn at this resolution for OCR
