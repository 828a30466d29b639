"""What each redaction hides: a field of a header, or of a body; never the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from readingroom.case.folder import Case
from readingroom.model import Box, Copy, FieldState, Redaction, RedactionWhere
from readingroom.store import copies_by_id, copies_on_page, redactions
from readingroom.text import spans_of

ABOVE = 14.0  # points: how far above the first printed value of a header a line of it may stand that shows nothing
BODY = "body"


def list_redactions(case: Case) -> Iterator[tuple[Redaction, str]]:
    """Every redaction with what it hides: the name of a field, "body", or "" where it lies in no message."""
    for (source, page), some in groupby(redactions(case.store), key=lambda mark: (mark.source, mark.page)):
        rows = copies_on_page(case.store, source, page)
        copies = copies_by_id(case.store, [row.id for row in rows])
        printed = [copies[row.id] for row in rows if row.id in copies]
        for mark in some:
            yield mark, hidden_part(mark, printed)


def hidden_part(mark: Redaction, copies: Sequence[Copy]) -> str:
    """The part of a copy in whose lines a mark stands. `copies` are those of its page, in printing order.

    From:    Quill, Odo
    To:      ██████████      <- where nothing of a value shows, the field that is redacted and printed nowhere
    """
    if mark.where not in (RedactionWhere.BOX, RedactionWhere.MARGIN):
        return ""
    middle = (mark.box.y0 + mark.box.y1) / 2
    last = ""
    for copy_ in copies:
        places = {field.name.value: _boxes(copy_, mark.page, field.name.value) for field in copy_.fields}
        on_line = [
            (max(box.x0 - mark.box.x1, mark.box.x0 - box.x1), name)
            for name, boxes in places.items()
            for box in boxes
            if box.y0 <= middle <= box.y1
        ]
        if on_line:
            return min(on_line)[1]
        tops = [box.y0 for boxes in places.values() for box in boxes]
        feet = [box.y1 for boxes in places.values() for box in boxes]
        if tops and min(tops) - ABOVE <= middle <= max(feet) + ABOVE:
            unseen = [
                field.name.value
                for field in copy_.fields
                if field.state is FieldState.REDACTED and not places[field.name.value]
            ]
            if unseen:
                return unseen[0]
        if copy_.page < mark.page or (tops and middle > min(tops)):
            last = BODY
    return last


def _boxes(copy_: Copy, page: int, name: str) -> list[Box]:
    """Where the value of a field is printed on a page."""
    return [
        box
        for field in copy_.fields
        if field.name.value == name
        for span in spans_of(field.printed, copy_.source)
        if span.page == page
        for box in span.boxes
    ]
