"""Messages from groups of copies: which copy is best, what each field is taken from, and the id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from readingroom.messages.skeleton import FIELD_ORDER, CopySkeleton
from readingroom.messages.traits import Traits
from readingroom.model import FieldName, FieldState, Message, MessageStatus

# What a copy says of a field, the most telling first. Among equals the better copy speaks.
TELLING = (
    FieldState.READ,
    FieldState.REDACTED,
    FieldState.UNREADABLE,
    FieldState.BLANK,
    FieldState.UNDETERMINED,
    FieldState.ABSENT,
)
KEY_CHARACTERS = 60  # of a folded opening that go into a message's id
NEARLY_ALL = 0.8  # of the words of the longest body: enough for a top print to be shown in its place


def messages_of(groups: Iterable[Sequence[CopySkeleton]], traits: Mapping[str, Traits]) -> tuple[Message, ...]:
    """One message a group, sorted by id, `conversation` still empty. The groups share no copy; `traits` of all."""
    ranked = sorted((best_first(group) for group in groups), key=lambda group: group[0].id)
    taken: set[str] = set()
    messages = []
    for group in ranked:
        message_id = message_id_of(traits[group[0].id], group[0].sent)
        if message_id in taken:  # two that agree in all that makes an id and are kept apart all the same
            message_id = _digest("m", message_id, group[0].id)
        taken.add(message_id)
        messages.append(_message_of(message_id, group))
    return tuple(sorted(messages, key=lambda message: message.id))


def best_first(group: Sequence[CopySkeleton]) -> tuple[CopySkeleton, ...]:
    """Top prints before quotations, then by how many fields are read, how surely, and how much of the body shows."""
    if len(group) == 1:
        return tuple(group)
    return tuple(
        sorted(
            group,
            key=lambda copy_: (
                copy_.depth > 0,
                -copy_.states.count(FieldState.READ),
                -round(sum(copy_.confidence), 3),
                copy_.redacted,
                -copy_.words,
                copy_.id,
            ),
        )
    )


def message_id_of(traits: Traits, sent: str) -> str:
    """The letter m and 12 hex digits from what the best copy says: the same after a re-read of the same pages."""
    sender = " ".join(traits.sender.words) or traits.sender.address
    return _digest("m", sent, sender, traits.stem, traits.body.opening[:KEY_CHARACTERS])


def _message_of(message_id: str, ranked: tuple[CopySkeleton, ...]) -> Message:
    best = ranked[0]
    taken_from = tuple((name, _speaker(name, ranked)) for name in FIELD_ORDER)
    return Message(
        id=message_id,
        copies=tuple(copy_.id for copy_ in ranked),
        taken_from=tuple((name, copy_.id) for name, copy_ in taken_from),
        body_from=_body_from(ranked).id,
        restored=tuple(
            name
            for name, copy_ in taken_from
            if copy_.state(name) is FieldState.READ and best.state(name) is not FieldState.READ
        ),
        status=MessageStatus.PRINTED if best.depth == 0 else MessageStatus.QUOTED_ONLY,
        conversation="",
        sent=_speaker(FieldName.SENT, ranked).sent,
    )


def _speaker(name: FieldName, ranked: tuple[CopySkeleton, ...]) -> CopySkeleton:
    """The copy whose value of a field is shown: the best one where it reads it, else the surest that does."""
    best = ranked[0]
    if len(ranked) == 1 or best.state(name) is FieldState.READ:
        return best
    at = FIELD_ORDER.index(name)
    return min(
        ranked,
        key=lambda copy_: (
            TELLING.index(copy_.state(name)),
            -copy_.confidence[at] if copy_.state(name) is FieldState.READ else 0.0,
        ),
    )


def _body_from(ranked: tuple[CopySkeleton, ...]) -> CopySkeleton:
    """The copy whose body is shown: the longest in which nothing is hidden; a top print if it has nearly all of it."""
    open_ = [copy_ for copy_ in ranked if not copy_.redacted] or list(ranked)
    most = max(copy_.words for copy_ in open_)
    enough = [copy_ for copy_ in open_ if copy_.words == most or (not copy_.depth and copy_.words >= NEARLY_ALL * most)]
    return enough[0]


def _digest(kind: str, *parts: str) -> str:
    return kind + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
