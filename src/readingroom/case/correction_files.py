"""Corrections as files: JSON lines or CSV, one a line, as a person or this program writes them; read, merged, written.

A line that the program wrote bears id, who and when, and comes in once however often it is given. So two people's logs,
merged in any order, are one log.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from readingroom.case.correcting import complete, desk_of
from readingroom.case.folder import Case
from readingroom.errors import ReadingroomError, UsageError
from readingroom.model import Correction, CorrectionEntry
from readingroom.store import add_corrections, correction_entries
from readingroom.text import entry_id, entry_record

PLACE_KEYS = ("file", "source", "page", "box", "copy", "name")
KEYS = (
    *("id", "kind", "field", "says", "state", "was", "was_state"),
    *PLACE_KEYS,
    *(f"other_{key}" for key in PLACE_KEYS),
    *("alias", "post", "holder", "since", "until", "cited", "undoes", "who", "at", "why"),
)
LONGEST_NAME = 200  # characters of a person's name


class Merged(NamedTuple):
    """What a file brought."""

    added: int
    known: int  # were in the log already


def import_corrections(case: Case, name: str, content: bytes, *, who: str) -> Merged:
    """Add the entries of a file to the log: all of them, or none. `who` said those that name nobody.

    Raises UsageError, which names the file and the line.
    """
    desk = desk_of(case)
    entries = []
    for number, record in _records(name, content):
        try:
            unknown = sorted(set(record) - set(KEYS))
            if unknown:
                raise ValueError(f"nothing is called {unknown[0]!r}: the names are {', '.join(KEYS)}")
            entries.append(_entry(complete(desk, record), record, who))
        except ReadingroomError as error:
            raise UsageError(f"{name}, line {number}: {error.what}", f"{error.hint} (nothing was kept)") from None
        except ValueError as error:
            raise UsageError(f"{name}, line {number}: {error}", "nothing was kept") from None
    given = {entry.id for entry in entries}
    added = add_corrections(case.store, entries)
    return Merged(added, len(given) - added)


def export_corrections(case: Case) -> Iterator[str]:
    """The whole log, a line an entry, by time: what another case of the same files can import."""
    for entry in correction_entries(case.store):
        yield json.dumps(entry_record(entry), ensure_ascii=False)


def _entry(correction: Correction, record: Mapping[str, Any], who: str) -> CorrectionEntry:
    said = str(record.get("who") or who).strip()
    at, why = (str(record.get(key) or "").strip() for key in ("at", "why"))
    if not 0 < len(said) <= LONGEST_NAME:
        raise ValueError("who is nobody, or too long")
    if at:
        try:
            datetime.fromisoformat(at)
        except ValueError:
            raise ValueError(f"at is no time: {at!r}") from None
    key = entry_id(correction, said, at)
    if record.get("id") not in (None, "", key):
        raise ValueError("id does not belong to what the line says: it was changed; take the id out to say it anew")
    return CorrectionEntry(id=key, correction=correction, who=said, at=at, why=why)


def _records(name: str, content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and record of each line that is not empty."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = content[: error.start].count(b"\n") + 1
        raise UsageError(f"{name}, line {at}: that is no UTF-8", "save it as UTF-8; nothing was kept") from None
    if text.lstrip()[:1] == "{":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, _json_record(name, number, line)
    else:
        yield from _csv_records(name, text)


def _csv_records(name: str, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    try:
        for row in rows:
            if row.get(""):
                raise UsageError(f"{name}, line {rows.line_num}: more cells than columns", "nothing was kept")
            told: dict[str, Any] = {key.strip().lower(): cell.strip() for key, cell in row.items() if key and cell}
            for key in ("page", "other_page"):
                if told.get(key, "").isdecimal():
                    told[key] = int(told[key])
            if told:
                yield rows.line_num, told
    except csv.Error as error:
        raise UsageError(f"{name}, line {rows.reader.line_num}: that is no CSV: {error}", "nothing was kept") from None


def _json_record(name: str, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}, line {number}: that is no JSON: {error}", "nothing was kept") from None
    if not isinstance(record, dict):
        raise UsageError(f"{name}, line {number}: a line is one object: {{...}}", "nothing was kept")
    return record
