"""The command that lists what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from readingroom.case import open_case
from readingroom.case.ask_gaps import list_gaps
from readingroom.case.ask_lists import place_name
from readingroom.case.ask_names import names_of
from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.errors import UsageError
from readingroom.model import GapKind
from readingroom.show import records
from readingroom.store import bare_documents, copy_rows_by_id, tally
from readingroom.store import gaps as all_gaps


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command("gaps")(gaps)


def gaps(
    case: CaseArgument,
    kind: Annotated[str, typer.Option("--kind", help="Only these: " + ", ".join(GapKind) + ".")] = "",
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """What the release shows to exist and does not hold, the strongest first, each with what was searched."""
    if kind and kind not in [one.value for one in GapKind]:
        raise UsageError(f"there are no gaps of the kind {kind}", "the kinds are: " + ", ".join(GapKind))
    opened = open_case(case)
    names = names_of(opened.store)
    read = tally(opened.store)

    def each() -> Iterator[records.Record]:
        chosen = GapKind(kind) if kind else None
        shown_by = {copy_id for gap in all_gaps(opened.store, chosen) for copy_id in gap.copies}
        copies = copy_rows_by_id(opened.store, sorted(shown_by))
        first_page = {document.id: document.first_page for document in bare_documents(opened.store)}
        for listed in list_gaps(opened, chosen):
            yield records.gap_record(
                listed.gap,
                places=[
                    place
                    for span in listed.spans
                    for place in records.places_or_page(span, place_name(names, span.source))
                ],
                copies=[
                    {
                        "doc": names.doc.get(copy_.document, copy_.document),
                        "nth": copy_.nth,
                        "page": copy_.page - first_page.get(copy_.document, copy_.page) + 1,
                        "id": copy_.id,
                    }
                    for copy_ in (copies[copy_id] for copy_id in listed.gap.copies if copy_id in copies)
                ],
                pages=read.read,
                unread=read.expected - read.read,
            )

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("kind", lambda one: one["kind"]),
            ("strength", lambda one: one["strength"]),
            ("what", lambda one: one["what"]),
            ("words", lambda one: one["words"]),
            ("where", _where),
        ),
    )


def _where(record: Mapping[str, Any]) -> str:
    if record["copies"]:
        more = len(record["copies"]) - 1
        return f"{record['copies'][0]['doc']}{f' and {more} more' if more else ''}"
    return ", ".join(f"{place['source']}:{place['page']}" for place in record["places"][:2])
