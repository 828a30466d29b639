"""What goes into joining and what comes out: a copy without its body, and the messages and links made of all copies."""

from __future__ import annotations

from typing import NamedTuple

from readingroom.model import FieldName, FieldState, Link, Message

FIELD_ORDER = tuple(FieldName)


class CopySkeleton(NamedTuple):
    """What of a copy is enough to tell which message it prints. Made by the case from `Copy`; all of a case at a time.

    Printed values are as on the page; "" where a field is not `read`. `opening` and `closing` overlap in short bodies.
    """

    id: str  # Copy.id
    document: str  # Document.id
    nth: int  # in its document, printing order
    depth: int  # 0: not quoted
    quoted_by: str  # Copy.id, "" at depth 0
    from_: str
    to: tuple[str, ...]  # each addressee as printed
    cc: tuple[str, ...]
    sent: str  # "YYYY-MM-DDTHH:MM", "" where it cannot be told
    subject: str
    states: tuple[FieldState, ...]  # in the order of FieldName
    confidence: tuple[float, ...]  # 0..1, in the order of FieldName
    opening: str  # the first 400 characters or so of the body
    closing: str  # the last 120 or so
    words: int  # of the body
    redacted: bool  # an exemption code stands in or beside it

    def state(self, name: FieldName) -> FieldState:
        """What the page shows of this field; absent where the skeleton says nothing."""
        at = FIELD_ORDER.index(name)
        return self.states[at] if at < len(self.states) else FieldState.ABSENT


class Joined(NamedTuple):
    """What `join_copies` gives: both sorted by id, whatever the order of the copies."""

    messages: tuple[Message, ...]
    links: tuple[Link, ...]
