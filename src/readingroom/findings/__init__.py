"""Findings: what the release shows as a whole. A folder or file each, and none knows another.

Takes: messages with their copies. Gives: words hidden in one copy and printed in another, gaps, reuse.
Owns: what counts as one of these, and how sure it is.
Open first: `__init__.py`, of this room and of each folder.
"""

from readingroom.findings.held import CopyText, held_in
from readingroom.findings.page_differences import ComparedPage, page_differences
from readingroom.findings.page_match import PageMatch, PageSketch, match_pages
from readingroom.findings.reading_order import Part, Readable, order_to_read
from readingroom.findings.reuse import ReusableText, find_reuse
from readingroom.findings.reuse_pairs import pairs_of
from readingroom.findings.reuse_prints import prints_of

__all__ = [
    "ComparedPage",
    "CopyText",
    "PageMatch",
    "PageSketch",
    "Part",
    "Readable",
    "ReusableText",
    "find_reuse",
    "held_in",
    "match_pages",
    "order_to_read",
    "page_differences",
    "pairs_of",
    "prints_of",
]
