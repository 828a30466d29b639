"""From the heads of all copies of a case to its actors."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readingroom.model import Actor, ActorKind, Ground, GroundKind, PrintedName
from readingroom.people.clusters import Clusters
from readingroom.people.headings import Form, Forms, Heading, forms_of
from readingroom.people.joining import (
    by_address,
    by_copies,
    by_local_part,
    by_misreading,
    by_only_bearer,
    by_short_names,
    by_words,
)
from readingroom.people.name_words import LIST_WORDS, OFFICE_WORDS

# In this order: what is surest first. Local parts once more, for the names that copies have brought together.
JOINING = (by_address, by_words, by_short_names, by_misreading, by_local_part, by_copies, by_local_part, by_only_bearer)
TELLING = 0.002  # of the prints of an actor must a full name be, to stand for all
MOST_GROUNDS = 400  # that an actor keeps

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_CODED = re.compile(r"[A-Z]{2,}\w*[-_]\w[\w-]*|(?:\w+-)?[A-Z]\w?[A-Z]s")  # "OPS-O_Shift", "NEWS-Rivers", "Lock-DEs"
_SPECKS = " \t'\"‘’“”`´*•·.,;:|_-~^<>[]{}()"
_BESIDE = re.compile(r"\s*(?:[<\[(]|\bmail\s?to\b).*$", re.IGNORECASE)


class Joined(NamedTuple):
    """Actors sorted by id, and which of them each print names."""

    actors: tuple[Actor, ...]
    of_print: dict[str, str]  # print to Actor.id


def join_names(
    headings: Sequence[Heading],
    *,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Joined:
    """Every print that says something in exactly one actor. The order of the headings does not matter.

    `same` and `apart` are pairs of prints that somebody says are one actor's, or two's: they weigh more than any
    ground. A print that no heading bears is passed over.
    """
    forms = forms_of(headings)
    clusters = Clusters(forms, _places(forms, apart))
    for one, other in sorted(_places(forms, same)):
        clusters.join(one, other, GroundKind.CORRECTED, 1.0, forced=True)
    for join_by in JOINING:
        join_by(clusters)
    return _actors(clusters, headings)


def _places(forms: Forms, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    at = forms.of_print
    return [(at[one], at[other]) for one, other in pairs if one in at and other in at]


def _actors(clusters: Clusters, headings: Sequence[Heading]) -> Joined:
    forms = clusters.forms.all
    grounds: dict[int, list[Ground]] = {}
    for join in clusters.joins:
        grounds.setdefault(clusters.root(join.one), []).append(join.ground)
    members: dict[int, list[int]] = {}
    for at in clusters.forms.ranked:
        members.setdefault(clusters.root(at), []).append(at)
    met = _met(clusters, headings)
    actors = {}
    for root, places in members.items():
        some = [forms[at] for at in places]
        actors[root] = _actor(some, grounds.get(root, []), met.get(root, _Met(set(), set(), set())))
    of_print = {words: actors[clusters.root(at)].id for words, at in clusters.forms.of_print.items()}
    return Joined(tuple(sorted(actors.values())), of_print)


class _Met(NamedTuple):
    """Messages that an actor sent and got, and the days."""

    sent: set[str]
    received: set[str]
    days: set[str]


def _met(clusters: Clusters, headings: Sequence[Heading]) -> dict[int, _Met]:
    roots = {words: clusters.root(at) for words, at in clusters.forms.of_print.items()}
    met: dict[int, _Met] = {}
    for heading in headings:
        message = heading.message or heading.copy
        for prints, sends in (((heading.sender,), True), ((*heading.to, *heading.cc, *heading.bcc), False)):
            for words in prints:
                root = roots.get(words)
                if root is None:
                    continue
                own = met.get(root)
                if own is None:
                    own = met[root] = _Met(set(), set(), set())
                (own.sent if sends else own.received).add(message)
                if heading.sent:
                    own.days.add(heading.sent[:10])
    return met


def _actor(some: Sequence[Form], grounds: list[Ground], met: _Met) -> Actor:
    """The actor of forms, the most frequent first."""
    most = sum(form.count for form in some)
    telling = next((form for form in some if form.printed.is_full and form.count >= TELLING * most), some[0])
    uses = sorted((use for form in some for use in form.prints), key=lambda use: (-use.count, use.words))
    addresses = dict.fromkeys(form.printed.address for form in some if form.printed.address)
    names = (PrintedName(print_id(use.words), use.words, use.sent, use.received, use.copy, use.field) for use in uses)
    return Actor(
        print_id(telling.use.words),
        _kind(some, telling),
        shown_name(telling.use.words),
        tuple(names),
        tuple(addresses),
        tuple(sorted(grounds[:MOST_GROUNDS], key=lambda ground: (-ground.weight, ground))),
        (),
        len(met.sent),
        len(met.received),
        min(met.days, default=""),
        max(met.days, default=""),
    )


def print_id(words: str) -> str:
    """The id of a print: the letter p and 12 hex digits of its words: the same in every case."""
    return "p" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def shown_name(words: str) -> str:
    """A print without the address and the tags beside the name; as it is where nothing else would be left."""
    return _BESIDE.sub("", words).strip(_SPECKS) or words.strip(_SPECKS) or words


def _kind(some: Sequence[Form], telling: Form) -> ActorKind:
    if telling.printed.is_full:
        return ActorKind.PERSON
    shown = [shown_name(form.use.words) for form in some]
    parts = {part.lower() for name in shown[:5] for part in _PARTS.findall(name)}
    if parts & LIST_WORDS or any(_CODED.fullmatch(name) for name in shown[:5]):
        return ActorKind.LIST
    if parts & OFFICE_WORDS:
        return ActorKind.OFFICE
    known = len(some) > 1 and any(form.printed.address or form.printed.local for form in some)
    return ActorKind.PERSON if known or telling.printed.address else ActorKind.UNDETERMINED
