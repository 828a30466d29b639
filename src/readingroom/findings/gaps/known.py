"""What is known of each message, as gaps look at it, and what of a gap they all make alike."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

DAY = 24 * 60  # minutes


class Known(NamedTuple):
    """A message without its words. Made by the case; all of a case in memory."""

    id: str
    conversation: str
    sent: str  # "YYYY-MM-DDTHH:MM" on the clock of its page, "" where it cannot be told
    minute: int  # since 1970 on that clock; -1 where undated
    answers: bool  # so its subject's prefix says
    stem: tuple[str, ...]  # words of the subject without prefixes, folded
    sender: frozenset[str]  # words of the printed name, and the part of an address before the "@"; none: not shown
    people: frozenset[str]  # the same of all addressees
    from_: str  # these three as printed
    to: tuple[str, ...]
    subject: str
    copies: tuple[str, ...]  # Copy.id, the best first
    printed: bool  # on top of a document of its own
    words: int  # of the longest body that any copy shows
    bears: tuple[str, ...]  # Message.ids that it quotes, answers or forwards, and that are there


class Shelf:
    """All messages of a case, to be found by who sent them when, and by their subjects."""

    def __init__(self, messages: Iterable[Known]) -> None:
        self.by_id = {message.id: message for message in messages}
        self._by_stem: dict[str, list[Known]] = {}
        self._by_sender: dict[str, list[tuple[int, str]]] = {}
        for message in sorted(self.by_id.values(), key=lambda message: (message.minute, message.id)):
            for key in stem_keys(message.stem):
                self._by_stem.setdefault(key, []).append(message)
            for name in message.sender:
                self._by_sender.setdefault(name, []).append((message.minute, message.id))

    def of_stem(self, message: Known, since: int, until: int, most: int) -> list[Known]:
        """Messages whose subject begins or ends as this one's, sent from minute `since` to `until`, or undated.

        The `most` last ones that share each end, by time; the message itself too.
        """
        found: dict[str, Known] = {}
        for key in stem_keys(message.stem):
            some = self._by_stem.get(key, ())
            first = bisect_left(some, since, key=_minute)
            last = bisect_right(some, until, key=_minute)
            found.update((other.id, other) for other in some[max(first, last - most) : last])
            found.update((other.id, other) for other in some[: min(most, bisect_left(some, 0, key=_minute))])
        return sorted(found.values(), key=lambda other: (other.minute, other.id))

    def from_one(self, names: frozenset[str], since: int, until: int, most: int) -> Iterator[Known]:
        """The `most` last messages sent from minute `since` to `until` by somebody who bears one of these names."""
        found: set[tuple[int, str]] = set()
        for name in names:
            sent = self._by_sender.get(name, ())
            first, last = bisect_left(sent, (since, "")), bisect_right(sent, (until, "~"))
            found.update(sent[max(first, last - most) : last])
        for _, message_id in sorted(found, reverse=True)[:most]:
            yield self.by_id[message_id]


def _minute(message: Known) -> int:
    return message.minute


def stem_keys(stem: tuple[str, ...]) -> set[str]:
    """Keys that subjects share which begin or end alike; a subject that OCR damaged in one place keeps one of them."""
    joined = "".join(stem)
    return {"<" + joined[:14], joined[-14:] + ">"} if joined else {""}


def gap_id(*parts: str) -> str:
    """The letter g and 12 hex digits."""
    return "g" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def counted(number: int, what: str) -> str:
    """A number with its noun: "1 page", "4 pages"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
