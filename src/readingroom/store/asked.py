"""What a query asks for, as values: the tree that `query` makes of a text and `search` makes SQL of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Column: TypeAlias = Literal["", "sender", "recipients", "cc", "subject", "body"]  # "": any of them


@dataclass(frozen=True, slots=True)
class Word:
    """A word (or several in a row, where a mark divides it: "jo.bloggs"); a beginning of one if `prefix`."""

    text: str
    column: Column = ""
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to the letter: case, accents and line ends folded, nothing else."""

    text: str
    column: Column = ""


@dataclass(frozen=True, slots=True)
class Near:
    """All of these words, in any order, at most `distance` others between the first and the last."""

    words: tuple[str, ...]
    distance: int
    column: Column = ""


@dataclass(frozen=True, slots=True)
class Tolerant:
    """A word as OCR may have misread it."""

    text: str
    column: Column = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Sent at `first` or later and before `until` (beginnings of ISO dates; "" is open)."""

    first: str
    until: str


@dataclass(frozen=True, slots=True)
class Code:
    """An exemption code, capital letters and digits only ("B7C"); a beginning of one if `prefix`."""

    code: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """Something is blacked out, or attached."""

    what: Literal["redaction", "attachment"]


@dataclass(frozen=True, slots=True)
class InDocument:
    """In the document of this stamped number, or of this name ("letters", "letters#12"); a beginning if `prefix`."""

    name: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class OnPages:
    """On these pages of a source."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    parts: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    parts: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: Asked


Text: TypeAlias = Word | Phrase | Near | Tolerant
Condition: TypeAlias = Sent | Code | Has | InDocument | OnPages
Asked: TypeAlias = Text | Condition | And | Or | Not


def texts_of(asked: Asked) -> Iterator[Text]:
    """The words that a hit may hold: those that are not asked to be absent."""
    match asked:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from texts_of(part)
        case Word() | Phrase() | Near() | Tolerant():
            yield asked
        case _:
            return


def is_bounded(asked: Asked) -> bool:
    """Whether the query names something to look for, and not only what to leave out."""
    match asked:
        case And(parts=parts):
            return any(map(is_bounded, parts))
        case Or(parts=parts):
            return all(map(is_bounded, parts))
        case Not():
            return False
        case _:
            return True
