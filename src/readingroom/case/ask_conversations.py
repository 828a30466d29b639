"""A conversation as a tree: who answered whom, what each link rests on, and messages known only from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.model import Gap, GapKind, LinkGround, LinkKind
from readingroom.show.frame import Place
from readingroom.show.links import copy_href, message_href, missing_href
from readingroom.show.reading import Turn
from readingroom.show.words import LINK_GROUNDS, LINKS, day_words
from readingroom.store import MessageRow, conversation_messages, gaps_of, links_of

MOST_TURNS = 5000  # that are put in order
DEEPEST = 8
GHOSTS = (GapKind.REPLY_WITHOUT_PARENT, GapKind.REFERRED_MESSAGE)


class _Parent(NamedTuple):
    """The message that one answers: its place in the conversation, how, and what shows it."""

    at: int
    kind: LinkKind
    rests_on: LinkGround
    ground: str  # Copy.id


def is_ghost(gap: Gap) -> bool:
    """Whether a gap is a message of which something is known: who wrote to whom, or about what."""
    return gap.kind in GHOSTS and not gap.perhaps


def conversation_turns(case: Case, conversation: str, here: str) -> tuple[Turn, ...]:
    """The messages of a conversation, each below the one that it answers; beginnings and answers by time.

    A ghost stands above the message that answers it, or that speaks of it.
    """
    if not conversation:
        return ()
    rows = conversation_messages(case.store, conversation)[:MOST_TURNS]
    place = {row.message.id: at for at, row in enumerate(rows)}
    parents: dict[str, _Parent] = {}  # by the later one; the latest of several
    for link in links_of(case.store, list(place)):
        if link.earlier in place and link.later in place and place[link.earlier] < place[link.later]:
            parent = _Parent(place[link.earlier], link.kind, link.rests_on, link.ground)
            parents[link.later] = max(parents.get(link.later, parent), parent)
    ghosts: dict[str, list[Gap]] = {}
    for gap in gaps_of(case.store, conversation):
        if is_ghost(gap):
            ghosts.setdefault(gap.message, []).append(gap)
    return tuple(_in_order(rows, parents, ghosts, here))


def _in_order(
    rows: tuple[MessageRow, ...], parents: dict[str, _Parent], ghosts: dict[str, list[Gap]], here: str
) -> Iterator[Turn]:
    answers: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        parent = parents.get(row.message.id)
        answers.setdefault(parent.at if parent else -1, []).append(at)
    waiting = [(at, 0) for at in reversed(answers.get(-1, []))]
    while waiting:
        at, deep = waiting.pop()
        known_from = ghosts.get(rows[at].message.id, ())
        yield from (_ghost(gap, deep) for gap in known_from)
        answered = any(gap.kind is GapKind.REPLY_WITHOUT_PARENT for gap in known_from)
        deep += answered
        yield _turn(rows[at], deep, parents.get(rows[at].message.id), answered, here)
        waiting += ((answer, deep + 1) for answer in reversed(answers.get(at, [])))


def _turn(row: MessageRow, deep: int, parent: _Parent | None, answers_ghost: bool, here: str) -> Turn:
    return Turn(
        min(deep, DEEPEST),
        LINKS[parent.kind] if parent else LINKS[LinkKind.ANSWERS] if answers_ghost else "",
        message_href(row.message.id),
        row.sender,
        day_words(row.message.sent),
        row.subject,
        len(row.message.copies),
        row.message.id == here,
        Place(LINK_GROUNDS[parent.rests_on], copy_href(parent.ground)) if parent else None,
    )


def _ghost(gap: Gap, deep: int) -> Turn:
    spoken_of = gap.kind is GapKind.REFERRED_MESSAGE
    return Turn(
        min(deep, DEEPEST),
        "not in this release",
        f"{missing_href(gap.kind)}#{gap.id}",
        gap.sender,
        "spoken of in the next" if spoken_of else "answered by the next",
        gap.subject or (f"“{gap.words}”" if spoken_of else ""),
        0,
        False,
        None,
        True,
    )
