"""A table of posts as a user brings it: CSV with the columns alias, post, holder, since, until, source.

alias,post,holder,since,until,source
S1,"Chief, Division of Locks",Nora Quill,2009-03-01,2011-08-31,Harbour yearbook 2010
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from readingroom.errors import UsageError
from readingroom.model import ToldPost

COLUMNS = ("alias", "post", "holder", "since", "until", "source")
NEEDED = ("post", "holder")
MOST_LINES = 100_000
MOST_FAULTS = 20  # that are told at once

_GUARD = re.compile(r"^'(?=[=+@|%-])")  # set by an export, so that no spreadsheet calculates
_NOTHING = dict.fromkeys(("alias", "since", "until", "source"), "")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_told_posts(text: str, file: str) -> tuple[ToldPost, ...]:
    """The lines of a table. Raises UsageError with the number of each line that cannot be used; none is taken then."""
    columns = f"name the columns {', '.join(COLUMNS)}; post and holder must be there"
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        raise UsageError(f"{file} is no CSV: {error}", columns) from None
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    missing = [column for column in NEEDED if column not in head]
    strange = [cell for cell in head if cell not in COLUMNS or head.count(cell) > 1]
    if missing or strange:
        wrong = f"lacks {' and '.join(missing)}" if missing else f"has {', '.join(map(repr, strange))}"
        raise UsageError(f"{file}, line 1 {wrong}", columns)
    faults: list[str] = []
    told = []
    for number, row in enumerate(rows[1 : MOST_LINES + 1], 2):
        cells = [_GUARD.sub("", cell.strip()) for cell in row]
        if not any(cells):
            continue
        if len(cells) != len(head):
            faults.append(f"line {number} has {len(cells)} cells, line 1 {len(head)}")
            continue
        line = ToldPost(**{**_NOTHING, **dict(zip(head, cells, strict=True))}, file=file, line=number)
        told.append(line)
        faults += (f"line {number}: {fault}" for fault in _faults(line))
    if len(rows) > MOST_LINES + 1:
        faults.append(f"it has more than {MOST_LINES:,} lines")
    if faults:
        more = f"; and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        what = f"{file}: {'; '.join(faults[:MOST_FAULTS])}{more}"
        raise UsageError(what, "nothing was imported; mend these lines and try again")
    return tuple(told)


def _faults(line: ToldPost) -> Iterator[str]:
    if not line.post and not line.alias:
        yield "neither a post nor an alias"
    bad = [(name, day) for name, day in (("since", line.since), ("until", line.until)) if day and not _is_day(day)]
    for name, day in bad:
        yield f"{name} is {day!r}; write it as 2009-03-31, or leave it empty"
    if not bad and line.until and line.until < line.since:
        yield f"until {line.until} is before since {line.since}"


def _is_day(words: str) -> bool:
    if not _DAY.fullmatch(words):
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
