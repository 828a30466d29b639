"""Gaps: what a release shows to exist and does not hold, each with how surely, and with what was searched.

Two steps. `find_tellings` looks at the words of one document and keeps phrases that speak of something elsewhere.
`find_gaps` holds those, with the skeletons of all messages, attachments, numbers and sheets, against the whole case.

    tellings = find_tellings(document, texts)        # "Per my prior email ...", "see attached", nothing but codes
    gaps = find_gaps(shown)                          # the strongest first

Open first: `gather.py`; the phrases are data in `phrases.py`.
"""

from readingroom.findings.gaps.gather import Shown, find_gaps
from readingroom.findings.gaps.hidden_bodies import Short, find_hidden_body
from readingroom.findings.gaps.known import Known
from readingroom.findings.gaps.numbers import Numbered
from readingroom.findings.gaps.phrases import MOST_GREETING
from readingroom.findings.gaps.tellings import Told, find_tellings

__all__ = [
    "MOST_GREETING",
    "Known",
    "Numbered",
    "Short",
    "Shown",
    "Told",
    "find_gaps",
    "find_hidden_body",
    "find_tellings",
]
