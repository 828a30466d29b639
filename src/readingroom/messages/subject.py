"""Subjects: what is put before them in answering and forwarding, and what stays."""

from __future__ import annotations

import re

from readingroom.model import LinkKind

# What mail programs put before a subject, by what it says. Lower case, without the colon.
PREFIXES = {
    LinkKind.ANSWERS: ("re", "aw", "antw", "sv", "rif", "odp"),
    LinkKind.FORWARDS: ("fw", "fwd", "wg", "tr", "vb", "doorst"),
}
KIND_OF = {prefix: kind for kind, prefixes in PREFIXES.items() for prefix in prefixes}

# A colon may be read as a semicolon or a full stop; mail programs count as in "Re[2]:".
PREFIX = re.compile(r"\s*(?P<word>[a-z]{1,6})(?:\[\d{1,2}\])?\s{0,2}[:;.]", re.IGNORECASE)
MOST_PREFIXES = 20


def take_apart(subject: str) -> tuple[LinkKind | None, str]:
    """What the first prefix of a printed subject says, and what stays without all prefixes."""
    kind = KIND_OF.get(subject.strip().lower())
    if kind:  # the colon of a bare "Re:" is easily lost
        return kind, ""
    rest = subject
    for _ in range(MOST_PREFIXES):
        match = PREFIX.match(rest)
        if match is None or match["word"].lower() not in KIND_OF:
            break
        kind = kind or KIND_OF[match["word"].lower()]
        rest = rest[match.end() :]
    return kind, rest.strip()
