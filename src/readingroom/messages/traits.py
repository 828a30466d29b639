"""Traits: what of a copy is compared, folded once."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from readingroom.messages.clocks import Time, time_of
from readingroom.messages.names import NOBODY, Addressees, Name, addressees_of, name_of
from readingroom.messages.skeleton import CopySkeleton
from readingroom.messages.subject import take_apart
from readingroom.messages.wording import Body
from readingroom.model import LinkKind

MOST_ADDRESSEES = 40  # a longer list is not compared: it tells nothing then
MOST_CHARACTERS = 400
PAGE_NUMBER = re.compile(r"\n[ \t]{0,9}\d{1,4}\s{0,9}\Z")  # alone on the last line: printed by the page, not the writer
# What a telephone puts below: the copy of another program has another line there, or none.
DEVICE = re.compile(r"(?:\n|\A)[ \t>]{0,9}Sent (?:from|via|wirelessly|using|on) [^\n]{1,80}\s{0,9}\Z", re.IGNORECASE)
# Spelt out behind the words of a link by some programs, in the middle of it cut by the end of the opening.
LINK = re.compile(r"<\s{0,3}https?:[^<>]{0,400}(?:>|\Z)", re.IGNORECASE)
NOT_A_WORD = re.compile(r"[\W_]+")


class Traits(NamedTuple):
    """The comparable side of a copy. Equal traits of two copies: nothing that is compared tells them apart."""

    time: Time  # without digits where it cannot be told
    top: bool  # not quoted
    sender: Name
    addressees: Addressees
    kind: LinkKind | None  # what the subject's prefix says
    stem: str  # the subject without prefixes, folded words
    body: Body


def traits_of(copy_: CopySkeleton, names: dict[str, Name] | None = None) -> Traits:
    """The traits of a copy. `names` remembers names already read: a case prints few names many times."""
    known = {} if names is None else names
    kind, stem = take_apart(copy_.subject[:MOST_CHARACTERS])
    addressees = copy_.to + copy_.cc
    return Traits(
        time=time_of(copy_.sent),
        top=copy_.depth == 0,
        sender=_remembered(copy_.from_, known),
        addressees=addressees_of(_remembered(printed, known) for printed in addressees)
        if len(addressees) <= MOST_ADDRESSEES
        else NOBODY,
        kind=kind,
        stem=fold_words(stem),
        body=Body(
            opening=fold_words(_own_words(copy_.opening[:MOST_CHARACTERS])),
            closing=fold_words(_own_words(copy_.closing[-MOST_CHARACTERS:])),
            redacted=copy_.redacted,
        ),
    )


def fold_words(text: str) -> str:
    """Words in small letters with one blank between them; no accents, no punctuation, no line ends."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return NOT_A_WORD.sub(" ", plain).strip()


def _own_words(text: str) -> str:
    """Without what the page or a program adds: a page number, a telephone's line, the address behind a link."""
    cut = DEVICE.sub("", PAGE_NUMBER.sub("", text))
    return LINK.sub(" ", cut).strip() or cut


def _remembered(printed: str, known: dict[str, Name]) -> Name:
    name = known.get(printed)
    if name is None:
        name = known[printed] = name_of(printed)
    return name
