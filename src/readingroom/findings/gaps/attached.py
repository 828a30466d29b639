"""Attachments that a header names and no page prints, and texts that say something is attached where nothing is named.

Pictures that mail programs put into signatures, and files that they name themselves, rank last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readingroom.findings.gaps.known import Known, Shelf, gap_id
from readingroom.model import Attachment, FieldName, Gap, GapKind, GapStrength, Searched, Telling, TellingKind

PASTED = 300  # words of a body that may be the file itself, pasted in
_SIZE = re.compile(r"\s*\(\d[\d.,]* ?[KMG]?B?\)\s*$", re.IGNORECASE)  # behind a mail that is attached as a file
_ENDING = re.compile(r"[ .]?\b(?:jpe?g|jog|png|gif|bmp|vcf|ics|dat|htm|html|p7s|asc)\b[\W_]*$", re.IGNORECASE)
_MADE = re.compile(
    r"^(?:att|image|img|picture|ole|oledata|details|winmail|smime|unknown|untitled|attachment|graycol|pic|mime)[\W_]*"
    r"\w{0,12}[. ]?(?:txt|jpg|jpeg|png|gif|bmp|dat|mso|htm|html|p7s)?$",
    re.IGNORECASE,
)
_KEY = re.compile(r"[\W_]+")


def find_unprinted(shelf: Shelf, named: Iterable[tuple[Known, Attachment]]) -> Iterator[Gap]:
    """A gap for each file that a thread names and nothing prints; a file that several messages of it name is one."""
    by_file: dict[tuple[str, str], list[tuple[Known, Attachment]]] = {}
    for message, attachment in named:
        name = _SIZE.sub("", attachment.name)
        by_file.setdefault((_KEY.sub("", name.lower()), message.conversation), []).append((message, attachment))
    subjects = {_KEY.sub("", message.subject.lower()) for message in shelf.by_id.values()}
    for (key, _), some in sorted(by_file.items()):
        if any(attachment.source for _, attachment in some) or not key:
            continue
        if _SIZE.search(some[0][1].name) and key in subjects:
            continue  # a mail attached to a mail, and it is there
        some.sort(key=lambda one: (one[0].minute, one[0].id, one[1].nth))
        yield _unprinted(key, some)


def _unprinted(key: str, some: list[tuple[Known, Attachment]]) -> Gap:
    message, attachment = some[0]
    name = attachment.name.strip()
    rank = 0.72
    if _MADE.match(name):
        rank = 0.12
    elif _ENDING.search(name):
        rank = 0.3
    elif max(one.words for one, _ in some) >= PASTED:
        rank = 0.45
    copies = tuple(dict.fromkeys(one.copy for _, one in some))
    return Gap(
        id=gap_id(GapKind.ATTACHMENT, key, message.id),
        kind=GapKind.ATTACHMENT,
        strength=GapStrength.MUST_EXIST,
        rank=rank,
        what=f"Attachment “{name}”" + (", perhaps pasted into the text" if rank == 0.45 else ""),
        words=name,
        copies=copies,
        part=FieldName.ATTACHMENTS.value,
        message=message.id,
        conversation=message.conversation,
        sender=message.from_,
        recipients=message.to,
        subject=message.subject,
        searched=Searched("pages that print this name or its words, and pages behind the mail", "", "", 0),
    )


def find_unnamed(told: Iterable[tuple[Known, Telling]], naming: frozenset[str]) -> Iterator[Gap]:
    """A gap for each text that says something is attached where no copy names or encloses any.

    `naming`: ids of messages of which a copy does, or of one that quotes them.
    """
    seen: set[str] = set()
    for message, telling in sorted(told, key=lambda one: (one[0].id, one[1].start, one[1].copy)):
        if telling.kind is not TellingKind.ATTACHED or message.id in naming or message.id in seen:
            continue
        seen.add(message.id)
        long = message.words >= PASTED
        yield Gap(
            id=gap_id(GapKind.NOTHING_ATTACHED, message.id),
            kind=GapKind.NOTHING_ATTACHED,
            strength=GapStrength.SAID_TO_EXIST,
            rank=round((0.3 if long else 0.5 if message.printed else 0.46) * telling.weight, 3),
            what="Something said to be attached; no copy names or prints a file",
            words=telling.words,
            copies=(telling.copy, *(copy_id for copy_id in message.copies if copy_id != telling.copy)),
            part="body",
            start=telling.start,
            end=telling.end,
            message=message.id,
            conversation=message.conversation,
            sender=message.from_,
            recipients=message.to,
            subject=message.subject,
            searched=Searched(
                "headers of all copies of the message, and pages behind them", "", "", len(message.copies)
            ),
        )
