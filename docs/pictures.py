"""Make the pictures of the documentation anew: `python docs/pictures.py [CASE]`. Needs a Chromium and Playwright.

CASE names the sample's case, already read; without it, the sample is read first.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from generate import ROOT, read_sample
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from readingroom.sample import sample_files

PICTURES = ROOT / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync")
PROVED_ON = 13  # page of the sample with a quotation that lost its "not" and one that says more than the page shows
GAP = 20  # pixels
SHADES = 64  # of the palette: a screenshot of print needs no more


def _glance(page: Page, address: str) -> None:
    page.goto(address)


def _search(page: Page, address: str) -> None:
    page.goto(f"{address}search?q=%22an+extra+one+from+another+city%22")


def _message(page: Page, address: str) -> None:
    page.goto(f"{address}messages")
    page.locator("main [data-row] a.what").nth(1).click()


def _proof(page: Page, address: str) -> None:
    page.goto(f"{address}check")
    page.set_input_files("input[type=file]", str(sample_files().draft))
    page.locator("form.checkform button").click()
    page.locator(".quotation").first.wait_for()


# what is looked at, and the height of the window in CSS pixels
SCREENS: dict[str, tuple[Callable[[Page, str], None], int]] = {
    "glance": (_glance, 760),
    "search": (_search, 760),
    "message": (_message, 900),
    "proof": (_proof, 900),
}


def main() -> None:
    """Read, serve, look, write."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        sys.exit("no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(sys.argv[1]) if len(sys.argv) > 1 else read_sample(Path(folder))
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        with _served(case) as address:
            for name, (look, height) in SCREENS.items():
                page = browser.new_page(viewport={"width": 1240, "height": height}, color_scheme="light")
                look(page, address)
                page.wait_for_load_state("networkidle")
                _write(PICTURES / f"{name}.png", Image.open(io.BytesIO(page.screenshot())))
                page.close()
            page = browser.new_page(viewport={"width": 760, "height": 900}, color_scheme="light")
            _write(PICTURES / "readingroom.png", _page_and_proof(page, address, case))
        browser.close()


def _page_and_proof(page: Page, address: str, case: Path) -> Image.Image:
    """A page with its boxes, left, and what is said of two quotations from it, right: the picture of the README."""
    _proof(page, address)
    parts = []
    for words in ("We should be picking people", "We should leave out the two"):
        quotation = page.locator(".quotation", has_text=words).first
        quotation.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        parts.append(Image.open(io.BytesIO(quotation.screenshot())).convert("RGB"))
    shown = f"{sample_files().pdf.name}:{PROVED_ON}"
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "page.png"
        command = [sys.executable, "-m", "readingroom", "show", str(case), shown, "--boxes", "fields,redactions"]
        subprocess.run([*command, "--picture", str(drawn)], check=True, capture_output=True)
        left = Image.open(drawn).convert("RGB")
    height = sum(part.height for part in parts) + GAP
    left = left.resize((round(left.width * height / left.height), height), Image.Resampling.LANCZOS)
    whole = Image.new("RGB", (left.width + GAP + parts[0].width + 2 * GAP, height + 2 * GAP), parts[0].getpixel((1, 1)))
    whole.paste(left, (GAP, GAP))
    at = GAP
    for part in parts:
        whole.paste(part, (left.width + 2 * GAP, at))
        at += part.height + GAP
    return whole


@contextlib.contextmanager
def _served(case: Path) -> Iterator[str]:
    """The address of the case's reading room, open as long as it is looked at."""
    command = [sys.executable, "-m", "readingroom", "serve", str(case), "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = re.search(r"http://\S+/", server.stderr.readline())
        if told is None:
            sys.exit("the reading room did not open")
        try:
            yield told[0]
        finally:
            server.send_signal(signal.SIGINT)


def _write(path: Path, whole: Image.Image) -> None:
    picture = whole.convert("RGB").quantize(SHADES, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
