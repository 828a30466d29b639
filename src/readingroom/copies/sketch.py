"""What of a page is enough to tell where a document begins: a few lines and numbers, no words."""

from __future__ import annotations

from typing import NamedTuple


class PageSketch(NamedTuple):
    """Made by `sketch_page` for every page, read by `cut_documents`; all pages of one source at a time."""

    number: int  # of the page in its source
    document_number: str  # as stamped, "" where none
    page_of: tuple[int, int] | None  # "Page 2 of 5" as printed: (2, 5)
    opening: tuple[str, ...]  # the first lines that are no stamps, at most 12
    words: int  # how many words that are no stamps
