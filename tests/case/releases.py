"""Tiny fictional releases as PDF files, and a case's whole export as one text to compare."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from readingroom.case import Case
from readingroom.case.ask_lists import list_copies, list_documents, list_messages, list_pages, list_problems
from readingroom.model import FieldName
from readingroom.store import links_of, redactions, stamps

PEOPLE = ("Rook, Ada", "Finch, Tom", "Gull, Mira", "Wren, Olaf")


def print_letters(path: Path, *numbers: int) -> Path:
    """A PDF of one page a letter. Equal numbers are equal letters; every other one answers the one before it."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    for number in numbers:
        for row, line in enumerate(letter(number)):
            if line:
                canvas.setFont("Helvetica", 11)
                canvas.drawString(72, 720 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return path


def letter(number: int) -> list[str]:
    """The lines of a letter."""
    sender, reader = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
    lines = [
        f"From: {sender}",
        f"Sent: Tuesday, July 26, 2011 {1 + number % 12}:{10 + number % 50} PM",
        f"To: {reader}",
        f"Subject: {'RE: ' if number % 2 else ''}Lamps for harbor {number // 2}",
        "",
        f"We counted {number + 20} lamps on pier {number} and wrote each of them down.",
        f"The keeper of pier {number} will not send the old ones.",
    ]
    return [*lines, "", *letter(number - 1)] if number % 2 else lines


def exported(case: Case) -> str:
    """All that a case says, in the order in which it says it."""
    told = [
        *(("copy", one.copy, one.message, one.first_page) for one in list_copies(case)),
        *(("message", one) for one in list_messages(case)),
        *(("document", one) for one in list_documents(case)),
        *(("page", one) for one in list_pages(case)),
        *(("problem", one) for one in list_problems(case)),
        *(("stamp", one) for one in stamps(case.store)),
        *(("redaction", one) for one in redactions(case.store)),
        *(("link", one) for one in links_of(case.store, [one.row.message.id for one in list_messages(case)])),
    ]
    return "\n".join(repr(one) for one in told)


def subjects(case: Case) -> list[str]:
    """The subjects of all copies, in order."""
    return [one.copy.field(FieldName.SUBJECT).value for one in list_copies(case)]
