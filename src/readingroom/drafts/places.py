"""Where a quotation stands: matches in texts, as the places that a verdict lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.drafts.exact import Match, match_cut
from readingroom.drafts.lookup import Text
from readingroom.drafts.segments import Cut
from readingroom.drafts.shelf import Shelf
from readingroom.model import Found
from readingroom.text import sketch_letters, spans_of

_FIELDS = ("body", "subject", "page")
_LINE_HYPHEN = re.compile(r"-\s*\n\s*")


class Hit(NamedTuple):
    """A text that holds a quotation's letters, and where."""

    text: Text
    match: Match

    @property
    def is_crossed(self) -> bool:
        """Whether something was taken out of the page between these words, and the draft does not say so."""
        match = self.match
        return any(
            match.start < at < match.end and not any(start <= at <= end for start, end in match.left_out)
            for at, _ in self.text.hidden
        )

    @property
    def rank(self) -> tuple[int, int, int, str, str, int]:
        """Order of places: fewest faults, fewest remarks, bodies before subjects and page rests."""
        text = self.text
        faults = len(self.match.faults)
        remarks = len(self.match.changes)
        return faults, remarks, _FIELDS.index(text.field), text.source, text.copy, self.match.start


def find_hits(cut: Cut, texts: Sequence[Text], shelf: Shelf) -> list[Hit]:
    """All texts that hold the quotation's letters, the best first."""
    sketches = [sketch_letters(segment.letters.text) for segment in cut.segments]
    hits = []
    for text in texts:
        sketch = shelf.sketch(text)
        if all(words in sketch for words in sketches):
            match = match_cut(cut, shelf.letters(text))
            if match is not None:
                hits.append(Hit(text, match))
    return sorted(hits, key=lambda hit: hit.rank)


def found_at(text: Text, start: int, end: int) -> Found:
    """The place of characters `start:end` of a text."""
    passage = text.passage[start:end]
    return Found(text.copy, text.message, spans_of(passage, text.source), show_words(passage.text), text.field)


def show_words(words: str) -> str:
    """The source's own words on one line: a hyphen at a line end stays, as it is not known whether it belongs."""
    return " ".join(_LINE_HYPHEN.sub("-", words).split())


def count_messages(hits: Sequence[Hit]) -> int:
    """How many different messages (or pages, outside any message) are among these places."""
    return len({hit.text.message or (hit.text.source, hit.text.passage.text) for hit in hits})
