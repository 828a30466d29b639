"""Rows as CSV that a spreadsheet shows and never calculates.

A cell whose first visible character (after blanks, controls and invisible characters, folded to its plain form) is one
of = + - @ | %, or that begins with a tab, a line end or NUL, gets an apostrophe in front. Plain numbers stay. Every
cell is quoted. The JSON of the same rows is exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_STARTS_FORMULA = frozenset("=+-@|%")
_STARTS_CELL = frozenset("\t\r\n\0")


def guard_cell(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet might take it for a formula."""
    if _NUMBER.fullmatch(text):
        return text
    for character in text:
        if character.isspace() or unicodedata.category(character).startswith("C"):
            continue
        if unicodedata.normalize("NFKC", character)[:1] in _STARTS_FORMULA:
            return "'" + text
        break
    return "'" + text if text[:1] in _STARTS_CELL else text


def csv_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Records as CSV: a head of the first one's keys, then a line each, CRLF at its end. Lists joined by "; "."""
    for number, record in enumerate(records):
        if not number:
            yield _line(record.keys())
        yield _line(map(_cell, record.values()))


def _cell(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _line(cells: Iterable[str]) -> str:
    return ",".join('"' + guard_cell(cell).replace('"', '""') + '"' for cell in cells) + "\r\n"
