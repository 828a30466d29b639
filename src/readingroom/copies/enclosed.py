"""What is printed behind a mail in its own document: pages that begin something else, where the mail attaches some.

A mail that goes on over the page break looks the same to a hasty eye. So pages count as enclosed only where the mail
names attachments or speaks of some, or the page bears a file's name, and where the page would begin a document if page
numbers did not say otherwise: print-outs number an attachment on from its mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readingroom.copies.signs import Turn, weigh
from readingroom.copies.sketch import Head, PageSketch
from readingroom.model import DocumentKind, Enclosed

_EXPECTED = 4.0  # what a title or a kind weighs more behind a mail whose header names attachments
_TITLE = 200  # characters of its first lines


def find_enclosed(run: Sequence[PageSketch]) -> tuple[Enclosed, ...]:
    """The attachments that the pages of one document print, in order of pages."""
    if run[0].head not in (Head.TOP, Head.LABELLED):
        return ()
    attaches, named = run[0].attaches, bool(run[0].named)
    starts: list[int] = []
    ends: list[int] = []
    for at, (before, page) in enumerate(pairwise(run), 1):
        inside = len(ends) < len(starts)
        if inside and page.head not in (Head.TEXT, Head.NOTHING):
            ends.append(at)  # mail again
            inside = False
        said = attaches or page.kind is DocumentKind.ATTACHMENT
        if inside and not page.heading and page.kind in (DocumentKind.OTHER, DocumentKind.SEPARATOR):
            continue
        if said and page.head is Head.TEXT and not page.lower and _begins(before, page, named=named):
            ends += [at] if inside else []
            starts.append(at)
        attaches, named = attaches or page.attaches, named or bool(page.named)
    ends += [len(run)] * (len(starts) - len(ends))
    return tuple(
        Enclosed(run[start].number, run[end - 1].number, title_of(run[start]))
        for start, end in zip(starts, ends, strict=True)
    )


def title_of(page: PageSketch) -> str:
    """The first lines of a page, for a title."""
    return " / ".join(page.opening)[:_TITLE]


def _begins(before: PageSketch, page: PageSketch, *, named: bool) -> bool:
    if page.kind is DocumentKind.CALENDAR and not page.heading:
        return False  # hours of a schedule in the mail itself
    one, other = (sketch._replace(page_of=None, lone=None) for sketch in (before, page))
    turn = Turn(one, other, attaches=False, mail=True, marked=False)
    expected = _EXPECTED if named and (page.heading or turn.named) and not before.open_end else 0.0
    return page.kind is DocumentKind.ATTACHMENT or weigh(turn) + expected > 0
