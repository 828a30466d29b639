"""Reuse: one text at work in two places, as a list and as a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.folder import Case
from readingroom.model import PrintOf, Reuse, ReusedText
from readingroom.show.frame import pager
from readingroom.show.links import message_href, page_href
from readingroom.show.reuse import ReuseLine, ReuseSide, ReuseView, pieces_of
from readingroom.show.words import day_words
from readingroom.store import CopyRow, copy_rows_by_id, reuse_count, reuses

LISTED = 20


class ListedReuse(NamedTuple):
    """A reuse, and who is printed as sender of each side, when ("" outside mail)."""

    reuse: Reuse
    one: CopyRow | None
    other: CopyRow | None


def list_reuses(case: Case, first: int = 0, limit: int = 2**31) -> Iterator[ListedReuse]:
    """Every reuse, the first to look at first."""
    found = list(reuses(case.store, first=first, limit=limit))
    sides = [side for reuse in found for side in (reuse.one, reuse.other) if side.of is PrintOf.COPY]
    copies = copy_rows_by_id(case.store, sorted({side.owner for side in sides}))
    for reuse in found:
        yield ListedReuse(reuse, copies.get(reuse.one.owner), copies.get(reuse.other.owner))


def ask_reuses(case: Case, first: int) -> ReuseView:
    """Reuses from the `first` on (from 0), the two places of each side by side."""
    names = source_names(case.store)
    lines = [
        ReuseLine(
            listed.reuse.equal,
            listed.reuse.rank,
            _side(names, listed.reuse.one, listed.one, listed.reuse, True),
            _side(names, listed.reuse.other, listed.other, listed.reuse, False),
        )
        for listed in list_reuses(case, first, LISTED)
    ]
    return ReuseView(
        frame=ask_frame(case),
        reuses=tuple(lines),
        pager=pager(first, LISTED, reuse_count(case.store), "/reuse?first="),
    )


def _side(names: dict[str, str], text: ReusedText, copy_: CopyRow | None, reuse: Reuse, is_one: bool) -> ReuseSide:
    ranges = [(exchange.kind, exchange.one_at if is_one else exchange.other_at) for exchange in reuse.exchanges]
    place = text.spans[0] if text.spans else None
    return ReuseSide(
        title=copy_.subject or "(no subject)" if copy_ else "Outside any message",
        sender=copy_.sender if copy_ else "",
        sent=day_words(copy_.sent) if copy_ else "",
        href=message_href(text.message, text.owner) if text.message else "",
        place=page_words(names, place.source, place.page) if place else "",
        place_href=page_href(place.source, place.page, place.boxes[0]) if place else "",
        pieces=pieces_of(text.words, ranges),
    )
