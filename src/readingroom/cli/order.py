"""The command that says which documents to read so that nothing is missed."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from readingroom.case import open_case
from readingroom.case.ask_names import names_of
from readingroom.case.ask_order import list_reading_order
from readingroom.cli.output import AsJson, AsJsonl, Form, columns, errors_console, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.show.records import Record
from readingroom.store import document_count, reading_totals, tally


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command("reading-order")(reading_order)


def reading_order(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """The fewest pages that hold all text: documents in order of time, and what each of them adds."""
    opened = open_case(case)
    names = names_of(opened.store)

    def each() -> Iterator[Record]:
        for listed in list_reading_order(opened):
            yield {
                "doc": names.doc.get(listed.document.id, listed.document.id),
                "source": names.source[listed.document.source],
                "first_page": listed.document.first_page,
                "last_page": listed.document.last_page,
                "sent": listed.sent,
                "subject": listed.subject or listed.document.title,
                "pages": listed.reading.pages,
                "adds": listed.reading.adds,
                "messages": listed.reading.messages,
                "spares": listed.reading.copies,
            }

    form = form_of(as_json, as_jsonl)
    print_list(each(), form, columns("doc", "sent", "subject", "pages", "adds", "messages", "spares"))
    if form is Form.TABLE:
        documents, pages = reading_totals(opened.store)
        errors_console().print(
            f"read {pages:,} of {tally(opened.store).expected:,} pages"
            f" ({documents:,} of {document_count(opened.store):,} documents)",
            soft_wrap=True,
        )
