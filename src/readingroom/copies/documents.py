"""Documents: where one print-out ends and the next begins, told from the sketches of all pages of one source.

Document numbers stamped on the pages decide where there are any (a Bates number runs on over documents and is none).
Elsewhere the signs on both sides of each page turn are weighed (`signs`). A source of few pages, or in which few pages
begin anything, stays one document: a small file with some print jobs was handed over as one, and its copies are told
apart all the same. Text behind a mail that speaks of attachments is printed with it and stays in its document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from readingroom.copies.enclosed import find_enclosed, title_of
from readingroom.copies.signs import SURE, Turn, weigh
from readingroom.copies.sketch import Head, PageSketch
from readingroom.model import Document, DocumentKind

_SMALL = 12  # pages: an agency that hands over files of this size has cut its release by itself
_FEW = 3  # so many beginnings after the first page make a source a pile of documents
_MAIL = (Head.TOP, Head.LABELLED)


def cut_documents(
    source: str, sketches: Sequence[PageSketch], told: Mapping[int, bool] | None = None
) -> tuple[Document, ...]:
    """The documents of one source, in order of pages. Pages may be missing (not yet read): a gap ends a document.

    `told`: page numbers of which somebody says that a document begins there, or that none does.
    """
    pages = _with_heads(sorted(sketches, key=lambda sketch: sketch.number))
    if not pages:
        return ()
    weights = _weights(pages)
    pile = len(pages) > _SMALL and sum(1 for weight in weights if weight > SURE) >= _FEW
    turns = zip(pairwise(pages), weights[1:], strict=True)
    begins = [True, *(_begins(before, page, weight, pile=pile) for (before, page), weight in turns)]
    if pile:
        _part_by_sheets(pages, begins)
    for at, (before, page) in enumerate(pairwise(pages), 1):
        if told and page.number == before.number + 1:
            begins[at] = told.get(page.number, begins[at])
    starts = [at for at, begin in enumerate(begins) if begin]
    ends = [*starts[1:], len(pages)]
    return tuple(_document(source, pages[start:end]) for start, end in zip(starts, ends, strict=True))


def _with_heads(pages: Sequence[PageSketch]) -> Sequence[PageSketch]:
    """The pages; where print-outs begin with labels without a column, such labels at a page's head are a print-out's.

    That is so where no other make is more frequent, and where labels do not stand mostly within pages, as quotations'.
    """
    labelled = sum(1 for page in pages if page.head is Head.LABELLED)
    others = sum(1 for page in pages if page.head is Head.TOP)
    inner = sum(page.inner for page in pages)
    if labelled < _FEW or labelled <= others or 2 * labelled < inner:
        return pages
    return [page._replace(head=Head.TOP) if page.head is Head.LABELLED else page for page in pages]


def _weights(pages: Sequence[PageSketch]) -> list[float]:
    """For each page how likely it begins a document; 0 for the first."""
    marked = _marks_begin(pages)
    weights = [0.0]
    first, attaches = pages[0], pages[0].attaches
    for before, page in pairwise(pages):
        weights.append(weigh(Turn(before, page, attaches, first.head in _MAIL, marked)))
        if _begins(before, page, weights[-1], pile=True):
            first, attaches = page, False
        attaches = attaches or page.attaches
    return weights


def _begins(before: PageSketch, page: PageSketch, weight: float, *, pile: bool) -> bool:
    if page.number != before.number + 1:
        return True
    if page.document_number and before.document_number:
        return page.document_number != before.document_number
    return pile and weight > 0


def _part_by_sheets(pages: Sequence[PageSketch], begins: list[bool]) -> None:
    """A sheet before a beginning is a document of its own, though it may bear the number of what it belongs to.

    A blank page is such a sheet only where its number says so: most blank pages are the last of a print-out.
    """
    for at in range(1, len(pages)):
        before, page = pages[at - 1], pages[at]
        after = pages[at + 1] if at + 1 < len(pages) else None
        apart = page.document_number != before.document_number
        blank = page.head is Head.NOTHING and page.document_number and apart
        titled = page.kind is DocumentKind.SEPARATOR and page.heading and page.lone is None and not before.open_end
        titled = titled and (apart or not page.document_number)
        if not (blank or titled or page.kind is DocumentKind.WITHHELD):
            continue
        if after is None or begins[at + 1] or after.head in _MAIL:
            begins[at] = True
            begins[at + 1 : at + 2] = [True] * (after is not None)


def _document(source: str, run: Sequence[PageSketch]) -> Document:
    return Document(
        id=f"{source[:12]}-p{run[0].number}",
        source=source,
        first_page=run[0].number,
        last_page=run[-1].number,
        number=next((page.document_number for page in run if page.document_number), ""),
        kind=_kind(run),
        title=title_of(run[0]),
        enclosed=find_enclosed(run),
    )


def _kind(run: Sequence[PageSketch]) -> DocumentKind:
    first = next((page for page in run if page.words), run[0])
    if first.kind is DocumentKind.SEPARATOR and (len(run) > 1 or first.marked):
        return DocumentKind.OTHER  # a title page, or one of which little was released
    return first.kind


def _marks_begin(pages: Sequence[PageSketch]) -> bool:
    """Whether release marks stand where print-outs begin, and not on every page: most marked pages are heads."""
    marked = [page for page in pages if page.marked]
    return 2 * sum(1 for page in marked if page.head is Head.TOP) > len(marked)
