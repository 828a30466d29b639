"""Owners: the line above each head of a print-out that names whose mailbox it was printed from.

Nora Quill                               <- at the head of the first print-out, and again of each that follows
From:     Odo Marsh
Sent:     Monday, November 9, 2009
"""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.copies.labels import MBOX_LINE
from readingroom.copies.rows import Row
from readingroom.copies.signatures import print_size
from readingroom.copies.values import Header

_LARGER = 1.1  # times as high as a header's print: the name of a mailbox's owner over it
_LONGEST = 40  # characters of such a line


def join_owners(rows: Sequence[Row], headers: Sequence[Header]) -> tuple[Header, ...]:
    """The headers of a document, each that follows with the owner's line above it as part of its print-out's head."""
    owner = _key(rows, headers[0]) if headers else ""
    if not owner:
        return tuple(headers)
    return headers[0], *(
        header._replace(start=header.first - 1) if _key(rows, header) == owner else header for header in headers[1:]
    )


def with_first_line(rows: Sequence[Row], header: Header) -> Header:
    """With the line over it that its print-out begins with: raw mail's "From ", or the owner's name in large print."""
    above, first = rows[header.start - 1], rows[header.first]
    large = 0.0 < _LARGER * print_size([first]) < print_size([above])
    parted = (first.apart or first.first) and above.apart and not above.gaps
    owner = header.style == "columns" and large and parted
    begins = header.start == header.first and (owner or MBOX_LINE.match(above.text) is not None)
    return header._replace(start=header.start - 1) if begins else header


def _key(rows: Sequence[Row], header: Header) -> str:
    """The letters of the line right above a head, where that is the first of its page; else ""."""
    at = header.first - 1
    if header.style != "columns" or header.start != header.first or at < 0 or not rows[at].first:
        return ""
    text = rows[at].text
    return "".join(filter(str.isalnum, text.lower())) if len(text) <= _LONGEST else ""
