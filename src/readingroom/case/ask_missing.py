"""The screen of what is missing, and the counts that the first screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from readingroom.case.ask_gaps import ListedGap, place_gaps
from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.folder import Case
from readingroom.model import GapKind, Span
from readingroom.show.frame import Place, pager
from readingroom.show.links import around, message_href, missing_href, page_href
from readingroom.show.missing import KINDS, KindLine, MissingLine, MissingView, gap_words, searched_words
from readingroom.store import gap_counts, gaps


def ask_missing(case: Case, kind: str, first: int) -> MissingView:
    """What is missing, of one kind or of all ("" or a kind that is none)."""
    chosen = next((one for one in GapKind if one.value == kind), None)
    counts = gap_counts(case.store)
    total = sum(counts.values()) if chosen is None else counts.get(chosen, 0)
    names = source_names(case.store)
    shown = place_gaps(case, gaps(case.store, chosen, first=first, limit=LISTED))
    asked = {"kind": chosen.value} if chosen else {}
    return MissingView(
        frame=ask_frame(case),
        kinds=(
            KindLine("All", sum(counts.values()), missing_href(), chosen is None),
            *(KindLine(KINDS[one][0], number, missing_href(one), one is chosen) for one, number in counts.items()),
        ),
        proves=KINDS[chosen][1] if chosen else "",
        gaps=tuple(_line(names, listed) for listed in shown),
        pager=pager(first, LISTED, total, f"/missing?{urlencode({**asked, 'first': ''})}"),
    )


def _line(names: Mapping[str, str], listed: ListedGap) -> MissingLine:
    gap = listed.gap
    return MissingLine(
        gap.id,
        gap_words(gap),
        gap.strength.value,
        gap.what,
        gap.words,
        _place(names, listed.spans[0]) if listed.spans else None,
        max(0, len(gap.copies) - 1),
        Place("the message", message_href(gap.message, gap.copies[0])) if gap.message and gap.copies else None,
        tuple(Place(f"message {number}", message_href(one)) for number, one in enumerate(gap.perhaps, 1)),
        searched_words(gap.searched),
    )


def _place(names: Mapping[str, str], span: Span) -> Place:
    box = around(span.boxes, 3) if span.boxes else None
    return Place(page_words(names, span.source, span.page), page_href(span.source, span.page, box))
