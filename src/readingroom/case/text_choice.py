"""Somebody says where a page's words are to come from: kept, logged, and gone by when the case is read next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.case.ask_names import names_of
from readingroom.case.ask_show import source_named
from readingroom.case.folder import Case
from readingroom.errors import NotFound, UsageError
from readingroom.model import TextFrom
from readingroom.store import choose_text, write_log

CHOICES = {"layer": TextFrom.LAYER, "ocr": TextFrom.OCR, "auto": None}  # auto: nobody chose
_PAGES = re.compile(r"(?P<name>.+):(?P<first>\d{1,7})(?:-(?P<last>\d{1,7}))?", re.DOTALL)


def choose_pages_text(case: Case, choice: str, pages: Sequence[str]) -> int:
    """Keep a key of CHOICES for pages, each given as FILE:PAGE or FILE:FIRST-LAST; says for how many.

    Raises UsageError, and NotFound where there is no such page, before anything is kept.
    """
    if choice not in CHOICES:
        raise UsageError(f"no text is called {choice}", f"one of {', '.join(CHOICES)}")
    names = names_of(case.store)
    chosen: list[tuple[str, str, range]] = []
    for one in pages:
        match = _PAGES.fullmatch(one)
        if match is None:
            raise UsageError(f"{one} names no pages", "write FILE:PAGE or FILE:FIRST-LAST")
        source = source_named(case, names, match["name"])
        numbers = range(int(match["first"]), int(match["last"] or match["first"]) + 1)
        if not numbers or not 1 <= numbers[0] <= numbers[-1] <= source.pages:
            raise NotFound(f"{source.name} has no pages {one.rpartition(':')[2]}", f"it has {source.pages:,}")
        chosen.append((source.id, names.source[source.id], numbers))
    for source_id, name, numbers in chosen:
        choose_text(case.store, source_id, numbers, CHOICES[choice])
        told = {"source": name, "first": numbers[0], "last": numbers[-1], "text": choice}
        write_log(case.store, "text of pages chosen", told)
    return sum(len(numbers) for _, _, numbers in chosen)
