"""Reading a document: its pages without stamps become copies of messages, and what belongs to none."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.body import Text, share_rows
from readingroom.copies.fields import Around, is_day_first, read_fields
from readingroom.copies.headers import find_headers
from readingroom.copies.hidden import hidden_strips
from readingroom.copies.mended import mend_addresses
from readingroom.copies.merged import mend_merged_letters
from readingroom.copies.rows import Row, rows_of
from readingroom.copies.signatures import find_signature
from readingroom.copies.told import ToldHeader, bare_header, headers_as_told
from readingroom.copies.values import Header
from readingroom.model import Copy, Document, FieldName, Page, Passage, Redaction, RedactionWhere, Stamp, StampKind

_ON_LINES = (RedactionWhere.BOX, RedactionWhere.MARGIN)
_MOST_PASTED = 5  # texts below one another that are told apart by nothing but their signatures
_STACKED = 2.0  # line heights between two codes of one column
_ASIDE = 40.0  # points between where they begin
_ABOVE = 3.0  # points that a code may stand higher than the first line of the copy that it belongs to


class Reading(NamedTuple):
    """Copies in printing order; for each page of the document (in its source's numbers) what belongs to no copy."""

    copies: tuple[Copy, ...]
    rest: tuple[tuple[int, Passage], ...]


def read_copies(
    document: Document,
    pages: Sequence[Page],
    stamps: Sequence[Stamp],
    redactions: Sequence[Redaction],
    told: Sequence[ToldHeader] = (),
) -> Reading:
    """All copies that the pages of one document print. Pages outside the document are left alone. Raises nothing.

    `told`: where somebody says that a header begins, or that none is.
    """
    kept = sorted(
        (page for page in pages if document.first_page <= page.number <= document.last_page),
        key=lambda page: page.number,
    )
    apart = {number for one in document.enclosed for number in range(one.first_page, one.last_page + 1)}
    beside = _beside([page for page in kept if page.number in apart], stamps)
    kept = [page for page in kept if page.number not in apart]
    numbers = {page.number for page in kept}
    stamps = [stamp for stamp in stamps if stamp.page in numbers]
    redactions = [mark for mark in redactions if mark.page in numbers and mark.where in _ON_LINES]
    rows = mend_addresses(mend_merged_letters(rows_of(kept, stamps)))
    headers, text = _headers_and_text(rows, told)
    in_part = bool(redactions) or any(
        stamp.kind is StampKind.RELEASE and "PART" in stamp.text.upper() for stamp in stamps
    )
    around = Around(hidden_strips(rows, redactions), in_part, is_day_first(headers), any(row.scanned for row in rows))
    codes = _codes_of(rows, headers, redactions)
    depths, parents = _nesting(rows, headers)
    copies: list[Copy] = []
    names = _names(document, [rows[header.first] for header in headers])
    for nth, header in enumerate(headers):
        fields = read_fields(header, around, top=depths[nth] == 0)
        body = Passage.join("\n", (passage for _, passage in text.bodies[nth]))
        signature = Passage.join("\n", (passage for _, passage in text.signatures[nth]))
        sender = next(field for field in fields if field.name is FieldName.FROM)
        parent = parents[nth]
        copies.append(
            Copy(
                id=names[nth],
                document=document.id,
                source=document.source,
                nth=nth,
                depth=depths[nth],
                quoted_by=copies[parent].id if parent is not None else "",
                page=rows[header.first].page,
                fields=fields,
                body=body,
                signature=signature or find_signature(body, sender.printed.text),
                codes=tuple(sorted(codes[nth])),
                style=header.style,
            )
        )
    return Reading(tuple(copies), tuple(sorted((*_by_page(kept, rows, text.rest), *beside), key=lambda one: one[0])))


def _names(document: Document, firsts: Sequence[Row]) -> list[str]:
    """A name for each copy, by where on its page its header begins, numbered where two begin at one height."""
    taken: Counter[str] = Counter()
    names: list[str] = []
    for first in firsts:
        name = f"{document.source[:12]}-p{first.page}-y{int(first.top)}"
        taken[name] += 1
        names.append(name if taken[name] == 1 else f"{name}.{taken[name]}")
    return names


def _headers_and_text(rows: Sequence[Row], told: Sequence[ToldHeader]) -> tuple[tuple[Header, ...], Text]:
    """The headers, those of texts pasted without one among them (they hold nothing), and whose each line is."""
    headers = headers_as_told(rows, find_headers(rows), told)
    text = share_rows(rows, headers)
    for _ in range(_MOST_PASTED):
        if not text.pasted:
            break
        bare = (bare_header(rows, at) for at in text.pasted)
        headers = tuple(sorted((*headers, *bare), key=lambda header: header.start))
        text = share_rows(rows, headers)
    return headers, text


def _nesting(rows: Sequence[Row], headers: Sequence[Header]) -> tuple[list[int], list[int | None]]:
    """For each header how deep it is quoted, and by which: a quotation quotes the next unless its marks say less."""
    depths: list[int] = []
    parents: list[int | None] = []
    open_: list[int] = []
    for nth, header in enumerate(headers):
        while open_ and headers[open_[-1]].marks > header.marks:
            open_.pop()
        opens = rows[header.first].first or rows[header.start].first
        top = header.style == "columns" and opens and nth > 0 and header.marks == 0
        if top:
            open_.clear()
        parents.append(open_[-1] if open_ else None)
        depths.append(depths[open_[-1]] + 1 if open_ else 0)
        open_.append(nth)
    return depths, parents


def _codes_of(rows: Sequence[Row], headers: Sequence[Header], redactions: Sequence[Redaction]) -> list[set[str]]:
    """The codes of each copy by position: a code belongs to the copy whose lines reach down to where it stands.

    Beside a separator it belongs to what follows, unless it is one more code of a column that began above.
    """
    codes: list[set[str]] = [set() for _ in headers]
    tops = [_top(rows[header.first if header.cut else header.start]) for header in headers]
    labels = [_top(rows[header.first]) for header in headers]
    before: tuple[Redaction, int] | None = None
    for mark in sorted(redactions, key=lambda mark: (mark.page, mark.box.y0 + mark.box.y1)):
        place = (mark.page, (mark.box.y0 + mark.box.y1) / 2)
        owner = bisect_right(tops, place) - 1
        if owner < 0:
            continue
        if before is not None and place < labels[owner] and _goes_on(before[0], mark):
            owner = before[1]
        codes[owner].update(mark.codes)
        before = (mark, owner)
    return codes


def _top(row: Row) -> tuple[int, float]:
    return row.page, row.top - _ABOVE


def _goes_on(above: Redaction, mark: Redaction) -> bool:
    """Whether a mark stands right under another one with other codes, as "1.4(D)" and "B1" do."""
    near = mark.page == above.page and mark.box.y0 - above.box.y0 < _STACKED * (mark.box.y1 - mark.box.y0)
    return near and abs(mark.box.x0 - above.box.x0) < _ASIDE and not set(mark.codes) & set(above.codes)


def _beside(pages: Sequence[Page], stamps: Sequence[Stamp]) -> tuple[tuple[int, Passage], ...]:
    """The lines of pages that print attachments: no copy's."""
    rows = rows_of(pages, stamps)
    return _by_page(pages, rows, [(at, row.passage) for at, row in enumerate(rows)])


def _by_page(
    pages: Sequence[Page], rows: Sequence[Row], rest: Sequence[tuple[int, Passage]]
) -> tuple[tuple[int, Passage], ...]:
    lines: dict[int, list[Passage]] = {page.number: [] for page in pages}
    for at, passage in rest:
        lines[rows[at].page].append(passage)
    return tuple((number, Passage.join("\n", passages)) for number, passages in lines.items())
