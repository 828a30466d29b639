"""What of a page is enough to tell where a document begins: a few lines and numbers, no words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.copies.labelled import label_at, value_column
from readingroom.copies.rows import Row, rows_of
from readingroom.model import Page, Stamp, StampKind

OPENING = 12
RELEASE_MARK = "RELEASE"  # how a release mark begins, in the opening as on the page
_PAGE_OF = re.compile(r"([\dIl]{1,4})\s?(?:of|/)\s?([\dIl]{1,4})", re.IGNORECASE)
_ONES = str.maketrans("Iil", "111")


class PageSketch(NamedTuple):
    """Made by `sketch_page` for every page, read by `cut_documents`; all pages of one source at a time."""

    number: int  # of the page in its source
    document_number: str  # as stamped, "" where none
    page_of: tuple[int, int] | None  # "Page 2 of 5" as printed: (2, 5)
    opening: tuple[str, ...]  # the release mark if any; the first lines that are no stamps; columns two blanks apart
    words: int  # how many words that are no stamps


def sketch_page(page: Page, stamps: Sequence[Stamp]) -> PageSketch:
    """The sketch of one page, given the stamps found on it."""
    stamps = [stamp for stamp in stamps if stamp.page == page.number]
    rows = rows_of((page,), stamps)
    number = next((stamp.number for stamp in stamps if stamp.kind is StampKind.CASE and stamp.number), "")
    marks = [stamp.text for stamp in stamps if stamp.kind is StampKind.RELEASE and " UNDER " not in stamp.text]
    release = [RELEASE_MARK + " " + marks[0][:60]] if marks else []
    return PageSketch(
        number=page.number,
        document_number=number,
        page_of=_page_of(stamps),
        opening=(*release, *_opening(rows)),
        words=len(page.words) - sum(len(stamp.words) for stamp in stamps),
    )


def _page_of(stamps: Sequence[Stamp]) -> tuple[int, int] | None:
    for stamp in stamps:
        if stamp.kind is StampKind.PAGE_NUMBER:
            match = _PAGE_OF.search(stamp.text)
            page, of = (int(number.translate(_ONES)) for number in match.groups()) if match else (0, 0)
            if 1 <= page <= of:
                return page, of
    return None


def _opening(rows: Sequence[Row]) -> list[str]:
    rows = rows[:OPENING]
    labels = [label_at(row) for row in rows]
    first = next((at for at, label in enumerate(labels) if label), None)
    columns = first is not None and value_column(rows, labels, first) is not None
    lines = []
    for row, label in zip(rows, labels, strict=True):
        text = row.text[:160]
        cuts = {gap for gap in row.gaps if gap < len(text)}
        if columns and label and label.value_at < len(text):
            cuts.add(label.value_at)
        for cut in sorted(cuts, reverse=True):
            text = text[:cut] + " " + text[cut:]
        lines.append(("> " if row.marks else "") + text)
    return lines
