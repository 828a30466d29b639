"""Rectangles that a PDF page paints, and the order of painting, by pdfium."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from readingroom.model import Box
from readingroom.pages.boxes import area_of, shared_part
from readingroom.pages.crossed import Point, Slants, slants_of
from readingroom.pages.space import PageSpace, box_from_pdf, corners_from_pdf

MOST_OBJECTS = 200_000  # of one page, forms included; beyond it boxes are not looked for
MOST_POINTS = 4_000  # of one path: a redaction is no landscape
MOST_BOXES = 3_000  # of one page; each is held against every word
MOST_SLANTS = 1_000  # of one page; each is held against every box
MOST_CORNERS = 64
DEEPEST_FORM = 12
THINNEST = 4.0  # points: what is thinner is a rule, an underline or a cell's border
PALE = 231  # of 255, the least of red, green and blue of print that white paper swallows
_PAINTS_NOTHING = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_STROKED_ONLY = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
_GREY = (pdfium.FPDF_COLORSPACE_DEVICEGRAY, pdfium.FPDF_COLORSPACE_CALGRAY, pdfium.FPDF_COLORSPACE_ICCBASED)
_OFF_AXIS = 0.6  # points that an edge may lean

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PaintedBox(NamedTuple):
    """One rectangle of a path, cut to its clip."""

    box: Box
    order: int  # place in the order of painting
    fill: tuple[int, int, int] | None  # red, green, blue 0..255; None: not filled
    stroke: tuple[int, int, int] | None
    opaque: bool


class Painting(NamedTuple):
    """What a page paints, as far as redactions and hidden text need it."""

    boxes: tuple[PaintedBox, ...]
    shapes: tuple[PaintedBox, ...]  # the bounds of filled shapes that are no rectangles: rounded, drawn by hand
    slants: tuple[Slants, ...]  # lines that may cross a box
    pictures: tuple[PaintedBox, ...]  # where pictures are placed; no fill
    objects: int  # how many things it paints
    texts: dict[int, int]  # address of a text object -> place in the order of painting
    unprinted: frozenset[int]  # addresses of text objects that paint nothing: "invisible", or see-through
    pale: frozenset[int]  # addresses of text objects in (almost) white
    picture_share: float  # 0..1: of the page, the largest picture's share
    picture_dpi: float  # of that picture as it is placed, the finer of its two directions; 0.0 without a picture
    picture_uneven: float  # how many times as fine that is as the other direction; a fax has two


def look_at_painting(page: Any, space: PageSpace) -> Painting:
    """All rectangles at least `THINNEST` high and wide that a `pypdfium2.PdfPage` paints. Raises nothing."""
    boxes: list[PaintedBox] = []
    shapes: list[PaintedBox] = []
    slants: list[Slants] = []
    pictures: list[PaintedBox] = []
    texts: dict[int, int] = {}
    unprinted: list[int] = []
    pale: list[int] = []
    share, dpi, uneven, order = 0.0, 0.0, 1.0, -1
    for order, (handle, kind, matrix) in enumerate(_objects(page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            address = ctypes.addressof(handle.contents)
            texts[address] = order
            colour = _text_colour(handle)
            if colour is None:
                unprinted.append(address)
            elif min(colour) >= PALE:
                pale.append(address)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(boxes) + len(shapes) < MOST_BOXES:
            found = list(_boxes_of_path(handle, matrix, space, order))
            boxes.extend(found)
            if not found:
                shapes.extend(_shape(handle, matrix, space, order))
                if len(slants) < MOST_SLANTS:
                    slants.extend(slants_of(_lines(handle, matrix, space)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            its_box, its_share, its_dpi, its_uneven = _picture(handle, matrix, space)
            if its_box and len(pictures) < MOST_BOXES:
                pictures.append(PaintedBox(its_box, order, None, None, True))
            if its_share > share:
                share, dpi, uneven = its_share, its_dpi, its_uneven
    return Painting(
        boxes=tuple(boxes),
        shapes=tuple(shapes),
        slants=tuple(slants),
        pictures=tuple(pictures),
        objects=order + 1,
        texts=texts,
        unprinted=frozenset(unprinted),
        pale=frozenset(pale),
        picture_share=share,
        picture_dpi=dpi,
        picture_uneven=uneven,
    )


def _text_colour(handle: Any) -> tuple[int, int, int] | None:
    """What a text object is printed in; None where it is printed in nothing."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    if mode in _PAINTS_NOTHING:
        return None
    stroked = mode in _STROKED_ONLY
    return _colour(pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor, handle)


def _shape(handle: Any, matrix: Matrix, space: PageSpace, order: int) -> Iterator[PaintedBox]:
    """The bounds of an opaque filled shape that is no rectangle, on the page, if it can cover a word."""
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill_mode, stroked)
    fill = _colour(pdfium.FPDFPageObj_GetFillColor, handle) if fill_mode.value else None
    bounds = _bounds(handle)
    if fill is None or bounds is None or pdfium.FPDFPageObj_HasTransparency(handle):
        return
    box = box_from_pdf(space, *_moved(bounds, matrix))
    box = shared_part(box, Box(0.0, 0.0, space.width, space.height))
    if box.x1 - box.x0 >= THINNEST and box.y1 - box.y0 >= THINNEST:
        yield PaintedBox(box, order, fill, None, True)


def _picture(handle: Any, matrix: Matrix, space: PageSpace) -> tuple[Box | None, float, float, float]:
    """Place on the page, share of it (0..1), resolution (dpi) and its unevenness of a placed picture."""
    bounds = _bounds(handle)
    if bounds is None:
        return None, 0.0, 0.0, 1.0
    box = shared_part(box_from_pdf(space, *_moved(bounds, matrix)), Box(0.0, 0.0, space.width, space.height))
    if box.x0 >= box.x1 or box.y0 >= box.y1:
        return None, 0.0, 0.0, 1.0
    columns, rows = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(handle, columns, rows)
    a, b, c, d, _, _ = _times(_matrix_of(handle), matrix)
    across, down = max(1.0, (a * a + b * b) ** 0.5), max(1.0, (c * c + d * d) ** 0.5)  # points
    share = area_of(box) / max(1.0, space.width * space.height)
    fine, coarse = sorted((columns.value / across, rows.value / down), reverse=True)
    return box, share, 72 * fine, fine / max(coarse, 1e-6)


def all_pictures_open(page: Any) -> bool:
    """Whether pdfium can unpack every picture on a `pypdfium2.PdfPage`. One that it cannot, it leaves out silently."""
    for handle, kind, _ in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            bitmap = pdfium.FPDFImageObj_GetBitmap(handle)
            if not bitmap:
                return False
            pdfium.FPDFBitmap_Destroy(bitmap)
    return True


def is_grey(page: Any) -> bool:
    """Whether a `pypdfium2.PdfPage` is made of nothing but text and pictures without colours: most scans are."""
    if pdfium.FPDFPage_GetAnnotCount(page.raw) > 0:
        return False
    told = pdfium.FPDF_IMAGEOBJ_METADATA()
    for handle, kind, _ in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if kind != pdfium.FPDF_PAGEOBJ_IMAGE or not pdfium.FPDFImageObj_GetImageMetadata(handle, page.raw, told):
            return False
        one_band = told.bits_per_pixel == 8 and told.colorspace in _GREY
        if told.bits_per_pixel != 1 and not one_band:
            return False
    return True


def text_order(painting: Painting, textpage: Any, character: int) -> int:
    """Place in the order of painting of the text object that character belongs to; the last place if unknown."""
    handle = pdfium.FPDFText_GetTextObject(textpage.raw, character)
    if not handle:
        return MOST_OBJECTS
    return painting.texts.get(ctypes.addressof(handle.contents), MOST_OBJECTS)


def _objects(page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """Every object in the order of painting, forms entered: its handle, its kind, the matrix of its form."""
    seen = 0
    kind_of = pdfium.FPDFPageObj_GetType
    stack: list[tuple[Any, Any, int, int, Matrix]] = [
        (pdfium.FPDFPage_GetObject, page.raw, 0, pdfium.FPDFPage_CountObjects(page.raw), PLAIN)
    ]
    while stack:
        get, holder, at, count, matrix = stack.pop()
        while at < count and seen < MOST_OBJECTS:
            handle = get(holder, at)
            at += 1
            seen += 1
            if not handle:
                continue
            kind = kind_of(handle)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < DEEPEST_FORM:
                stack.append((get, holder, at, count, matrix))
                inner = _times(_matrix_of(handle), matrix)
                get, holder, at, count, matrix = (
                    pdfium.FPDFFormObj_GetObject,
                    handle,
                    0,
                    pdfium.FPDFFormObj_CountObjects(handle),
                    inner,
                )
                continue
            yield handle, kind, matrix


def _boxes_of_path(handle: Any, matrix: Matrix, space: PageSpace, order: int) -> Iterator[PaintedBox]:
    bounds = _bounds(handle)
    if bounds is None:
        return
    left, bottom, right, top = _moved(bounds, matrix)
    if right - left < THINNEST or top - bottom < THINNEST:
        return
    count = pdfium.FPDFPath_CountSegments(handle)
    if not 2 <= count <= MOST_POINTS:
        return
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill_mode, stroked)
    fill = _colour(pdfium.FPDFPageObj_GetFillColor, handle) if fill_mode.value else None
    stroke = _colour(pdfium.FPDFPageObj_GetStrokeColor, handle) if stroked.value else None
    if fill is None and stroke is None:
        return
    opaque = not pdfium.FPDFPageObj_HasTransparency(handle)
    clip = _clip_of(handle)
    if count == 2 and fill is None and _upright(_points(handle, count)):
        # A marker: one thick straight stroke, as some programs black out by hand. It fills its bounds.
        rects = [bounds]
        fill, stroke = stroke, None
    else:
        rects = [
            _moved(rect, _matrix_of(handle)) for rect in _rectangles(handle, count, _times(_matrix_of(handle), matrix))
        ]
    for rect in rects:
        x0, y0, x1, y1 = rect
        if clip:
            x0, y0, x1, y1 = max(x0, clip[0]), max(y0, clip[1]), min(x1, clip[2]), min(y1, clip[3])
        x0, y0, x1, y1 = _moved((x0, y0, x1, y1), matrix) if x0 < x1 and y0 < y1 else (0.0, 0.0, 0.0, 0.0)
        if x1 - x0 < THINNEST or y1 - y0 < THINNEST:
            continue
        box = box_from_pdf(space, x0, y0, x1, y1)
        box = Box(max(box.x0, 0.0), max(box.y0, 0.0), min(box.x1, space.width), min(box.y1, space.height))
        if box.x0 < box.x1 and box.y0 < box.y1:
            yield PaintedBox(box, order, fill, stroke, opaque)


def _rectangles(handle: Any, count: int, to_page: Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Each inner rectangle of a path in the path's own space, never the path's outer one: a drawing of three is three.

    +--+   +--+
    |  |   |  |    <- one path, two rectangles, and text between them that is not covered
    +--+   +--+
    """
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count + 1):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at) if at < count else None
        kind = pdfium.FPDFPathSegment_GetType(segment) if segment else pdfium.FPDF_SEGMENT_MOVETO
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if 4 <= len(points) <= MOST_CORNERS and _upright([_point(point, to_page) for point in points]):
                yield from _slabs(points)
            points = []
        if segment:
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            # A curve adds its three points, and so makes the shape no rectangle.
            points.append((x.value, y.value))


def _lines(handle: Any, matrix: Matrix, space: PageSpace) -> Iterator[tuple[Point, Point]]:
    """The straight lines that a path strokes, in points of the page."""
    count = pdfium.FPDFPath_CountSegments(handle)
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill_mode, stroked)
    if fill_mode.value or not stroked.value or not 2 <= count <= MOST_POINTS:
        return
    to_page = _times(_matrix_of(handle), matrix)
    last: Point | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        left, bottom = _point((x.value, y.value), to_page)
        here = corners_from_pdf(space, left, bottom, left, bottom)[:2]
        if last and kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        last = here


def _points(handle: Any, count: int) -> list[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    return points


def _upright(points: list[tuple[float, float]]) -> bool:
    """All edges lie along the axes."""
    edges = zip(points, (*points[1:], points[0]), strict=True)
    return all(abs(a[0] - b[0]) <= _OFF_AXIS or abs(a[1] - b[1]) <= _OFF_AXIS for a, b in edges)


def _slabs(points: list[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    """A shape with upright edges, cut into rectangles where its outline steps; a plain rectangle is one.

    ██████████        two lines, blacked out
    █████             as one shape
    """
    edges = list(zip(points, (*points[1:], points[0]), strict=True))
    levels = sorted({y for _, y in points})
    for low, high in itertools.pairwise(levels):
        if high - low < 0.01:
            continue
        middle = (low + high) / 2
        walls = sorted(a[0] for a, b in edges if min(a[1], b[1]) < middle < max(a[1], b[1]))
        for left, right in zip(walls[::2], walls[1::2], strict=False):
            yield left, low, right, high


def _clip_of(handle: Any) -> tuple[float, float, float, float] | None:
    """The bounds that all clip paths leave, or None where nothing is clipped."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    if paths <= 0:
        return None
    left, bottom, right, top = float("-inf"), float("-inf"), float("inf"), float("inf")
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(paths, 20)):
        xs, ys = [], []
        for at in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, path), MOST_POINTS)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
            if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            left, bottom = max(left, min(xs)), max(bottom, min(ys))
            right, top = min(right, max(xs)), min(top, max(ys))
    return left, bottom, right, top


def _bounds(handle: Any) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _colour(get: Any, handle: Any) -> tuple[int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(handle, red, green, blue, alpha) or alpha.value == 0:
        return None
    return red.value, green.value, blue.value


def _matrix_of(handle: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return PLAIN
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _point(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _moved(rect: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    """The bounds of a rectangle after a matrix."""
    if matrix == PLAIN:
        return rect
    x0, y0, x1, y1 = rect
    xs, ys = zip(*(_point(corner, matrix) for corner in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
