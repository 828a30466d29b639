"""A part of a copy as a row of words with their places: what is laid beside another copy's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.model import Box, Passage, Redaction, Run
from readingroom.text import fold_ocr_all, fold_plain

_NO_LETTER = re.compile(r"[^\w\n]|_")


class Edge(NamedTuple):
    """A height on a page, in points from its top."""

    page: int
    y: float


class Sheet(NamedTuple):
    """A page as it lies in the store: unpacked only where it is asked."""

    page: int
    words: bytes  # text.pack_words


class Text(NamedTuple):
    """One part of one copy. `keys[i]`, `words[i]` and `runs[i]` belong together; words without letters are left out."""

    copy: str  # Copy.id
    message: str
    source: str
    keys: tuple[str, ...]  # letters and digits, look-alikes of OCR folded together
    words: tuple[str, ...]
    runs: tuple[Run, ...]
    above: Edge | None  # where what is printed before it ends
    below: Edge | None  # where what is printed behind it begins; None: nothing is
    signed: int  # the word at which the signature begins; their number where there is none
    sent: str  # of its copy: YYYY-MM-DDTHH:MM, "" where it cannot be told
    marks: tuple[Redaction, ...]  # on its pages
    sheets: tuple[Sheet, ...]  # the pages
    stamped: tuple[str, ...]  # codes of its document's release stamp
    partly: bool | None  # that stamp says that something was taken out; None: there is no such stamp
    width: float  # of its pages, points
    height: float


def folded(words: Sequence[str]) -> list[str]:
    """Letters and digits of each word, look-alikes of OCR folded together; "" where it has none."""
    plain = [word.lower() if word.isascii() else fold_plain(word) for word in words]
    return fold_ocr_all(_NO_LETTER.sub("", "\n".join(plain)).split("\n")) if plain else []


def keys_of(passage: Passage) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Run, ...]]:
    """Keys, words and runs of a passage, those without any letter or digit left out."""
    words = [passage.text[run.start : run.end] for run in passage.runs]
    keys = folded(words)
    kept = [at for at, key in enumerate(keys) if key]
    return (
        tuple(keys[at] for at in kept),
        tuple(words[at] for at in kept),
        tuple(passage.runs[at] for at in kept),
    )


def same_line(one: Box, other: Box) -> bool:
    """Whether two words stand on one line: their heights overlap by half of the smaller one."""
    return min(one.y1, other.y1) - max(one.y0, other.y0) > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def lines_of_runs(runs: Sequence[Run]) -> list[list[Run]]:
    """Words in order, line by line."""
    lines: list[list[Run]] = []
    for run in runs:
        if lines and lines[-1][-1].page == run.page and same_line(lines[-1][-1].box, run.box):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines
