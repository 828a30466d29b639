"""A draft story held against a release, quotation by quotation.

Takes: a draft's file (`read_draft`) and a way to look up texts (`Lookup`, given by the case). Gives: a Sheet of
Verdicts (`check_draft`): the wording of each quotation, the source's own words, every difference, every copy.
Owns: what a quotation is, what house style may change, when a quotation is exact. Open first: `prove.py`, then
`exact.py`, which alone may say that words are exact.

    draft = read_draft(Path("story.md"))
    sheet = check_draft(draft, lookup)
    all(verdict.wording is Wording.EXACT for verdict in sheet.verdicts)
"""

from readingroom.drafts.check import check_draft
from readingroom.drafts.draft import DraftParagraph, DraftText, ParagraphKind
from readingroom.drafts.lookup import Lookup, Text
from readingroom.drafts.quotations import find_quotations
from readingroom.drafts.read import read_draft
from readingroom.drafts.redacted import redaction_positions

__all__ = [
    "DraftParagraph",
    "DraftText",
    "Lookup",
    "ParagraphKind",
    "Text",
    "check_draft",
    "find_quotations",
    "read_draft",
    "redaction_positions",
]
