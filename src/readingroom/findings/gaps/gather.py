"""All gaps of a case, the strongest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readingroom.findings.gaps.attached import find_unnamed, find_unprinted
from readingroom.findings.gaps.known import Known, Shelf
from readingroom.findings.gaps.mentions import find_mentioned
from readingroom.findings.gaps.numbers import Numbered, bates_holes, document_holes
from readingroom.findings.gaps.phrases import POSTMASTERS
from readingroom.findings.gaps.replies import find_orphans
from readingroom.findings.gaps.withheld import pages_promised, quoted_only, withheld_messages, withheld_pages
from readingroom.model import Attachment, Gap, Redaction, RedactionWhere, Telling, TellingKind


class Shown(NamedTuple):
    """What a release shows of itself: all that gaps are found by. Made by the case; holds no bodies."""

    messages: tuple[Known, ...]
    tellings: tuple[Telling, ...]
    attachments: tuple[Attachment, ...]
    withheld: tuple[Redaction, ...]  # sheets, lists and marks that stand for a page or a document
    pages: tuple[Numbered, ...]  # every page, with the number stamped on it
    documents: tuple[Numbered, ...]
    letter_pages: int  # of the agency's letters
    pages_asked: int | None  # promised, as the record of the request says


def find_gaps(shown: Shown) -> tuple[Gap, ...]:
    """The gaps by rank, then kind and id; no two of one id."""
    shelf = Shelf(shown.messages)
    message_of = {copy_id: message for message in shown.messages for copy_id in message.copies}
    told = [(message_of[telling.copy], telling) for telling in shown.tellings if telling.copy in message_of]
    quoting = frozenset(message.id for message, telling in told if telling.kind is TellingKind.QUOTES)
    named = [(message_of[one.copy], one) for one in shown.attachments if one.copy in message_of]
    gaps = [
        *pages_promised(
            [telling for telling in shown.tellings if telling.kind is TellingKind.PAGES_PROMISED],
            shown.pages_asked,
            len(shown.pages),
            shown.letter_pages,
        ),
        *bates_holes(shown.pages, _stands_for(shown.withheld)),
        *document_holes(shown.documents),
        *withheld_pages(shown.withheld),
        *withheld_messages([one for one in told if one[1].kind is TellingKind.WITHHELD]),
        *find_orphans(shelf, quoting),
        *find_mentioned(shelf, told, [one for one in shown.messages if not POSTMASTERS.isdisjoint(one.sender)]),
        *find_unprinted(shelf, named),
        *find_unnamed(told, _near(named)),
        *quoted_only(shown.messages),
    ]
    found = {gap.id: gap for gap in gaps}
    return tuple(sorted(found.values(), key=lambda gap: (-gap.rank, gap.kind, gap.id)))


def _near(named: Sequence[tuple[Known, Attachment]]) -> frozenset[str]:
    """Messages of which a copy names an attachment or stands before one, and those that quote or are quoted by them."""
    found = {message.id for message, _ in named}
    return frozenset((*found, *(other for message, _ in named for other in message.bears)))


def _stands_for(withheld: tuple[Redaction, ...]) -> Mapping[tuple[str, int], int]:
    """How many numbers a sheet may stand for beside its own."""
    found: dict[tuple[str, int], int] = {}
    for mark in withheld:
        if mark.where is RedactionWhere.DOCUMENT and mark.pages:
            found[mark.source, mark.page] = found.get((mark.source, mark.page), 0) + mark.pages
    return found
