"""Who wrote to whom, and how often: each message once, whatever number of copies print it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readingroom.model import Traffic
from readingroom.people.headings import Heading


def traffic_of(of_print: Mapping[str, str], headings: Sequence[Heading]) -> tuple[Traffic, ...]:
    """All pairs of actors of whom one wrote to the other, sorted; `of_print` says whose a print is.

    Copies of one message add to each other: one may print its sender and another its addressees. Nobody is counted as
    writing to himself: an own address among many is no letter.
    """
    senders: dict[str, set[str]] = {}
    receivers: dict[str, set[str]] = {}
    day: dict[str, str] = {}
    for heading in headings:
        message = heading.message or heading.copy
        if heading.sender in of_print:
            senders.setdefault(message, set()).add(of_print[heading.sender])
        named = {of_print[words] for words in (*heading.to, *heading.cc, *heading.bcc) if words in of_print}
        receivers.setdefault(message, set()).update(named)
        day[message] = max(day.get(message, ""), heading.sent[:10])
    days: dict[tuple[str, str], list[str]] = {}
    for message, wrote in senders.items():
        for sender in wrote:
            for receiver in receivers[message] - {sender}:
                days.setdefault((sender, receiver), []).append(day[message])
    return tuple(
        Traffic(sender, receiver, len(told), min(filter(None, told), default=""), max(told))
        for (sender, receiver), told in sorted(days.items())
    )
