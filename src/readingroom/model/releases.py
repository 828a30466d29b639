"""Two releases: what one shows otherwise than another."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Span


class DifferenceKind(StrEnum):
    """What one release shows otherwise than another, the weightiest first."""

    SHOWN = "newly shown"
    HIDDEN = "newly hidden"
    GONE = "page gone"
    NEW = "page new"
    CODES = "codes swapped"


class Difference(NamedTuple):
    """One difference between two releases. Made by `findings.page_differences`; a side without a page has None."""

    kind: DifferenceKind
    words: str  # shown in one and not in the other; of a page, its first words
    length: int  # words
    codes: tuple[str, ...]  # in the first release
    other_codes: tuple[str, ...]  # in the second
    one: Span | None  # where it is in the first release: the words, or the mark that hides them
    other: Span | None
