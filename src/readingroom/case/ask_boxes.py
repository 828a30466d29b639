"""What was found on a page, as boxes to draw into its picture: one colour a kind, fields with what was read of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readingroom.case.folder import Case
from readingroom.model import Page
from readingroom.pages import Marking
from readingroom.store import copies_by_id, copies_on_page, hidden_texts, redactions, stamps
from readingroom.text import lines_of, spans_of

COLOURS = {
    "words": "#9aa0a6",
    "lines": "#b06000",
    "fields": "#1a73e8",
    "stamps": "#188038",
    "redactions": "#d93025",
    "hidden": "#a142f4",
}
UNSURE = 0.6  # a word below it is drawn with its confidence


def find_boxes(case: Case, page: Page, kinds: tuple[str, ...]) -> tuple[Marking, ...]:
    """The boxes of these kinds (keys of COLOURS) on a page, kind by kind."""
    return tuple(marking for kind in kinds for marking in _FINDERS[kind](case, page))


def _words(_: Case, page: Page) -> Iterator[Marking]:
    for word in page.words:
        yield Marking(word.box, COLOURS["words"], f"{word.confidence:.2f}" if word.confidence < UNSURE else "")


def _lines(_: Case, page: Page) -> Iterator[Marking]:
    for line in lines_of(page):
        yield Marking(line.box, COLOURS["lines"], "")


def _fields(case: Case, page: Page) -> Iterator[Marking]:
    ids = [row.id for row in copies_on_page(case.store, page.source, page.number)]
    for copy_ in copies_by_id(case.store, ids).values():
        for field in copy_.fields:
            label = f"{field.name.value} {field.state.value} {field.confidence:.2f}"
            for span in spans_of(field.printed, copy_.source):
                if span.page == page.number:
                    for nth, box in enumerate(span.boxes):
                        yield Marking(box, COLOURS["fields"], "" if nth else label)


def _stamps(case: Case, page: Page) -> Iterator[Marking]:
    for stamp in stamps(case.store, page.source, page.number, page.number):
        yield Marking(stamp.box, COLOURS["stamps"], " ".join(filter(None, (stamp.kind.value, stamp.number))))


def _redactions(case: Case, page: Page) -> Iterator[Marking]:
    for one in redactions(case.store, page.source, page.number, page.number):
        yield Marking(one.box, COLOURS["redactions"], " ".join((one.kind.value, one.where.value, *one.codes)))


def _hidden(case: Case, page: Page) -> Iterator[Marking]:
    for one in hidden_texts(case.store, page.source, page.number, page.number):
        yield Marking(one.box, COLOURS["hidden"], f"{one.words} by {one.by.value}")


_FINDERS: dict[str, Callable[[Case, Page], Iterator[Marking]]] = {
    "words": _words,
    "lines": _lines,
    "fields": _fields,
    "stamps": _stamps,
    "redactions": _redactions,
    "hidden": _hidden,
}
