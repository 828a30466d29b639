"""Where the data lies, and the pages printed from it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "bench"
CORPORA = Path(os.environ.get("READINGROOM_CORPORA", ROOT.parent / "shared" / "corpora"))
TOOLS = CORPORA.parent / "tools"


class NoData(Exception):
    """What a benchmark needs is not on this machine."""


def need(path: Path) -> Path:
    """The path, if it is there."""
    if not path.exists():
        raise NoData(f"{path.name} is not on this machine (set READINGROOM_CORPORA)")
    return path


def texts_of(archive: str) -> Path:
    """The folder of an unpacked archive of page texts."""
    folder = BUILD / archive
    if not folder.exists():
        with tarfile.open(need(CORPORA / f"{archive}.tar.xz")) as packed:
            packed.extractall(BUILD, filter="data")
    return folder


def print_pages(target: Path, texts: Sequence[Path], mode: str = "text") -> Path:
    """One PDF of these texts, printed by the corpora's own tool; made once."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        tool = need(TOOLS / "scan.py")
        half = target.with_suffix(".half")
        subprocess.run([sys.executable, tool, half, *texts, "--mode", mode], check=True)
        half.rename(target)
    return target


def labelled(labels: str, mode: str = "text") -> tuple[Path, Path]:
    """(the labels, a folder with one PDF for each labelled document)."""
    truth = need(CORPORA / "labels" / f"{labels}.json")
    texts = texts_of("alaska-dev" if labels.startswith("alaska") else "clinton-dev")
    folder = BUILD / f"{labels}-{mode}"
    for document in json.loads(truth.read_text(encoding="utf-8")):
        name = Path(document["doc"])
        found = texts / name if (texts / name).exists() else next(texts.rglob(name.name))
        print_pages(folder / f"{name.stem}.pdf", [found], mode)
    return truth, folder


def many_pages(pages: int, seed: int = 5) -> Path:
    """One PDF with exactly this many real pages, documents of all months shuffled."""
    texts = sorted(texts_of("clinton-dev").glob("*/*.txt"))
    random.Random(seed).shuffle(texts)
    picked: list[Path] = []
    count = 0
    for text in texts:
        if count == pages:
            break
        own = text.read_text(encoding="utf-8", errors="replace").rstrip("\f").count("\f") + 1
        if count + own <= pages:
            picked.append(text)
            count += own
    return print_pages(BUILD / f"release-{pages}.pdf", picked)
