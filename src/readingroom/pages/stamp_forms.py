"""What stamps look like: tables of patterns.

Text layers are the agency's own OCR, so the patterns allow for blanks in the wrong place and for O read as 0.
"""

from __future__ import annotations

import re

from readingroom.model import StampKind

CASE_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"department of state",
        r"case n[o0]",
        r"doc n[o0]",
        r"\b[CG]\s?[0O]\d{7}\b",
        r"\bF-?\d{4}-?\d{4,6}\b",
        r"date:\s?\d\d/\d\d/\d{4}",
    )
)
CASE_NUMBER = re.compile(r"\b[CG]\s?[0O][0-9OIlSB]{7}\b")

# Stamps that own the whole line, wherever it stands.
LINE_STAMPS: tuple[tuple[StampKind, re.Pattern[str]], ...] = (
    (StampKind.FOOTER, re.compile(r"searchable analytics at|released to \S+ by the state of", re.IGNORECASE)),
    (StampKind.FOOTER, re.compile(r"\bfictional\b.{0,60}\b(?:sample|release|agency|people|persons)\b", re.IGNORECASE)),
    (
        StampKind.FOOTER,
        re.compile(r"(?:sample|release|agency|people|persons|page)\b.{0,60}\bfictional\b", re.IGNORECASE),
    ),
    (StampKind.RELEASE, re.compile(r"RELEASED?\s+UNDER\s+[A-Z.: ]{2,40}")),
    (StampKind.RELEASE, re.compile(r"(?:DENIED|WITHHELD)\s+IN\s+FULL[\s,A-Z0-9().]{0,40}")),
    (StampKind.FAX, re.compile(r".*\bFAX\b.*\b(?:P|PAGE|p)\s?[.:]?\s?\d{1,3}(?:/\d{1,3})?")),
    (StampKind.FAX, re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\s.{5,120}\sP\.?\s?\d{1,3}/\d{1,3}")),
    (StampKind.PAGE_NUMBER, re.compile(r"page\s[\dIl]{1,4}(?:\s?of\s?[\dIl]{1,4})?", re.IGNORECASE)),
)

_PRINTED_ON = r"\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?:, \d{1,2}:\d\d\s?[AP]M)?"
_PAGE_OF = r"Page\s?[\dIl|]{1,3}\s?of\s?[\dIl|]{1,3}"

CLASSIFICATION = re.compile(
    r"\W{0,3}(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|SENSITIVE BUT UNCLASSIFIED|SBU|FOUO|CUI"
    r"|FOR OFFICIAL USE ONLY|RESTRICTED|PROTECT(?:ED)?|OFFICIAL(?: SENSITIVE)?|NOT PROTECTIVELY MARKED)"
    r"(?:\s?[-–/:]{1,2}\s?[A-Z/ ]{2,30})?\W{0,3}"
)

# Stamps only at the head or the foot of a page.
EDGE_STAMPS: tuple[tuple[StampKind, re.Pattern[str]], ...] = (
    (
        StampKind.PAGE_NUMBER,
        re.compile(r"[-–—]?\s?(?:\d{1,4}|[ivx]{1,4}|\d{1,3}\s?/\s?\d{1,3}|(?=\S{0,3}\d)[\dOIlSC.]{2,4})\s?[-–—]?"),
    ),
    (StampKind.FOOTER, re.compile(_PRINTED_ON)),
    (StampKind.PAGE_NUMBER, re.compile(_PAGE_OF)),
    (StampKind.FOOTER, re.compile(rf".{{0,90}}\b{_PAGE_OF}|Unknown")),
    (StampKind.FOOTER, re.compile(r"(?:file|\w{0,4}tps?)\s?[:;.-]{1,2}\s?/{0,2}\S.{3,110}", re.IGNORECASE)),
    (
        StampKind.BATES,
        re.compile(
            r"\d{3,6}-\d{4,7}|[A-Za-z][A-Za-z0-9]{0,9}(?:[ _./-]{1,2}[A-Za-z0-9]{1,10}){0,6}[ _./-]{0,2}\d{4,9}"
        ),
    ),
    (StampKind.CLASSIFICATION, CLASSIFICATION),
)

# What a program prints beside the title of what it prints, at the head or foot of each page.
BESIDE_TITLE = re.compile(rf"{_PAGE_OF}|{_PRINTED_ON}|https?://\S+", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?$")  # looks like a Bates number
MISREAD_NUMBER = re.compile(r"[\w.,'°]{1,4}(?: [\w.,']{1,3})?")  # in the middle of the foot: what else can it be
