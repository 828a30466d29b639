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
    on_page: dict[int, list[Run]] = {}
    for run in passage.runs:
        on_page.setdefault(run.page, []).append(run)
    reach = {page: _reach(runs) for page, runs in on_page.items()}
    placed = []
    for redaction in redactions:
        if redaction.where is not RedactionWhere.BOX or redaction.page not in on_page:
            continue
        top, bottom = reach[redaction.page]
        if redaction.box.y1 >= top and redaction.box.y0 <= bottom:
            placed.append((_position(on_page[redaction.page], redaction), redaction))
    return tuple(sorted(placed, key=lambda pair: (pair[0], pair[1].box)))


def _reach(runs: list[Run]) -> tuple[float, float]:
    """From where to where on its page a box may touch these lines: two lines more than they fill."""
    line = max(run.box.y1 - run.box.y0 for run in runs)
    return min(run.box.y0 for run in runs) - 2 * line, max(run.box.y1 for run in runs) + 2 * line


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
