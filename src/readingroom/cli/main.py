"""The program's entry: commands put together, errors turned into a message and an exit code."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import Annotated

import typer
from rich.markup import escape

from readingroom import __version__
from readingroom.cli import (
    aliases,
    chronology,
    codes,
    compare,
    corrections,
    demo,
    hidden,
    lists,
    look,
    machine,
    missing,
    order,
    people,
    proof,
    reading,
    reuse,
    uneven,
)
from readingroom.cli.output import errors_console, tame
from readingroom.errors import INTERRUPTED, ReadingroomError

app = typer.Typer(
    name="readingroom",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read e-mails released under public-records laws, search them, and prove quotations on their pages.",
    epilog="Start: readingroom open RELEASE.pdf",
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"readingroom {__version__}")
        raise typer.Exit


@app.callback()
def _whole_program(
    _: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


for group in (
    reading,
    look,
    proof,
    lists,
    people,
    chronology,
    corrections,
    hidden,
    aliases,
    uneven,
    missing,
    codes,
    machine,
    demo,
    order,
    reuse,
    compare,
):
    group.add_to(app)


def main() -> None:
    """Run the command line; never ends in a traceback for what a user or a release can cause."""
    _speak_utf8()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # `kill` ends workers and files as Ctrl-C does
    console = errors_console()
    try:
        app()
    except ReadingroomError as error:
        console.print(f"[bold red]Error:[/] {escape(tame(error.what))}", soft_wrap=True)
        if error.hint:
            console.print(f"  {escape(tame(error.hint))}", soft_wrap=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, SystemExit) as end:  # Typer makes an exit of Ctrl-C
        code = end.code if isinstance(end, SystemExit) else INTERRUPTED
        if code == INTERRUPTED:
            console.print("Stopped. Nothing that was done is lost; the same command goes on.")
        sys.exit(code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        console.print(f"[bold red]Error:[/] {escape(tame(f'{where}{error.strerror or error}'))}", soft_wrap=True)
        sys.exit(ReadingroomError.exit_code)


def _speak_utf8() -> None:
    """What goes to a file or a program is UTF-8 whatever the machine is set to; a terminal gets what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
