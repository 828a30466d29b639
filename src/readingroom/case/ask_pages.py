"""One page: its picture with what is drawn over it, its words, and what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from readingroom.case.ask_corrections import ListedCorrection, list_corrections, said_lines
from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_hidden import Revealed
from readingroom.case.folder import Case
from readingroom.errors import CaseBusy, NotFound
from readingroom.exemptions import explained
from readingroom.model import Box, CorrectionState, Document, Page, Redaction, Source, Stamp
from readingroom.show.body import redaction_key
from readingroom.show.frame import Mark, Place
from readingroom.show.links import copy_href, message_href, page_href, picture_href, reveal_href
from readingroom.show.reading import HiddenLine, PageView, Region, Sheet, StampLine
from readingroom.show.words import (
    FIELD_LABELS,
    HIDDEN_BY,
    PAGE_STATES,
    REDACTION_PLACES,
    REDACTIONS,
    STAMPS,
    TEXT_FROM,
    TEXT_WHY,
)
from readingroom.store import (
    copies_by_id,
    copies_of_document,
    document_of_page,
    hidden_texts,
    mark_wanted,
    message_of_copies,
    page_row,
    problems,
    redactions,
    source_by_id,
    stamps,
    whole_pages,
)
from readingroom.text import lines_of, spans_of

ZOOMS = (50, 75, 100, 150, 200, 300)  # per cent of the column's width
UNSURE = 0.6  # below it a word is shown as one to check


def ask_page(
    case: Case,
    source_id: str,
    number: int,
    *,
    zoom: int = 100,
    box: Box | None = None,
    revealed: Sequence[Revealed] = (),
    who: str = "",
) -> PageView:
    """The page viewer. A page that has not been read is marked as wanted. Raises NotFound.

    `revealed`: its hidden words, where somebody asked for them.
    """
    source = source_of(case, source_id)
    if not 1 <= number <= source.pages:
        raise NotFound(
            f"{source.name} has no page {number:,}", f"its pages go from 1 to {source.pages:,}" if source.pages else ""
        )
    row = page_row(case.store, source.id, number)
    if row is None:
        with suppress(CaseBusy):  # a courtesy: it is read in its turn all the same
            mark_wanted(case.store, source.id, number)
    page = next(iter(whole_pages(case.store, source.id, number, number)), None)
    stamped = stamps(case.store, source.id, number, number)
    hidden = redactions(case.store, source.id, number, number)
    unseen = hidden_texts(case.store, source.id, number, number)
    document = document_of_page(case.store, source.id, number)
    citation = f"{source.name}, page {number:,}"
    return PageView(
        frame=ask_frame(case),
        source=source.name,
        source_id=source.id,
        sheet=Sheet(
            number,
            page_href(source.id, number),
            picture_href(source.id, number, scale=3 if zoom > 150 else 2),
            f"Page {number:,} of {source.name}; its words stand beside it",
            page.width if page else 0.0,
            page.height if page else 0.0,
            (
                *_marks(page, stamped),
                *redaction_marks(number, hidden),
                *_field_marks(case, document.id if document else "", number),
                *((Mark("region", "region", "the region that was linked to", box),) if box else ()),
            ),
        ),
        zoom=zoom,
        zooms=tuple(Place(f"{one}%", f"{page_href(source.id, number)}?zoom={one}") for one in ZOOMS),
        pages=source.pages,
        waiting=row is None,
        state=PAGE_STATES[row.state] if row else "not read yet",
        text_from=TEXT_FROM[row.text_from] if row else "",
        why=TEXT_WHY[row.why] if row else "",
        unsure_words=sum(word.confidence < UNSURE for word in page.words) if page else 0,
        hidden=_hidden_lines(revealed or [Revealed(one, "") for one in unseen]),
        reveal_href=reveal_href(source.id, number),
        lines=_lines(page, stamped),
        stamps=tuple(
            StampLine(f"stamp-{at}", STAMPS[stamp.kind], stamp.text, page_href(source.id, number, stamp.box))
            for at, stamp in enumerate(stamped)
        ),
        redactions=tuple(
            StampLine(
                redaction_key(number, at),
                redaction_words(redaction),
                " ".join(redaction.codes),
                page_href(source.id, number, redaction.box),
                redaction_means(redaction),
            )
            for at, redaction in enumerate(hidden)
        ),
        document=None
        if document is None
        else Place(_document_words(document), page_href(source.id, document.first_page)),
        messages=_messages_here(case, document.id if document else "", number),
        problems=tuple((one.what, one.hint) for one in problems(case.store, source.id, number, number)),
        region=None if box is None else _region(source, number, page, box),
        before=page_href(source.id, number - 1) if number > 1 else "",
        after=page_href(source.id, number + 1) if number < source.pages else "",
        citation=citation,
        begins=document is not None and document.first_page == number,
        said=said_lines(case, _said_here(case, source.id, number)),
        who=who,
    )


def _said_here(case: Case, source: str, number: int) -> list[ListedCorrection]:
    """What counts of what is said of this page."""
    return [
        one
        for one in list_corrections(case)
        if one.state is not CorrectionState.UNDONE
        and any((spot.source, spot.page) == (source, number) for spot in one.entry.correction.spots)
    ]


def _hidden_lines(revealed: Sequence[Revealed]) -> tuple[HiddenLine, ...]:
    return tuple(HiddenLine(HIDDEN_BY[place.by], place.words, text, place.box) for place, text in revealed)


def _document_words(document: Document) -> str:
    first, last = document.first_page, document.last_page
    pages = f"page {first:,}" if first == last else f"pages {first:,} to {last:,}"
    return f"document {document.number} ({pages})" if document.number else f"the document on {pages}"


def source_of(case: Case, source_id: str) -> Source:
    """A source by the first digits of its id. Raises NotFound."""
    found = source_by_id(case.store, source_id)
    if found is None:
        raise NotFound(f"no file of this release begins with {source_id}", "see the list of files on the first screen")
    return found[0]


def redaction_words(redaction: Redaction) -> str:
    """What a redaction looks like and covers."""
    where = REDACTION_PLACES[redaction.where]
    return REDACTIONS[redaction.kind] + (f", {where}" if where else "")


def redaction_means(redaction: Redaction) -> tuple[str, ...]:
    """What a sheet says was withheld, and what the codes stand for, a line each."""
    said = (redaction.text,) if redaction.text else ()
    return (*said, *(f"{code}: {means}" for code in redaction.codes if (means := explained(code))))


def redaction_marks(number: int, hidden: Sequence[Redaction]) -> tuple[Mark, ...]:
    """The redactions of a page as boxes to draw."""
    return tuple(
        Mark(
            "redaction",
            redaction_key(number, at),
            " ".join((redaction_words(redaction), *redaction.codes)),
            redaction.box,
        )
        for at, redaction in enumerate(hidden)
    )


def _marks(page: Page | None, stamped: Sequence[Stamp]) -> list[Mark]:
    words = page.words if page else ()
    marks = [Mark("word", "", _word_label(word.text, word.confidence), word.box) for word in words]
    marks += (Mark("stamp", f"stamp-{at}", STAMPS[stamp.kind], stamp.box) for at, stamp in enumerate(stamped))
    return marks


def _word_label(text: str, confidence: float) -> str:
    return text if confidence >= UNSURE else f"{text} (unsure: {confidence:.0%})"


def _field_marks(case: Case, document: str, number: int) -> list[Mark]:
    rows = [row for row in copies_of_document(case.store, document) if row.page <= number <= row.last_page]
    marks: list[Mark] = []
    for copy_ in copies_by_id(case.store, [row.id for row in rows]).values():
        for field in copy_.fields:
            for span in spans_of(field.printed, copy_.source):
                if span.page == number:
                    marks += (Mark("field", field.name.value, FIELD_LABELS[field.name], box) for box in span.boxes)
    return marks


def _lines(page: Page | None, stamped: Sequence[Stamp]) -> tuple[str, ...]:
    if page is None:
        return ()
    left_out = frozenset(at for stamp in stamped for at in stamp.words)
    return tuple(line.text for line in lines_of(page, left_out))


def _messages_here(case: Case, document: str, number: int) -> tuple[tuple[Place, str], ...]:
    rows = [row for row in copies_of_document(case.store, document) if row.page <= number <= row.last_page]
    joined = message_of_copies(case.store, [row.id for row in rows])
    return tuple(
        (
            Place(
                row.subject or "(no subject)",
                message_href(joined[row.id], row.id) if row.id in joined else copy_href(row.id),
            ),
            " · ".join(filter(None, (row.sender, "quoted" if row.depth else "", row.sent.replace("T", " ")))),
        )
        for row in rows
    )


def _region(source: Source, number: int, page: Page | None, box: Box) -> Region:
    words = tuple(word for word in page.words if _inside(word.box, box)) if page else ()
    return Region(
        box,
        page_href(source.id, number, box),
        picture_href(source.id, number, scale=2, box=box),
        "\n".join(line.text for line in lines_of(replace(page, words=words))) if page else "",
        f"{source.name}, page {number:,}",
    )


def _inside(word: Box, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
