"""What of a page is enough to tell where a document begins and what it is: a few lines, numbers and signs, no words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from readingroom.copies.attached import BETWEEN_FILES
from readingroom.copies.dates import read_sent
from readingroom.copies.headers import find_headers
from readingroom.copies.kinds import kind_of_opening
from readingroom.copies.labelled import label_at, separates
from readingroom.copies.labels import MBOX_LINE, MESSAGE_COUNT, REPLY_PREFIXES
from readingroom.copies.rows import Row, rows_of
from readingroom.copies.values import Header
from readingroom.model import DocumentKind, FieldName, Page, Redaction, RedactionKind, RedactionWhere, Stamp, StampKind

OPENING = 20  # rows of a page that say what it is
_KEPT = 3  # of them are kept, for titles
_LONGEST = 100  # characters of a line that is kept
_ABOVE = 7  # rows that may stand over a header at the head of a page: owner, service, subject in large print, title
_FEW = 6  # words that a line above labels may have, at the most: a speck, a stamp that was not known for one
_LETTERS = 4  # in a title, at the least
_SHORT = 0.7  # a line shorter than this share of the page's longest is no line of running text
_PAGE_OF = re.compile(r"([\dIl]{1,4})\s?(?:of|/)\s?([\dIl]{1,4})", re.IGNORECASE)
_ONES = str.maketrans("Iil", "111")
_LONE = re.compile(r"(?:page\s)?\W{0,3}(\d{1,4})\W{0,3}", re.IGNORECASE)
_ATTACHES = re.compile(r"\battach(?:ed|ing)\b|\benclosed\b|^Attachments?\s?:", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-z]{2}|[o•·▪*–—-]\s|\(?(?:[a-z]|[2-9]|\d\d)[.)]\s|\d{1,2}:\d\d\s")
_UNFINISHED = re.compile(r"[\w,;–—-]$")


class Head(StrEnum):
    """What stands at the head of a page."""

    TOP = "top"  # the head of a print-out of mail: labels in a column, a letterhead
    LABELLED = "labelled"  # labels without a column: a print-out's in some makes, and any quotation's
    REST = "rest"  # labels without a sender: the other half of a header that a page break has cut
    QUOTED = "quoted"  # quotation marks, a separator, an introduction
    TEXT = "text"
    NOTHING = "nothing"


class PageSketch(NamedTuple):
    """Made by `sketch_page` for every page, read by `cut_documents`; all pages of one source at a time."""

    number: int  # of the page in its source
    document_number: str = ""  # as stamped, "" where none
    page_of: tuple[int, int] | None = None  # "Page 2 of 5" as printed: (2, 5)
    lone: int | None = None  # a page number that stands alone
    marked: bool = False  # bears a release mark
    head: Head = Head.NOTHING
    kind: DocumentKind = DocumentKind.BLANK  # what its first lines say a document is that begins here
    opening: tuple[str, ...] = ()  # its first lines that are no stamps
    heading: bool = False  # the first line looks like a title: short, and in capitals, large print or the middle
    lower: bool = False  # the first line begins in the middle of a sentence or of a list
    open_end: bool = False  # the last line is long and ends no sentence, or is a header's, or a separator
    foot: float = 0.0  # how far down the page its last line reaches, 0..1
    line: float = 0.0  # usual height of a line, points
    words: int = 0  # that are no stamps
    subjects: tuple[str, ...] = ()  # keys of the first and the last subject printed in a header
    inner: int = 0  # labelled headers further down
    sent: tuple[str, ...] = ()  # values of the first and the last date printed in a header
    named: tuple[str, ...] = ()  # attachments that its headers name
    attaches: bool = False  # names attachments or speaks of something attached


def sketch_page(page: Page, stamps: Sequence[Stamp], redactions: Sequence[Redaction]) -> PageSketch:
    """The sketch of one page, given the stamps found on it and what was found to be taken out of it."""
    stamps = [stamp for stamp in stamps if stamp.page == page.number]
    rows = [row for row in rows_of((page,), stamps) if any(map(str.isalnum, row.text))]  # the rest is dirt
    headers = find_headers(rows)
    numbers = [stamp.text for stamp in stamps if stamp.kind is StampKind.PAGE_NUMBER]
    bare = PageSketch(
        number=page.number,
        document_number=next((s.number for s in stamps if s.kind is StampKind.CASE and s.number), ""),
        page_of=next(filter(None, map(_page_of, numbers)), None),
        lone=next((int(match[1]) for match in map(_LONE.fullmatch, numbers) if match), None),
        marked=any(stamp.kind is StampKind.RELEASE and " UNDER " not in stamp.text for stamp in stamps),
        words=len(page.words) - sum(len(stamp.words) for stamp in stamps),
    )
    if not rows:
        return bare._replace(words=0)
    head = _head(rows, headers)
    full = max(0.7 * page.width, *(row.right - row.left for row in rows))
    subjects = _values(headers, FieldName.SUBJECT)
    sent = [read_sent(text).value for text in _values(headers, FieldName.SENT)]
    return bare._replace(
        head=head,
        kind=_kind(rows, head, bare.words, [mark for mark in redactions if mark.page == page.number]),
        opening=tuple(row.text[:_LONGEST] for row in rows[:_KEPT]),
        heading=head is Head.TEXT and _heading(rows, full, page.width),
        lower=_GOES_ON.match(rows[0].text) is not None,
        open_end=_open_end(rows[-1], full),
        foot=round(rows[-1].foot / page.height, 2) if page.height else 0.0,
        line=round(rows[0].height, 1),
        subjects=_ends([subject_key(text) for text in subjects]),
        inner=sum(1 for header in headers[head in (Head.TOP, Head.LABELLED) :] if header.labels),
        sent=_ends([value for value in sent if value]),
        named=tuple(_named(headers)),
        attaches=any(_ATTACHES.search(row.text) for row in rows),
    )


def pack_sketch(sketch: PageSketch) -> str:
    """The sketch as JSON."""
    return json.dumps(sketch, ensure_ascii=False, separators=(",", ":"))


def unpack_sketch(packed: str) -> PageSketch:
    """What `pack_sketch` packed."""
    sketch = PageSketch._make(tuple(value) if isinstance(value, list) else value for value in json.loads(packed))
    return sketch._replace(head=Head(sketch.head), kind=DocumentKind(sketch.kind))


def subject_key(text: str) -> str:
    """What is compared of a subject: its letters and digits, without RE: and FW:."""
    return re.sub(r"[\W_]+", "", REPLY_PREFIXES.sub("", text, count=1)).lower()[:40]


def _head(rows: Sequence[Row], headers: Sequence[Header]) -> Head:
    if rows[0].marks or separates(rows[0]) is not None:
        return Head.QUOTED
    first = headers[0] if headers else None
    if first is None or first.first > _ABOVE or any(separates(row) is not None for row in rows[: first.first]):
        label = label_at(rows[0])
        rest = label is not None and label.colon and label.field not in (None, FieldName.FROM)
        return Head.REST if rest else Head.TEXT
    if first.style in ("wrote", "forwarded", "original"):
        return Head.QUOTED
    if first.style in ("columns", "letterhead", "notes"):
        return Head.TOP if FieldName.FROM in first.values else Head.REST
    if MBOX_LINE.match(re.sub(r"\s+", " ", rows[0].text)):
        return Head.TOP
    if any(MESSAGE_COUNT.fullmatch(row.text) for row in rows[1 : first.first]):
        return Head.TOP
    if any(len(row.text.split()) > _FEW for row in rows[: first.first]):
        return Head.TEXT
    return Head.LABELLED if FieldName.FROM in first.values else Head.REST


def _kind(rows: Sequence[Row], head: Head, words: int, redactions: Sequence[Redaction]) -> DocumentKind:
    """What a document is that begins with this page, by its first lines and by what marks say of pages withheld."""
    for mark in redactions:
        if mark.kind is RedactionKind.LABEL and mark.where in (RedactionWhere.PAGE, RedactionWhere.DOCUMENT):
            return DocumentKind.WITHHELD
    if head in (Head.TOP, Head.LABELLED):
        return DocumentKind.MAIL
    if head is Head.QUOTED:
        return DocumentKind.OTHER
    kind = kind_of_opening([row.text[:200] for row in rows[:OPENING]], words)
    # A page of few words of which something was taken out was no sheet.
    return DocumentKind.OTHER if kind is DocumentKind.SEPARATOR and redactions else kind


def _heading(rows: Sequence[Row], full: float, width: float) -> bool:
    row = rows[0]
    letters = [character for character in row.text if character.isalpha()]
    large = row.foot - row.top > 1.2 * row.height
    short = row.right - row.left < _SHORT * full or len(rows) == 1
    if len(letters) < _LETTERS or not short or row.text.endswith((",", ";", ".")):
        return False
    capitals = sum(1 for character in letters if character.isupper()) > 0.7 * len(letters)
    middle = abs((row.left + row.right) / 2 - width / 2) < 0.05 * width and row.left > 0.2 * width
    return capitals or middle or large


def _open_end(row: Row, full: float) -> bool:
    if separates(row) is not None or label_at(row) is not None or row.text.rstrip().endswith((" wrote:", "message:")):
        return True
    return not row.first and row.right - row.left > _SHORT * full and _UNFINISHED.search(row.text) is not None


def _values(headers: Sequence[Header], name: FieldName) -> list[str]:
    return [
        " ".join(value.passage.text for value in header.values[name]) for header in headers if name in header.values
    ]


def _ends(values: Sequence[str]) -> tuple[str, ...]:
    return (values[0], values[-1]) if values else ()


def _named(headers: Sequence[Header]) -> list[str]:
    names = [
        name.strip(' "“”') for text in _values(headers, FieldName.ATTACHMENTS) for name in BETWEEN_FILES.split(text)
    ]
    return [name[:_LONGEST] for name in names if name]


def _page_of(text: str) -> tuple[int, int] | None:
    match = _PAGE_OF.search(text)
    page, of = (int(number.translate(_ONES)) for number in match.groups()) if match else (0, 0)
    return (page, of) if 1 <= page <= of else None
