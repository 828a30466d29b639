"""Where annotations lie that can cover words: they are drawn over the page, and are no part of what it paints."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from readingroom.model import Box
from readingroom.pages.boxes import shared_part
from readingroom.pages.space import PageSpace, box_from_pdf

MOST_ANNOTATIONS = 2_000  # of one page
MOST_QUADS = 200  # of one annotation
MOST_TYPED = 4_000  # bytes that a typed one says
# Buttons, form fields and links are left out: a caption under a button is meant to be there.
COVERING = frozenset(
    (
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_POLYGON,
        pdfium.FPDF_ANNOT_POLYLINE,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_REDACT,
    )
)


class Annotation(NamedTuple):
    """One piece of an annotation that lies over the page: a line of a highlight, or the whole of a square."""

    box: Box
    marks_for_redaction: bool  # its maker meant what is under it to be taken out, whatever shows of it
    says: str  # what a typed one prints; "" for all others


def annotations_over(page: Any, space: PageSpace) -> tuple[Annotation, ...]:
    """The annotations of a `pypdfium2.PdfPage` that can cover words, in the order of drawing. Raises nothing."""
    found: list[Annotation] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
        handle = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if not handle:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(handle)
            if kind in COVERING:
                says = _contents(handle) if kind == pdfium.FPDF_ANNOT_FREETEXT else ""
                for box in _pieces(handle, space):
                    cut = shared_part(box, Box(0.0, 0.0, space.width, space.height))
                    if cut.x0 < cut.x1 and cut.y0 < cut.y1:
                        found.append(Annotation(cut, kind == pdfium.FPDF_ANNOT_REDACT, says))
        finally:
            pdfium.FPDFPage_CloseAnnot(handle)
    return tuple(found)


def _pieces(handle: Any, space: PageSpace) -> list[Box]:
    """Its quadrilaterals, where it has any: its rectangle goes around several lines and the words between them."""
    corners = pdfium.FS_QUADPOINTSF()
    count = min(pdfium.FPDFAnnot_CountAttachmentPoints(handle), MOST_QUADS)
    boxes = []
    for at in range(count):
        if pdfium.FPDFAnnot_GetAttachmentPoints(handle, at, corners):
            xs = (corners.x1, corners.x2, corners.x3, corners.x4)
            ys = (corners.y1, corners.y2, corners.y3, corners.y4)
            boxes.append(box_from_pdf(space, min(xs), min(ys), max(xs), max(ys)))
    rect = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFAnnot_GetRect(handle, ctypes.byref(rect)):
        boxes.append(box_from_pdf(space, rect.left, rect.bottom, rect.right, rect.top))
    return boxes


def _contents(handle: Any) -> str:
    buffer = (ctypes.c_ushort * (MOST_TYPED // 2))()
    length = pdfium.FPDFAnnot_GetStringValue(handle, b"Contents", buffer, MOST_TYPED)
    if not 2 < length <= MOST_TYPED:
        return ""
    return ctypes.string_at(buffer, length - 2).decode("utf-16-le", "replace")
