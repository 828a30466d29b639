"""A sealed original, opened: checked by qpdf, read by pdfium, and the two agreed on which page is which."""

from __future__ import annotations

import atexit
import functools
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from readingroom.pages import gate

LARGEST = 200_000.0  # points: 70 metres; beyond it no page is meant, and places would overflow what is stored


class Opened(NamedTuple):
    """An open PDF. Lives as long as its process is at this file."""

    document: Any  # pypdfium2.PdfDocument
    pdf: Any  # pikepdf.Pdf, kept because `nodes` are empty once it is gone; None where qpdf cannot open the file
    nodes: tuple[Any, ...]  # qpdf's object of each page in pdfium's order; None: named, but not there
    repaired: bool  # pdfium reads what qpdf wrote anew
    doubtful: bool  # something in it was lost: a page that shows nothing may have lost what it showed
    seen: dict[tuple[int, int], str]  # what the gate found in streams that pages share


def count_pages(path: Path) -> tuple[int, str]:
    """Pages of a PDF as its page tree holds them, and why not: "" or a key of REASONS. Raises OSError only."""
    try:
        return len(open_pdf(path).nodes), ""
    except gate.Refused as refused:
        return 0, refused.reason


def open_pdf(path: Path) -> Opened:
    """The file, read-only. Opening one of 3,000 pages costs what 40 pages cost: the last is kept. Raises Refused."""
    told = path.stat()
    atexit.unregister(_open.cache_clear)
    atexit.register(_open.cache_clear)  # before pdfium's own end, which complains of files that are still open
    return _open(path, told.st_size, told.st_mtime_ns)


@functools.lru_cache(maxsize=1)
def _open(path: Path, _size: int, _changed: int) -> Opened:
    try:
        pdf = gate.open_gate(path)
        leaves = gate.page_objects(pdf)
    except gate.Refused as refused:
        if refused.reason != "damaged":
            raise
        return _open_unchecked(path, refused)
    if not leaves:
        raise gate.Refused("damaged", "it has no pages")
    try:
        doubtful = bool(pdf.get_warnings())
        document = pypdfium2.PdfDocument(path)
        nodes = _aligned(document, leaves)
    except pypdfium2.PdfiumError:
        nodes = None
    if nodes is not None:
        return Opened(document, pdf, nodes, False, doubtful, {})
    try:
        document = pypdfium2.PdfDocument(gate.save_repaired(pdf))
        nodes = _aligned(document, leaves)
    except pypdfium2.PdfiumError as error:
        raise gate.Refused("damaged", str(error)) from error
    if nodes is None:
        raise gate.Refused("damaged", "two readings of its page tree differ")
    return Opened(document, pdf, nodes, True, True, {})


def _open_unchecked(path: Path, refused: gate.Refused) -> Opened:
    """What qpdf cannot make sense of may still be read by pdfium; the worker's own limits are the only ones then."""
    gate.check_streams(path)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise refused from None
    count = len(document)
    if not 0 < count <= gate.MOST_PAGES or not any(_is_there(document, at) for at in range(min(count, 1000))):
        raise refused
    return Opened(document, None, (None,) * count, False, True, {})


def _aligned(document: Any, leaves: list[Any]) -> tuple[Any, ...] | None:
    """Qpdf's pages in pdfium's order, or None where the two do not agree.

    qpdf leaves out a page that is named but not there; pdfium keeps its place, so that those after it do not shift.
    """
    count = len(document)
    if count == len(leaves):
        return tuple(leaves)
    if not len(leaves) < count <= gate.MOST_PAGES:
        return None
    there = [_is_there(document, at) for at in range(count)]
    if sum(there) != len(leaves):
        return None
    waiting = iter(leaves)
    return tuple(next(waiting) if here else None for here in there)


def _is_there(document: Any, at: int) -> bool:
    return bool(pdfium.FPDF_GetPageSizeByIndexF(document.raw, at, pdfium.FS_SIZEF()))
