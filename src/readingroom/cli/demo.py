"""The demonstration: the bundled, fictional release read, its draft story checked, the reading room opened."""

from __future__ import annotations

import sys
import time
import urllib.request
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from readingroom.case import add_paths, make_case, read_case
from readingroom.case.ask_check import check_file
from readingroom.case.ask_names import source_names
from readingroom.cli.output import Teller, errors_console
from readingroom.cli.proof import tell_sheet
from readingroom.cli.reading import NoBrowser, Port, engine_for, serve_case_here, tell_tally
from readingroom.intake import read_request_file
from readingroom.sample import sample_files
from readingroom.store import write_request


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command()(demo)


def demo(
    folder: Annotated[Path, typer.Argument(help="Where the sample's case goes.")] = Path("readingroom-demo"),
    port: Port = 0,
    no_browser: NoBrowser = False,
) -> None:
    """Read the bundled sample, check its draft story against it, and open the reading room.

    The sample is fictional, and every page of it says so. Without a terminal, the first screen is fetched once and
    the command ends.
    """
    console = errors_console()
    began = time.monotonic()
    sample = sample_files()
    case = make_case(folder / f"{sample.pdf.stem}.case")
    write_request(case.store, read_request_file(sample.request))
    with engine_for(0) as engine:
        add_paths(case, [sample.pdf], engine)
        teller = Teller()
        read_case(case, engine, on_progress=teller)
        teller.end()
    tell_tally(case)
    tell_sheet(check_file(case, sample.draft), source_names(case.store))
    console.print(f"draft: {escape(str(sample.draft))}", soft_wrap=True)
    if sys.stdout.isatty():
        serve_case_here(case, port=port, no_browser=no_browser, reader=None)
        return

    def look(address: str) -> None:
        here = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with here.open(address, timeout=20) as answer:
            size = len(answer.read())
        seconds = time.monotonic() - began
        console.print(f"first screen: {address} answered with {size:,} bytes, {seconds:.0f} s after the start")
        console.print(
            f"no terminal, so the reading room closes again: readingroom serve {escape(str(case.folder))}",
            soft_wrap=True,
        )

    serve_case_here(case, port=port, no_browser=True, reader=None, once=look)
