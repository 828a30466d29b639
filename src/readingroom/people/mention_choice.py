"""The choice among the meanings of a sign: by the print-out, the day, the sender, and how well each is grounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readingroom.model import AliasGround, AliasMeaning, Post
from readingroom.people.alias_meanings import same_words
from readingroom.people.mention_known import Known

SHARE = 0.75  # of the documents that explain a sign: how many must agree
TELLING = {1: 0.25, 2: 0.25, 3: 0.05}  # of the documents that use a sign of so few letters: how many must explain it
NONE: tuple[AliasMeaning, ...] = ()


class Speaker(NamedTuple):
    """Who speaks in a copy, when, and before whom."""

    copy: str  # Copy.id
    document: str
    printed: str  # the sender as printed
    actor: str  # Actor.id of the sender; "" where nobody is known
    name: str
    day: str  # "YYYY-MM-DD" on which it was sent; "" where it cannot be told
    people: frozenset[str]  # Actor.id of all whom the headers of the print-out name


class Choice(NamedTuple):
    """The meaning that holds, or those between which nothing decides."""

    means: AliasMeaning | None
    candidates: tuple[AliasMeaning, ...] = ()


def choose(sign: str, speaker: Speaker, known: Known, *, office: bool) -> Choice:
    """What a sign means where `speaker` prints it. `office`: it stands where a person would not be called by it."""
    some = known.signs.get(sign, NONE)
    by_ground: dict[AliasGround, list[AliasMeaning]] = defaultdict(list)
    for meaning in some:
        by_ground[meaning.ground].append(meaning)
    here = [one for one in by_ground[AliasGround.EXPANDED] if speaker.document in one.documents]
    if len(here) == 1:
        return Choice(_held(here[0], speaker.day, known))
    told = [one for one in by_ground[AliasGround.TOLD] if _holds(one, speaker.day)]
    persons = [one for one in by_ground[AliasGround.HEADER] if one.person in speaker.people]
    if told and persons and not office and not _same_person(told, persons):
        return Choice(None, (*told, *persons))
    if told:
        return _of_told(told, speaker.day, known)
    if by_ground[AliasGround.TOLD]:  # for other days only: whatever it is called, nobody is known to hold it
        return _of_told([one._replace(person="", name="") for one in by_ground[AliasGround.TOLD]], "", known)
    if _is_principal(sign):  # those who sit in the office of S are not S
        by_ground[AliasGround.SIGNATURE], by_ground[AliasGround.OFFICE_MARK] = [], []
    for ground in (AliasGround.EXPANDED, AliasGround.HEADER, AliasGround.SIGNATURE):
        chosen = _agreed(by_ground[ground], speaker, known)
        if chosen:
            return chosen
    marked = by_ground[AliasGround.OFFICE_MARK]
    spelled = [one for one in by_ground[AliasGround.INITIALS] if not one.person]
    if len(marked) == 1:
        better = _agreed(spelled, speaker, known) if marked[0].office == sign else None
        return better if better and better.means else Choice(_held(marked[0], speaker.day, known))
    chosen = _agreed(spelled, speaker, known) if len(sign) > 1 else None
    return chosen or _of_people([*by_ground[AliasGround.INITIALS], *by_ground[AliasGround.SIGN_OFF]], sign, speaker)


def _is_principal(sign: str) -> bool:
    """Whether a sign is one that heads of an agency have: a letter, or a letter with one in brackets, "D(L)"."""
    return len(sign) == 1 or sign[1:2] == "("


def _holds(meaning: AliasMeaning, day: str) -> bool:
    return not day or (meaning.since or day) <= day <= (meaning.until or day)


def _same_person(told: Sequence[AliasMeaning], persons: Sequence[AliasMeaning]) -> bool:
    return {one.person for one in told} == {one.person for one in persons}


def _of_told(told: Sequence[AliasMeaning], day: str, known: Known) -> Choice:
    """One line of the table; of several that differ only in the holder, the post without one."""
    called = {(one.office, one.post) for one in told}
    if len(called) > 1:
        return Choice(None, tuple(told))
    if len({(one.person, one.name) for one in told}) > 1:
        return Choice(told[0]._replace(person="", name="", since="", until=""))
    return Choice(_held(told[0], day, known) if day else told[0])


def _agreed(some: Sequence[AliasMeaning], speaker: Speaker, known: Known) -> Choice | None:
    """The meaning that three documents of four give; None where there is none at all, or too few to tell."""
    if not some:
        return None
    best = max(some, key=lambda one: (one.weight, one))
    total = sum(one.weight for one in some)
    if best.ground is AliasGround.EXPANDED:
        used = known.documents.get(best.sign, 0)
        letters = sum(character.isalnum() for character in best.sign)
        if "/" not in best.sign and total < TELLING.get(letters, 0.0) * used:
            return Choice(None, tuple(some))
    if best.weight < SHARE * total:
        return Choice(None, tuple(some))
    if best.ground is AliasGround.HEADER and speaker.people and best.person not in speaker.people:
        return Choice(None, tuple(some))
    return Choice(_held(best, speaker.day, known))


def _of_people(some: Iterable[AliasMeaning], sign: str, speaker: Speaker) -> Choice:
    """Whose initials a sign is: of one on the print-out, or else of the one who signs so."""
    every = tuple(some)
    signing = {one.person for one in every if one.ground is AliasGround.SIGN_OFF}
    near = {one.person for one in every if one.person in speaker.people and (len(sign) > 2 or one.person in signing)}
    for among in (near & signing, near, signing if len(sign) > 2 else set()):
        if len(among) == 1:
            person = next(iter(among))
            best = max((one for one in every if one.person == person), key=lambda one: (one.ground.value, one))
            return Choice(best._replace(ground=AliasGround.INITIALS))
    return Choice(None)


def _held(meaning: AliasMeaning, day: str, known: Known) -> AliasMeaning:
    """The meaning with who held its post on that day, where one person alone did."""
    if meaning.person or meaning.name or not meaning.post:
        return meaning
    posts = known.holders.get(same_words(meaning.post), ())
    on_day = [post for post in posts if _is_held(post, day)] or posts
    holders = {(post.holder, post.name) for post in on_day}
    if len({holder or name for holder, name in holders}) != 1:
        return meaning
    holder, name = sorted(holders)[-1]
    return meaning._replace(person=holder, name=name)


def _is_held(post: Post, day: str) -> bool:
    return not day or not post.source or (post.since or day) <= day <= (post.until or day)
