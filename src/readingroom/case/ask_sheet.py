"""A checked draft as a sheet to look at: who wrote the words, where they stand, and their lines cut from the page."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from readingroom.case.ask_check import check_text
from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_names import source_names
from readingroom.case.ask_pictures import Pictures
from readingroom.case.folder import Case
from readingroom.drafts import DraftText, read_draft
from readingroom.errors import ReadingroomError
from readingroom.model import Box, Change, Coverage, Found, QuotationKind, Sheet, Span, Verdict, Wording
from readingroom.show import render_alone
from readingroom.show.differences import word_diff
from readingroom.show.frame import Place
from readingroom.show.links import around, message_href, page_href, picture_href
from readingroom.show.sheet import ChangeLine, CheckView, Crop, FoundLine, QuotationLine, SheetView
from readingroom.show.words import WORDINGS, day_words
from readingroom.store import message_by_id

SHOWN = 2  # places of one quotation that are shown as pictures; all pieces of a spliced one, so far as PIECES
PIECES = 8
NAMED = 20  # further places that are named
UNREAD = 40
MARGIN_X, MARGIN_Y = 6.0, 2.0  # points around the lines of a crop
LEAST_WIDTH = 300.0
SCALE = 2.0
GRAVE = frozenset({"negation", "number", "name"})

# source, page, scale, box, marks → PNG
Draw = Callable[[str, int, float, Box | None, tuple[Box, ...]], bytes]


def check_upload(case: Case, name: str, content: bytes) -> Sheet:
    """A draft that came as bytes, held against the case; it lies in a temporary file meanwhile. See `check_file`."""
    shown = PurePath(name.replace("\\", "/")).name or "draft.txt"
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("draft" + PurePath(shown).suffix.lower()[:10])
        path.write_bytes(content)
        try:
            draft = read_draft(path)
        except ReadingroomError as error:
            raise type(error)(error.what.replace(path.name, shown), error.hint) from None
    return check_text(case, DraftText(name=shown, paragraphs=draft.paragraphs))


def ask_check_form(case: Case) -> CheckView:
    """The form for a draft."""
    return CheckView(frame=ask_frame(case))


def ask_sheet(case: Case, sheet: Sheet, draw: Draw | None = None) -> SheetView:
    """The sheet to look at. With `draw`, crops are drawn into it, so that it can stand alone; else they are linked."""
    frame = ask_frame(case)
    names = source_names(case.store)
    tally = [(wording, sum(one.wording is wording for one in sheet.verdicts)) for wording in Wording]
    return SheetView(
        frame=None if draw else frame,
        draft=sheet.draft,
        release=frame.name,
        tally=tuple((WORDINGS[wording], _slug(wording), times) for wording, times in tally if times),
        quotations=tuple(
            _quotation_line(case, names, number, verdict, draw=draw)
            for number, verdict in enumerate(sheet.verdicts, start=1)
        ),
        searched=_searched(sheet.coverage),
        unread=_unread(names, sheet.coverage),
        unread_more=max(0, len(sheet.coverage.unread) - UNREAD),
    )


def _slug(wording: Wording) -> str:
    return wording.value.replace(" ", "-")


def _quotation_line(
    case: Case, names: dict[str, str], number: int, verdict: Verdict, *, draw: Draw | None
) -> QuotationLine:
    quotation = verdict.quotation
    shown = PIECES if verdict.wording is Wording.SPLICED else SHOWN
    return QuotationLine(
        number,
        quotation.text,
        WORDINGS[verdict.wording],
        _slug(verdict.wording),
        verdict.note,
        quotation.paragraph,
        quotation.kind is QuotationKind.HEADLINE,
        tuple(map(_change_line, verdict.changes)),
        len(verdict.pieces),
        word_diff(quotation.text, verdict.source_words) if verdict.source_words else (),
        verdict.source_words,
        tuple(_found_line(case, names, found, draw, _piece_number(found, verdict)) for found in verdict.found[:shown]),
        tuple(_place(names, found.spans) for found in verdict.found[shown : shown + NAMED]),
        max(0, len(verdict.found) - shown - NAMED),
    )


def _change_line(change: Change) -> ChangeLine:
    return ChangeLine(change.kind, change.draft, change.source, change.note, change.kind in GRAVE)


def _piece_number(found: Found, verdict: Verdict) -> int:
    return verdict.pieces.index(found) + 1 if found in verdict.pieces else 0


def _found_line(case: Case, names: dict[str, str], found: Found, draw: Draw | None, piece: int) -> FoundLine:
    row = message_by_id(case.store, found.message) if found.message else None
    who = "" if row is None else f"{row.sender or 'sender not shown'}, {day_words(row.message.sent)}"
    return FoundLine(
        _place(names, found.spans),
        Place(row.subject or "(no subject)", message_href(found.message, found.copy)) if row else None,
        who,
        found.words,
        tuple(crop for crop in (_crop(span, draw) for span in found.spans) if crop.picture),
        piece,
    )


def _place(names: dict[str, str], spans: tuple[Span, ...]) -> Place:
    if not spans:
        return Place("place unknown", "")
    first, last = spans[0], spans[-1]
    pages = f"page {first.page:,}" if first.page == last.page else f"pages {first.page:,}–{last.page:,}"
    href = page_href(first.source, first.page, around(first.boxes, MARGIN_Y))
    return Place(f"{names.get(first.source, first.source[:12])}, {pages}", href)


def _crop(span: Span, draw: Draw | None) -> Crop:
    x0, y0, x1, y1 = around(span.boxes)
    box = around((Box(x0 - MARGIN_X, y0 - MARGIN_Y, max(x1, x0 + LEAST_WIDTH) + MARGIN_X, y1 + MARGIN_Y),))
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if draw is None:
        return Crop(picture_href(span.source, span.page, scale=SCALE, box=box, marks=span.boxes), width, height)
    try:
        png = draw(span.source, span.page, SCALE, box, span.boxes)
    except ReadingroomError:
        return Crop("", width, height)
    return Crop("data:image/png;base64," + base64.b64encode(png).decode(), width, height)


def _searched(coverage: Coverage) -> str:
    said = f"Searched: {coverage.pages:,} pages, {coverage.messages:,} messages."
    if coverage.unread:
        return f"{said} {len(coverage.unread):,} pages or files were not searched."
    return f"{said} Every page that was handed over was searched."


def _unread(names: dict[str, str], coverage: Coverage) -> tuple[tuple[Place, str], ...]:
    source_of = {name: source for source, name in names.items()}
    return tuple(
        (Place(f"{name}, page {page:,}", page_href(source_of[name], page)) if page else Place(name, ""), why)
        for name, page, why in coverage.unread[:UNREAD]
    )


def sheet_file(case: Case, sheet: Sheet) -> str:
    """The sheet as one HTML file that stands alone, with its crops inside."""
    with Pictures(case) as draw:
        return render_alone(ask_sheet(case, sheet, draw))
