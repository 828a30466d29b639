"""Answers whose question is nowhere: not printed, not quoted, not under a subject that OCR damaged.

    Re: Lamps, from Gull to Rook, quotes nothing; no message "Lamps" by Rook comes before it   ->  a gap

"Re:" may be typed by hand for "regarding": a letter that begins a correspondence ranks low.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readingroom.findings.gaps.known import DAY, Known, Shelf, gap_id
from readingroom.model import FieldName, Gap, GapKind, GapStrength, Searched

FARTHEST = 30 * DAY  # that a question comes before its answer
ASTRAY = 14 * 60  # minutes that another clock may set a question behind its answer
MOST_LOOKED_AT = 200  # messages of one subject
SHORT = 60  # words: an answer; a longer text may be a letter "Re:" something
LETTER = 250


def find_orphans(shelf: Shelf, quoting: frozenset[str]) -> Iterator[Gap]:
    """A gap for each answer without its question.

    `quoting`: ids of messages below which something is quoted of which no header could be read.
    """
    for message in sorted(shelf.by_id.values(), key=lambda message: message.id):
        if not message.answers or message.bears or message.id in quoting or message.minute < 0:
            continue
        near = shelf.of_stem(message, message.minute - FARTHEST, message.minute + ASTRAY, MOST_LOOKED_AT)
        looked = [other for other in near if other.id != message.id and message.id not in other.bears]
        if any(_by_addressee(other, message) for other in looked):
            continue
        yield _gap(message, looked)


def _by_addressee(other: Known, message: Known) -> bool:
    """Whether it may be from somebody who is answered. What is not shown leaves it open."""
    if not other.sender or not message.people:
        return other.sender.isdisjoint(message.sender) or not other.sender
    return not other.sender.isdisjoint(message.people)


def _gap(message: Known, looked: Iterable[Known]) -> Gap:
    perhaps = tuple(other.id for other in looked if other.sender.isdisjoint(message.sender))[:5]
    rank = 0.74 if message.words <= SHORT else 0.66 if message.words <= LETTER else 0.4
    if not message.stem:
        rank -= 0.2  # a bare "Re:" has no subject to look for
    if perhaps:
        rank -= 0.12
    if not message.to:
        rank -= 0.05
    whom = "; ".join(message.to) or "somebody who is not shown"
    return Gap(
        id=gap_id(GapKind.REPLY_WITHOUT_PARENT, message.id),
        kind=GapKind.REPLY_WITHOUT_PARENT,
        strength=GapStrength.MUST_EXIST,
        rank=round(rank, 3),
        what=f"What “{message.subject}” answers: from {whom} to {message.from_ or 'a sender who is not shown'}",
        words=message.subject,
        copies=message.copies,
        part=FieldName.SUBJECT.value,
        end=len(message.subject),
        message=message.id,
        conversation=message.conversation,
        sender=message.to[0] if len(message.to) == 1 else "",
        recipients=(message.from_,) if message.from_ else (),
        subject=" ".join(message.stem),
        perhaps=perhaps,
        searched=Searched("messages with this subject, in no copy of it a quotation", "", message.sent, len(perhaps)),
    )
