"""What is missing, as its screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from readingroom.model import Gap, GapKind, Searched
from readingroom.show.frame import Frame, Pager, Place
from readingroom.show.words import day_words

# For each kind: what the screen calls it, and what it proves and does not.
KINDS: dict[GapKind, tuple[str, str]] = {
    GapKind.PAGES_PROMISED: ("Pages promised", "The agency's own letter, or the record of the request, says how many."),
    GapKind.BATES: ("Numbered pages", "Numbers between two stamped ones. An agency may also have skipped them."),
    GapKind.DOCUMENT_NUMBER: (
        "Document numbers",
        "Nearly all numbers around them are there. They may belong to another release, or to nothing.",
    ),
    GapKind.WITHHELD_PAGES: ("Withheld pages", "A sheet or a list in the release stands for them."),
    GapKind.WITHHELD_MESSAGE: ("Withheld texts", "A header is printed; of what was written only codes are."),
    GapKind.REFERRED_MESSAGE: ("Messages spoken of", "Somebody speaks of it. It may have been said, not written."),
    GapKind.REPLY_WITHOUT_PARENT: (
        "Answers without their question",
        "“Re:” is an answer's, and nothing by those who are answered is there. It may stand for “regarding”.",
    ),
    GapKind.ATTACHMENT: ("Attachments named", "A header names the file; no page shows its name or title."),
    GapKind.NOTHING_ATTACHED: ("Attachments spoken of", "A text says that something is attached, and names no file."),
    GapKind.ANNOUNCED: ("Announced", "Said to follow; nothing from the writer does within two days. Weak."),
    GapKind.QUOTED_ONLY: (
        "Known from quotations",
        "Its words are there, in an answer or a forward; its own print is not.",
    ),
}


class KindLine(NamedTuple):
    """One kind of gap and how many there are."""

    title: str
    number: int
    href: str
    here: bool


class MissingLine(NamedTuple):
    """One gap, with the place that shows it and what was searched."""

    id: str
    kind: str
    strength: str
    what: str
    words: str
    place: Place | None
    more: int  # other copies that show it
    message: Place | None
    perhaps: tuple[Place, ...]  # messages that may be it
    searched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """What the release shows to exist and does not hold. Template: missing.html."""

    frame: Frame
    kinds: tuple[KindLine, ...]
    proves: str  # what gaps of the chosen kind prove, "" where all kinds are shown
    gaps: tuple[MissingLine, ...]
    pager: Pager


def searched_words(searched: Searched) -> str:
    """What was searched, in one sentence."""
    when = ""
    if searched.since:
        when = f", from {day_words(searched.since)} to {day_words(searched.until)}"
    elif searched.until:
        when = f", before {day_words(searched.until)}"
    looked = f": {searched.messages:,} looked at" if searched.messages else ""
    return f"{searched.what}{when}{looked}"


def gap_words(gap: Gap) -> str:
    """The kind of a gap as the screen calls it."""
    return KINDS[gap.kind][0]
