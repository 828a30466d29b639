"""Commands that prove: check a draft, verify the seals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from readingroom.case import open_case
from readingroom.case.ask_check import check_file
from readingroom.case.ask_names import names_of
from readingroom.case.ask_sheet import GRAVE, sheet_file
from readingroom.case.verify import verify_case
from readingroom.cli.output import AsJson, errors_console, print_record, tame
from readingroom.cli.reading import CaseArgument
from readingroom.errors import NOT_ALL_EXACT, ReadingroomError, SealBroken
from readingroom.model import Coverage, Found, Sheet, Verdict, Wording
from readingroom.show.records import sheet_record

COLOURS = {
    Wording.EXACT: "green",
    Wording.ALTERED: "yellow",
    Wording.SPLICED: "yellow",
    Wording.UNDER_REDACTION: "yellow",
    Wording.NOT_FOUND: "red",
    Wording.TOO_SHORT: "dim",
}


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command()(check)
    app.command()(verify)


def check(
    case: CaseArgument,
    draft: Annotated[Path, typer.Argument(help="The draft: .txt, .md, .html or .docx.", show_default=False)],
    sheet: Annotated[
        Path | None,
        typer.Option("--sheet", help="Write an HTML sheet that stands alone, with page crops.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Hold every quotation of a draft against the pages. Exit code 0 only if all are exact, else 21.

    Who is said to have written the words is not looked at by this version, nor are claims without quotation marks.
    """
    opened = open_case(case)
    checked = check_file(opened, draft)
    names = names_of(opened.store)
    if sheet:
        sheet.write_text(sheet_file(opened, checked), encoding="utf-8")
        errors_console().print(f"sheet written to {sheet}")
    if as_json:
        print_record(sheet_record(checked, names.source))
    else:
        tell_sheet(checked, names.source)
    if any(verdict.wording is not Wording.EXACT for verdict in checked.verdicts):
        raise typer.Exit(NOT_ALL_EXACT)


def tell_sheet(sheet: Sheet, source_names: dict[str, str]) -> None:
    """Print each quotation with its verdict, and what was searched."""
    console = Console(highlight=False, soft_wrap=True)
    for number, verdict in enumerate(sheet.verdicts, 1):
        _tell_verdict(console, number, verdict, source_names)
    _tell_sum(console, sheet.verdicts, sheet.coverage)


def _tell_verdict(console: Console, number: int, verdict: Verdict, source_names: dict[str, str]) -> None:
    head = Text(f"{number}. ")
    head.append(verdict.wording.value.upper(), style=f"bold {COLOURS[verdict.wording]}")
    head.append(f"  \u201c{tame(verdict.quotation.text)}\u201d")
    console.print(head)
    for nth, piece in enumerate(verdict.pieces, 1):
        where = ", ".join(filter(None, (piece.message and f"message {piece.message}", *_places(piece, source_names))))
        console.print(Text(f"   piece {nth} of {len(verdict.pieces)}: \u201c{tame(piece.words)}\u201d ({where})"))
    for change in verdict.changes:
        both = " \u2192 ".join(f"\u201c{tame(side)}\u201d" for side in (change.source, change.draft) if side)
        console.print(Text(f"   {change.kind}: {tame(change.note)}" + (f" ({both})" if both else "")))
    if verdict.source_words and verdict.wording is not Wording.EXACT and not verdict.pieces:
        console.print(Text(f"   page says: {tame(verdict.source_words)}"))
    if verdict.note:
        console.print(Text(f"   {tame(verdict.note)}"))
    places = dict.fromkeys(place for found in verdict.found for place in _places(found, source_names))
    if places:
        console.print(Text(f"   at {', '.join(places)}", style="dim"))


def _places(found: Found, source_names: dict[str, str]) -> list[str]:
    return [f"{tame(source_names.get(span.source, span.source[:12]))} p. {span.page}" for span in found.spans]


def _tell_sum(console: Console, verdicts: tuple[Verdict, ...], coverage: Coverage) -> None:
    counts = [
        f"{sum(verdict.wording is wording for verdict in verdicts)} {wording.value}"
        for wording in Wording
        if any(verdict.wording is wording for verdict in verdicts)
    ]
    grave = [
        f"{number} ({verdict.changes[0].kind})"
        for number, verdict in enumerate(verdicts, 1)
        if verdict.changes and verdict.changes[0].kind in GRAVE
    ]
    if grave:
        console.print(Text(f"Look first at {', '.join(grave)}.", style="bold"))
    console.print(Text(f"{len(verdicts)} quotations: {', '.join(counts) or 'none found in this draft'}", style="bold"))
    console.print(
        Text(
            f"searched: {coverage.pages:,} pages, {coverage.messages:,} messages; "
            f"{len(coverage.unread):,} pages or files could not be searched"
        )
    )
    for source, page, why in coverage.unread[:10]:
        console.print(
            Text(f"   {tame(source)} {f'p. {page}' if page else '(the whole file)'}: {tame(why)}", style="dim")
        )


def verify(case: CaseArgument, as_json: AsJson = False) -> None:
    """Check every seal, the manifest and the database. Exit code 0 only if all is as it was."""
    opened = open_case(case)
    faults = list(verify_case(opened))
    if as_json:
        print_record({"whole": not faults, "faults": [fault._asdict() for fault in faults]})
    for fault in faults:
        errors_console().print(Text(f"{fault.where}: {fault.what}\n  {fault.hint}"))
    if any(fault.where.startswith("originals/") for fault in faults):
        raise SealBroken("sealed originals are not what was received", "see the lines above")
    if faults:
        raise ReadingroomError("the case is not whole", "see the lines above")
    if not as_json:
        typer.echo("all seals hold; the database is whole")
