"""Meanings: from all that a case says of signs to what each may mean, with the ground of each.

Nothing is chosen here: a sign keeps every meaning that something speaks for, and `mentions` asks which holds where.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from readingroom.model import Actor, ActorKind, AliasClue, AliasGround, AliasMeaning, GroundKind, Post
from readingroom.people.alias_expansions import initials_of, kind_of_words, letters_fit
from readingroom.people.alias_names import Name, full_initials, name_of
from readingroom.people.alias_signs import key_of_sign
from readingroom.people.alias_words import INNER, NOT_SIGNS, POST_PIECES

MOST_KEPT = 12  # copies and documents that are named for a ground
LONGEST_HEADER_SIGN = 6  # characters of a name that a header prints instead of a name
FEWEST_NAMED = 2  # documents that end in a short name that is no given name, before others may be called by it

OF_PEOPLE = (AliasGround.SIGNATURE, AliasGround.SIGN_OFF, AliasGround.NAME)
SERIES = 3  # signs of one letter and a number that are offices, before another such sign is taken for one

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"[A-Z]\d{1,2}")


class Used(NamedTuple):
    """What is known of all cases of a kind when meanings are made: actors by their prints, and in their parts."""

    actor_of: Mapping[str, Actor]  # by printed name
    names: Mapping[str, tuple[Name, ...]]  # by Actor.id: the parts of each print


def meanings_of(
    signs: Iterable[str], clues: Sequence[AliasClue], actors: Sequence[Actor], posts: Sequence[Post]
) -> tuple[AliasMeaning, ...]:
    """All meanings of `signs` (as `key_of_sign` gives them), and of the names by which people are called; sorted."""
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    used = Used(
        {name.words: actor for actor in actors for name in actor.names},
        {actor.id: tuple(name_of(name.words) for name in actor.names) for actor in people},
    )
    wanted = frozenset(signs)
    found = [
        *_told(posts),
        *_expanded(clues, people, used),
        *_signed(clues, used),
        *_called_in_headers(people),
        *_marked(actors, posts),
        *_spelled_posts(wanted, posts),
        *_spelled_in_texts(wanted, clues),
        *_spelled_people(wanted, people, used),
    ]
    return tuple(sorted([*found, *_series(wanted, found)]))


def same_words(words: str) -> str:
    """A key under which two ways of writing the same words fall together: case, small words, plurals, signs."""
    plain = (word.casefold().removesuffix("s") for word in _WORD.findall(words))
    return " ".join(word for word in plain if word not in INNER and word != "s")


def _called(words: str) -> dict[str, Any]:
    """Words as the office or the post that they call."""
    kind = kind_of_words(words)
    return {"office": words} if kind == "office" else {"post": words} if kind == "post" else {}


def _told(posts: Sequence[Post]) -> Iterator[AliasMeaning]:
    for post in posts:
        if post.kind is not GroundKind.TOLD or not post.alias:
            continue
        known = {"post": post.title, "office": post.office} if post.office else _called(post.title)
        yield AliasMeaning(
            post.alias,
            AliasGround.TOLD,
            person=post.holder,
            name=post.name,
            words=post.title,
            since=post.since,
            until=post.until,
            source=post.source,
            **(known or {"post": post.title}),
        )


def _places(clues: Sequence[AliasClue]) -> dict[str, Any]:
    documents = sorted({clue.document for clue in clues})
    copies = sorted({clue.copy for clue in clues if clue.copy})
    return {
        "copies": tuple(copies[:MOST_KEPT]),
        "documents": tuple(documents[:MOST_KEPT]),
        "weight": len(documents),
    }


def _expanded(clues: Sequence[AliasClue], people: Sequence[Actor], used: Used) -> Iterator[AliasMeaning]:
    groups: dict[tuple[str, str], list[AliasClue]] = defaultdict(list)
    for clue in clues:
        if clue.ground is AliasGround.EXPANDED:
            groups[clue.sign, same_words(clue.words)].append(clue)
    named = _by_both_names(people, used)
    for (sign, _), some in groups.items():
        words = _most_frequent(clue.words for clue in some)
        known = _called(words)
        actor = None if known else named.get(_both_names(name_of(words)))
        if actor:
            known = {"person": actor.id, "name": actor.name}
        yield AliasMeaning(sign, AliasGround.EXPANDED, words=words, **known, **_places(some))


def _both_names(name: Name) -> str:
    return f"{name.given[0]} {name.family}".casefold() if name.given and name.family else ""


def _by_both_names(people: Sequence[Actor], used: Used) -> dict[str, Actor]:
    """People by first given name and family name, where one alone bears both."""
    found: dict[str, set[str]] = defaultdict(set)
    by_id = {actor.id: actor for actor in people}
    for actor in people:
        for name in used.names[actor.id]:
            if _both_names(name):
                found[_both_names(name)].add(actor.id)
    return {both: by_id[next(iter(ids))] for both, ids in found.items() if len(ids) == 1}


def _most_frequent(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda one: (-counted[one], one))


def _signed(clues: Sequence[AliasClue], used: Used) -> Iterator[AliasMeaning]:
    """Signs in signatures, and short names and initials with which people end."""
    groups: dict[tuple[str, AliasGround], dict[str, list[AliasClue]]] = defaultdict(lambda: defaultdict(list))
    for clue in clues:
        actor = used.actor_of.get(clue.words) if clue.ground in OF_PEOPLE else None
        if actor:
            groups[clue.sign, clue.ground][actor.id].append(clue)
    by_id = {actor.id: actor for actor in used.actor_of.values()}
    for (sign, ground), holders in groups.items():
        if ground is AliasGround.SIGNATURE and not (_is_post(sign) and len(holders) == 1):
            every = [clue for some in holders.values() for clue in some]
            yield AliasMeaning(sign, ground, every[0].words, office=sign, **_places(every))
            continue
        for actor_id, some in holders.items():
            post = sign if ground is AliasGround.SIGNATURE else ""
            name = by_id[actor_id].name
            yield AliasMeaning(sign, ground, some[0].words, actor_id, name, post=post, **_places(some))


def _is_post(sign: str) -> bool:
    """Whether a sign for an office has a piece in it that makes a post of it: "D4-E"."""
    pieces = [piece.casefold() for piece in re.split(r"[/-]", sign)]
    return len(pieces) > 1 and not POST_PIECES.isdisjoint(pieces)


def _called_in_headers(people: Sequence[Actor]) -> Iterator[AliasMeaning]:
    """People whom headers call by a sign, and whom other prints or an address tell."""
    for actor in people:
        short: dict[str, int] = defaultdict(int)
        for name in actor.names:
            parts = name_of(name.words)
            word = parts.given[0] if len(parts.given) == 1 and not parts.family else ""
            if word and len(word) <= LONGEST_HEADER_SIGN and word.isupper() and word.casefold() not in NOT_SIGNS:
                short[key_of_sign(word)] += name.sent + name.received
        for sign, times in short.items():
            copies = tuple(sorted(name.copy for name in actor.names if name.copy))[:MOST_KEPT]
            known: dict[str, Any] = {"person": actor.id, "name": actor.name, "copies": copies, "weight": times}
            yield AliasMeaning(sign, AliasGround.HEADER, words=actor.name, **known)


def _marked(actors: Sequence[Actor], posts: Sequence[Post]) -> Iterator[AliasMeaning]:
    """Offices whose sign headers print behind names; in words, where those who bear it say under their texts."""
    bearers: dict[str, dict[str, Actor]] = defaultdict(dict)
    copies: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in actor.names:
            mark = name_of(name.words).mark
            if mark and not mark.isdigit() and mark.casefold() not in NOT_SIGNS:
                bearers[key_of_sign(mark)][actor.id] = actor
                copies[key_of_sign(mark)].add(name.copy)
    offices: dict[str, list[str]] = defaultdict(list)
    for post in posts:
        if post.holder and post.kind is not GroundKind.TOLD:
            offices[post.holder] += [words for words in (post.office, post.title) if words]
    for mark, some in bearers.items():
        fitting = [words for actor_id in some for words in offices[actor_id] if letters_fit(mark, words)]
        words = _most_frequent(fitting) if fitting else ""
        yield AliasMeaning(
            mark,
            AliasGround.OFFICE_MARK,
            office=words or mark,
            words=words or ", ".join(sorted(actor.name for actor in some.values())[:3]),
            copies=tuple(sorted(copies[mark]))[:MOST_KEPT],
            weight=len(some),
        )


def _spelled_posts(wanted: frozenset[str], posts: Sequence[Post]) -> Iterator[AliasMeaning]:
    """Signs whose letters begin the words of an office or a post that the release prints."""
    groups: dict[tuple[str, str], list[tuple[str, Post]]] = defaultdict(list)
    for post in posts:
        if post.kind is GroundKind.TOLD:
            continue
        for words in filter(None, (post.title, post.office, f"{post.title}, {post.office}" if post.office else "")):
            for sign in _signs_of(words):
                if sign in wanted and letters_fit(sign, words):
                    groups[sign, same_words(words)].append((words, post))
    for (sign, _), some in groups.items():
        words = _most_frequent(words for words, _ in some)
        copies = sorted({copy_id for _, post in some for copy_id in post.copies})
        known = {"copies": tuple(copies[:MOST_KEPT]), "weight": len(copies), **(_called(words) or {"office": words})}
        yield AliasMeaning(sign, AliasGround.INITIALS, words=words, **known)


def _spelled_in_texts(wanted: frozenset[str], clues: Sequence[AliasClue]) -> Iterator[AliasMeaning]:
    """Signs for offices with a number and for posts of two words, that texts print in full."""
    groups: dict[tuple[str, str], list[AliasClue]] = defaultdict(list)
    for clue in clues:
        if clue.ground is AliasGround.INITIALS and clue.sign in wanted:
            groups[clue.sign, same_words(clue.words)].append(clue)
    for (sign, _), some in groups.items():
        words = _most_frequent(clue.words for clue in some)
        yield AliasMeaning(sign, AliasGround.INITIALS, words, **(_called(words) or {"office": words}), **_places(some))


def _series(wanted: frozenset[str], found: Sequence[AliasMeaning]) -> Iterator[AliasMeaning]:
    """Signs that nothing explains, of a series of offices: D2, where D1 and D4 are District 1 and District 4."""
    offices: dict[str, dict[str, AliasMeaning]] = defaultdict(dict)
    for one in found:
        if (
            one.office
            and one.ground in (AliasGround.OFFICE_MARK, AliasGround.INITIALS)
            and _NUMBERED.fullmatch(one.sign)
        ):
            before = offices[one.sign[0]].get(one.sign)
            if before is None or before.office == one.sign:
                offices[one.sign[0]][one.sign] = one
    known = {one.sign for one in found}
    for sign in sorted(sign for sign in wanted - known if _NUMBERED.fullmatch(sign)):
        some = offices[sign[0]]
        heads = {one.office.removesuffix(key[1:]).strip() for key, one in some.items() if one.office.endswith(key[1:])}
        heads.discard(sign[0])
        if len(some) < SERIES or len(heads) > 1:
            continue
        office = f"{next(iter(heads))} {sign[1:]}" if heads else sign
        copies = sorted({copy_id for one in some.values() for copy_id in one.copies[:1]})[:MOST_KEPT]
        words = ", ".join(sorted(some))
        yield AliasMeaning(sign, AliasGround.INITIALS, words, office=office, copies=tuple(copies), weight=len(some))


def _signs_of(words: str) -> set[str]:
    letters = initials_of(words)
    numbered = re.fullmatch(r"(\w)\w+ (\d+)", words)
    signs = {letters, letters[1:]}
    signs |= {
        f"{some[:at]}{joint}{some[at:]}"
        for some in tuple(signs)
        for at in (1, 2)
        for joint in "/-"
        if some[at:] and len(some) > 2
    }
    return signs | ({f"{numbered[1].upper()}{numbered[2]}"} if numbered else set())


def _spelled_people(wanted: frozenset[str], people: Sequence[Actor], used: Used) -> Iterator[AliasMeaning]:
    """Signs that are the initials of all names that a header prints of somebody."""
    for actor in people:
        letters = {full_initials(name) for name in used.names[actor.id]} & wanted
        for sign in sorted(letters):
            copies = tuple(name.copy for name in actor.names if full_initials(name_of(name.words)) == sign)
            known: dict[str, Any] = {"person": actor.id, "name": actor.name, "copies": copies[:MOST_KEPT]}
            yield AliasMeaning(
                sign, AliasGround.INITIALS, words=actor.name, weight=actor.sent + actor.received, **known
            )
