"""Sheets of paper: drawing marks at places, breaking text into lines, and turning sheets into PDF pages.

Space: points, origin at the top left of the sheet, y downwards, as everywhere in Readingroom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT, TOP, BOTTOM = 72.0, 540.0, 66.0, 716.0

FONTS = {
    "Times": ("Times-Roman", "Times-Bold", 11.5),
    "Helvetica": ("Helvetica", "Helvetica-Bold", 10.5),
    "Courier": ("Courier", "Courier-Bold", 10.0),
}

# Where words of the story may be broken at a line end, in the printouts that hyphenate.
HYPHENATED = """
    Har-row Mon-day Op-er-a-tion Sun-day ac-knowl-edge be-fore com-plete de-tained ex-ten-sions head-ings in-clude
    in-spec-tor in-spec-tors lo-ca-tion mag-is-trate mail-box mes-sage morn-ing num-ber op-er-a-tion our-selves
    per-son per-sons pres-ent ques-tions re-leased re-mov-als se-ri-ous some-body sen-tences tem-plate them-selves
    to-night ves-sel vi-o-lence weap-ons your-selves
"""
HYPHENATION = {word.replace("-", ""): [len(part) for part in word.split("-")][:-1] for word in HYPHENATED.split()}


@dataclass(frozen=True, slots=True)
class Text:
    """Words on the sheet; `y` is the base line."""

    x: float
    y: float
    font: str
    size: float
    text: str
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled and outlined rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float
    fill: float
    outline: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x0: float
    x1: float
    y: float
    thickness: float
    grey: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One page in the making."""

    document: str
    kind: str
    scan: str = ""
    marks: list[Text | Patch | Rule] = field(default_factory=list)
    stamps: list[Text | Patch | Rule] = field(default_factory=list)  # put on at release, after any scanning


def draw_marks(canvas: Canvas, marks: list[Text | Patch | Rule]) -> None:
    """Draws marks on the open page of a reportlab canvas."""
    for mark in marks:
        match mark:
            case Text(x, y, font, size, text, grey):
                canvas.setFillGray(grey)
                canvas.setFont(font, size)
                canvas.drawString(x, HEIGHT - y, text)
            case Patch(x0, y0, x1, y1, fill, outline):
                canvas.setFillGray(fill)
                canvas.setStrokeGray(outline)
                canvas.setLineWidth(0.7)
                canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=1, fill=1)
            case Rule(x0, x1, y, thickness, grey):
                canvas.setStrokeGray(grey)
                canvas.setLineWidth(thickness)
                canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)


def reach(font: str, size: float) -> tuple[float, float]:
    """How far a line reaches above and below its base line, in points."""
    ascent, descent = getAscentDescent(font, size)
    return ascent, -descent


def break_lines(
    text: str, font: str, size: float, widths: tuple[float, float], hyphenate: bool = False
) -> list[tuple[int, int, bool]]:
    """Lines of `text` as (start, end, hyphen added), for the width of the first line and of all others in points."""
    lines: list[tuple[int, int, bool]] = []
    start, best = 0, (0, False)
    for place, hyphen in [*_break_places(text, hyphenate), (len(text), False)]:
        room = widths[min(len(lines), 1)]
        if stringWidth(text[start:place].rstrip() + "-" * hyphen, font, size) > room and best[0] > start:
            lines.append((start, *best))
            start = best[0]
        best = (place, hyphen)
    return [*lines, (start, len(text), False)]


def _break_places(text: str, hyphenate: bool) -> list[tuple[int, bool]]:
    places = [(found.end(), False) for found in re.finditer(r" +|(?<=\w)-(?=\w)", text)]
    if hyphenate:
        for found in re.finditer(r"[A-Za-z]+", text):
            parts = HYPHENATION.get(found.group(), ())
            places += [(found.start() + at, True) for at in accumulate(parts)]
    return sorted(places)
