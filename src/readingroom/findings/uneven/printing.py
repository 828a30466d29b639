"""A copy as this room takes it, and the parts of it that are laid beside those of other copies."""

from __future__ import annotations

from typing import NamedTuple

from readingroom.findings.uneven.holes import Hole
from readingroom.findings.uneven.texts import Edge, Sheet, Text, keys_of, same_line
from readingroom.model import BODY, Box, Copy, FieldName, FieldState, Passage, Redaction, RedactionWhere

FIELDS = (FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.BCC, FieldName.SENT, FieldName.SUBJECT)
ABOVE = 14.0  # points: how far off the printed values of a header a line of it may stand that shows nothing


class Printing(NamedTuple):
    """A copy with what is known of its pages. Made by the case; a family's at a time."""

    copy: Copy
    message: str  # Message.id
    marks: tuple[Redaction, ...]  # on its pages
    stamped: tuple[str, ...]  # codes of its document's release stamp
    partly: bool | None  # that stamp says that something was taken out; None: there is no such stamp
    sheets: tuple[Sheet, ...]  # those pages, and the one behind them
    below: Edge | None  # where the next copy of its document begins
    width: float  # of its first page, points
    height: float


def text_of(printing: Printing, part: str) -> Text:
    """One part of a copy; the body's with the signature."""
    copy_ = printing.copy
    passage = _whole_body(copy_) if part == BODY else copy_.field(FieldName(part)).printed
    keys, words, runs = keys_of(passage)
    above, below = _edges(printing, part, passage)
    places = {(run.page, run.box) for run in copy_.signature.runs} if part == BODY else set()
    signed = next((at for at, run in enumerate(runs) if (run.page, run.box) in places), len(keys))
    return Text(
        copy=copy_.id,
        message=printing.message,
        source=copy_.source,
        keys=keys,
        words=words,
        runs=runs,
        above=above,
        below=below,
        signed=signed,
        sent=copy_.field(FieldName.SENT).value,
        marks=printing.marks,
        sheets=printing.sheets,
        stamped=printing.stamped,
        partly=printing.partly,
        width=printing.width,
        height=printing.height,
    )


def _whole_body(copy_: Copy) -> Passage:
    """The body with the signature behind it, where that is no part of it."""
    signature = copy_.signature.runs
    places = {(run.page, run.box) for run in copy_.body.runs}
    if not signature or (signature[0].page, signature[0].box) in places:
        return copy_.body
    return Passage.join("\n", (copy_.body, copy_.signature))


def _edges(printing: Printing, part: str, passage: Passage) -> tuple[Edge | None, Edge | None]:
    """Where what is printed above and below a part ends and begins."""
    lines = [run for field in printing.copy.fields for run in field.printed.runs]
    if part == BODY:
        last = max(lines, key=lambda run: (run.page, run.box.y1), default=None)
        return (Edge(last.page, last.box.y1) if last else None), printing.below
    if not passage.runs:
        return None, None
    first, end = passage.runs[0], passage.runs[-1]
    others = [*lines, *printing.copy.body.runs[:1]]
    over = [Edge(run.page, run.box.y1) for run in others if (run.page, run.box.y1) <= (first.page, first.box.y0 + 1)]
    under = [Edge(run.page, run.box.y0) for run in others if (run.page, run.box.y0) >= (end.page, end.box.y1 - 1)]
    return max(over, default=None), min(under, default=printing.below)


def unseen(printing: Printing, name: FieldName) -> Hole | None:
    """The place of a field that is redacted and prints nothing; None where it prints something or hides nothing."""
    copy_ = printing.copy
    field = copy_.field(name)
    if field.state is not FieldState.REDACTED or field.printed:
        return None
    runs = [run for other in copy_.fields for run in other.printed.runs if run.page == copy_.page]
    if not runs:
        return None
    top, foot = min(run.box.y0 for run in runs) - ABOVE, max(run.box.y1 for run in runs) + ABOVE
    left, right = min(run.box.x0 for run in runs), 0.88 * printing.width
    marks = tuple(
        mark
        for mark in printing.marks
        if mark.page == copy_.page
        and mark.where in (RedactionWhere.BOX, RedactionWhere.MARGIN)
        and top <= (mark.box.y0 + mark.box.y1) / 2 <= foot
        and not any(same_line(mark.box, run.box) for run in runs)
    )
    high = marks[0].box if marks else Box(left, top, right, foot)
    region = Box(left, max(top, high.y0), right, min(foot, high.y1))
    return Hole(((copy_.page, region),), 0.0, 0.0, 0.0, 0.0, marks[:1])
