"""Turns a sheet into what an office scanner makes of it: a skewed, noisy grey picture; says how it lay on the glass."""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2
from paper import HEIGHT, WIDTH, Patch, Rule, Sheet, Text, draw_marks
from PIL import Image, ImageFilter
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Glass:
    """How a scanner treats its pages."""

    dpi: int
    most_skew: float  # degrees
    blur: float  # pixels
    noise: float  # grey levels
    fade: float  # 0..1: how much of the contrast is lost
    specks: int
    quality: int


GLASSES = {
    "fair": Glass(dpi=180, most_skew=0.7, blur=0.5, noise=5.0, fade=0.06, specks=60, quality=38),
    "poor": Glass(dpi=150, most_skew=1.6, blur=0.9, noise=13.0, fade=0.34, specks=900, quality=24),
}


def scan_sheet(sheet: Sheet, seed: int) -> tuple[bytes, float]:
    """JPEG bytes of the whole sheet, and its skew in degrees counter-clockwise. The same for the same seed.

    Stamps are put on the finished picture: they stay upright and clean.
    """
    glass = GLASSES[sheet.scan]
    chance = np.random.Generator(np.random.PCG64(seed))
    skew = round(float(chance.uniform(0.25, 1)) * glass.most_skew * (-1 if chance.random() < 0.5 else 1), 2)
    paper = _picture(sheet.marks, glass.dpi).rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(paper.filter(ImageFilter.GaussianBlur(glass.blur)), dtype=np.float64)
    grey = 255 - (255 - grey) * (1 - glass.fade) + chance.normal(0, glass.noise, grey.shape) * (grey < 250)
    for y, x in zip(
        chance.integers(0, grey.shape[0] - 2, glass.specks),
        chance.integers(0, grey.shape[1] - 2, glass.specks),
        strict=True,
    ):
        grey[y : y + 1 + x % 2, x : x + 1 + y % 2] = 90
    grey = np.minimum(grey, np.asarray(_picture(sheet.stamps, glass.dpi)))
    out = BytesIO()
    Image.fromarray(np.clip(grey.round(), 0, 255).astype(np.uint8)).save(
        out, "JPEG", quality=glass.quality, dpi=(glass.dpi, glass.dpi)
    )
    return out.getvalue(), skew


def move_box(box: tuple[float, ...], skew: float) -> tuple[float, ...]:
    """Where [page, x0, y0, x1, y1] lies on a sheet turned by `skew` degrees: the upright box around the turned one."""
    page, x0, y0, x1, y1 = box
    turn = math.radians(skew)
    corners = [
        (
            WIDTH / 2 + (x - WIDTH / 2) * math.cos(turn) + (y - HEIGHT / 2) * math.sin(turn),
            HEIGHT / 2 - (x - WIDTH / 2) * math.sin(turn) + (y - HEIGHT / 2) * math.cos(turn),
        )
        for x in (x0, x1)
        for y in (y0, y1)
    ]
    across, down = zip(*corners, strict=True)
    return (page, min(across), min(down), max(across), max(down))


def _picture(marks: list[Text | Patch | Rule], dpi: int) -> Image.Image:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    draw_marks(canvas, marks)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
