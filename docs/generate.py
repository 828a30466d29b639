"""Write the generated parts of the documentation anew: `make docs`, or `python docs/generate.py [CASE]`.

A generated part stands between two comments in a page; all else on the page is written by hand.

    <!-- part: stages -->       a part of the reference, written from code (`from_code.py`)
    <!-- run: readingroom pages harrow-release.case | head -5 -->   what this prints on the sample's case
    <!-- record: messages 3 -->   the record with this number (from 0) in the command's JSON, shortened
    <!-- end -->

CASE names the sample's case, already read; without it, the sample is read first.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from from_code import PARTS

from readingroom import __version__
from readingroom.case import add_paths, make_case, read_case
from readingroom.cli.main import main as run_command
from readingroom.cli.reading import engine_for
from readingroom.intake import read_request_file
from readingroom.sample import sample_files
from readingroom.store import write_request

ROOT = Path(__file__).resolve().parent.parent
GENERATED = re.compile(r"<!-- (part|run|record): (.*?) -->\n.*?<!-- end -->", re.DOTALL)
LONGEST_TEXT = 90  # characters of a text in a record
LONGEST_LIST = 2
NEEDS_CASE = ("run", "record")


def pages() -> list[Path]:
    """Every page that may hold a generated part."""
    return [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]


def fill(text: str, case: Path | None) -> str:
    """The page with its generated parts written anew; without a case, those that need one stay."""

    def part(found: re.Match[str]) -> str:
        kind, words = found[1], found[2]
        if kind in NEEDS_CASE and case is None:
            return found[0]
        return f"<!-- {kind}: {words} -->\n{_written(kind, words, case)}\n<!-- end -->"

    return GENERATED.sub(part, text)


def _written(kind: str, words: str, case: Path | None) -> str:
    if kind == "part":
        return PARTS[words]()
    assert case is not None
    with _desk(case):
        if kind == "run":
            command, _, first = words.partition(" | head -")
            lines = run(shlex.split(command)[1:]).splitlines()
            return "\n".join(["```console", f"$ {words}", *lines[: int(first or len(lines))], "```"])
        command, number = words.rsplit(" ", 1)
        return f"```json\n{_record(command, int(number))}\n```"


@contextlib.contextmanager
def _desk(case: Path) -> Iterator[None]:
    """An empty working folder with the sample's files and its case, so that commands are as short as a reader's."""
    sample = sample_files()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for file in (sample.pdf, sample.draft, sample.request):
            shutil.copy(file, file.name)
        Path("harrow-release.case").symlink_to(case.resolve(), target_is_directory=True)
        yield


def run(words: list[str]) -> str:
    """What a command prints, on both streams, with what varies from machine to machine made constant."""
    printed = io.StringIO()
    plain = {key: value for key, value in os.environ.items() if key not in {"FORCE_COLOR", "GITHUB_ACTIONS"}}
    with (
        mock.patch.dict(os.environ, {**plain, "COLUMNS": "110", "NO_COLOR": "1"}, clear=True),
        mock.patch.object(sys, "argv", ["readingroom", *words]),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        contextlib.suppress(SystemExit),
    ):
        run_command()
    text = printed.getvalue().replace(__version__, "X.Y.Z")
    return "\n".join(line.rstrip() for line in text.splitlines())


def _record(command: str, number: int) -> str:
    words = shlex.split(command)
    name, *rest = words
    whole = name in {"check", "request"}
    printed = run([name, "harrow-release.case", *rest, "--json" if whole else "--jsonl"])
    record = json.loads(printed) if whole else json.loads(printed.splitlines()[number])
    written = json.dumps(shortened(record), ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+([\d.]+),\s+([\d.]+),\s+([\d.]+),\s+([\d.]+)\s+\]", r"[\1, \2, \3, \4]", written)


def shortened(value: Any) -> Any:
    """The same keys, with long texts and lists cut short."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return value[:LONGEST_TEXT] + " …"
    if isinstance(value, list):
        kept = [shortened(one) for one in value[:LONGEST_LIST]]
        box = len(value) == 4 and all(isinstance(one, float) for one in value)
        return value if box else kept + (["…"] if len(value) > LONGEST_LIST else [])
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    return value


def read_sample(folder: Path) -> Path:
    """The sample, read into a case in this folder."""
    sample = sample_files()
    case = make_case(folder / f"{sample.pdf.stem}.case")
    write_request(case.store, read_request_file(sample.request))
    with engine_for(0) as engine:
        add_paths(case, [sample.pdf], engine)
        read_case(case, engine)
    case.close()
    return case.folder


def main() -> None:
    """Write every page anew."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(sys.argv[1]) if len(sys.argv) > 1 else read_sample(Path(folder))
        for page in pages():
            before = page.read_text(encoding="utf-8")
            after = fill(before, case)
            if after != before:
                page.write_text(after, encoding="utf-8")
                print(f"written anew: {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
