"""Answers that quote nothing, told by their headers: what they answer, where that is plain.

    RE: Lamps, from Gull to Rook, Tuesday        answers        Lamps, from Rook to Gull, Monday

The subject alone tells nothing: a schedule goes out every day under one name. So each answer gets at most one link: to
the last message of that subject before it, within a week, that somebody it is addressed to had written to its writer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from readingroom.messages.names import Name, compare_names, name_of
from readingroom.messages.skeleton import CopySkeleton
from readingroom.messages.subject import take_apart
from readingroom.messages.verdict import Verdict
from readingroom.model import FieldName, Link, LinkGround, LinkKind, Message
from readingroom.text import fold_ocr

WITHIN = timedelta(days=7)
MOST_LOOKED_AT = 50  # messages of one subject before an answer
MOST_ADDRESSEES = 40


def answers_by_header(
    messages: Sequence[Message], copies: Mapping[str, CopySkeleton], quoting: set[str]
) -> Iterator[Link]:
    """A link from each answer that is not in `quoting` (Message.ids) to what its header says it answers, by message."""
    stems = {message.id: _stem(_subject(message, copies)) for message in messages}
    answers = [
        message
        for message in messages
        if message.id not in quoting
        and message.sent
        and stems[message.id]
        and take_apart(_subject(message, copies))[0] is LinkKind.ANSWERS
    ]
    wanted = {stems[message.id] for message in answers}
    by_stem: dict[str, list[Message]] = {}
    for message in sorted(messages, key=lambda message: (message.sent, message.id)):
        if message.sent and stems[message.id] in wanted:
            by_stem.setdefault(stems[message.id], []).append(message)
    for answer in answers:
        same = by_stem[stems[answer.id]]
        before = bisect_left(same, answer.sent, key=lambda message: message.sent)
        for asked in reversed(same[max(0, before - MOST_LOOKED_AT) : before]):
            if _is_later(asked, answer):
                break
            if _fits(asked, answer, copies):
                yield Link(LinkKind.ANSWERS, answer.id, asked.id, answer.copies[0], LinkGround.HEADER)
                break


def _subject(message: Message, copies: Mapping[str, CopySkeleton]) -> str:
    return copies[dict(message.taken_from)[FieldName.SUBJECT]].subject


def _stem(subject: str) -> str:
    return fold_ocr(take_apart(subject)[1])


def _is_later(asked: Message, answer: Message) -> bool:
    """Whether more than a week lies between the two."""
    return datetime.fromisoformat(answer.sent) - datetime.fromisoformat(asked.sent) > WITHIN


def _fits(asked: Message, answer: Message, copies: Mapping[str, CopySkeleton]) -> bool:
    """Whether one was written by somebody whom the other addresses, and not by its writer, nor to others only."""
    asker, answerer = _sender(asked, copies), _sender(answer, copies)
    if compare_names(asker, answerer) is Verdict.YES:
        return False
    if all(compare_names(asker, name) is not Verdict.YES for name in _addressees(answer, copies)):
        return False
    told = _addressees(asked, copies)
    return not told or any(compare_names(answerer, name) is not Verdict.NO for name in told)


def _sender(message: Message, copies: Mapping[str, CopySkeleton]) -> Name:
    return name_of(copies[dict(message.taken_from)[FieldName.FROM]].from_)


def _addressees(message: Message, copies: Mapping[str, CopySkeleton]) -> tuple[Name, ...]:
    taken = dict(message.taken_from)
    printed = (*copies[taken[FieldName.TO]].to, *copies[taken[FieldName.CC]].cc)
    return tuple(map(name_of, printed[:MOST_ADDRESSEES]))
