"""Conclusions on people: whoever sends, gets or is named, under which names, in which posts, on what grounds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from readingroom.model.reading import FieldName


class ActorKind(StrEnum):
    """What an actor is: one human being, or something else that mail comes from or goes to."""

    PERSON = "person"
    OFFICE = "office"  # a desk, a unit, a mailbox that several read
    LIST = "list"  # a distribution list
    UNNAMED = "unnamed"  # a sender whose name is hidden, and of whom something else is printed
    UNDETERMINED = "undetermined"  # a printed name that two may bear, or that is too little to tell


class GroundKind(StrEnum):
    """Why two prints are taken for one actor's, or a post for somebody's."""

    ADDRESS = "address"  # both print one address
    WORDS = "words"  # the same words: in another order, with initials, titles or an agency's tags
    MISREAD = "misread"  # the rarer one is the other, as OCR misreads
    COPIES = "copies"  # two copies of one message print its sender, or the aligned addressee, in these two ways
    LOCAL_PART = "local part"  # the part of the address before the "@" is made of the name
    ONLY_ONE = "only one"  # a part of a name that only one in the release bears
    BLOCK = "block"  # the same lines under a text: a signature, with a telephone number or an address in it
    SIGNATURE = "signature"  # printed under a text, by its writer
    BODY = "body"  # printed in a text
    HEADER = "header"  # printed with a name in a header
    TOLD = "told"  # says a table that was brought from outside
    CORRECTED = "corrected"  # says who corrects


class Ground(NamedTuple):
    """What something inferred of an actor rests on."""

    kind: GroundKind
    words: tuple[str, ...]  # as printed or told; of a join: one print, the other
    copies: tuple[str, ...]  # Copy.id that print them, at most one each; empty where told
    weight: float  # 0..1: how sure it makes the conclusion, alone


class Designation(NamedTuple):
    """Words of a copy that say who holds which post, as printed. Made by `people.find_designations`, a copy at a time.

    The name may be "": the writer's own, printed over the lines or hidden.
    """

    copy: str  # Copy.id
    where: GroundKind  # SIGNATURE, BODY or HEADER
    start: int  # in the text of the copy's signature or body, or of its From field
    end: int
    name: str
    title: str
    office: str
    contacts: tuple[str, ...]  # telephone numbers and addresses printed with it: digits, or small letters


class PrintedName(NamedTuple):
    """One way in which headers print an actor. Its `id` is an id under which the actor can be asked for, ever after."""

    id: str
    words: str  # as printed
    sent: int  # copies whose From prints it
    received: int  # times that To, Cc and Bcc print it
    copy: str  # the first copy that prints it
    field: FieldName  # and there


class Actor(NamedTuple):
    """A person, an office, a list or somebody unnamed. Made by `people.join_names`; all of a case may be in memory.

    The id is that of its most telling printed name; the ids of all of them lead to it. Usual name: `actor`.
    """

    id: str
    kind: ActorKind
    name: str  # for display: the most telling print, without address and tags
    names: tuple[PrintedName, ...]  # the most frequent first; empty for somebody unnamed
    addresses: tuple[str, ...]  # as printed, in small letters
    grounds: tuple[Ground, ...]  # why the names are one actor's: one less than names, at least
    copies: tuple[str, ...]  # of somebody unnamed: the copies whose hidden sender it is
    sent: int  # messages
    received: int
    first: str  # "YYYY-MM-DD" of the first message that it sent or got; "" where none is dated
    last: str


class Post(NamedTuple):
    """A post that somebody is said to hold. Made by `people.posts_of`; all of a case may be in memory.

    Printed: `since` and `until` are the first and the last day on which the release prints it, not when it was held.
    Told by a table: the days that the table gives. "" where nothing is said.
    """

    title: str  # as printed or told
    office: str
    holder: str  # Actor.id; "" where the release names nobody of that name
    name: str  # of the holder, as printed or told; "" of somebody unnamed
    since: str  # "YYYY-MM-DD"
    until: str
    acting: bool
    kind: GroundKind  # SIGNATURE, BODY, HEADER or TOLD
    source: str  # where it was told: the table's own words; "" where printed
    copies: tuple[str, ...]  # that print it, the earliest first
    alias: str = ""  # that the table gives for the post


class ToldPost(NamedTuple):
    """A line of a table of posts that a user brought. Kept by the store, apart from all that is derived."""

    alias: str
    post: str
    holder: str
    since: str  # "YYYY-MM-DD" or ""
    until: str
    source: str  # what the table says it rests on
    file: str  # name of the table
    line: int  # from 1


class Traffic(NamedTuple):
    """How often one actor wrote to another. Made by `people.traffic_of`; a row for each two that wrote."""

    sender: str  # Actor.id
    receiver: str  # Actor.id; To, Cc and Bcc alike
    messages: int
    first: str  # "YYYY-MM-DD" of the first that is dated, "" where none is
    last: str
