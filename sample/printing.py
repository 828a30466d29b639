"""Prints every document of the story on sheets: letter, mails, attachment, the blank sheet, and the stamps on each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mail import Printing, print_message
from paper import FONTS, HEIGHT, LEFT, RIGHT, WIDTH, Rule, Sheet, Text
from press import Hidden, Ink, Laid, Press
from reportlab.pdfbase.pdfmetrics import stringWidth
from story import Printout, Story

TEMPLATE = (
    ("Vessel and berth", "Name and flag of the vessel, and where she lay when inspectors went aboard."),
    ("What the person did", "Two or three sentences. Most serious first: violence, weapons, earlier removals."),
    ("What the inspectors did", "One or two sentences. Include who else was present. No names of inspectors."),
    (
        "Where the person is now",
        "In custody, before the magistrate, or on board. If released, say so in the last line.",
    ),
    ("Earlier removals", "Number and dates from the index. If somebody has seen the files themselves, say so."),
)


@dataclass(slots=True)
class Printed:
    """One document as it came to lie on the pages of the release."""

    printout: Printout
    first_page: int
    sheets: list[Sheet]
    copies: list[Printing] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    lines: list[Laid] = field(default_factory=list)  # of what is no message


def print_documents(story: Story) -> list[Printed]:
    """All documents in the order of the release. Raises ValueError for a redaction that hides nothing."""
    printed: list[Printed] = []
    page = 1
    for printout in story.printouts:
        document = _print_document(story, printout, page)
        for redaction in document.hidden:
            if not redaction.boxes:
                raise ValueError(f"nothing to hide: {printout.id}, {redaction.cut}")
        printed.append(document)
        page += len(document.sheets)
    bates = bates_numbers(story, printed)
    for document in printed:
        for number, sheet in enumerate(document.sheets):
            _stamp(story, document, sheet, number, bates[document.first_page + number - 1])
    return printed


def bates_numbers(story: Story, printed: list[Printed]) -> list[str]:
    """The Bates number of each page in turn; "" for the cover letter."""
    numbers, following = [], story.first_bates
    for document in printed:
        for _ in document.sheets:
            while following in story.skipped_bates:
                following += 1
            if document.printout.kind == "letter":
                numbers.append("")
                continue
            numbers.append(f"{story.bates}{following:06}")
            following += 1
    return numbers


def _print_document(story: Story, printout: Printout, page: int) -> Printed:
    plain, bold, size = FONTS[printout.font]
    press = Press(page, printout.id, printout.kind, printout.scan, (plain, bold, printout.size or size))
    document = Printed(printout, page, press.sheets, hidden=[Hidden(cut) for cut in printout.redactions])
    if printout.kind == "letter":
        document.lines = _print_letter(press, story)
    quote = ""
    for depth, (_, style) in enumerate(printout.chain):
        document.copies.append(print_message(press, story, printout, depth, quote=quote, redactions=document.hidden))
        quote += "> " * (style == "wrote")
    if printout.attachment:
        press.turn()
        press.sheets[-1].kind = "attachment"
        document.lines = _print_template(press, story)
    return document


def _print_letter(press: Press, story: Story) -> list[Laid]:
    request = story.request
    letter = request["letters"][-1]
    day = date.fromisoformat(letter["date"])
    press.skip(1)
    lines = press.lay(Ink.of(story.agency, []), "letterhead", size=17, bold=True)
    lines += press.lay(Ink.of("Records Disclosure Section", []), "letterhead")
    press.y += 4
    press.put(Rule(LEFT, RIGHT, press.y, 1))
    press.skip(2)
    lines += press.lay(Ink.of(f"{day:%B} {day.day}, {day.year}", []), "letter")
    press.skip(1)
    lines += press.lay(Ink.of(request["requester"], []), "letter")
    lines += press.lay(Ink.of(f"Request {request['number']}", []), "letter")
    press.skip(1.5)
    for paragraph in letter["text"].split("\n"):
        lines += press.lay(Ink.of(paragraph, []), "letter") if paragraph else []
        press.skip(0 if paragraph else 0.8)
    press.skip(2)
    for line in ("Sincerely,", "", "Records Disclosure Section", story.agency):
        lines += press.lay(Ink.of(line, []), "letter") if line else []
        press.skip(0 if line else 1.5)
    return lines


def _print_template(press: Press, story: Story) -> list[Laid]:
    lines = press.lay(Ink.of("OPERATION HARROW", []), "attachment", size=15, bold=True)
    lines += press.lay(Ink.of("Case write-up: one person, half a page", []), "attachment", size=12.5)
    press.skip(1.5)
    for heading, hint in TEMPLATE:
        lines += press.lay(Ink.of(heading, []), "attachment", bold=True)
        press.skip(0.3)
        lines += press.lay(Ink.of(hint, []), "attachment", x=LEFT + 18, hyphenate=True)
        press.skip(3)
        press.put(Rule(LEFT + 18, RIGHT, press.y, 0.5, 0.5))
        press.skip(1.5)
    lines += press.lay(
        Ink.of(f"{story.agency} - Operations Desk - form of November 10, 2014", []), "attachment", size=8.5
    )
    return lines


def _stamp(story: Story, document: Printed, sheet: Sheet, number: int, bates: str) -> None:
    """Footers: page number of the print, Bates number, and the notice that all of this is invented."""
    of = len([one for one in document.sheets if one.kind == "mail"])
    if document.printout.pages and sheet.kind == "mail":
        words = document.printout.pages.format(n=number + 1, of=of)
        sheet.marks.append(Text((WIDTH - stringWidth(words, "Helvetica", 9)) / 2, HEIGHT - 54, "Helvetica", 9, words))
    if bates:
        x = RIGHT + 36 - stringWidth(bates, "Helvetica-Bold", 9.5)
        sheet.stamps.append(Text(x, HEIGHT - 40, "Helvetica-Bold", 9.5, bates))
    x = (WIDTH - stringWidth(story.notice, "Helvetica", 8)) / 2
    sheet.stamps.append(Text(x, HEIGHT - 22, "Helvetica", 8, story.notice))
