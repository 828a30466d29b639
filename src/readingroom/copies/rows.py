"""Rows: the lines of a document without stamps, in printing order over all its pages, quotation marks counted."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from readingroom.copies.print_size import UNMEASURED, Face, Measure, face_of, measure
from readingroom.model import Page, Passage, Stamp, TextFrom
from readingroom.text import Line, lines_of, passage_of

_MARKS = re.compile(r"[>›»](?:\s?[>›»])*(?!\s?[;,])\s?")  # not the end of an address
_MARK = str.maketrans({"›": ">", "»": ">>"})
_WIDE = 0.85  # a gap wider than this, in line heights, is a gap between columns
_SPACED = 1.6  # and than this, in usual blanks of its page or line heights: print of fixed width has wide blanks
_MARK_WIDTH = 4.0  # points: a quotation mark that no blank parts from the word behind it
_SLACK = 4.0  # points that text may end short of the right edge though one more word had room
_BREAK = 1.65  # lines further apart than this, in line heights, have a blank line between them


class Row(NamedTuple):
    """One printed line of a document. Distances in points."""

    page: int
    top: float
    foot: float
    left: float  # of what follows the quotation marks
    right: float
    marks: int  # quotation marks before the text
    passage: Passage  # without them
    gaps: tuple[int, ...]  # where in the passage a word stands behind a wide gap
    apart: bool  # a blank line above, on this page
    bridged: bool  # apart, with a stamp in between: the stamp may have taken the place of a blank line, or made it
    first: bool  # the first of its page
    height: float  # usual height of a line on this page
    measure: Measure = UNMEASURED  # of words from OCR

    @property
    def text(self) -> str:
        """The row's words without quotation marks."""
        return self.passage.text

    @property
    def scanned(self) -> bool:
        """Whether words of the row come from our own OCR."""
        return is_scanned(self.passage)

    def with_words(self, passage: Passage) -> Row:
        """The row with its words mended: `passage` has others in the same places."""
        lefts = {run.box.x0 for run in self.passage.runs if run.start in self.gaps}
        starts: dict[float, int] = {}
        for run in passage.runs:
            starts.setdefault(run.box.x0, run.start)
        return self._replace(passage=passage, gaps=tuple(start for x0, start in starts.items() if x0 in lefts))


def is_scanned(passage: Passage) -> bool:
    """Whether words of a passage come from our own OCR: it is sure of none, a text layer of all."""
    return any(run.confidence < 1.0 for run in passage.runs)


def rows_of(pages: Sequence[Page], stamps: Sequence[Stamp]) -> tuple[Row, ...]:
    """All rows of the pages of one document, in order of pages and from top to bottom."""
    stamped: dict[int, set[int]] = {}
    for stamp in stamps:
        stamped.setdefault(stamp.page, set()).update(stamp.words)
    rows: list[Row] = []
    for page in pages:
        taken = frozenset(stamped.get(page.number, ()))
        inked = [(page.words[at].box.y0 + page.words[at].box.y1) / 2 for at in taken if at < len(page.words)]
        face = face_of(page.words) if page.text_from is TextFrom.OCR else None
        rows.extend(_page_rows(lines_of(page, taken), sorted(inked), face))
    return tuple(rows)


def _page_rows(lines: Sequence[Line], stamped: Sequence[float], face: Face | None) -> list[Row]:
    if not lines:
        return []
    height = _usual_height(lines)
    blanks = [after.box.x0 - word.box.x1 for line in lines for word, after in itertools.pairwise(line.words)]
    wide = max(_WIDE * height, _SPACED * min(height, median(blanks))) if blanks else _WIDE * height
    rows: list[Row] = []
    above: float | None = None
    for line in lines:
        whole = passage_of(line)
        marks = _MARKS.match(whole.text)
        skip = len(marks[0]) if marks else 0
        passage = whole[skip:] if skip else whole
        middle = (line.box.y0 + line.box.y1) / 2
        apart = above is not None and middle - above > _BREAK * height
        rows.append(
            Row(
                page=line.page,
                top=line.box.y0,
                foot=line.box.y1,
                left=_left(line, whole, skip),
                right=line.box.x1,
                marks=len(marks[0].translate(_MARK).replace(" ", "")) if marks else 0,
                passage=passage,
                gaps=_gaps(passage, wide),
                apart=apart,
                bridged=apart and above is not None and _bridged(above, middle, height, stamped),
                first=above is None,
                height=height,
                measure=measure(passage, face) if face else UNMEASURED,
            )
        )
        above = middle
    return rows


def _left(line: Line, whole: Passage, skip: int) -> float:
    """Where on the page the text behind the first `skip` characters of a line, its quotation marks, begins."""
    if not skip or skip == len(whole):
        return line.box.x0
    first = next(run for run in whole.runs if run.end > skip)
    return first.box.x0 + (_MARK_WIDTH if first.start < skip else 0.0)


def _gaps(passage: Passage, wide: float) -> tuple[int, ...]:
    """Where in a line a word stands behind a gap that is wider than so many points."""
    pairs = itertools.pairwise(passage.runs)
    return tuple(after.start for before, after in pairs if after.box.x0 - before.box.x1 > wide)


def _usual_height(lines: Sequence[Line]) -> float:
    """The usual height of a line. OCR measures ink: what three of four words do not exceed is nearer to a line."""
    height = median(line.box.y1 - line.box.y0 for line in lines)
    inked = sorted(word.box.y1 - word.box.y0 for line in lines for word in line.words if word.confidence < 1.0)
    return max(height, inked[len(inked) * 3 // 4]) if inked else height


def _bridged(above: float, below: float, height: float, stamped: Sequence[float]) -> bool:
    """Whether stamps between two rows leave no room for a blank line."""
    at = above
    last = bisect_left(stamped, below - 0.3 * height)
    for middle in stamped[bisect_right(stamped, above + 0.3 * height) : last]:
        if middle - at > _BREAK * height:
            return False
        at = middle
    return at > above and below - at <= _BREAK * height


def runs_over(above: Row, row: Row, edge: float) -> bool:
    """Whether the first word of `row` had no room at the end of the row above: the text between may be one line's.

    `edge` is where the text of the page ends on the right, in points.
    """
    if not row.passage.runs or above.page != row.page or row.apart:
        return False
    first_word = row.passage.runs[0].box
    return above.right + (first_word.x1 - first_word.x0) > edge - _SLACK
