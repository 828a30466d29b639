"""What a search found, on the page: the printed lines that hold the words, and where on them the words stand.

results = search(store, 'from:smith "the last box"')
for found in found_hits(store, results): found.lines[0].box, found.lines[0].marks
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from readingroom.case.ask_names import Names, names_of
from readingroom.model import Box, Copy, FieldName, Passage
from readingroom.store import (
    Asked,
    EntryRow,
    Hit,
    Narrowing,
    Order,
    Results,
    Spellings,
    Store,
    all_hits,
    copies_by_id,
    document_of_page,
    rest_passage,
    search,
    sought_in,
    stamps,
    whole_pages,
)
from readingroom.text import box_around, find_sought, lines_of, passage_of_lines, spans_of

MOST_LINES = 200  # of one hit
AROUND = 90  # characters of a snippet before and behind the first words found
AT_ONCE = 100  # hits that are unpacked together
NOTHING = Narrowing()

_COLUMN_OF = {
    FieldName.FROM: "sender",
    FieldName.TO: "recipients",
    FieldName.CC: "cc",
    FieldName.BCC: "cc",
    FieldName.SUBJECT: "subject",
}


class FoundLine(NamedTuple):
    """A printed line (a header value: all its lines) with words that were sought."""

    field: str  # of FieldName, or "body", or "page" for what stands outside any copy
    source: str
    page: int
    box: Box  # of the line
    marks: tuple[Box, ...]  # of the words
    text: str
    ranges: tuple[tuple[int, int], ...]  # of the words in `text`


class FoundHit(NamedTuple):
    """A hit, as its best copy shows it. Without sought words, the line that begins it stands for it, unmarked."""

    hit: Hit
    entry: EntryRow  # the copy, or what else was found, that is shown
    lines: tuple[FoundLine, ...]
    snippet: str


class HitRecords(NamedTuple):
    """Hits as records for tables and JSON."""

    total: int  # hits in all
    records: Iterator[dict[str, Any]]
    taken: str  # in one sentence: which words of the case were taken for a ~word; "" where none was asked for


def found_hits(store: Store, results: Results) -> tuple[FoundHit, ...]:
    """The hits of one screen with the places of the words."""
    return tuple(_found(store, results.hits, results.asked, results.spellings))


def hit_records(
    store: Store,
    query: str,
    *,
    limit: int = 0,
    order: Order = Order.RELEVANCE,
    narrow: Narrowing = NOTHING,
    places: bool = True,
) -> HitRecords:
    """How many hits there are, and the first `limit` of them (0: all) as records.

    Without `places` (a table has no room for them) no copy is unpacked: ten times as fast. Raises QueryError.
    """
    results = search(store, query, order=order, narrow=narrow, limit=limit or 1)
    hits = iter(results.hits) if limit else all_hits(store, query, order=order, narrow=narrow)
    return HitRecords(results.total, _records(store, hits, results, places=places), taken_words(results.spellings))


def taken_words(spellings: Spellings) -> str:
    """Which words of the case were taken for each ~word, in one sentence; "" where none was asked for."""
    return "; ".join(
        f"~{word} was taken as {', '.join(taken)}" if taken else f"no word in this case is like ~{word}"
        for word, taken in sorted(spellings.items())
    )


def _records(store: Store, hits: Iterator[Hit], results: Results, *, places: bool) -> Iterator[dict[str, Any]]:
    names = names_of(store)
    while some := list(islice(hits, AT_ONCE)):
        found = _found if places else _found_in_text
        for one in found(store, some, results.asked, results.spellings):
            record = _record(store, names, one)
            yield record | {"places": _places(names, one)} if places else record


def _record(store: Store, names: Names, found: FoundHit) -> dict[str, Any]:
    entry, row = found.entry, found.hit.message
    document = document_of_page(store, entry.source_id, entry.page)
    return {
        "message": row.message.id if row else "",
        "sent": row.message.sent if row else "",
        "from": row.sender if row else entry.sender,
        "to": list(row.recipients) if row else [],
        "cc": list(row.cc) if row else [],
        "subject": row.subject if row else entry.subject,
        "doc": names.doc.get(document.id, "") if document else "",
        "source": names.source[entry.source_id],
        "page": entry.page,
        "copies": len(row.message.copies) if row else 1,
        "found_in": len(found.hit.entries),
        "snippet": found.snippet,
    }


def _places(names: Names, found: FoundHit) -> list[dict[str, Any]]:
    return [
        {"source": names.source[line.source], "page": line.page, "box": list(box)}
        for line in found.lines
        for box in line.marks
    ]


def _found_in_text(_: Store, hits: Sequence[Hit], asked: Asked, spellings: Spellings) -> Iterator[FoundHit]:
    """Hits without places, from the searched text alone."""
    for hit in hits:
        entry = hit.entries[0]
        found = [(text, find_sought(text, sought_in(column, asked, spellings))) for column, text in _texts(entry)]
        text, ranges = next((one for one in found if one[1]), found[0])
        yield FoundHit(hit, entry, (), snippet_of(text, ranges))


def _texts(entry: EntryRow) -> tuple[tuple[str, str], ...]:
    header = ("subject", entry.subject), ("sender", entry.sender), ("recipients", entry.recipients), ("cc", entry.cc)
    return (("body", entry.body), *header)


def _found(store: Store, hits: Sequence[Hit], asked: Asked, spellings: Spellings) -> Iterator[FoundHit]:
    copies = copies_by_id(store, [hit.entries[0].copy_id for hit in hits if hit.entries[0].copy_id])
    for hit in hits:
        entry = hit.entries[0]
        copy_ = copies.get(entry.copy_id)
        passages = _copy_passages(copy_) if copy_ else (("page", "body", _page_passage(store, entry)),)
        lines: list[FoundLine] = []
        for field, column, passage in passages:
            places = find_sought(passage.text, sought_in(column, asked, spellings))
            lines += _lines(passage, places, field, entry.source_id, whole=field not in ("body", "page"))
        if not lines:
            field, _, passage = next((one for one in passages if one[2]), passages[-1])
            lines = _opening(passage, field, entry.source_id)
        (in_text,) = _found_in_text(store, (hit,), asked, spellings)
        yield in_text._replace(lines=tuple(lines[:MOST_LINES]))


def snippet_of(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text around the first of `places` (its beginning, if there are none) on one line."""
    middle = places[0][0] if places else 0
    start, end = max(0, middle - AROUND), middle + AROUND
    if start and (blank := text.find(" ", start, middle)) >= 0:
        start = blank + 1
    if end < len(text) and (blank := text.rfind(" ", middle, end)) > start:
        end = max([blank, *(stop for first, stop in places[:1] if first >= start)])
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + "".join(" " if character.isspace() else character for character in text[start:end]) + after


def _copy_passages(copy_: Copy) -> tuple[tuple[str, str, Passage], ...]:
    header = tuple((name.value, column, copy_.field(name).printed) for name, column in _COLUMN_OF.items())
    return (*header[-1:], *header[:-1], ("body", "body", copy_.body))  # subject first


def _page_passage(store: Store, entry: EntryRow) -> Passage:
    rest = rest_passage(store, entry.source_id, entry.page) if entry.kind == "rest" else None
    if rest is not None:
        return rest
    stamped = frozenset(at for stamp in stamps(store, entry.source_id, entry.page, entry.page) for at in stamp.words)
    pages = whole_pages(store, entry.source_id, entry.page, entry.page)
    return passage_of_lines(line for page in pages for line in lines_of(page, stamped))


def _lines(
    passage: Passage, places: Sequence[tuple[int, int]], field: str, source: str, *, whole: bool
) -> Iterator[FoundLine]:
    """The lines of a passage (all of it as one, if `whole`) that hold any of `places` (in order, not overlapping)."""
    at = next_place = 0
    for text in [passage.text] if whole else passage.text.split("\n"):
        end = at + len(text)
        here = []
        while next_place < len(places) and places[next_place][0] < end:
            start, stop = places[next_place]
            if stop > at:
                here.append((max(start, at), min(stop, end)))
            if stop > end:  # it runs on into the next line
                break
            next_place += 1
        if here:
            yield from _line(passage, (at, end), here, field, source)
        at = end + 1


def _line(
    passage: Passage, cut: tuple[int, int], places: Sequence[tuple[int, int]], field: str, source: str
) -> Iterator[FoundLine]:
    start, end = cut
    line = passage[start:end]
    spans = spans_of(line, source)
    if spans:
        marks = [span for first, stop in places for span in spans_of(passage[first:stop], source)]
        yield FoundLine(
            field,
            source,
            spans[0].page,
            box_around(spans[0].boxes),
            tuple(box for span in marks if span.page == spans[0].page for box in span.boxes),
            line.text,
            tuple((first - start, stop - start) for first, stop in places),
        )


def _opening(passage: Passage, field: str, source: str) -> list[FoundLine]:
    end = passage.text.find("\n")
    return list(_line(passage, (0, len(passage.text) if end < 0 else end), (), field, source))
