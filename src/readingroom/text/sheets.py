"""What agencies print on a sheet that stands in place of pages they withheld. Data only."""

from __future__ import annotations

import re

# At the head of a line; OCR may read "page(s)" as "pageis)" or "page{s)".
WITHHELD_SHEET = re.compile(
    r".{0,40}(?:"
    r"deleted\s?page\s?information"
    r"|page.{0,5}\s?(?:(?:were|are|is|was|has been|have been)\s)?(?:withheld|deleted|denied|removed|exempt)\b"
    r"|(?:withheld|denied|redacted|exempt(?:ed)?)\s(?:in\s(?:full|its entirety)|entirely)\b"
    r"|(?:document|attachment|record|material)s?\s(?:has been|have been|is|are|was|were)\s?withheld"
    r"|withdrawal\s?(?:/\s?redaction\s?)?(?:sheet|marker|notice)"
    r"|pages?\sintentionally\s(?:withheld|removed|redacted)"
    r"|no\sduplication\sfees?\s(?:are|is)\scharged"
    r")",
    re.IGNORECASE,
)
