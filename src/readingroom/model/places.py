"""Places: boxes, words, and passages, the strings that know where they are printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page in points, origin top left, y downwards. Made by `pages`; millions, a batch at a time."""

    x0: float
    y0: float
    x1: float
    y1: float


class Word(NamedTuple):
    """One printed word. Made by `pages`, packed by `text.packing`; a page's at a time."""

    text: str
    box: Box
    confidence: float  # 0..1: of the OCR engine; 1.0 from a text layer


class Span(NamedTuple):
    """A place that can be shown: one page of a source and its boxes, one a line. Made from passages."""

    source: str  # Source.id
    page: int
    boxes: tuple[Box, ...]


class Run(NamedTuple):
    """Characters start..end of a passage are printed at `box` of `page`. One a word."""

    start: int
    end: int
    page: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A string that knows its places: slicing and joining keep them. Characters outside all runs are joints (blanks).

    Lines are separated by "\\n" where the page breaks them. `runs` are in order, do not overlap, and lie in the text.
    A passage lies in one source; which one is known to whoever holds it.
    """

    text: str
    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, cut: slice) -> Passage:
        """The passage of a plain slice (no step). A word cut in two keeps its whole box."""
        start, end, _ = cut.indices(len(self.text))
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        kept = []
        for run in self.runs[first:]:
            if run.start >= end:
                break
            kept.append(run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start))
        return Passage(self.text[start:end], tuple(kept))

    def __add__(self, other: Passage) -> Passage:
        shift = len(self.text)
        moved = tuple(run._replace(start=run.start + shift, end=run.end + shift) for run in other.runs)
        return Passage(self.text + other.text, self.runs + moved)

    @staticmethod
    def join(joint: str, parts: Iterable[Passage]) -> Passage:
        """All parts in order with `joint` between them; the joint has no place."""
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for number, part in enumerate(parts):
            if number:
                texts.append(joint)
                at += len(joint)
            texts.append(part.text)
            runs.extend(run._replace(start=run.start + at, end=run.end + at) for run in part.runs)
            at += len(part.text)
        return Passage("".join(texts), tuple(runs))

    def strip(self, characters: str | None = None) -> Passage:
        """Without leading and trailing `characters` (white space when None), as str.strip."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]


EMPTY = Passage("")
