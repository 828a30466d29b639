"""What a document is, by its first lines: memos, cables, calendars, letters, forms, and sheets that part them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readingroom.model import DocumentKind


class _Sign(NamedTuple):
    """What the first lines of a kind of document say: so many of them match."""

    kind: DocumentKind
    line: re.Pattern[str]
    lines: int  # that match, at the least
    within: int  # of the first lines
    words: int = 10_000  # on the whole page, at the most


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_CLOCK = r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m\b\.?)?"
# In this order: the first that fits is the kind.
_SIGNS = (
    _Sign(
        DocumentKind.ATTACHMENT,
        _any(
            r"\W{0,3}(?-i:(?=[A-Z]))(?:attachment|enclosure|exhibit|appendix|annex|addendum|tab)\s?(?:no\.?\s?)?[\dIl]{0,2}[A-Z]?\W{0,3}$",
            r"(?:\S+ ){0,5}\S{1,60}\.(?:docx?|xlsx?|pptx?|pdf|rtf|txt|wpd|jpe?g|tiff?|csv|vsd)$",
            r"ATT\d{5}\b.{0,10}$",
        ),
        1,
        2,
    ),
    _Sign(
        DocumentKind.SEPARATOR,
        _any(r"\W*(?:separator|divider|document break|next document|(?:file )?folder|box)\b"),
        1,
        3,
        words=25,
    ),
    _Sign(
        DocumentKind.CABLE,
        _any(
            r"(?:FM|TO|RU[A-Z]{5}/?)\s(?:AMEMBASSY|AMCONSUL|SECSTATE|USMISSION|WHITE HOUSE)\b",
            r"E\.?\s?O\.?\s?1(?:2958|3526)\b",
            r"TAGS\s?:",
            r"[OPRZ] \d{6}Z [A-Z]{3} \d\d",
            r"(?:VZCZC|ZNR|ZNY)\S*",
            r"INFO LOG-\d\d|ACTION [A-Z]{2,4}-\d\d",
        ),
        2,
        12,
    ),
    _Sign(
        DocumentKind.MEMO,
        _any(
            r"\W{0,3}(?:(?:information|action|briefing|decision|confidential|inter-?office|staff|cover|note|personal)\s){0,2}"
            r"mem(?:o|orandum|con)\b.{0,60}$",
            r"memorandum (?:for|to)\b",
        ),
        1,
        8,
    ),
    _Sign(
        DocumentKind.MEMO,
        re.compile(r"\W{0,3}(?:TO|FROM|SUBJECT|SUBJ|RE|DATE|THRU|THROUGH|CC|For|From|Re)\s?:\s"),
        3,
        10,
    ),
    _Sign(
        DocumentKind.CALENDAR,
        _any(
            r"(?:start|end|location|(?:required|optional) attendees|show time as|recurrence|organizer|when|where)\s?:",
            r"(?:meeting|appointment) (?:status|request)\b",
        ),
        3,
        12,
    ),
    _Sign(
        DocumentKind.CALENDAR,
        _any(
            rf"\W{{0,3}}{_CLOCK}(?:\s|\s?[-–—]\s?{_CLOCK}|:)",
            r".{0,40}\b(?:daily|weekly|public|mini|draft|notional)\s(?:schedule|timeline|calendar)\b",
            r"schedule for\b|calendar (?:of|for)\b",
        ),
        3,
        12,
    ),
    _Sign(DocumentKind.CALENDAR, _any(r"(?:daily |mini |public )?schedule (?:for|of)\b"), 1, 2),
    _Sign(
        DocumentKind.REPORT,
        _any(
            r"(?:executive summary|table of contents|situation report|sitrep|trip report|annual report|final report"
            r"|inspection report|audit report|incident report|status report|progress report)\b"
        ),
        1,
        8,
    ),
    _Sign(DocumentKind.LETTER, _any(r"(?:dear\b.{1,60}|to whom it may concern\s?)[:,.—–-]{0,2}$"), 1, 20),
    _Sign(
        DocumentKind.FORM,
        _any(
            r"\W{0,3}(?:form\s(?:no\.?\s?)?[A-Z]{0,4}-?\d{1,5}|OMB\s(?:control\s)?no)",
            r".{0,50}\b(?:application|request|authorization|registration|consent|claim|order|complaint)\sform\b",
            r".{0,60}(?:_{5,}|☐|□|\[ ?\] )",
        ),
        2,
        12,
    ),
)  # fmt: skip
_SHEET_WORDS = 6  # on a sheet that only parts two documents, at the most


def kind_of_opening(lines: Sequence[str], words: int) -> DocumentKind:
    """The kind that the first lines of a page tell, on a page of so many words; OTHER where they tell none."""
    for sign in _SIGNS:
        if words <= sign.words and sum(1 for line in lines[: sign.within] if sign.line.match(line)) >= sign.lines:
            return sign.kind
    return DocumentKind.SEPARATOR if words <= _SHEET_WORDS else DocumentKind.OTHER
