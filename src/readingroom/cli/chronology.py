"""The chronology of a case: events that a user brings, kept apart from what the release shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from readingroom.case import open_case
from readingroom.cli.output import AsJson, AsJsonl, columns, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.intake import read_chronology_file
from readingroom.store import events, write_events


def add_to(app: typer.Typer) -> None:
    """Give the command to the program."""
    app.command("chronology")(chronology)


def chronology(
    case: CaseArgument,
    file: Annotated[
        Path | None,
        typer.Option(
            "--set",
            help="CSV file to take it from: when, until, kind (outside or told), what, source. It replaces what was.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """List events that were brought from outside or noted as told, or set them. The timeline shows them."""
    opened = open_case(case)
    if file:
        write_events(opened.store, read_chronology_file(file))
    listed = (
        {"when": one.at, "until": one.until, "kind": one.kind.value, "what": one.what, "source": one.source}
        for one in events(opened.store)
    )
    print_list(listed, form_of(as_json, as_jsonl), columns("when", "kind", "what", "source"))
