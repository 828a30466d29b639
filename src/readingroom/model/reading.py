"""A reading: what is printed, never inferred."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readingroom.model.places import EMPTY, Passage


class FieldName(StrEnum):
    """The header fields that are read, in the order in which they are listed everywhere."""

    FROM = "from"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    SENT = "sent"
    SUBJECT = "subject"
    ATTACHMENTS = "attachments"


class FieldState(StrEnum):
    """What the page shows of a header field. Never mixed up."""

    READ = "read"
    BLANK = "blank"
    REDACTED = "redacted"
    UNREADABLE = "unreadable"
    ABSENT = "absent"  # no such line
    UNDETERMINED = "undetermined"  # shows nothing, and cannot tell why


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A header value as printed. Made by `copies`; seven a copy."""

    name: FieldName
    state: FieldState
    printed: Passage = EMPTY  # the whole value, wraps joined by a blank; EMPTY where nothing is printed
    parts: tuple[Passage, ...] = ()  # each addressee or attachment as printed; one part for From, Sent, Subject
    value: str = (
        ""  # Sent: "YYYY-MM-DDTHH:MM" on the clock of the page, "" where it cannot be told; others: printed.text
    )
    confidence: float = 0.0  # 0..1, that state and value are right


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One printing of a message: a top message of a document, or a quotation in it. Made by `copies.read_copies`."""

    id: str  # "<first 12 of source id>-p<page>-y<top of its first line, whole points>", ".2" behind it if taken
    document: str
    source: str
    nth: int  # in its document, printing order
    depth: int  # 0: not quoted
    quoted_by: str  # id of the copy that quotes it; "" at depth 0
    page: int  # of the source, where its header begins
    fields: tuple[Field, ...]  # one for each FieldName, in its order
    body: Passage  # lines as printed, without stamps, quotation marks and quotations
    signature: Passage  # EMPTY where none is told apart; in smaller print it is no part of body, else the end of it
    codes: tuple[str, ...]  # exemption codes printed beside or in its lines, sorted
    style: str  # which header style was recognised: "block", "original", "wrote", "forwarded", ...

    def field(self, name: FieldName) -> Field:
        """The field of this name."""
        return next(field for field in self.fields if field.name is name)
