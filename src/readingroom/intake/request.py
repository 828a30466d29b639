"""The record of the request, read from a JSON file that the user writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from readingroom.errors import UsageError
from readingroom.model import Letter, Request

KEYS = tuple(field.name for field in fields(Request))
LETTER_KEYS = Letter._fields


def read_request_file(path: Path) -> Request:
    """The request in a JSON file with the keys of `Request`. Raises UsageError with what is wrong."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", "name a readable JSON file") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no JSON: {error}", f"keys: {', '.join(KEYS)}") from error
    return request_from_json(content, str(path))


def request_from_json(content: Any, where: str) -> Request:
    """The request in a JSON object. Unknown keys and wrong types are a UsageError that names them."""
    if not isinstance(content, Mapping):
        raise UsageError(f"{where}: a JSON object is needed", f"keys: {', '.join(KEYS)}")
    if unknown := sorted(set(content) - set(KEYS)):
        raise UsageError(f"{where}: unknown keys: {', '.join(unknown)}", f"keys: {', '.join(KEYS)}")
    kept = {key: _text(content.get(key, ""), key, where) for key in KEYS if key not in ("pages_promised", "letters")}
    letters = content.get("letters") or []
    if not isinstance(letters, list):
        raise UsageError(f"{where}: letters must be a list", "each with date, kind, text, pages_promised")
    return Request(
        **kept,
        pages_promised=_count(content.get("pages_promised"), where),
        letters=tuple(_letter(letter, where) for letter in letters),
    )


def _letter(content: Any, where: str) -> Letter:
    if not isinstance(content, Mapping) or set(content) - set(LETTER_KEYS):
        raise UsageError(f"{where}: a letter has the keys {', '.join(LETTER_KEYS)}")
    text = {key: _text(content.get(key, ""), key, where) for key in ("date", "kind", "text")}
    return Letter(**text, pages_promised=_count(content.get("pages_promised"), where))


def _text(value: Any, key: str, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{where}: {key} must be a text", 'write "" where it is not known')
    return value


def _count(value: Any, where: str) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise UsageError(f"{where}: pages_promised must be a number or null")
