"""Pictures of pages, and boxes drawn on them."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageColor, ImageDraw

from readingroom.errors import NotFound
from readingroom.model import Box
from readingroom.pages import gate
from readingroom.pages.layer import space_of_page
from readingroom.pages.opening import LARGEST, open_pdf
from readingroom.pages.space import box_to_pixels

MOST_PIXELS = 25_000_000  # of a picture that is shown


def draw_page(path: Path, number: int, scale: float, box: Box | None = None) -> bytes:
    """A page, or the part of it in `box` (points), as PNG with `scale` pixels a point, or fewer where it is huge.

    Grey where the page has no colour. Raises NotFound for a page that cannot be drawn. Run it in a worker.
    """
    try:
        opened = open_pdf(path)
        node = opened.nodes[number - 1] if 0 < number <= len(opened.nodes) else None
        if opened.pdf is not None and (node is None or gate.check_page(node, opened.seen).reason == "inflation_limit"):
            raise NotFound(f"Page {number} cannot be drawn.", "See `readingroom problems`.")
        page = opened.document[number - 1]
    except (gate.Refused, pypdfium2.PdfiumError, IndexError) as error:
        raise NotFound(f"Page {number} cannot be drawn: {error}.", "See `readingroom problems`.") from error
    try:
        space = space_of_page(page)
        width, height = space.width, space.height
        if not (0 < width <= LARGEST and 0 < height <= LARGEST):
            raise NotFound(f"Page {number} cannot be drawn: it is {width:.0f} by {height:.0f} points large.")
        part = box or Box(0, 0, width, height)
        part = Box(max(part.x0, 0), max(part.y0, 0), min(part.x1, width), min(part.y1, height))
        if part.x0 >= part.x1 or part.y0 >= part.y1:
            raise NotFound(f"Page {number} has nothing at {box}.")
        scale = fitting_scale(part.x1 - part.x0, part.y1 - part.y0, scale)
        picture = Image.fromarray(_render(page, width, height, part, scale))
    finally:
        page.close()
    return as_png(picture)


def fitting_scale(width: float, height: float, scale: float) -> float:
    """The pixels a point at which `draw_page` draws so many points when asked for `scale`."""
    return min(scale, math.sqrt(MOST_PIXELS / max(1.0, width * height)))


def render_grey(page: Any, width: float, height: float, scale: float) -> npt.NDArray[np.uint8]:
    """A whole `pypdfium2.PdfPage` of so many points as grey pixels, `scale` a point. Raises PdfiumError."""
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    return _bitmap(page, pdfium.FPDFBitmap_Gray, (columns, rows), (0, 0, columns, rows))


def render_colours(page: Any, width: float, height: float, scale: float) -> npt.NDArray[np.uint8]:
    """The same in blue, green and red, as the last axis. Raises PdfiumError."""
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    return _bitmap(page, pdfium.FPDFBitmap_BGR, (columns, rows), (0, 0, columns, rows))


def mark_boxes(
    png: bytes, boxes: Sequence[tuple[Box, str]], scale: float, origin: Box | None = None, *, filled: bool = False
) -> bytes:
    """The picture with each box outlined in its colour, or, `filled`, laid over with it see-through, as PNG.

    Boxes in points of the page; `scale` and `origin` (the box that was cut out) as given to `draw_page`. A colour is
    a CSS name or "#rrggbb". Raises ValueError for a colour that is none.
    """
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    overlay = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(overlay)
    left, top = (max(origin.x0, 0), max(origin.y0, 0)) if origin else (0.0, 0.0)
    for box, colour in boxes:
        moved = Box(box.x0 - left, box.y0 - top, box.x1 - left, box.y1 - top)
        x0, y0, x1, y1 = (round(edge) for edge in box_to_pixels(moved, scale, scale))
        red, green, blue = ImageColor.getrgb(colour)[:3]
        corners = (x0 - 1, y0 - 1, max(x1, x0), max(y1, y0))
        if filled:
            pen.rectangle(corners, fill=(red, green, blue, 90))
        else:
            pen.rectangle(corners, outline=(red, green, blue, 255), width=max(1, round(scale)))
    return as_png(Image.alpha_composite(picture.convert("RGBA"), overlay).convert("RGB"))


def _render(page: Any, width: float, height: float, part: Box, scale: float) -> npt.NDArray[np.uint8]:
    """The part of the page, as three colours, or as grey where all three are the same."""
    x0, y0, x1, y1 = box_to_pixels(part, scale, scale)
    size = max(1, round(x1 - x0)), max(1, round(y1 - y0))
    whole = max(1, round(width * scale)), max(1, round(height * scale))
    colours = _bitmap(page, pdfium.FPDFBitmap_BGR, size, (-round(x0), -round(y0), *whole))[:, :, ::-1]
    if (colours[:, :, 0] == colours[:, :, 1]).all() and (colours[:, :, 1] == colours[:, :, 2]).all():
        return np.ascontiguousarray(colours[:, :, 0])
    return np.ascontiguousarray(colours)


def _bitmap(
    page: Any, pixel_format: int, size: tuple[int, int], place: tuple[int, int, int, int]
) -> npt.NDArray[np.uint8]:
    """A bitmap of `size` on which the page is painted at `place` (left, top, width, height in pixels)."""
    bitmap = pypdfium2.PdfBitmap.new_native(*size, pixel_format)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
        pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, *place, 0, pdfium.FPDF_ANNOT)
        return np.array(bitmap.to_numpy())
    finally:
        bitmap.close()


def as_png(picture: Image.Image) -> bytes:
    """As the bytes of a PNG file."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
