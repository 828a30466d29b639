"""Beside the three drawers: what went wrong, and what a person may set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong where, and what to do: an error as a value, stored and listed."""

    stage: str
    source: str  # Source.id; "" where no file is meant
    page: int  # 0: the whole file
    reason: str  # one word for programs: "encrypted", "ocr_failed", "timeout", ...
    what: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may set, and what changes the result: part of every batch key."""

    ocr_dpi: int = 200  # a page that is not one picture is drawn at this resolution for OCR
