"""One print of a sender or addressee taken apart: the name in its order, the address, tags.

Quill, Nora D (HBR/OPS) <QuillND@harbour.example>     family quill, given nora, initials d, tag HBR/OPS, address
'nora.quill                                            local nora.quill: the rest of the address is gone
Nora Quill/O-DIR/HBR                                   family quill, given nora, tags O-DIR, HBR
Marsh, Odo On Behalf Of Quill, Nora                    family quill, given nora
Harbour-News                                           alone harbour-news: a word that is no name in two parts
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from readingroom.people.name_words import (
    DEGREES,
    GENERATIONS,
    LIST_WORDS,
    MAIL_WORDS,
    NO_NAME,
    OFFICE_WORDS,
    PARTICLES,
    TITLES,
)

MOST_CHARACTERS = 160  # of a print: a longer one is a list that was not cut, or no name
MOST_WORDS = 6  # of a name
MOST_GIVEN = 3  # given names and initials: more are two people's

_BEHALF = re.compile(r"\bon behalf of\b", re.IGNORECASE)
_AT = re.compile(r"\s?(?:@|©|\(a\)|\(ci[!)])\s?")
_CODE = re.compile(r"\(b\)\s?\(\d\)(?:\s?\([A-Fa-f]\))?|1\.4\([a-h]\)")
_SPACED = re.compile(r"\s?([._@])\s?")  # blanks that OCR sees in addresses
_MAILTO = re.compile(r"^.{0,12}to:|^\W?mai\w?to\.")
_ENDING = re.compile(r"\.(gov|com|org|net|edu|mil)\w?$")
_DIRECTORY = re.compile(r"[/\[I]O\s?=.*CN\s?=\s?([\w .-]+?)[\]\)\s]*[IJl]?$", re.IGNORECASE)
_DIRECTORY_BEGINS = re.compile(r"[\[<(]?\s?[/I]O\s?=")
_BRACKETED = re.compile(r"[<\[(]\s?(?:mail\s?to\s?:\s?)?([^<>\[\]()]*?@[^<>\[\]()]*)[>\])}jJlI]?", re.IGNORECASE)
_BARE = re.compile(r"[^\s<>\[\]()\"',;:]{1,64}@[^\s<>\[\]()\"',;]{2,80}")
_OPENS = re.compile(r"[<\[]|\(?\bmail\s?to\b|\($", re.IGNORECASE)
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_TAG = re.compile(r"\(([^()]{1,40})\)?")
_LOTUS = re.compile(r"((?:[^\W\d_][\w.'-]*\s){1,3}[^\W\d_][\w.'-]*)((?:/[A-Za-z0-9&-]{1,20}){1,6})(?:@\w+)?")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LOCAL = re.compile(r"[\w.+#-]{3,40}")
_SPECKS = " \t\n'\"‘’“”`´*•·.,;:|_-~^<>[]{}‹›=«»!?/\\"


class Printed(NamedTuple):
    """A print as it is compared: small letters, no accents. At most one of `family` and `alone` is there."""

    family: str
    given: str  # "" or one letter where only that is printed
    initials: str  # of further names; "?" where OCR made no letter of it
    generation: str  # jr, sr, ii ...
    alone: str  # a word, or words, that are no name in two parts
    title: str  # printed before a family name that stands alone
    tags: tuple[str, ...]
    address: str  # whole, or the name under which a directory has it behind "cn="
    local: str  # what is left of an address before a hidden "@"

    @property
    def is_full(self) -> bool:
        """Whether a family name and a given name, not only its first letter, are printed."""
        return bool(self.family) and len(self.given) > 1

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is printed by which somebody could be known."""
        return not (self.family or self.alone or self.address or self.local)


NOTHING = Printed("", "", "", "", "", "", (), "", "")


def read_print(printed: str) -> Printed:
    """What a print says of whom it names; NOTHING where it is only codes, specks, or far too long."""
    text = " ".join(_CODE.sub(" ", printed[: MOST_CHARACTERS + 1]).split())
    if len(printed) > MOST_CHARACTERS:
        return NOTHING
    behalf = _BEHALF.search(text)
    if behalf and text[behalf.end() :].strip(_SPECKS):
        text = text[behalf.end() :]
    text = _AT.sub("@", text)
    address, spoken = _address(text)
    local = ""
    opens = _OPENS.search(spoken)
    if opens:
        rest = spoken[opens.end() :].strip(_SPECKS + "(:").removeprefix("mailto:")
        spoken = spoken[: opens.start()]
        if not address and _LOCAL.fullmatch(rest) and rest != "mailto" and not _ENDING.search(rest):
            local = plain(rest)
    if "@" in spoken:  # an address in the place of the name
        spoken = ""
    spoken, tags = _tags(spoken)
    spoken = spoken.strip(_SPECKS)
    cut = text[:1] in "'‘" and text[-1:] not in "'’" and not address
    if not address and not local and _is_local(spoken, cut):
        spoken, local = "", plain(spoken)
    return _named("" if plain(spoken) == local else spoken, tags, address, local)


def plain(text: str) -> str:
    """Small letters without accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))


def _address(text: str) -> tuple[str, str]:
    """The address in a print, and what is printed beside it."""
    listed = _DIRECTORY_BEGINS.search(text)
    if listed and (found := _DIRECTORY.search(text)):
        return "cn=" + plain(found[1].replace(" ", "")), text[: listed.start()]
    if "@" not in text:
        return "", text
    close = _SPACED.sub(r"\1", text)
    for pattern, searched in ((_BRACKETED, text), (_BARE, close)):
        for found in pattern.finditer(searched):
            address = plain(found[1] if pattern is _BRACKETED else found[0]).replace(" ", "")
            name, _, domain = _MAILTO.sub("", address).strip(_SPECKS).rpartition("@")
            whole = _DOMAIN.match(domain)
            if name and whole:
                domain = _ENDING.sub(r".\1", whole[0].strip(".-"))
                return f"{name.strip(_SPECKS)}@{domain}", searched[: found.start()]
    return "", text


def _tags(spoken: str) -> tuple[str, tuple[str, ...]]:
    """A name without what stands in brackets or behind slashes with it, and that."""
    tags = [tag.strip() for tag in _TAG.findall(spoken)]
    bare = _TAG.sub(" ", spoken).strip(_SPECKS + ")")
    lotus = _LOTUS.fullmatch(bare)
    if lotus:
        bare = lotus[1]
        tags += lotus[2].strip("/").split("/")
    return bare, tuple(tag for tag in tags if tag)


def _named(spoken: str, tags: tuple[str, ...], address: str, local: str) -> Printed:
    """The name in its order; what is no name in two parts stays one piece."""
    beside = Printed("", "", "", "", "", "", tags, address, local)
    if NO_NAME.fullmatch(spoken):
        return beside
    before, _, after = spoken.replace(";", ",").partition(",")
    first, behind = _words(before), _words(after)
    if len(first) > MOST_WORDS or len(behind) > MOST_WORDS or not first:
        return beside
    again = first.index(first[0], 1) if first[0] in first[1:] else len(first)
    first = first[:again]  # a name printed twice over
    generation = next((word for word in (*first[1:], *behind) if word in GENERATIONS), "")
    titles = [word for word in first if word in TITLES]
    named = [word for word in first[:-1] if word not in TITLES] + first[-1:]
    named = named[:1] + [word for word in named[1:] if word not in _ENDS]
    behind = [word for word in behind if word not in _ENDS and word not in TITLES]
    if behind and len(named) > 1 and after.strip().isupper() and len(behind[0]) > 1:  # letters of a degree
        behind = []
    if not _is_name((*named, *behind)) or any(sign in spoken for sign in "_#/@"):
        return beside._replace(alone=plain(spoken))
    if behind:
        family, given = named, behind
    elif len(named) > 1:
        at = len(named) - 1
        while at > 1 and named[at - 1] in PARTICLES:
            at -= 1
        family, given = named[at:], named[:at]
    elif titles and titles[0] != named[0]:
        return beside._replace(family=_joined(named[:1]), title=titles[0])
    else:
        return beside._replace(alone=named[0])
    if len(given) > 1 and len(given[0]) == 1 and len(given[1]) > 1:  # "Quill, A. Nora": known by the second one
        given = [given[1], given[0], *given[2:]]
    joined = _joined(family)
    if len(joined) < 2 or joined.isdigit() or len(given) > MOST_GIVEN:
        return beside._replace(alone=plain(spoken))
    return beside._replace(
        family=joined,
        given=given[0],
        initials="".join(word[0] if word[0].isalpha() else "?" for word in given[1:]),
        generation=generation,
    )


_ENDS = DEGREES | GENERATIONS


def _joined(family: list[str]) -> str:
    return "".join(family).replace("-", "").replace("'", "")


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether words can be somebody's: none of them is an office's, a list's, or a kind of mail."""
    return not any(word in OFFICE_WORDS or word in LIST_WORDS or word in MAIL_WORDS for word in words)


def _words(text: str) -> list[str]:
    return [plain(word).replace("’", "'").replace(".", "") for word in _WORD.findall(text)]


def _is_local(spoken: str, cut: bool) -> bool:
    """Whether a word alone is what is left of an address: small letters, points between, or `cut` behind a quote."""
    return bool(_LOCAL.fullmatch(spoken)) and (cut or spoken.islower() or "." in spoken.strip("."))
