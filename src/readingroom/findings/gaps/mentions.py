"""Messages that somebody speaks of: looked for where they should be, by who sent them to whom, when, and about what.

Per my prior email ...        from the same writer, to the same reader, within four days before, on this subject
Judith sent you an email      from one so named, to the reader or the writer
I will send a separate note   from the writer, after this
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from readingroom.findings.gaps.known import DAY, Known, Shelf, gap_id
from readingroom.findings.gaps.phrases import EMPTY_WORDS
from readingroom.model import Gap, GapKind, GapStrength, Searched, Telling, TellingKind

MOST_LOOKED_AT = 200  # messages of one sender within a telling's reach
SOON = 20  # minutes: what was "just" sent, whatever its subject
AHEAD = 2 * DAY  # that something announced is waited for
LATE = 60  # minutes that another clock may be ahead

WHAT = {
    TellingKind.SENT: "A message from {writer} to {reader}",
    TellingKind.BOUNCED: "A message that did not arrive",
    TellingKind.SENT_TO_WRITER: "A message from {reader} to {writer}",
    TellingKind.SENT_BY_ANOTHER: "A message from {who}",
    TellingKind.ANNOUNCED: "What {writer} says will follow",
}
RANKS = {
    TellingKind.BOUNCED: 0.9,
    TellingKind.SENT: 0.78,
    TellingKind.SENT_TO_WRITER: 0.6,
    TellingKind.SENT_BY_ANOTHER: 0.55,
    TellingKind.ANNOUNCED: 0.35,
}


class _Sought(NamedTuple):
    """Whose message to whom is looked for, from which minute to which."""

    senders: frozenset[str]
    readers: frozenset[str]  # none: whoever
    since: int
    until: int


def find_mentioned(shelf: Shelf, told: Iterable[tuple[Known, Telling]], postmasters: Sequence[Known]) -> Iterator[Gap]:
    """A gap for each message that is spoken of and not there, by message. `postmasters`: mail of mail programs."""
    seen: set[tuple[str, str]] = set()
    for message, telling in sorted(told, key=lambda one: (one[0].id, one[1].start, one[1].copy)):
        key = (message.id, " ".join(telling.words.lower().split())[:40])
        if telling.kind not in WHAT or message.minute < 0 or key in seen:
            continue
        seen.add(key)
        sought = _sought(message, telling)
        looked = [
            other
            for other in shelf.from_one(sought.senders, sought.since, sought.until, MOST_LOOKED_AT)
            if other.id != message.id and _reaches(other, sought)
        ]
        if any(_is_it(other, message, telling) for other in looked) or _returned(message, telling, postmasters):
            continue
        yield _gap(message, telling, sought, looked)


def _sought(message: Known, telling: Telling) -> _Sought:
    since, until = message.minute - (telling.reach + 1) * DAY, message.minute + LATE
    if telling.kind is TellingKind.ANNOUNCED:
        return _Sought(message.sender, message.people, message.minute + 1, message.minute + AHEAD)
    if telling.kind is TellingKind.SENT_TO_WRITER:
        return _Sought(message.people, message.sender, since, until)
    named = frozenset(word for word in telling.who.lower().replace("-", " ").split() if len(word) > 1)
    if telling.kind is TellingKind.SENT_BY_ANOTHER:
        return _Sought(named, frozenset(), since, until)
    if telling.kind is TellingKind.BOUNCED and named:
        return _Sought(named, message.people, since, until)
    return _Sought(message.sender, named or message.people, since, until)


def _reaches(other: Known, sought: _Sought) -> bool:
    return not sought.readers or not other.people or not other.people.isdisjoint(sought.readers)


def _is_it(other: Known, message: Known, telling: Telling) -> bool:
    """Whether a message within reach is on this matter: its conversation, its subject, or a word of the sentence."""
    if telling.kind is TellingKind.BOUNCED:
        return True
    if other.conversation == message.conversation:
        return True
    matter = {word for word in (*message.stem, *telling.topic) if len(word) > 2} - EMPTY_WORDS
    if not matter.isdisjoint(other.stem):
        return True
    return telling.reach == 1 and 0 <= message.minute - other.minute <= SOON


def _returned(message: Known, telling: Telling, postmasters: Sequence[Known]) -> bool:
    """Whether the notice of a mail that bounced is there."""
    return telling.kind is TellingKind.BOUNCED and any(
        0 <= message.minute - other.minute <= telling.reach * DAY
        and (not other.people or not other.people.isdisjoint(message.sender))
        for other in postmasters
    )


def _gap(message: Known, telling: Telling, sought: _Sought, looked: Sequence[Known]) -> Gap:
    rank = RANKS[telling.kind] * telling.weight - (0.3 if looked else 0.0) - (0.0 if sought.senders else 0.1)
    writer = message.from_ or "a sender who is not shown"
    reader = "; ".join(message.to) or "whoever it went to"
    announced = telling.kind is TellingKind.ANNOUNCED
    by_writer = telling.kind in (TellingKind.SENT, TellingKind.BOUNCED) and not telling.who
    to_writer = telling.kind is TellingKind.SENT_TO_WRITER
    return Gap(
        id=gap_id(telling.kind, message.id, telling.words[:40].lower()),
        kind=GapKind.ANNOUNCED if announced else GapKind.REFERRED_MESSAGE,
        strength=GapStrength.SAID_TO_EXIST,
        rank=round(max(0.05, rank), 3),
        what=WHAT[telling.kind].format(writer=writer, reader=reader, who=telling.who or "somebody else"),
        words=telling.words,
        copies=(telling.copy, *(copy_id for copy_id in message.copies if copy_id != telling.copy)),
        part="body",
        start=telling.start,
        end=telling.end,
        message=message.id,
        conversation=message.conversation,
        sender=message.from_ if by_writer or announced else message.to[0] if to_writer and message.to else telling.who,
        recipients=message.to if by_writer or announced else (message.from_,) if to_writer else (),
        perhaps=tuple(sorted(other.id for other in looked))[:5],
        searched=Searched("messages " + _between(sought), _time(sought.since), _time(sought.until), len(looked)),
    )


def _between(sought: _Sought) -> str:
    who = " or ".join(sorted(sought.senders)) or "anybody"
    whom = " or ".join(sorted(sought.readers)[:6]) or "anybody"
    return f"by {who} to {whom}, on this subject"


def _time(minute: int) -> str:
    return (datetime(1970, 1, 1) + timedelta(minutes=minute)).isoformat(timespec="minutes")
