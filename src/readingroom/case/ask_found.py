"""What a search found, to look at: each hit as the picture of its line, narrowed by sender, month and document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.ask_search import FoundHit, FoundLine, found_hits, taken_words
from readingroom.case.folder import Case
from readingroom.errors import QueryError
from readingroom.model import Box, MessageStatus
from readingroom.show.frame import Pager, Place, count_list, pager
from readingroom.show.links import around, copy_href, message_href, page_href, picture_href
from readingroom.show.search import Facet, FoundGroup, HitLine, SearchView, Snippet
from readingroom.show.words import STATUSES, day_words, month_words
from readingroom.store import Facets, Narrowing, Order, facets, search

HITS = 20  # messages on one screen
LINES = 3  # shown of one message
SNIPPET = 400  # characters
MARGIN_X, MARGIN_Y = 6.0, 2.0  # points around a line
LEAST_WIDTH = 330.0
SCALE = 2.0
COPIES = 12  # named beneath a hit

NOTHING = Narrowing()
ORDERS = {Order.RELEVANCE: "best first", Order.OLDEST: "oldest first", Order.NEWEST: "newest first"}


def ask_found(
    case: Case, query: str, *, order: Order = Order.RELEVANCE, narrow: Narrowing = NOTHING, first: int = 0
) -> SearchView:
    """One screen of what a query finds. An empty query finds nothing. Raises QueryError."""
    if not query.strip():
        return _nothing(case, query)
    results = search(case.store, query, order=order, narrow=narrow, first=first, limit=HITS)
    names = source_names(case.store)
    asked = _asked(query, narrow)
    taken = "/search?" + urlencode([*asked, ("sort", order.value)])
    return SearchView(
        frame=ask_frame(case),
        query=query,
        total=results.total,
        found=tuple(_group(names, found) for found in found_hits(case.store, results)),
        facets=_facets(names, query, narrow, facets(case.store, query, narrow=narrow, spellings=results.spellings)),
        narrowed=_narrowed(query, narrow),
        sorts=tuple(
            (Place(words, "/search?" + urlencode([*asked, ("sort", one.value)])), one is order)
            for one, words in ORDERS.items()
        ),
        pager=pager(first, HITS, results.total, f"{taken}&first="),
        csv="/search.csv?" + urlencode(asked),
        json="/search.json?" + urlencode(asked),
        error="",
        hint="",
        taken=taken_words(results.spellings),
    )


def ask_query_error(case: Case, query: str, error: QueryError) -> SearchView:
    """The search screen with what is wrong with a query."""
    return _nothing(case, query, error.what, error.hint)


def _nothing(case: Case, query: str, error: str = "", hint: str = "") -> SearchView:
    return SearchView(
        frame=ask_frame(case),
        query=query,
        total=0,
        found=(),
        facets=(),
        narrowed=(),
        sorts=(),
        pager=Pager(0, 0, 0, "", ""),
        csv="",
        json="",
        error=error,
        hint=hint,
    )


def _asked(query: str, narrow: Narrowing) -> list[tuple[str, str]]:
    return [("q", query), *((name, value) for name, value in narrow._asdict().items() if value)]


def _narrowed(query: str, narrow: Narrowing) -> tuple[Place, ...]:
    """What the search is narrowed to; each link takes one off."""
    return tuple(
        Place(
            month_words(value) if name == "month" else value,
            "/search?" + urlencode(_asked(query, narrow._replace(**{name: ""}))),
        )
        for name, value in narrow._asdict().items()
        if value
    )


def _facets(names: Mapping[str, str], query: str, narrow: Narrowing, found: Facets) -> tuple[Facet, ...]:
    def href(**more: str) -> str:
        return "/search?" + urlencode(_asked(query, narrow._replace(**more)))

    return (
        Facet("Sender", count_list([(name, times, href(sender=name)) for name, times in found.senders])),
        Facet(
            "Month",
            count_list([(month_words(month), times, href(month=month)) for month, times in found.months if month]),
        ),
        Facet(
            "Document",
            count_list(
                [
                    (number or _document_words(names, document), times, href(document=document))
                    for document, number, times in found.documents
                ]
            ),
        ),
    )


def _document_words(names: Mapping[str, str], document: str) -> str:
    """A document without a stamped number, by its file and first page."""
    source, _, first_page = document.partition("-p")
    name = next((name for source_id, name in names.items() if source_id.startswith(source)), source)
    return f"{name}, page {first_page}"


def _group(names: Mapping[str, str], found: FoundHit) -> FoundGroup:
    best, row = found.entry, found.hit.message
    lines = tuple(_hit_line(names, line) for line in found.lines[:LINES])
    more = max(0, len(found.lines) - LINES)
    others = tuple(
        Place(
            page_words(names, entry.source_id, entry.page),
            message_href(row.message.id, entry.copy_id) if row else page_href(entry.source_id, entry.page),
        )
        for entry in found.hit.entries[1 : COPIES + 1]
    )
    if row is None:
        return FoundGroup(
            copy_href(best.copy_id) if best.copy_id else page_href(best.source_id, best.page),
            best.subject or page_words(names, best.source_id, best.page),
            best.sender or "outside any message",
            best.recipients,
            "",
            "",
            lines,
            more,
            others,
        )
    status = row.message.status
    return FoundGroup(
        message_href(row.message.id, best.copy_id),
        row.subject,
        row.sender,
        "; ".join(row.recipients),
        day_words(row.message.sent),
        STATUSES[status] if status is not MessageStatus.PRINTED else "",
        lines,
        more,
        others,
    )


def _hit_line(names: Mapping[str, str], line: FoundLine) -> HitLine:
    x0, y0, x1, y1 = line.box
    x0, x1 = x0 - MARGIN_X, max(x1, x0 + LEAST_WIDTH) + MARGIN_X
    box = around((Box(x0, y0 - MARGIN_Y, x1, y1 + MARGIN_Y),))
    return HitLine(
        Place(
            page_words(names, line.source, line.page),
            page_href(line.source, line.page, around(line.marks or (line.box,), 2)),
        ),
        picture_href(line.source, line.page, scale=SCALE, box=box, marks=line.marks),
        box.x1 - box.x0,
        box.y1 - box.y0,
        tuple(_pieces(line)),
        "" if line.field in ("body", "page") else line.field,
    )


def _pieces(line: FoundLine) -> Iterator[Snippet]:
    text, at = line.text[:SNIPPET], 0
    for start, end in line.ranges:
        if start > at:
            yield Snippet(text[at:start], False)
        yield Snippet(text[max(at, start) : end], True)
        at = max(at, end)
    if text[at:]:
        yield Snippet(text[at:], False)
