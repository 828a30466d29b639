"""Pages whose print lies turned, askew, or two on a sheet: set upright for reading, and what was read laid back.

Boxes that are kept lie on the page as shown. Readers go by places (a line is what stands side by side), so they get
the page set upright, with the second of two pages below the first:

    +-----+-----+      +-----+
    |  1  |  2  |      |  1  |
    +-----+-----+      +-----+
                       |  2  |
                       +-----+
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import cos, radians, sin

from readingroom.model import UPRIGHT, Box, Page, Passage


def set_upright(page: Page) -> Page:
    """The page as its print is read: boxes in points of that space, origin top left. A plain page is itself."""
    if page.lay == UPRIGHT:
        return page
    width, height = _turned_size(page)
    if page.lay.gutter:
        width, height = max(page.lay.gutter, width - page.lay.gutter), 2 * height
    words = tuple(word._replace(box=upright_box(page, word.box)) for word in page.words)
    return replace(page, width=_tenths(width), height=_tenths(height), words=words, lay=UPRIGHT)


def upright_box(page: Page, box: Box) -> Box:
    """From points of the page as shown to points of the page set upright."""
    width, height = page.width, page.height
    for _ in range(page.lay.turns):
        box = Box(height - box.y1, box.x0, height - box.y0, box.x1)
        width, height = height, width
    if page.lay.slope:
        box = _without_slope(box, page.lay.slope, width / 2, height / 2)
    gutter = page.lay.gutter
    if gutter and (box.x0 + box.x1) / 2 >= gutter:
        box = Box(box.x0 - gutter, box.y0 + height, box.x1 - gutter, box.y1 + height)
    return Box(*map(_tenths, box))


def laid_back(page: Page, box: Box) -> Box:
    """From points of the page set upright to points of the page as shown. `page` is the page as shown."""
    width, height = _turned_size(page)
    gutter = page.lay.gutter
    if gutter and (box.y0 + box.y1) / 2 >= height:
        box = Box(box.x0 + gutter, box.y0 - height, box.x1 + gutter, box.y1 - height)
    if page.lay.slope:
        box = _with_slope(box, page.lay.slope, width / 2, height / 2)
    for _ in range(page.lay.turns):
        box = Box(box.y0, width - box.x1, box.y1, width - box.x0)
        width, height = height, width
    return Box(*map(_tenths, box))


def passage_laid_back(pages: Mapping[int, Page], passage: Passage) -> Passage:
    """The passage with its places on the pages as shown. `pages` by number: those that are not plain, as shown."""
    runs = tuple(
        run._replace(box=laid_back(pages[run.page], run.box)) if run.page in pages else run for run in passage.runs
    )
    return Passage(passage.text, runs)


def _turned_size(page: Page) -> tuple[float, float]:
    return (page.height, page.width) if page.lay.turns % 2 else (page.width, page.height)


def _with_slope(box: Box, slope: float, x: float, y: float) -> Box:
    """The upright bounds of a box that is turned by `slope` degrees round (x, y)."""
    along, down = cos(radians(slope)), sin(radians(slope))
    width, height = box.x1 - box.x0, box.y1 - box.y0
    across, upwards = (box.x0 + box.x1) / 2 - x, (box.y0 + box.y1) / 2 - y
    return _around(
        x + across * along - upwards * down,
        y + across * down + upwards * along,
        width * along + height * abs(down),
        height * along + width * abs(down),
    )


def _without_slope(box: Box, slope: float, x: float, y: float) -> Box:
    """The box of which `box` gives the bounds: the way back of `_with_slope`."""
    along, down = cos(radians(slope)), sin(radians(slope))
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    stretch = along * along - down * down
    width, height = (wide * along - high * abs(down)) / stretch, (high * along - wide * abs(down)) / stretch
    if width <= 0 or height <= 0:  # these are no bounds of a box that lies so
        width, height = wide, high
    across, upwards = (box.x0 + box.x1) / 2 - x, (box.y0 + box.y1) / 2 - y
    return _around(x + across * along + upwards * down, y - across * down + upwards * along, width, height)


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _tenths(points: float) -> float:
    return round(points * 10) / 10
