"""Printing: tables for people, JSON for programs, progress for those who wait."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readingroom.case import Progress

TELL_EVERY = 10.0  # seconds between lines of progress where there is no terminal

UNBROKEN = ("sent", "id")  # columns that are short in every case, and worthless in two pieces


class Form(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


AsJson = Annotated[bool, typer.Option("--json", help="One JSON array.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]


def form_of(as_json: bool, as_jsonl: bool) -> Form:
    """The form that the two options ask for."""
    return Form.JSONL if as_jsonl else Form.JSON if as_json else Form.TABLE


def errors_console() -> Console:
    """Where messages for people go: stderr."""
    return Console(stderr=True, highlight=False)


def tame(text: object) -> str:
    """Text from a release without anything that a terminal would obey: control and direction marks become U+FFFD."""
    return "".join(
        character if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs") else "\ufffd"
        for character in str(text).replace("\t", " ")
    )


def tame_line(text: object) -> str:
    """As `tame`, on one line whatever a file's name holds."""
    return tame(text).replace("\n", "\ufffd")


def json_text(record: Mapping[str, Any], indent: int | None = None) -> str:
    """JSON with every character escaped that a terminal would obey or a reader would take for the end of a line."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(
        character if character == "\n" or character.isprintable() else json.dumps(character)[1:-1] for character in text
    )


def print_list(
    records: Iterable[Mapping[str, Any]],
    form: Form,
    columns: Sequence[tuple[str, Callable[[Mapping[str, Any]], object]]],
) -> int:
    """Print records in a form; `columns` are the table's heads and cells. Says how many there were."""
    if form is Form.TABLE:
        return _print_table(records, columns)
    count = 0
    if form is Form.JSON:
        sys.stdout.write("[")
    for record in records:
        if form is Form.JSON:
            sys.stdout.write(",\n" if count else "\n")
        sys.stdout.write(json_text(record))
        if form is Form.JSONL:
            sys.stdout.write("\n")
        count += 1
    if form is Form.JSON:
        sys.stdout.write("\n]\n")
    return count


def columns(*keys: str) -> list[tuple[str, Callable[[Mapping[str, Any]], object]]]:
    """Columns of a table that show these keys of a record as they are."""
    return [(key.replace("_", " "), itemgetter(key)) for key in keys]


def print_record(record: Mapping[str, Any]) -> None:
    """One JSON object."""
    sys.stdout.write(json_text(record, indent=1) + "\n")


def _print_table(
    records: Iterable[Mapping[str, Any]], columns: Sequence[tuple[str, Callable[[Mapping[str, Any]], object]]]
) -> int:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head, _ in columns:
        table.add_column(head, overflow="fold", no_wrap=head in UNBROKEN)
    for record in records:
        table.add_row(*(Text(tame(cell(record))) for _, cell in columns))
    console = Console(highlight=False)
    if table.row_count:
        console.print(table)
    else:
        console.print("none")
    return table.row_count


def in_words(seconds: float | None) -> str:
    """A time left: "about 2 min"."""
    if seconds is None:
        return "time left not known yet"
    if seconds < 50:
        return f"about {max(1, round(seconds))} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"


class Teller:
    """Tells how reading goes: one line that renews itself on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._console = errors_console()
        self._told = time.monotonic()
        self._on_line = False

    def __call__(self, progress: Progress) -> None:
        """Tell this progress, if it is time to."""
        now = time.monotonic()
        if now - self._told < (0.2 if self._console.is_terminal else TELL_EVERY):
            return
        self._told = now
        line = f"reading {progress.stage}: {progress.done:,} of {progress.total:,}, {in_words(progress.seconds_left)}"
        if self._console.is_terminal:
            sys.stderr.write(f"\r\x1b[2K{line}")
            sys.stderr.flush()
            self._on_line = True
        else:
            self._console.print(line)

    def end(self) -> None:
        """Leave the line."""
        if self._on_line:
            sys.stderr.write("\r\x1b[2K")
            self._on_line = False
