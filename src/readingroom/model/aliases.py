"""Conclusions on short signs: what the release says of them, what they mean, and where somebody is meant by one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class AliasWhere(StrEnum):
    """In which part of a printing a sign stands."""

    HEADER = "header"
    SUBJECT = "subject"
    BODY = "body"
    SIGNATURE = "signature"
    PAGE = "page"  # on a page, outside any copy of a message


class AliasGround(StrEnum):
    """Why a sign is said to mean something."""

    TOLD = "told"  # says a table that was brought from outside
    EXPANDED = "expanded"  # the release prints the words beside the sign
    HEADER = "header"  # a header prints it as a name of somebody whom others name in full
    SIGNATURE = "signature"  # it stands under the name of whoever signs
    SIGN_OFF = "sign-off"  # the sender's own initials or short name, at the end of what they wrote
    OFFICE_MARK = "office mark"  # headers print it behind the names of those who sit in the office
    INITIALS = "initials"  # its letters begin the words of a post or an office, or the names of a person
    NAME = "name"  # a name that one alone of those on the print-out bears, or one alone in the release
    UNDETERMINED = "undetermined"  # nothing says, or two things say otherwise


class SignUse(NamedTuple):
    """How often a copy, or a page outside any copy, prints a sign. Made by `people.read_signs`; a batch at a time."""

    sign: str  # as it is looked up: in capitals, without the "s" of several
    words: str  # as printed first
    copy: str  # Copy.id; "" on a page outside any copy
    document: str
    source: str
    page: int
    where: AliasWhere  # of the first
    start: int  # of the first: characters of that part
    uses: int


class AliasClue(NamedTuple):
    """What is printed of a sign: the words it stands for, or whose sign it is. Made by `people.read_signs`.

    `ground` is one of EXPANDED (`words` are what it stands for), SIGNATURE and SIGN_OFF (`words` are the sender as
    printed), NAME (the sign is a given name, with which an addressee is spoken to, and `words` are that addressee),
    INITIALS (the sign is not printed: `words` are an office or a post that may be called by it; once a document).
    """

    sign: str
    words: str
    ground: AliasGround
    copy: str  # Copy.id; "" on a page outside any copy
    document: str
    source: str
    page: int
    where: AliasWhere
    start: int  # of `words`, or of the sign where the words are the sender
    end: int


class AliasMeaning(NamedTuple):
    """What a sign means, on one ground. Made by `people.meanings_of`; all of a case may be in memory.

    A sign may have several: which of them holds in a copy is asked with its date, its sender and its print-out.
    """

    sign: str
    ground: AliasGround
    words: str  # what the ground says, as printed or told
    person: str = ""  # Actor.id of who is meant, or of who holds the post; "" where nobody is known
    name: str = ""  # of that person, as printed or told
    office: str = ""  # as printed or told
    post: str = ""
    since: str = ""  # "YYYY-MM-DD", of a told post; "" where nothing is said
    until: str = ""
    source: str = ""  # what a table says it rests on
    copies: tuple[str, ...] = ()  # Copy.id that print the ground, the first few
    documents: tuple[str, ...] = ()  # that print the ground, the first few
    weight: int = 1  # how many documents print the ground; of a name, how many messages its bearer sent and got


class Mention(NamedTuple):
    """A sign in a copy, and who or what is meant by it. Made by `people.mentions_in`; a copy's at a time."""

    words: str  # as printed
    sign: str  # what it is read as: another than printed where OCR misread it
    where: AliasWhere
    start: int  # characters of that part: of the subject, the body, the signature, or of the part of a header field
    end: int
    field: str  # of a header mention: the field and the number of its part, "to 2"; else ""
    ground: AliasGround
    means: AliasMeaning | None  # None: undetermined
    candidates: tuple[AliasMeaning, ...]  # what it may mean, where undetermined


class GlossaryEntry(NamedTuple):
    """A sign of the release: how often it is used, and everything that says what it stands for.

    Made by `people.glossary_of`; all of a case may be in memory. Without meanings nothing in the release says it.
    """

    sign: str
    words: str  # as printed
    uses: int
    documents: int
    meanings: tuple[AliasMeaning, ...]  # what a table tells first, then words that are printed, the most frequent first
    agree: bool  # no two of those that are told or printed in words say something else
