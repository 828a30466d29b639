"""Commands for corrections: what a person says against the machine's reading, its log, and what became of it."""

from __future__ import annotations

import getpass
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from readingroom.case import Case, open_case, read_corrected
from readingroom.case.ask_corrections import list_corrections
from readingroom.case.ask_names import source_names
from readingroom.case.correcting import Who, keep_correction, now, undo_correction
from readingroom.case.correction_files import export_corrections, import_corrections
from readingroom.cli.output import AsJson, AsJsonl, errors_console, form_of, print_list
from readingroom.cli.reading import CaseArgument, engine_for
from readingroom.errors import CaseBusy
from readingroom.model import CorrectionKind, FieldName
from readingroom.show.corrections import DOUBTFUL, correction_listed, says_words

Why = Annotated[str, typer.Option("--why", help="Why, for the log.")]
Name = Annotated[str, typer.Option("--who", help="Who says it; left out: the name of the account.")]
_PAGE = re.compile(r"(?P<file>.+):(?P<page>\d{1,7})", re.DOTALL)


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command()(correct)
    app.command()(corrections)


def correct(
    case: CaseArgument,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"One of {', '.join(CorrectionKind)}.", show_default=False)
    ],
    place: Annotated[
        str,
        typer.Argument(
            metavar="PLACE",
            help="FILE:PAGE, or the id of a copy or message; of an entry, to undo.",
            show_default=False,
        ),
    ],
    other: Annotated[
        str, typer.Argument(metavar="[OTHER]", help="The other place, of what is the same or is not.")
    ] = "",
    field: Annotated[str, typer.Option("--field", help=f"Which field: {', '.join(FieldName)}.")] = "",
    says: Annotated[str, typer.Option("--says", help='What the page prints there; ";" between addressees.')] = "",
    state: Annotated[
        str, typer.Option("--state", help="In place of --says: blank, redacted, unreadable or absent.")
    ] = "",
    box: Annotated[str, typer.Option("--box", help="Where on the page: x0,y0,x1,y1 in points.")] = "",
    name: Annotated[str, typer.Option("--name", help="The printed name, of a person.")] = "",
    other_name: Annotated[str, typer.Option("--other-name", help="The other printed name.")] = "",
    why: Why = "",
    who: Name = "",
) -> None:
    """Say what a page prints, against the machine: kept in a log, laid over what is read, and applied at once.

    The page's text stays as it is read. Each correction names evidence, so it outlives a better OCR and new releases.
    """
    opened = open_case(case)
    said = Who(who or getpass.getuser(), now(), why)
    if kind == CorrectionKind.UNDO:
        undo_correction(opened, place, said)
    else:
        record: dict[str, Any] = {"kind": kind, **_named(place, ""), **(_named(other, "other_") if other else {})}
        told = {"field": field, "says": says, "state": state, "box": box, "name": name, "other_name": other_name}
        keep_correction(opened, record | {key: value for key, value in told.items() if value}, said)
    _apply(opened)


def corrections(
    case: CaseArgument,
    import_from: Annotated[
        list[Path] | None,
        typer.Option("--import", help="Add the corrections of this file (CSV or JSON lines).", show_default=False),
    ] = None,
    export_to: Annotated[
        Path | None,
        typer.Option("--export", help="Write the log to this file, as JSON lines.", show_default=False),
    ] = None,
    undo: Annotated[
        list[str] | None, typer.Option("--undo", help="Undo the entry with this id.", show_default=False)
    ] = None,
    why: Why = "",
    who: Name = "",
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """The log of corrections: who said what, when, and what became of it; conflicts and orphans first."""
    opened = open_case(case)
    name = who or getpass.getuser()
    for path in import_from or ():
        merged = import_corrections(opened, path.name, path.read_bytes(), who=name)
        errors_console().print(f"{merged.added:,} corrections added, {merged.known:,} were there already")
    for entry in undo or ():
        undo_correction(opened, entry, Who(name, now(), why))
    if import_from or undo:
        _apply(opened)
    if export_to:
        export_to.write_text("".join(f"{line}\n" for line in export_corrections(opened)), encoding="utf-8")
    elif not (import_from or undo) or as_json or as_jsonl:
        names = source_names(opened.store)
        print_list(
            (correction_listed(*one, names) for one in list_corrections(opened)),
            form_of(as_json, as_jsonl),
            (
                ("id", lambda one: one["id"][:8]),
                ("state", lambda one: one["state_now"]),
                ("says", says_words),
                ("where", lambda one: " ".join(f"{place['source']}:{place['page']}" for place in one["places"])),
                ("who", lambda one: one["who"]),
                ("at", lambda one: one["at"][:16]),
            ),
        )


def _named(place: str, prefix: str) -> dict[str, Any]:
    """A place of the command line as the keys of a record."""
    if match := _PAGE.fullmatch(place):
        return {f"{prefix}file": match["file"], f"{prefix}page": int(match["page"])}
    return {f"{prefix}copy": place}


def _apply(case: Case) -> None:
    """Do again what the log changes, and say what needs looking at."""
    console = errors_console()
    try:
        with engine_for(1) as engine:
            read_corrected(case, engine)
    except CaseBusy:
        console.print("kept; another process is reading the case, and it counts when the case is read next")
        return
    wrong = sum(one.state in DOUBTFUL for one in list_corrections(case))
    if wrong:
        console.print(f"{wrong:,} corrections are not applied: `readingroom corrections` lists them first")
