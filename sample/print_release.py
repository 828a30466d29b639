"""Makes the bundled sample from its structured truth: `python sample/print_release.py [FOLDER]`.

Writes harrow-release.pdf, truth.json and request.json. The same story gives the same bytes on the same versions of
reportlab, pypdfium2, Pillow and NumPy; truth.json names those that were used (`made_with`).
The draft, story.md, is written by hand; what is to be said of its quotations stands in planted.toml.
"""

from __future__ import annotations

import json
import platform
import sys
import zlib
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from paper import HEIGHT, WIDTH, draw_marks
from printing import Printed, print_documents
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from scanner import scan_sheet
from story import Story, read_story
from truth import tell_truth

SAMPLE = Path(__file__).parent.parent / "src" / "readingroom" / "sample"
SEED = 117


def made_with() -> dict[str, str]:
    """What the bytes of the sample depend on."""
    tools = {name: version(name) for name in ("reportlab", "pypdfium2", "pillow", "numpy")}
    return {**tools, "zlib": zlib.ZLIB_RUNTIME_VERSION, "platform": f"{sys.platform} {platform.machine()}"}


def make_release() -> dict[str, bytes]:
    """File name and content of everything that is made."""
    story = read_story()
    printed = print_documents(story)
    pdf, skews = bind_pages(story, printed)
    truth = {"made_with": made_with(), **tell_truth(story, printed, skews)}
    return {
        "harrow-release.pdf": pdf,
        "truth.json": _json(truth),
        "request.json": _json(story.request),
    }


def bind_pages(story: Story, printed: list[Printed]) -> tuple[bytes, dict[int, float]]:
    """The release as PDF bytes, and the skew of each scanned page by its number."""
    rl_config.useA85 = 0  # pictures as they are, not as text
    out, skews = BytesIO(), {}
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
    canvas.setTitle("Harrow release (fictional sample)")
    canvas.setAuthor("Readingroom")
    canvas.setSubject(story.notice)
    for document in printed:
        for page, sheet in enumerate(document.sheets, document.first_page):
            if sheet.scan:
                picture, skews[page] = scan_sheet(sheet, SEED + page)
                canvas.drawImage(ImageReader(BytesIO(picture)), 0, 0, WIDTH, HEIGHT)
            else:
                draw_marks(canvas, sheet.marks + sheet.stamps)
            canvas.showPage()
    canvas.save()
    return out.getvalue(), skews


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    for name, content in make_release().items():
        (folder / name).write_bytes(content)
        print(f"{folder / name}: {len(content):,} bytes")
