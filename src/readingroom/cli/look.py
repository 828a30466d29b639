"""Commands that look into a case: search, show."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from readingroom.case import open_case
from readingroom.case.ask_boxes import COLOURS
from readingroom.case.ask_show import Shown, draw_shown, find_shown
from readingroom.cli.output import AsJson, AsJsonl, errors_console, form_of, print_list, print_record, tame
from readingroom.cli.reading import CaseArgument
from readingroom.errors import UsageError


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command()(search)
    app.command()(show)


def search(
    case: CaseArgument,
    query: Annotated[str, typer.Argument(help='Such as: from:rook "three cases" before:2011-05', show_default=False)],
    limit: Annotated[int, typer.Option("--limit", help="How many messages (0: all).", min=0)] = 20,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for spreadsheets, formulas made harmless.")] = False,
) -> None:
    """Search messages and pages. `readingroom search CASE help` prints the language."""
    from readingroom.case.ask_search import hit_records
    from readingroom.show.csv_rows import csv_lines
    from readingroom.show.language import language_help

    if query == "help":
        typer.echo(language_help())
        return
    opened = open_case(case)
    form = form_of(as_json, as_jsonl)
    whole = as_csv or as_json or as_jsonl
    total, records, taken = hit_records(opened.store, query, limit=0 if whole else limit, places=as_json or as_jsonl)
    if taken:
        errors_console().print(taken)
    if as_csv:
        sys.stdout.writelines(csv_lines(records))
        return
    shown = print_list(
        records,
        form,
        (
            ("sent", lambda one: one["sent"] or ("no date read" if one["message"] else "")),
            ("from", lambda one: one["from"]),
            ("subject", lambda one: one["subject"]),
            (
                "where",
                lambda one: f"{one['source']} p. {one['page']}" + (f" (+{one['copies'] - 1})" * (one["copies"] > 1)),
            ),
            ("words", lambda one: one["snippet"]),
        ),
    )
    if not whole and total > shown:
        errors_console().print(f"{shown:,} of {total:,} shown; --limit 0 for all")


def show(
    case: CaseArgument,
    what: Annotated[
        str,
        typer.Argument(
            help="A page (FILE:PAGE, or its stamped number), a message id, a copy id or a doc (DOC or DOC#FIRSTPAGE).",
            show_default=False,
        ),
    ],
    picture: Annotated[
        Path | None,
        typer.Option("--picture", "--out", help="Write the page as a PNG picture to this file.", show_default=False),
    ] = None,
    boxes: Annotated[str, typer.Option("--boxes", help=f"Drawn into the picture: any of {','.join(COLOURS)}.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show a page, a message or a document as text, or a page as a picture with what was found on it."""
    opened = open_case(case)
    wanted = tuple(one.strip() for one in boxes.split(",") if one.strip())
    if unknown := [one for one in wanted if one not in COLOURS]:
        raise UsageError(f"unknown boxes: {', '.join(unknown)}", f"any of {', '.join(COLOURS)}, with commas between")
    found: Shown = find_shown(opened, what)
    if picture or boxes:
        target = picture or Path(f"page-{found.page}.png")
        target.write_bytes(draw_shown(opened, found, wanted))
        errors_console().print(f"{found.title} drawn to {target}")
        return
    if as_json:
        print_record(found.record)
        return
    typer.echo(tame(found.text))
