"""A draft and a way to look up → the sheet."""

from __future__ import annotations

from readingroom.drafts.draft import DraftText
from readingroom.drafts.lookup import Lookup
from readingroom.drafts.prove import prove
from readingroom.drafts.quotations import find_quotations
from readingroom.drafts.shelf import Shelf
from readingroom.model import Sheet


def check_draft(draft: DraftText, lookup: Lookup) -> Sheet:
    """Each quotation of the draft held against the release, in the draft's order."""
    shelf = Shelf(lookup)
    return Sheet(
        draft=draft.name,
        paragraphs=tuple(paragraph.text for paragraph in draft.paragraphs),
        verdicts=tuple(prove(quotation, shelf) for quotation in find_quotations(draft)),
        coverage=lookup.coverage(),
    )
