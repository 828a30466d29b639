"""Pages and messages that the release itself says are withheld, and pages that a letter promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from readingroom.findings.gaps.known import Known, counted, gap_id
from readingroom.model import Gap, GapKind, GapStrength, Redaction, RedactionWhere, Searched, Span, Telling


def withheld_pages(marks: Iterable[Redaction]) -> Iterator[Gap]:
    """A gap for each sheet, each row of a list, and each page on which only codes stand."""
    for mark in _one_a_page(marks):
        pages = counted(mark.pages, "page") if mark.pages else "Pages"
        codes = " under " + ", ".join(mark.codes) if mark.codes else ""
        place = Span(mark.source, mark.page, (mark.box,))
        yield Gap(
            id=gap_id(GapKind.WITHHELD_PAGES, mark.source, str(mark.page), repr(mark.box)),
            kind=GapKind.WITHHELD_PAGES,
            strength=GapStrength.LISTED_AS_WITHHELD,
            rank=0.93 if mark.pages else 0.9,
            what=f"{pages} withheld{codes}",
            words=" ".join(mark.text.split())[:240] or ", ".join(mark.codes),
            spans=(place,),
            searched=Searched("sheets, lists and codes that stand for pages", "", "", 0),
        )


def _one_a_page(marks: Iterable[Redaction]) -> Iterator[Redaction]:
    """The marks; of codes that stand alone on a page, one mark that has them all."""
    alone: dict[tuple[str, int], list[Redaction]] = {}
    for mark in marks:
        if mark.where is RedactionWhere.PAGE and not mark.text:
            alone.setdefault((mark.source, mark.page), []).append(mark)
        else:
            yield mark
    for some in alone.values():
        codes = tuple(sorted({code for mark in some for code in mark.codes}))
        yield replace(some[0], codes=codes, pages=1)


def withheld_messages(told: Iterable[tuple[Known, Telling]]) -> Iterator[Gap]:
    """A gap for each message of which every copy shows a header, and of the body nothing but codes or a greeting."""
    best: dict[str, tuple[Known, Telling]] = {}
    for message, telling in told:
        if telling.reach >= message.words:  # no copy shows more
            best.setdefault(message.id, (message, telling))
    for message_id, (message, telling) in sorted(best.items()):
        codes = ", ".join(telling.topic)
        yield Gap(
            id=gap_id(GapKind.WITHHELD_MESSAGE, message_id),
            kind=GapKind.WITHHELD_MESSAGE,
            strength=GapStrength.LISTED_AS_WITHHELD,
            rank=0.7 if message.words == 0 else 0.62,
            what=f"The text of “{message.subject or '(no subject)'}”, withheld under {codes}",
            words=telling.words or codes,
            copies=(telling.copy, *(copy_id for copy_id in message.copies if copy_id != telling.copy)),
            part="body",
            start=telling.start,
            end=telling.end,
            message=message_id,
            conversation=message.conversation,
            sender=message.from_,
            recipients=message.to,
            subject=message.subject,
            searched=Searched("all copies of the message", "", "", len(message.copies)),
        )


def pages_promised(letters: Iterable[Telling], asked: int | None, pages: int, of_letters: int) -> Iterator[Gap]:
    """Fewer pages than promised: by the request's record (`asked`), else by the largest number that a letter says.

    `pages` were received, of which `of_letters` are letters of the agency, which are not among what it promises.
    """
    said = max(letters, key=lambda telling: (telling.reach, telling.page), default=None)
    promised = asked if asked is not None else said.reach if said else None
    if promised is None or promised <= pages - of_letters:
        return
    received = pages - of_letters
    yield Gap(
        id=gap_id(GapKind.PAGES_PROMISED, str(promised)),
        kind=GapKind.PAGES_PROMISED,
        strength=GapStrength.MUST_EXIST,
        rank=1.0,
        what=f"{counted(promised - received, 'page')}: {promised:,} promised, {received:,} received",
        words=said.words if said else f"{promised:,} pages promised, says the record of the request",
        spans=(Span(said.source, said.page, ()),) if said else (),
        part="rest" if said else "",
        start=said.start if said else 0,
        end=said.end if said else 0,
        searched=Searched("pages received, letters of the agency left out", "", "", 0),
    )


def quoted_only(messages: Iterable[Known]) -> Iterator[Gap]:
    """A gap for each message whose words are there as a quotation, and which no document prints on its own."""
    for message in messages:
        if message.printed:
            continue
        yield Gap(
            id=gap_id(GapKind.QUOTED_ONLY, message.id),
            kind=GapKind.QUOTED_ONLY,
            strength=GapStrength.MUST_EXIST,
            rank=0.1,
            what=f"The print of {_called(message)} itself: it is there only as a quotation",
            words=message.subject,
            copies=message.copies,
            part="from",
            message=message.id,
            conversation=message.conversation,
            sender=message.from_,
            recipients=message.to,
            subject=message.subject,
            searched=Searched("copies printed on top of a document", "", "", len(message.copies)),
        )


def _called(message: Known) -> str:
    """A message by its subject, or by its day and sender where it has none."""
    if message.subject:
        return f"“{message.subject}”"
    day = f" of {date.fromisoformat(message.sent[:10]):%-d %B %Y}" if message.minute >= 0 else ""
    return f"a message{day} by {message.from_ or 'a sender who is not shown'}"
