"""Which documents to read so that nothing is missed: as a list and as a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_names import source_names
from readingroom.case.folder import Case
from readingroom.model import Document, ReadFirst
from readingroom.show.frame import pager
from readingroom.show.links import page_href
from readingroom.show.order import ReadingOrderView, ReadLine
from readingroom.show.words import day_words
from readingroom.store import (
    document_count,
    documents_by_id,
    documents_to_read,
    first_copies,
    reading_totals,
    tally,
)

LISTED = 100
PORTION = 500


class ListedReading(NamedTuple):
    """A document in the reading order; `sent` and `subject` are those of its first message, "" without one."""

    reading: ReadFirst
    document: Document
    sent: str
    subject: str


def list_reading_order(case: Case, first: int = 0, limit: int = 2**31) -> Iterator[ListedReading]:
    """The documents that hold all text, in order of time."""
    for at in range(first, first + limit, PORTION):
        some = documents_to_read(case.store, first=at, limit=min(PORTION, first + limit - at))
        ids = [reading.document for reading in some]
        found, mail = documents_by_id(case.store, ids), first_copies(case.store, ids)
        for reading in some:
            document = found[reading.document]
            sent, subject = mail.get(document.id, ("", ""))
            yield ListedReading(reading, document, sent, subject)
        if len(some) < PORTION:
            return


def ask_reading_order(case: Case, first: int) -> ReadingOrderView:
    """The reading order from the `first` document on (from 0)."""
    names = source_names(case.store)
    documents, pages = reading_totals(case.store)
    return ReadingOrderView(
        frame=ask_frame(case),
        pages=pages,
        documents=documents,
        all_pages=tally(case.store).expected,
        all_documents=document_count(case.store),
        lines=tuple(
            ReadLine(
                listed.document.number or f"page {listed.document.first_page:,}",
                names.get(listed.document.source, listed.document.source[:12]),
                listed.subject or listed.document.title,
                day_words(listed.sent) if listed.sent else "",
                listed.reading.pages,
                listed.reading.adds,
                listed.reading.messages,
                listed.reading.copies,
                page_href(listed.document.source, listed.document.first_page),
            )
            for listed in list_reading_order(case, first, LISTED)
        ),
        pager=pager(first, LISTED, documents, "/reading-order?first="),
    )
