"""Conclusions on messages: what was sent, with all its copies. They may be inferred, and name what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.reading import FieldName


class MessageStatus(StrEnum):
    """How a message is present in the release."""

    PRINTED = "printed"
    QUOTED_ONLY = "quoted only"
    GHOST = "ghost"  # nothing of it is printed: another message answers it or speaks of it


class JoinGround(StrEnum):
    """Why two copies are taken for one message."""

    SAID = "said"  # somebody said so
    MINUTE = "same minute"
    STEP = "a minute apart"  # as two programs print one time
    CLOCK = "another clock"
    MISREAD = "a digit misread"
    NO_TIME = "no time on one of them"
    SENDER = "same sender"
    SUBJECT = "same subject"
    ADDRESSEE = "an addressee in common"
    WORDS = "words"  # CopyGround.words_alike says how many
    QUOTES_THE_SAME = "quotes the same message"
    QUOTED_BY_THE_SAME = "quoted by the same message"


class CopyGround(NamedTuple):
    """What a copy's being in its message rests on: another copy of it, and what the two have in common."""

    other: str  # Copy.id; "" for the best copy, which the others are held against
    grounds: tuple[JoinGround, ...]
    minutes_apart: int  # between the two printed times
    words_alike: int  # 0..100: of what both show of the beginning of the body


FIRST = CopyGround("", (), 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message, sent once: all its copies. Made by `messages.join_copies`; skeletons may all be in memory."""

    id: str
    copies: tuple[str, ...]  # Copy.id, the best first
    taken_from: tuple[tuple[FieldName, str], ...]  # for each field: the copy whose value is shown
    body_from: str  # Copy.id
    restored: tuple[FieldName, ...]  # fields that the best copy does not show and another copy prints
    status: MessageStatus
    conversation: str
    sent: str = ""  # value of the copy that Sent is taken from
    grounds: tuple[CopyGround, ...] = ()  # of each copy, in the order of `copies`


class AttachmentGround(StrEnum):
    """Why pages are taken for the attachment that a message names."""

    NAME = "name"  # the file's name is printed on them, or another copy of its thread names it
    TITLE = "title"  # words of the name are printed in their first lines
    PLACE = "place"  # they stand behind the mail


class Attachment(NamedTuple):
    """An attachment that a copy names, and where it is printed. Made by `messages.reunite_attachments`."""

    copy: str  # Copy.id
    document: str  # of that copy
    nth: int  # among those that the copy names; -1: the copy names none, it is printed behind it all the same
    name: str  # as printed, "" where nothing names it
    source: str  # where it is printed; "" where it is not found
    first_page: int
    last_page: int
    title: str  # the first lines printed there
    grounds: tuple[AttachmentGround, ...]

    def at(self, other: Attachment, grounds: tuple[AttachmentGround, ...]) -> Attachment:
        """The attachment, printed where the other is."""
        return Attachment(*self[:4], *other[4:8], grounds)


class LinkKind(StrEnum):
    """How one message refers to another."""

    ANSWERS = "answers"
    FORWARDS = "forwards"
    QUOTES = "quotes"


class LinkGround(StrEnum):
    """What a link between two messages rests on."""

    QUOTATION = "quotation"  # the one is printed below the other: sure
    HEADER = "header"  # an answer's subject, the people and the time fit, and nothing is quoted: weaker


class Link(NamedTuple):
    """A message that answers, forwards or quotes another, and what shows it."""

    kind: LinkKind
    later: str  # Message.id
    earlier: str  # Message.id
    ground: str  # Copy.id: of the quotation, or of the answer whose header fits
    rests_on: LinkGround = LinkGround.QUOTATION
