"""One thing named on the command line: a page, a message, a copy or a document, as text, record or picture."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

from readingroom.case.ask_boxes import COLOURS, find_boxes
from readingroom.case.ask_names import Names, names_of
from readingroom.case.ask_pictures import Pictures
from readingroom.case.folder import Case
from readingroom.errors import NotFound, UsageError
from readingroom.model import Copy, Field, Source
from readingroom.pages import draw_markings, fitting_scale
from readingroom.show.records import copy_record
from readingroom.store import (
    copies_by_id,
    copies_of_document,
    documents,
    message_by_id,
    message_of_copies,
    present_id,
    received_as,
    sources,
    stamped_pages,
    whole_pages,
)
from readingroom.text import lines_of

SCALE = 2.0  # pixels a point
PLACES_TOLD = 5  # where a number is stamped on several pages
FILES_TOLD = 5  # where a name is not known
_PAGE = re.compile(r"(?P<name>.+):(?P<page>\d{1,7})", re.DOTALL)  # a file name may hold line ends


class Shown(NamedTuple):
    """What was found. `source` and `page` are where it begins."""

    title: str
    text: str
    record: dict[str, Any]
    source: str  # Source.id
    page: int


def find_shown(case: Case, what: str) -> Shown:
    """The page, message, copy or document that `what` names. Raises NotFound with what names there are."""
    names = names_of(case.store)
    if match := _PAGE.fullmatch(what):
        source = source_named(case, names, match["name"])
        return _page(case, source, names.source[source.id], int(match["page"]))
    row = message_by_id(case.store, present_id(case.store, what))
    if row:
        return _copies(case, names, f"message {what}", list(row.message.copies[:1]))
    if what in copies_by_id(case.store, [what]):
        return _copies(case, names, f"copy {what}", [what])
    for listed in documents(case.store):
        document = listed.document
        if what and what in (document.id, document.number, names.doc[document.id]):
            printed = [copy_.id for copy_ in copies_of_document(case.store, document.id)]
            if printed:
                return _copies(case, names, f"document {what}", printed)
            source = next(one for one in sources(case.store) if one.id == document.source)
            return _page(case, source, names.source[source.id], document.first_page)
    stamped = stamped_pages(case.store, what) if what else ()
    if len(stamped) == 1:
        source = next(one for one in sources(case.store) if one.id == stamped[0][0])
        return _page(case, source, names.source[source.id], stamped[0][1])
    if stamped:
        places = ", ".join(f"{names.source[source_id]}:{number}" for source_id, number in stamped[:PLACES_TOLD])
        raise UsageError(f"{what} is stamped on {len(stamped)} pages", f"name one as FILE:PAGE: {places}")
    raise NotFound(
        f"nothing in this case is called {what}", "a page is FILE:PAGE; ids are listed by `messages` and `copies`"
    )


def draw_shown(case: Case, shown: Shown, boxes: tuple[str, ...]) -> bytes:
    """The page where it begins as a PNG picture, with boxes of these kinds (keys of COLOURS) drawn in."""
    page = next(iter(whole_pages(case.store, shown.source, shown.page, shown.page)), None)
    if boxes and page is None:
        raise UsageError(
            f"page {shown.page} has not been read yet", "run `readingroom read` first, or leave --boxes out"
        )
    with Pictures(case) as pictures:
        png = pictures(shown.source, shown.page, SCALE)
    if page is None or not boxes:
        return png
    found = find_boxes(case, page, boxes)
    times = Counter(marking.colour for marking in found)
    legend = [(COLOURS[kind], f"{kind} ({times[COLOURS[kind]]})") for kind in boxes]
    return draw_markings(png, found, legend, fitting_scale(page.width, page.height, SCALE))


def source_named(case: Case, names: Names, name: str) -> Source:
    """The source of this name or id. Raises NotFound with what names there are."""
    listed = sources(case.store)
    for source in listed:
        if name in (names.source[source.id], source.id, source.id[:12], source.name.rsplit(".", 1)[0]):
            return source
    second = received_as(case.store, name)  # the same bytes under another name
    if len(second) == 1:
        return next(source for source in listed if source.id == second[0])
    known = sorted(names.source.values())
    more = f", and {len(known) - FILES_TOLD:,} more" if len(known) > FILES_TOLD else ""
    raise NotFound(f"no file called {name} is in this case", f"the files are: {', '.join(known[:FILES_TOLD])}{more}")


def _page(case: Case, source: Source, name: str, number: int) -> Shown:
    if not 1 <= number <= source.pages:
        raise NotFound(f"{name} has no page {number}", f"its pages go from 1 to {source.pages}")
    page = next(iter(whole_pages(case.store, source.id, number, number)), None)
    text = "\n".join(line.text for line in lines_of(page)) if page else ""
    state = page.state.value if page else "waiting"
    record = {"source": name, "page": number, "state": state, "text": text}
    head = f"{name}, page {number} ({state})"
    return Shown(head, f"{head}\n\n{text}", record, source.id, number)


def _copies(case: Case, names: Names, title: str, ids: list[str]) -> Shown:
    found = copies_by_id(case.store, ids)
    joined = message_of_copies(case.store, ids)
    first_page = {row.document.id: row.document.first_page for row in documents(case.store)}
    records = [
        copy_record(
            copy_,
            doc=names.doc.get(copy_.document, copy_.document),
            source_name=names.source[copy_.source],
            first_page=first_page.get(copy_.document, copy_.page),
            message=joined.get(copy_.id, ""),
        )
        for copy_ in (found[one] for one in ids)
    ]
    first = found[ids[0]]
    text = "\n\n".join(_copy_text(found[one], names) for one in ids)
    return Shown(title, text, records[0] if len(records) == 1 else {"copies": records}, first.source, first.page)


def _copy_text(copy_: Copy, names: Names) -> str:
    head = [f"{names.source[copy_.source]}, page {copy_.page}   id {copy_.id}"]
    head += [f"{field.name.value.capitalize()}: {_value(field)}" for field in copy_.fields]
    return "\n".join((*head, "", copy_.body.text))


def _value(field: Field) -> str:
    return field.printed.text if field.printed else f"({field.state.value})"
