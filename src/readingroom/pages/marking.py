"""Boxes with labels drawn on a page's picture, under a legend: what a report of a fault begins with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from readingroom.model import Box
from readingroom.pages.picture import as_png, mark_boxes
from readingroom.pages.space import box_to_pixels

LABEL_HIGH = 6.5  # points
LEGEND_HIGH = 11.0
MOST_LABEL = 60  # characters
PAPER = 200  # of 255: what is lighter is bare paper


class Marking(NamedTuple):
    """A box of the page in points, a colour as CSS writes it, and a label that is printed at its top left, or ""."""

    box: Box
    colour: str
    label: str


def draw_markings(png: bytes, markings: Sequence[Marking], legend: Sequence[tuple[str, str]], scale: float) -> bytes:
    """The picture of a page with boxes and labels, as PNG; above it a band with a colour and its meaning each.

    `scale` in pixels a point, as given to `draw_page`; `legend` are (colour, words).
    """
    marked = mark_boxes(png, [(marking.box, marking.colour) for marking in markings], scale)
    page = Image.open(io.BytesIO(marked)).convert("RGB")
    bare = page.convert("L")
    pen, shade = ImageDraw.Draw(page), ImageDraw.Draw(bare)
    font = ImageFont.load_default(LABEL_HIGH * scale)
    for marking in markings:
        words = marking.label[:MOST_LABEL]
        if words:
            size = pen.textbbox((0, 0), words, font=font)
            x, y = _place_for(size, box_to_pixels(marking.box, scale, scale), bare)
            edges = (x, y, x + size[2] - size[0], y + size[3] - size[1])
            pen.rectangle(edges, fill="white")
            pen.text((x - size[0], y - size[1]), words, font=font, fill=marking.colour)
            shade.rectangle(edges, fill=0)
    band = _legend(legend, page.width, scale)
    whole = Image.new("RGB", (page.width, page.height + band.height), "white")
    whole.paste(band, (0, 0))
    whole.paste(page, (0, band.height))
    return as_png(whole)


def _place_for(size: tuple[float, float, float, float], box: Box, bare: Image.Image) -> tuple[float, float]:
    """Where a label of this size hides nothing: right of its box, above it, under it; above it if nowhere.

    `bare` is the page as grey; what has been put on it already counts as well.
    """
    wide, high = size[2] - size[0], size[3] - size[1]
    left = max(0.0, min(box.x0, bare.width - wide))
    places = [(box.x1 + 2, box.y0), (left, box.y0 - high - 2), (left, box.y1 + 2)]
    for x, y in places:
        around = (round(x), round(y), round(x + wide), round(y + high))
        inside = around[0] >= 0 and around[1] >= 0 and around[2] <= bare.width and around[3] <= bare.height
        if inside and int(np.asarray(bare.crop(around)).min()) > PAPER:
            return x, y
    return places[1] if places[1][1] >= 0 else places[2]


def _legend(legend: Sequence[tuple[str, str]], wide: int, scale: float) -> Image.Image:
    high = round((LEGEND_HIGH + 5) * scale)
    band = Image.new("RGB", (wide, high if legend else 0), "white")
    pen = ImageDraw.Draw(band)
    font = ImageFont.load_default(LEGEND_HIGH * scale)
    left, edge = 4 * scale, 3 * scale
    for colour, words in legend:
        pen.rectangle((left, edge, left + high - 2 * edge, high - edge), outline=colour, width=max(2, round(scale)))
        left += high - edge
        pen.text((left, edge), words, font=font, fill=colour)
        left += pen.textlength(words, font=font) + 10 * scale
    return band
