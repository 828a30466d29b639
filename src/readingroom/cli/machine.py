"""Commands about the machine: doctor."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.text import Text

from readingroom.case.ask_machine import examine_machine
from readingroom.cli.output import AsJson, print_record


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command()(doctor)


def doctor(as_json: AsJson = False) -> None:
    """What is there on this machine, and what to do about what is not. Exit code 1 if reading cannot work."""
    found = examine_machine()
    if as_json:
        print_record({"findings": [one._asdict() for one in found]})
    else:
        console = Console(highlight=False, soft_wrap=True)
        for one in found:
            mark = Text("ok      " if one.well else "missing " if one.needed else "without ")
            mark.stylize("green" if one.well else "red" if one.needed else "yellow")
            console.print(mark + Text(f"{one.what}: {one.seen}"))
            if one.hint:
                console.print(Text(f"        {one.hint}"))
    if any(one.needed and not one.well for one in found):
        raise typer.Exit(1)
