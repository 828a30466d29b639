"""A bundled fictional release and a draft about it: what demo and tutorial run on, and what tests know all about.

Takes nothing. Gives the paths of `harrow-release.pdf` (the release), `story.md` (a draft whose quotations are true,
altered, spliced, hidden and absent on purpose), `request.json` (the record of the request) and `truth.json` (what is
on each page).

    from readingroom.sample import sample_files
    sample_files().pdf

The PDF and the JSON files are made by `sample/print_release.py` in the project's source; the draft is written by hand.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

__all__ = ["SampleFiles", "sample_files"]


class SampleFiles(NamedTuple):
    """Where the files of the sample lie on this machine."""

    pdf: Path
    draft: Path
    request: Path
    truth: Path


def sample_files() -> SampleFiles:
    """The four files. The package is installed as plain files (never zipped), so they are ordinary paths."""
    folder = Path(str(files(__name__)))
    return SampleFiles(
        pdf=folder / "harrow-release.pdf",
        draft=folder / "story.md",
        request=folder / "request.json",
        truth=folder / "truth.json",
    )
