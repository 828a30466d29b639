"""Documents: where one print-out ends and the next begins, told from the sketches of all pages of one source.

What tells it, the strongest first: document numbers stamped on the pages; "Page 1 of 3"; a release mark, which
agencies put on the first page; the head of a print-out at the top of a page. A quoted header that a page break has
pushed to the top of a page is no such head. Heads alone cut a source only where it has several: one file with two or
three print jobs stays one document, and its copies are told apart all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.dates import read_sent
from readingroom.copies.labels import MBOX_LINE, SEPARATOR
from readingroom.copies.sketch import RELEASE_MARK, PageSketch
from readingroom.model import Document

_COLUMN_LABEL = re.compile(r"\W{0,3}(From|Sent|To|Cc|Subject|Date)\s?:?(?:\s{2,}|\s*$)")
_PLAIN_LABEL = re.compile(r"\W{0,3}(From|Sent|To|Cc|Subject|Date)\s?:")
_MESSAGES = re.compile(r"\d{1,3} messages?")
_NOTES = re.compile(r"\S.*\s{2}To(?:\s.*)?$")
_SALUTATION = re.compile(r"(?:Dear|To whom)\b.{1,60}[:,]$", re.IGNORECASE)
_SHEET = re.compile(r"deleted page information sheet|page\(?s?\)? withheld in full", re.IGNORECASE)
_FULL_PAGE = 300  # words on a page of running text, at the least
_FEW = 3  # so many beginnings after the first page make a source a pile of documents
_SHEET_WORDS = 6  # on a sheet that only parts two documents, at the most
_SHORT = 0.5  # a page with fewer words than this share of a full one was not ended by its foot


def cut_documents(source: str, sketches: Sequence[PageSketch]) -> tuple[Document, ...]:
    """The documents of one source, in order of pages. Pages may be missing (not yet read): a gap ends a document."""
    pages = sorted(sketches, key=lambda sketch: sketch.number)
    full = max(_FULL_PAGE, sorted(page.words for page in pages)[len(pages) * 9 // 10] if pages else 0)
    marked = _marks_begin(pages)
    pile = sum(1 for before, page in _pairs(pages) if before is not None and _surely(before, page, marked)) >= _FEW
    documents: list[Document] = []
    run: list[PageSketch] = []
    for before, page in _pairs(pages):
        if before is not None and run:
            gap = page.number != before.number + 1
            sheet = len(run) == 1 and before.words <= _SHEET_WORDS and _opens(_lines(page))
            stamped = _by_stamps(before, page, marked)
            looks = stamped is None and pile and (_opens(_lines(page)) or _perhaps(before, page, full))
            if gap or sheet or stamped or looks:
                documents.append(_document(source, run))
                run = []
        run.append(page)
    if run:
        documents.append(_document(source, run))
    return tuple(documents)


def _pairs(pages: Sequence[PageSketch]) -> list[tuple[PageSketch | None, PageSketch]]:
    return list(zip((None, *pages), pages, strict=False))


def _document(source: str, run: Sequence[PageSketch]) -> Document:
    return Document(
        id=f"{source[:12]}-p{run[0].number}",
        source=source,
        first_page=run[0].number,
        last_page=run[-1].number,
        number=next((page.document_number for page in run if page.document_number), ""),
    )


def _surely(before: PageSketch, page: PageSketch, marked: bool) -> bool:
    stamped = _by_stamps(before, page, marked)
    return _opens(_lines(page)) if stamped is None else stamped


def _by_stamps(before: PageSketch, page: PageSketch, marked: bool) -> bool | None:
    """Whether stamps and sheets say that `page` begins a document; None where they do not tell."""
    if page.document_number and before.document_number:
        return page.document_number != before.document_number
    if page.page_of and page.page_of[0] > 1:
        return False
    if page.page_of and page.page_of[1] > 1:
        return True
    if before.page_of and before.page_of[0] < before.page_of[1]:
        return False
    sheet = any(_SHEET.search(line) for line in _lines(page)[:4])
    return True if page.page_of or sheet or (marked and _marked(page)) else None


def _perhaps(before: PageSketch, page: PageSketch, full: int) -> bool:
    """Whether `page` begins a document, by weaker signs, in a source that is known to hold many."""
    if not page.words:
        return False
    lines = _lines(page)
    plain = sum(1 for line in lines[:6] if _PLAIN_LABEL.match(line))
    heads = any(_PLAIN_LABEL.match(line) for line in lines[:2]) and plain >= 3
    letter = any(_SALUTATION.match(line) for line in lines) and not heads
    ended = before.page_of is not None or before.words < _SHORT * full
    return ended and (heads or letter)


def _opens(lines: Sequence[str]) -> bool:
    """Whether these first lines of a page are the head of a print-out."""
    for at, line in enumerate(lines[:4]):
        if SEPARATOR.fullmatch(line) or line.startswith(">"):
            return False
        label = _COLUMN_LABEL.match(line)
        if label:
            others = {match[1] for match in map(_COLUMN_LABEL.match, lines[at + 1 : at + 7]) if match}
            return label[1] == "From" and len(others - {"From"}) >= 2
        if at == 0 and MBOX_LINE.match(re.sub(r"\s+", " ", line)):
            return True
        if at > 0 and _MESSAGES.fullmatch(line):
            return True
        if _NOTES.match(line) and any(read_sent(other[:40]).value for other in lines[at + 1 : at + 3]):
            return True
        if _PLAIN_LABEL.match(line):
            return False
        if at >= 1 and len(line) < 45 and read_sent(line).sure:
            return any(_PLAIN_LABEL.match(other) for other in lines[at + 1 : at + 2])
    return False


def _marked(page: PageSketch) -> bool:
    return bool(page.opening) and page.opening[0].startswith(RELEASE_MARK)


def _lines(page: PageSketch) -> tuple[str, ...]:
    return page.opening[1:] if _marked(page) else page.opening


def _marks_begin(pages: Sequence[PageSketch]) -> bool:
    """Whether release marks stand where print-outs begin, and not on every page: most marked pages are heads."""
    marked = [page for page in pages if _marked(page)]
    return 2 * sum(1 for page in marked if _opens(_lines(page))) > len(marked)
