"""Reuse as JSON records (see docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from readingroom.model import Reuse, ReusedText
from readingroom.show.records import Record, place_records


class Sent(Protocol):
    """Who sent a message when, as printed."""

    @property
    def sender(self) -> str:
        """From, as printed."""

    @property
    def sent(self) -> str:
        """YYYY-MM-DDTHH:MM or ""."""

    @property
    def subject(self) -> str:
        """Subject, as printed."""


def reuse_record(
    reuse: Reuse, one: Sent | None, other: Sent | None, docs: Mapping[str, str], sources: Mapping[str, str]
) -> Record:
    """One item of `reuse`."""
    return {
        "id": reuse.id,
        "rank": reuse.rank,
        "equal": reuse.equal,
        "exchanged": [
            {"kind": exchange.kind.value, "one": exchange.one, "other": exchange.other} for exchange in reuse.exchanges
        ],
        "one": _side(reuse.one, one, docs, sources),
        "other": _side(reuse.other, other, docs, sources),
    }


def _side(text: ReusedText, sent: Sent | None, docs: Mapping[str, str], sources: Mapping[str, str]) -> Record:
    return {
        "doc": docs.get(text.document, text.document),
        "message": text.message,
        "from": sent.sender if sent else "",
        "sent": sent.sent if sent else "",
        "subject": sent.subject if sent else "",
        "words": text.words,
        "places": [
            place for span in text.spans for place in place_records((span,), sources.get(span.source, span.source[:12]))
        ],
    }
