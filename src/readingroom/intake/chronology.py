"""A chronology that a user brings: what happened when, told in the release or known from outside it.

when,until,kind,what,source
2009-03-04,,outside,The north lock was closed,"Harbour Gazette, 5 March 2009"
2009-03-04T17:30,,told,"Two gates were open, says Quill",release.pdf p. 12
"""

from __future__ import annotations

import re
from pathlib import Path

from readingroom.errors import UsageError
from readingroom.model import Event, EventKind
from readingroom.text import ToldLine, is_day, read_told_table

COLUMNS = ("when", "until", "kind", "what", "source")
_CLOCK = re.compile(r"T([01]\d|2[0-3]):[0-5]\d")


def read_chronology_file(path: Path) -> tuple[Event, ...]:
    """The events of a CSV file in UTF-8, in order of time. Raises UsageError with every line that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", "name a readable CSV file") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not in UTF-8", "save it as CSV UTF-8") from error
    lines = read_told_table(text, path.name, COLUMNS, ("when", "what", "source"), _fault)
    events = {
        Event(line["when"], line["until"], EventKind(line["kind"] or EventKind.OUTSIDE), line["what"], line["source"])
        for _, line in lines
    }
    return tuple(sorted(events))


def _fault(line: ToldLine) -> str:
    for name in ("when", "until"):
        told = line[name]
        if told and not (is_day(told[:10]) and (len(told) == 10 or _CLOCK.fullmatch(told[10:]))):
            return f"{name} is {told!r}; write it as 2009-03-31 or 2009-03-31T17:30"
    if not line["when"] or not line["what"] or not line["source"]:
        return "when, what and source must be told: an event without a source proves nothing"
    if line["until"] and line["until"] < line["when"]:
        return f"until {line['until']} is before {line['when']}"
    if line["kind"] not in ("", *EventKind):
        return f"kind is {line['kind']!r}; write {EventKind.OUTSIDE.value} or {EventKind.TOLD.value}"
    return ""
