"""Why a page or a file could not be read, or not in full: the one table.

`Problem.reason` is a key of it. `{why}` is filled in where a problem is made.
"""

from __future__ import annotations

from typing import NamedTuple

from readingroom.model import Problem

STAGE = "pages"


class Reason(NamedTuple):
    """One thing that can go wrong."""

    what: str
    hint: str


REASONS: dict[str, Reason] = {
    "encrypted": Reason(
        "The file is locked with a password.", "Ask the agency for an unlocked copy, or unlock it and add that one."
    ),
    "not_a_pdf": Reason(
        "The file is no PDF, whatever its name says.", "Open it in another program; ask the agency what it is."
    ),
    "not_read_yet": Reason(
        "It is sealed, but what is in it is no PDF, and this version reads nothing else.",
        "Look what it is; print it to PDF and add that as well. The original stays.",
    ),
    "damaged": Reason(
        "It is damaged ({why}): it could not be read, or not in full.", "Ask the agency for the file again."
    ),
    "inflation_limit": Reason(
        "It unpacks to far more than a page can hold ({why}), as files made to harm do.",
        "Do not open it in another program; ask the agency for the file again.",
    ),
    "no_such_page": Reason(
        "The file names this page but does not hold it.", "Compare with the agency's page count; ask for this page."
    ),
    "page_unreadable": Reason(
        "The page cannot be opened: {why}.", "Look at the page in another program; ask the agency for it again."
    ),
    "suspect_blank": Reason(
        "The page shows nothing, yet there is something in it.",
        "Look at the page in another program before you rely on it.",
    ),
    "text_limit": Reason(
        "The page holds more than 2,000,000 characters; the rest was left out.", "Look at the page's picture."
    ),
    "repaired": Reason(
        "The file is damaged and was read from a repaired copy in memory; the original is untouched.",
        "Look for missing pages; ask the agency for the file again if any are.",
    ),
    "downscaled": Reason(
        "The page's picture is so large that it was read at {why} dpi.", "Look at the picture for small print."
    ),
    "ocr_missing": Reason(
        "The page is a picture, and no OCR is installed ({why}).", "Run `readingroom doctor`, then read again."
    ),
    "ocr_failed": Reason("OCR gave up on this page: {why}.", "Look at the page's picture; try again later."),
    "ocr_nothing": Reason(
        "OCR found no words on this page, yet something is on it.", "Look at the page's picture: handwriting, perhaps."
    ),
}


def problem(reason: str, source: str, page: int, why: str = "") -> Problem:
    """A problem of this room; page 0 means the whole file. `why` is one line at most."""
    told = REASONS[reason]
    short = " ".join(why.split())[:200].rstrip(".") or "no reason given"
    return Problem(
        stage=STAGE, source=source, page=page, reason=reason, what=told.what.format(why=short), hint=told.hint
    )
