"""What is there on this machine: for `readingroom doctor`."""

from __future__ import annotations

import platform
import shutil
import sys
import webbrowser
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import psutil

from readingroom import __version__
from readingroom.pages import ocr_report
from readingroom.store import database_report

GIB = 1 << 30
NEEDED_SPACE = 2 * GIB
NEEDED_MEMORY = 2 * GIB
PACKAGES = (
    "pypdfium2",
    "pikepdf",
    "opencv-python-headless",
    "SQLAlchemy",
    "luqum",
    "rapidfuzz",
    "starlette",
    "uvicorn",
)


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    seen: str
    well: bool
    needed: bool  # reading cannot work without it
    hint: str


def examine_machine() -> tuple[Finding, ...]:
    """Everything that matters for reading, in order of importance."""
    python = platform.python_version()
    return (
        Finding("Readingroom", __version__, True, True, ""),
        Finding(
            "Python",
            f"{python} on {platform.system()} {platform.machine()}",
            sys.version_info >= (3, 11),
            True,
            "" if sys.version_info >= (3, 11) else "install Python 3.11 or later",
        ),
        *map(_package, PACKAGES),
        _ocr(),
        _database(),
        _space(),
        _memory(),
        _browser(),
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name), True, True, "")
    except PackageNotFoundError:
        return Finding(name, "not installed", False, True, "install Readingroom again: pip install --force-reinstall")


def _ocr() -> Finding:
    seen, hint = ocr_report()
    return Finding("OCR (Tesseract, English)", seen, not hint, False, hint)


def _database() -> Finding:
    seen, hint = database_report()
    return Finding("SQLite", seen, not hint, True, hint)


def _space() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free
    hint = "" if free > NEEDED_SPACE else "a case needs about twice the size of the release: free some space"
    return Finding("free disk space here", f"{free / GIB:.1f} GiB", not hint, False, hint)


def _memory() -> Finding:
    free = psutil.virtual_memory().available
    hint = "" if free > NEEDED_MEMORY else "close other programs, or read with --workers 1"
    return Finding("free memory", f"{free / GIB:.1f} GiB", not hint, False, hint)


def _browser() -> Finding:
    try:
        return Finding("browser", webbrowser.get().__class__.__name__, True, False, "")
    except webbrowser.Error:
        return Finding("browser", "none found", False, False, "open the printed address by hand, or use the commands")
