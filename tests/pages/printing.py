"""Small fictional PDFs for these tests: reportlab draws them, pikepdf bends them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400, 300


def print_pdf(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = (WIDTH, HEIGHT)) -> Path:
    """A PDF whose pages are drawn by `pages`, in PDF space (y upwards, 12-point Helvetica)."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(*printed: str) -> Callable[[Canvas], None]:
    """A page with these lines, the first baseline 50 points below the top, 20 points apart."""

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(printed):
            canvas.drawString(40, HEIGHT - 50 - 20 * at, line)

    return draw


def bend(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    """The same file with `change` made to it."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def photograph(path: Path, to: Path, dpi: int = 200) -> Path:
    """A scan: each page of `path` as one picture and nothing else."""
    document = pypdfium2.PdfDocument(path)
    pictures = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    sizes = [page.get_size() for page in document]

    canvas = Canvas(str(to), invariant=1)
    for picture, size in zip(pictures, sizes, strict=True):
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return to


def rasterise(path: Path, dpi: int) -> np.ndarray:
    """The first page of `path` as grey pixels."""
    page = pypdfium2.PdfDocument(path)[0]
    return np.array(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"))


def picture_of(png: bytes) -> Image.Image:
    """A PNG opened."""
    return Image.open(io.BytesIO(png))
