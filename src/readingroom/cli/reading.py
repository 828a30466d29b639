"""Commands that make a case and fill it: open, add, read, serve, request."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from readingroom.case import (
    Added,
    Case,
    Outcome,
    add_paths,
    case_folder_for,
    forget_lost_jobs,
    make_case,
    open_case,
    read_case,
)
from readingroom.case.ask_lists import list_problems, source_problem
from readingroom.case.text_choice import CHOICES, choose_pages_text
from readingroom.cli.output import AsJson, Teller, errors_console, print_record, tame, tame_line
from readingroom.engine import LocalProcesses, Stopped
from readingroom.errors import INTERRUPTED, PARTIAL, NothingRead, ReadingroomError, UsageError
from readingroom.intake import read_request_file
from readingroom.show.records import request_record
from readingroom.store import add_to_release, read_request, tally, write_request

PAGE_SECONDS = 180.0
WORKER_MEMORY = 2 << 30  # bytes of address space

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.", show_default=False)]
PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Files or folders as handed over.", show_default=False)
]
Workers = Annotated[int, typer.Option("--workers", help="Worker processes (0: one a core).", min=0)]
Port = Annotated[
    int, typer.Option("--port", help="Port on this machine (0: the case's own, or any free one).", min=0, max=65535)
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser; only say the address.")]
RequestFile = Annotated[
    Path | None, typer.Option("--request", help="JSON file with the record of the request.", show_default=False)
]


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command("open")(open_)
    app.command()(add)
    app.command()(read)
    app.command()(serve)
    app.command()(request)


def open_(
    paths: PathsArgument,
    case: Annotated[Path | None, typer.Option("--case", help="Where the case goes.", show_default=False)] = None,
    request_file: RequestFile = None,
    port: Port = 0,
    workers: Workers = 0,
    no_browser: NoBrowser = False,
) -> None:
    """Make a case of what was handed over, read it, and open the reading room in the browser.

    The case is a folder beside the first file. Ctrl-C stops; the same command goes on where it stopped.
    """
    _must_exist(paths)
    folder = case or case_folder_for(tuple(paths))
    opened = make_case(folder)
    if request_file:
        write_request(opened.store, read_request_file(request_file))
    given = [path for path in paths if path.resolve() != folder.resolve()]
    serve_case_here(opened, port=port, no_browser=no_browser, reader=_Reader(opened, given, workers))


def add(
    case: CaseArgument,
    paths: PathsArgument,
    request_file: RequestFile = None,
    release: Annotated[
        str, typer.Option("--release", help="Name of the hand-over that these files came with.", show_default=False)
    ] = "",
    workers: Workers = 0,
) -> None:
    """Seal files into a case, which is made if there is none. Reading them is `readingroom read CASE`."""
    _must_exist(paths)
    opened = make_case(case)
    if request_file:
        write_request(opened.store, read_request_file(request_file))
    with engine_for(workers) as engine:
        added = add_paths(opened, paths, engine, _tell_added)
    if release:
        add_to_release(opened.store, release, [one.source.id for one in added if one.source])
    _end_of_adding(added)


def read(
    case: CaseArgument,
    workers: Workers = 0,
    again: Annotated[bool, typer.Option("--again", help="Try once more what cost its worker process.")] = False,
    text: Annotated[
        str | None,
        typer.Option("--text", help=f"What --page is read from: {', '.join(CHOICES)}.", show_default=False),
    ] = None,
    page: Annotated[
        list[str] | None,
        typer.Option("--page", help="With --text: FILE:PAGE or FILE:FIRST-LAST; may be repeated.", show_default=False),
    ] = None,
) -> None:
    """Read what is in a case and not read yet. Ctrl-C stops; the same command goes on.

    With --text and --page: have these pages read from the file's own text (layer), by OCR (ocr), or from whichever
    looks better (auto), from now on.
    """
    opened = open_case(case)
    if (text is None) != (not page):
        raise UsageError("--text and --page go together", "such as: --text ocr --page release.pdf:13-14")
    if text and page:
        choose_pages_text(opened, text, page)
    if again:
        forget_lost_jobs(opened)
    teller = Teller()
    with engine_for(workers) as engine:
        try:
            read_case(opened, engine, on_progress=teller)
        finally:
            teller.end()
    tell_tally(opened)
    if any(True for _ in list_problems(opened)):
        raise typer.Exit(PARTIAL)


def serve(case: CaseArgument, port: Port = 0, no_browser: NoBrowser = False) -> None:
    """Open the reading room of a case without reading anything new. Ctrl-C ends it."""
    serve_case_here(open_case(case), port=port, no_browser=no_browser, reader=None)


def request(
    case: CaseArgument,
    file: Annotated[
        Path | None, typer.Option("--set", help="JSON file to take the record from.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the record of the request: who asked what of whom, when, and what was promised; or set it."""
    opened = open_case(case)
    if file:
        write_request(opened.store, read_request_file(file))
    record = request_record(read_request(opened.store))
    if as_json:
        print_record(record)
        return
    for key, value in record.items():
        if key != "letters":
            typer.echo(f"{key.replace('_', ' ')}: {tame(value) if value not in ('', None) else 'unknown'}")
    for letter in record["letters"]:
        promised = letter["pages_promised"]
        pages = "" if promised is None else f", {promised} pages promised"
        typer.echo(f"letter: {tame(letter['date'] or 'date unknown')}, {tame(letter['kind'])}{pages}")
    if not record["letters"]:
        typer.echo("letters: none entered")


class _Reader:
    """Adds and reads in the background while the reading room is open."""

    def __init__(self, case: Case, paths: list[Path], workers: int) -> None:
        self._case = case
        self._paths = paths
        self._stop = threading.Event()
        self._engine = engine_for(workers)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.outcome: Outcome | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End soon: what is in flight is dropped, what is committed stays."""
        self._stop.set()
        self._engine.close()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        console = errors_console()
        teller = Teller()
        try:
            for one in add_paths(self._case, self._paths, self._engine) if self._paths else ():
                if one.source is None:
                    _tell_added(one)
            self.outcome = read_case(self._case, self._engine, on_progress=teller, should_stop=self._stop.is_set)
            teller.end()
            if self.outcome.finished:
                tell_tally(self._case)
            self._engine.close()
        except Stopped:
            teller.end()
        except ReadingroomError as error:
            teller.end()
            console.print(f"[bold red]Reading stopped:[/] {escape(error.what)}\n  {escape(error.hint)}", soft_wrap=True)


def serve_case_here(
    case: Case, *, port: int, no_browser: bool, reader: _Reader | None, once: Callable[[str], None] | None = None
) -> None:
    """Serve the reading room until Ctrl-C; with `once`, until that has been called with the address."""
    from readingroom.web import serve_case

    console = errors_console()

    def ready(address: str) -> None:
        console.print(
            f"Reading room of {escape(str(case.folder))}: [bold]{address}[/]  (Ctrl-C ends it)", soft_wrap=True
        )
        if reader:
            reader.start()
        if once:
            threading.Thread(target=_visit, args=(once, address), daemon=True).start()
        elif not no_browser:
            import webbrowser

            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    previous = signal.getsignal(signal.SIGINT)
    try:
        serve_case(case, port=port, on_ready=ready)
    finally:
        signal.signal(signal.SIGINT, previous)
        if reader:
            reader.stop()
    if reader and not (reader.outcome and reader.outcome.finished):
        raise typer.Exit(INTERRUPTED)


def _visit(once: Callable[[str], None], address: str) -> None:
    try:
        once(address)
    finally:
        signal.raise_signal(signal.SIGINT)


def engine_for(workers: int) -> LocalProcesses:
    """Local worker processes with the limits of page work; 0: one a core."""
    return LocalProcesses(workers=workers or _cores(), seconds=PAGE_SECONDS, memory=WORKER_MEMORY)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _must_exist(paths: list[Path]) -> None:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"not there: {', '.join(missing)}", "name files or folders that exist; nothing was done")


def _tell_added(added: Added) -> None:
    name = tame_line(added.path if added.source is None else added.path.name)
    if added.source is None:
        typer.echo(f"not taken in: {name}: {tame(added.why_not)}", err=True)
    else:
        pages = (
            f"{added.source.pages:,} page{'s' * (added.source.pages != 1)}"
            if not added.source.problem
            else f"not read: {source_problem(added.source).what}"
        )
        known = "" if added.new else "  (was there already)"
        typer.echo(f"sealed {name}  {added.source.id[:12]}  {pages}{known}", err=True)


def _end_of_adding(added: tuple[Added, ...]) -> None:
    if not any(one.source for one in added):
        raise NothingRead("nothing could be taken in", "see the lines above for each file")
    if any(one.source is None or one.source.problem for one in added):
        raise typer.Exit(PARTIAL)


def tell_tally(case: Case) -> None:
    """Print how many pages were expected, read, and failed."""
    found = tally(case.store)
    console = errors_console()
    console.print(
        f"{found.expected:,} pages expected, {found.read:,} read ({found.from_layer:,} from a text layer,"
        f" {found.from_ocr:,} by OCR, {found.blank:,} blank), {found.failed:,} failed",
        soft_wrap=True,
    )
    wrong = sum(1 for _ in list_problems(case))
    if wrong:
        console.print(
            f"{wrong:,} problem{'s' * (wrong > 1)}: readingroom problems {escape(str(case.folder))}", soft_wrap=True
        )
