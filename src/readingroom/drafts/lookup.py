"""What `check_draft` asks of a case: texts that may hold some words, and what was searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from readingroom.model import Coverage, Passage, Redaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One searched text: the body or subject of a copy, or what else a page prints. Made by the case; 60 at a time."""

    copy: str  # Copy.id; "" for the rest of a page
    message: str  # Message.id; "" for the rest of a page
    source: str  # Source.id
    field: str  # "body", "subject" or "page"
    passage: Passage
    hidden: tuple[tuple[int, Redaction], ...] = ()  # by `redaction_positions`
    status: str = ""  # MessageStatus of the message


class Lookup(Protocol):
    """A case as the checking of drafts sees it. Nothing here may change while a draft is checked."""

    def candidates(self, words: Sequence[str], limit: int) -> Sequence[Text]:
        """Texts for these words of a quotation, in its order; about `limit`, likeliest first, the same each time.

        Texts that hold all of the words come first, in whatever order and form the index folds them to; then those that
        hold many of them, rare words counting most. A word may come with an apostrophe or a hyphen in it.
        """
        ...

    def coverage(self) -> Coverage:
        """What is searched, and what could not be read."""
        ...
