"""Links and conversations: who answers, forwards or quotes whom, and what hangs together by that."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from readingroom.messages.answers import answers_by_header
from readingroom.messages.skeleton import CopySkeleton
from readingroom.messages.subject import take_apart
from readingroom.model import FieldName, Link, LinkKind, Message
from readingroom.text import components_of


def links_of(messages: Sequence[Message], copies: Mapping[str, CopySkeleton]) -> tuple[Link, ...]:
    """A link from each message to each one that it quotes itself, not to what those quote. Sorted.

    The kind is what the later one's subject says; the ground is the smallest id of the quotations that show it.
    An answer that quotes nothing is linked where its header says enough, see `answers_by_header`.
    """
    message_of = {copy_id: message for message in messages for copy_id in message.copies}
    links: dict[tuple[str, str], Link] = {}
    for copy_id in sorted(message_of):
        earlier = message_of[copy_id]
        later = message_of.get(copies[copy_id].quoted_by)
        if later is None or later is earlier or (later.id, earlier.id) in links:
            continue
        links[later.id, earlier.id] = Link(_kind_of(later, copies), later.id, earlier.id, copy_id)
    quoting = {later for later, _ in links}
    found = (*links.values(), *answers_by_header(messages, copies, quoting))
    return tuple(sorted(found, key=lambda link: (link.later, link.earlier)))


def with_conversations(
    messages: Sequence[Message], links: Sequence[Link], copies: Mapping[str, CopySkeleton]
) -> tuple[Message, ...]:
    """The messages, each with the id of its conversation: all that links connect, named for its first message."""
    conversation_of: dict[str, str] = {}
    sent = {message.id: copies[dict(message.taken_from)[FieldName.SENT]].sent for message in messages}
    for component in components_of(sent, ((link.later, link.earlier) for link in links)):
        # Later releases bring answers more often than beginnings: the first message names it longest.
        first = min(component, key=lambda message_id: (sent[message_id] or "9999", message_id))
        name = "c" + hashlib.sha256(first.encode()).hexdigest()[:12]
        conversation_of.update(dict.fromkeys(component, name))
    return tuple(replace(message, conversation=conversation_of[message.id]) for message in messages)


def _kind_of(later: Message, copies: Mapping[str, CopySkeleton]) -> LinkKind:
    shown = copies[dict(later.taken_from)[FieldName.SUBJECT]].subject
    return take_apart(shown)[0] or LinkKind.QUOTES
