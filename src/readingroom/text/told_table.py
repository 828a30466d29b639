"""A table that a user brings as CSV: its columns checked, each fault told with its line, nothing half read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from readingroom.errors import UsageError

MOST_LINES = 100_000
MOST_FAULTS = 20  # that are told at once

_GUARD = re.compile(r"^'(?=[=+@|%-])")  # set by an export, so that no spreadsheet calculates

ToldLine = Mapping[str, str]


def read_told_table(
    text: str, file: str, columns: Sequence[str], needed: Sequence[str], fault_of: Callable[[ToldLine], str]
) -> list[tuple[int, ToldLine]]:
    """The lines of a table with their numbers (from 1, the heading is 1), every column present, "" where empty.

    `fault_of` says what is wrong with a line, or "". Raises UsageError that names every line which cannot be used.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        raise UsageError(f"{file} is no CSV: {error}", f"its first line names the columns {_listed(columns)}") from None
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    _check_head(head, file, columns, needed)
    told: list[tuple[int, ToldLine]] = []
    faults: list[str] = []
    for number, row in enumerate(rows[1 : MOST_LINES + 1], 2):
        cells = [_GUARD.sub("", cell.strip()) for cell in row]
        if not any(cells):
            continue
        line = dict.fromkeys(columns, "") | dict(zip(head, cells, strict=False))
        wrong = len(cells) != len(head)
        fault = f"{len(cells)} cells where line 1 names {len(head)} columns" if wrong else fault_of(line)
        if fault:
            faults.append(f"line {number}: {fault}")
        else:
            told.append((number, line))
    if len(rows) > MOST_LINES + 1:
        faults.append(f"more than {MOST_LINES:,} lines")
    if faults:
        more = f" and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise UsageError(f"{file}: {'; '.join(faults[:MOST_FAULTS])}{more}", "nothing was taken in; mend these lines")
    return told


def _check_head(head: Sequence[str], file: str, columns: Sequence[str], needed: Sequence[str]) -> None:
    hint = f"it may name the columns {_listed(columns)}; {_listed(needed)} must be there"
    if missing := [column for column in needed if column not in head]:
        raise UsageError(f"{file}, line 1 lacks {_listed(missing)}", hint)
    if strange := [cell for cell in head if cell not in columns]:
        raise UsageError(f"{file}, line 1 names unknown columns: {_listed(map(repr, strange))}", hint)
    if len(set(head)) < len(head):
        raise UsageError(f"{file}, line 1 names a column twice", hint)


def is_day(words: str) -> bool:
    """Whether the words are a day as ISO 8601 writes it: 2009-03-31."""
    if len(words) != len("2009-03-31") or words[4] != "-" or words[7] != "-":
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _listed(names: Sequence[str] | map[str]) -> str:
    return ", ".join(names)
