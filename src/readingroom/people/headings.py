"""What goes into joining names: the heads of all copies, and what they come to, print by print and form by form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from readingroom.model import FieldName
from readingroom.people.printed import Printed, read_print

MOST_LISTS = 12  # ways in which copies of one message print its addressees that are held against each other
MOST_SENDERS = 8
MOST_LISTED = 60  # addressees of a list that is compared


class Heading(NamedTuple):
    """Who is printed at the head of a copy. Made by the case; all of a case at a time."""

    copy: str  # Copy.id
    message: str  # Message.id
    sent: str  # of the message, "YYYY-MM-DDTHH:MM" or ""
    sender: str  # as printed, "" where no name is
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    hidden: bool = False  # the sender is printed and taken out


@dataclass(slots=True)
class Use:
    """How often a print is used, and where first."""

    words: str
    copy: str
    field: FieldName
    sent: int = 0
    received: int = 0

    @property
    def count(self) -> int:
        """Times that any head prints it."""
        return self.sent + self.received


@dataclass(slots=True)
class Form:
    """Prints that read the same once taken apart: what joining joins. `prints` are the most frequent first."""

    printed: Printed
    prints: list[Use]
    count: int

    @property
    def use(self) -> Use:
        """The print that stands for the form."""
        return self.prints[0]


class Pair(NamedTuple):
    """Two forms that copies of one message print for the same: by place in `Forms.all`, the smaller first."""

    one: int
    other: int


@dataclass(slots=True)
class Witness:
    """In how many messages a pair is printed, and two copies of the first of them."""

    copies: tuple[str, str]  # of the smaller, of the other
    messages: int = 0


@dataclass(slots=True)
class Forms:
    """All forms of a case in the order of their names, and what its messages say of pairs of them."""

    all: list[Form]
    of_print: dict[str, int]  # by print: place in `all`
    ranked: list[int]  # places, the most frequent first
    witnesses: dict[Pair, Witness] = field(default_factory=dict)


def forms_of(headings: Iterable[Heading]) -> Forms:
    """All forms that the headings print. Prints that say nothing are left out."""
    ordered = sorted(headings)
    uses: dict[str, Use] = {}
    for heading in ordered:
        if heading.sender:
            _use(uses, heading.sender, heading.copy, FieldName.FROM).sent += 1
        for name, prints in ((FieldName.TO, heading.to), (FieldName.CC, heading.cc), (FieldName.BCC, heading.bcc)):
            for one in prints:
                _use(uses, one, heading.copy, name).received += 1
    read: dict[Printed, list[Use]] = {}
    for words in sorted(uses):
        printed = read_print(words)
        if not printed.says_nothing:
            read.setdefault(printed._replace(tags=()), []).append(uses[words])
    forms = []
    of_print: dict[str, int] = {}
    for at, printed in enumerate(sorted(read)):
        own = sorted(read[printed], key=lambda use: (-use.count, use.words))
        forms.append(Form(printed, own, sum(use.count for use in own)))
        of_print.update((use.words, at) for use in own)
    ranked = sorted(range(len(forms)), key=lambda at: (-forms[at].count, at))
    found = Forms(forms, of_print, ranked)
    _witness(found, ordered)
    return found


def _use(uses: dict[str, Use], words: str, copy: str, name: FieldName) -> Use:
    use = uses.get(words)
    if use is None:
        use = uses[words] = Use(words, copy, name)
    return use


def _witness(forms: Forms, ordered: Sequence[Heading]) -> None:
    """Count in which messages two forms stand for the same."""
    copies: dict[str, list[Heading]] = {}
    for heading in ordered:
        copies.setdefault(heading.message, []).append(heading)
    for message, some in copies.items():
        if message and len(some) > 1:
            seen: dict[Pair, tuple[str, str]] = {}
            _senders(forms, some, seen)
            for lists in ([(one.copy, one.to) for one in some], [(one.copy, one.cc) for one in some]):
                _addressees(forms, lists, seen)
            for pair, shown in seen.items():
                forms.witnesses.setdefault(pair, Witness(shown)).messages += 1


def _senders(forms: Forms, some: Sequence[Heading], seen: dict[Pair, tuple[str, str]]) -> None:
    first: dict[int, str] = {}
    for heading in some:
        at = forms.of_print.get(heading.sender)
        if at is not None:
            first.setdefault(at, heading.copy)
    for one, other in combinations(sorted(first)[:MOST_SENDERS], 2):
        seen.setdefault(Pair(one, other), (first[one], first[other]))


def _addressees(forms: Forms, lists: Iterable[tuple[str, tuple[str, ...]]], seen: dict[Pair, tuple[str, str]]) -> None:
    """Lists of one length, of which half and more is the same, name the same at the same place."""
    first: dict[tuple[int | None, ...], str] = {}
    for copy, prints in lists:
        if 0 < len(prints) <= MOST_LISTED:
            first.setdefault(tuple(map(forms.of_print.get, prints)), copy)
    for here, there in combinations(list(first)[:MOST_LISTS], 2):
        if len(here) != len(there):
            continue
        apart = [(one, other) for one, other in zip(here, there, strict=True) if one != other]
        if len(here) > 1 and 2 * len(apart) > len(here):
            continue
        for one, other in apart:
            if one is None or other is None:
                continue
            shown = (first[here], first[there]) if one < other else (first[there], first[here])
            seen.setdefault(Pair(min(one, other), max(one, other)), shown)
