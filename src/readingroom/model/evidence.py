"""Evidence: what is there, whatever anyone reads into it; addressed by bytes and place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Box, Word


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


class EventKind(StrEnum):
    """Where an event of a chronology is known from."""

    OUTSIDE = "outside"  # from somewhere else than the release
    TOLD = "told"  # told in the release, by someone


class Event(NamedTuple):
    """An event of a chronology that a user brings, kept apart from what the release shows. Some hundred a case."""

    at: str  # "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM"
    until: str  # the same, "" where it is a moment or a day
    kind: EventKind
    what: str
    source: str  # in the user's words; of what is told, the file and page: "release.pdf p. 12"


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
