"""Where in a passage something was taken out."""

from __future__ import annotations

from collections.abc import Iterable

from readingroom.model import Passage, Redaction, RedactionWhere, Run


def redaction_positions(passage: Passage, redactions: Iterable[Redaction]) -> tuple[tuple[int, Redaction], ...]:
    """(character of the passage before which it stands, redaction) for each box in its text, in order.

    Pages and boxes in points. A box stands on the line whose height it shares, before the first word there that begins
    to the right of it; a box of several lines, or between two lines, before the first word below its top.

        We will ████ tomorrow      box on the line: before "tomorrow"
        ████████████████████
        ████████ Thanks            box over two lines: after "tomorrow"

    Marks in the margin, and marks for a whole page or document, have no place in a text and are left away, as are
    boxes above and below all of its lines.
    """
    placed = []
    for redaction in redactions:
        if redaction.where is not RedactionWhere.BOX:
            continue
        runs = [run for run in passage.runs if run.page == redaction.page]
        if not runs:
            continue
        line = max(run.box.y1 - run.box.y0 for run in runs)
        top, bottom = min(run.box.y0 for run in runs), max(run.box.y1 for run in runs)
        if redaction.box.y1 < top - 2 * line or redaction.box.y0 > bottom + 2 * line:
            continue
        placed.append((_position(runs, redaction), redaction))
    return tuple(sorted(placed, key=lambda pair: (pair[0], pair[1].box)))


def _position(runs: list[Run], redaction: Redaction) -> int:
    box = redaction.box
    for run in runs:
        height = run.box.y1 - run.box.y0
        beside = min(run.box.y1, box.y1) - max(run.box.y0, box.y0) > 0.4 * height
        # The middle, not the edge: boxes drawn by hand reach over the words beside them.
        if beside and (run.box.x0 + run.box.x1) / 2 > (box.x0 + box.x1) / 2:
            return run.start
        if run.box.y0 > box.y0 + 0.6 * height and not beside:
            return run.start
    return runs[-1].end
