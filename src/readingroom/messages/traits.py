"""Traits: what of a copy is compared, folded once."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from readingroom.messages.names import Name, name_of
from readingroom.messages.skeleton import CopySkeleton
from readingroom.messages.subject import take_apart
from readingroom.messages.wording import Body
from readingroom.model import LinkKind

MOST_ADDRESSEES = 40  # a longer list is not compared: it tells nothing then
MOST_CHARACTERS = 400
PAGE_NUMBER = re.compile(r"\n[ \t]{0,9}\d{1,4}\s{0,9}\Z")  # alone on the last line: printed by the page, not the writer
NOT_A_WORD = re.compile(r"[\W_]+")


class Traits(NamedTuple):
    """The comparable side of a copy. Equal traits of two copies: nothing that is compared tells them apart."""

    sent: str  # "" where it cannot be told
    sender: Name
    addressees: tuple[Name, ...]
    kind: LinkKind | None  # what the subject's prefix says
    stem: str  # the subject without prefixes, folded words
    body: Body


def traits_of(copy_: CopySkeleton, names: dict[str, Name] | None = None) -> Traits:
    """The traits of a copy. `names` remembers names already read: a case prints few names many times."""
    known = {} if names is None else names
    kind, stem = take_apart(copy_.subject[:MOST_CHARACTERS])
    addressees = copy_.to + copy_.cc
    return Traits(
        sent=copy_.sent,
        sender=_remembered(copy_.from_, known),
        addressees=tuple(_remembered(printed, known) for printed in addressees)
        if len(addressees) <= MOST_ADDRESSEES
        else (),
        kind=kind,
        stem=fold_words(stem),
        body=Body(
            opening=fold_words(PAGE_NUMBER.sub("", copy_.opening[:MOST_CHARACTERS])),
            closing=fold_words(PAGE_NUMBER.sub("", copy_.closing[-MOST_CHARACTERS:])),
            redacted=copy_.redacted,
        ),
    )


def fold_words(text: str) -> str:
    """Words in small letters with one blank between them; no accents, no punctuation, no line ends."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return NOT_A_WORD.sub(" ", plain).strip()


def _remembered(printed: str, known: dict[str, Name]) -> Name:
    name = known.get(printed)
    if name is None:
        name = known[printed] = name_of(printed)
    return name
