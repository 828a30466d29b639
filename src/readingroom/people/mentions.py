"""Mentions: where a copy means somebody by a short sign or a part of a name, and whom.

    To: Farrow, Miriam                 a table says: S1 is the Secretary, held by Ada Vane from 2013-01-14 on
    S1 wants it by noon. Dot, please print. MF
    <- S1: Ada Vane, Secretary; Dot: Dorothea Wray, alone of that name on the print-out; MF: the sender herself

A sign is looked for only where the release or a table gives it ground. Where two grounds say two things, none is
taken: the mention is undetermined, and names both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from readingroom.model import AliasGround, AliasMeaning, AliasWhere, Mention
from readingroom.people.alias_endings import find_endings
from readingroom.people.alias_expansions import letters_fit
from readingroom.people.alias_names import name_of
from readingroom.people.alias_reading import CopyText
from readingroom.people.alias_signs import Sign, acts_as_office, find_numbers, find_signs, key_of_sign, misread_key
from readingroom.people.alias_words import NOT_NAMES
from readingroom.people.mention_choice import Choice, Speaker, choose
from readingroom.people.mention_known import Known, key_of_phrase

LONGEST_CHAT = 3000  # characters of a text that may call people by names of others than those on the print-out
LONGEST_HEADER = 24  # characters of a header's part that is a sign
FAR_MORE = 5  # times as many documents use a letter that is a sign as one that somebody made up
FEWEST = 3  # documents in which somebody is called or signs so, whom all may call by that name

_NAME = re.compile(r"(?<![\w@.'’-])[A-Z][a-z]{1,14}(?:-[A-Z][a-z]{1,14})?(?![\w@’'-](?!s\b))")
_CAPITAL_AFTER = re.compile(r"(?:[ \t]|[ \t]?\n)(?:[A-Z]\.?[ \t]+)?(?:de |van |von |al-)?[A-Z]")
_CAPITAL_BEFORE = re.compile(r"(?:\b[A-Z][\w.'’-]*|\b[A-Z]\.)[ \t\n]+$")
_ADDRESSED = re.compile(r"[@<\[]")  # with an address, it is somebody's own name for a mailbox
_OPENS = re.compile(r"(?:^|[.!?:;,—–(\"“\n-])\s*$")


class HeaderPart(NamedTuple):
    """A part of a header field as printed, and who it is. `field` is "to 2": the field, and the number of the part."""

    field: str
    words: str
    actor: str  # Actor.id; "" where nobody is known
    name: str  # of the actor


def mentions_in(text: CopyText, speaker: Speaker, known: Known, headers: Iterable[HeaderPart]) -> tuple[Mention, ...]:
    """The mentions of a copy, header first, then in the order of its parts."""
    found: list[Mention] = [mention for part in headers for mention in _header(part, speaker, known)]
    for where, part in text.parts():
        here = [*_endings(where, part, speaker), *_phrases(where, part, speaker, known)]
        taken = [(mention.start, mention.end) for mention in here]
        signs = (*find_signs(part), *find_numbers(part))
        for sign in signs:
            if not _overlaps(taken, sign.start, sign.end):
                here += _sign(where, part, sign, speaker, known)
        taken = [(mention.start, mention.end) for mention in here]
        here += (one for one in _names(where, part, speaker, known) if not _overlaps(taken, one.start, one.end))
        found += sorted(here, key=lambda mention: (mention.start, mention.end))
    return tuple(found)


def _overlaps(taken: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < last and first < end for first, last in taken)


def _header(part: HeaderPart, speaker: Speaker, known: Known) -> Iterator[Mention]:
    """A part of a header that is no name and no address alone: a sign, or a print that others name in full."""
    name = name_of(part.words)
    word = name.given[0] if len(name.given) == 1 and not name.family else ""
    shown = part.words[:LONGEST_HEADER].split("<")[0].split("[")[0].strip(" \"'")
    key = key_of_sign(shown)
    if word and part.actor and shown == word and part.name.casefold() != word.casefold():
        ground = AliasMeaning(key, AliasGround.HEADER, part.name, part.actor, part.name, copies=(speaker.copy,))
        yield Mention(word, key, AliasWhere.HEADER, 0, len(word), part.field, AliasGround.HEADER, ground, ())
    elif key in known.signs and shown and " " not in shown and not _ADDRESSED.search(part.words):
        means = choose(key, speaker, known, office=True).means
        if means and means.ground in (AliasGround.TOLD, AliasGround.EXPANDED):
            yield Mention(shown, key, AliasWhere.HEADER, 0, len(shown), part.field, means.ground, means, ())


def _endings(where: AliasWhere, part: str, speaker: Speaker) -> Iterator[Mention]:
    """The sender's own initials below or behind their words: never what the sign means elsewhere."""
    if where is AliasWhere.SUBJECT:
        return
    for ending in find_endings(part, speaker.printed):
        if ending.kind != "initials" or not speaker.name:
            continue
        key = key_of_sign(ending.words.replace(".", ""))
        means = AliasMeaning(
            key, AliasGround.SIGN_OFF, speaker.printed, speaker.actor, speaker.name, copies=(speaker.copy,)
        )
        yield Mention(ending.words, key, where, ending.start, ending.end, "", AliasGround.SIGN_OFF, means, ())


def _phrases(where: AliasWhere, part: str, speaker: Speaker, known: Known) -> Iterator[Mention]:
    """What a table calls somebody in more than a sign: "the Sixth Floor"."""
    if known.phrases is None:
        return
    for found in known.phrases.finditer(part):
        key = key_of_phrase(found[0])
        key = key if key in known.signs else key.casefold()
        chosen = choose(key, speaker, known, office=True)
        yield from _mention(found[0], key, where, found.start(), found.end(), chosen)


def _sign(where: AliasWhere, part: str, sign: Sign, speaker: Speaker, known: Known) -> Iterator[Mention]:
    key = key_of_sign(sign.words)
    meant = known.misread.get(misread_key(sign.words), "")
    if sign.doubtful or (meant and not _stands(key, known)):
        key = meant
    if key not in known.signs or (len(key) == 1 and _private(key, part, known)):
        return
    office = acts_as_office(part, sign.start, sign.end)
    chosen = choose(key, speaker, known, office=office)
    if (
        chosen.means
        and chosen.means.ground is AliasGround.INITIALS
        and chosen.means.person
        and key != sign.words.upper()
    ):
        return  # "CBMs" are several, and nobody's initials
    yield from _mention(sign.words, key, where, sign.start, sign.end, chosen)


def _stands(key: str, known: Known) -> bool:
    """Whether a sign has a meaning of its own: told, or in words that its letters begin."""
    some = known.signs.get(key, ())
    return any(
        one.ground is AliasGround.TOLD
        or one.ground is AliasGround.HEADER
        or (one.ground is AliasGround.EXPANDED and letters_fit(key, one.words))
        for one in some
    )


def _private(letter: str, part: str, known: Known) -> bool:
    """Whether a text calls people by letters of its own making, so that this one may be such: "M, Z and the OAS".

    So it is where another letter acts that means nothing in the release, and is used nearly as often as this one.
    """
    strange = {sign.words for sign in find_signs(part) if len(sign.words) == 1 and sign.words not in known.signs}
    used = known.documents.get(letter, 0)
    return any(used < FAR_MORE * known.documents.get(other, 0) for other in strange)


def _mention(words: str, key: str, where: AliasWhere, start: int, end: int, chosen: Choice) -> Iterator[Mention]:
    if chosen.means and not (chosen.means.person or chosen.means.office or chosen.means.post or chosen.means.name):
        return  # words that stand for nobody: the glossary has them
    if chosen.means:
        yield Mention(words, key, where, start, end, "", chosen.means.ground, chosen.means, ())
    elif chosen.candidates:
        yield Mention(words, key, where, start, end, "", AliasGround.UNDETERMINED, None, chosen.candidates)


def _names(where: AliasWhere, part: str, speaker: Speaker, known: Known) -> Iterator[Mention]:
    """Given and short names without a family name, of those on the print-out, or of one alone in the release."""
    for found in _NAME.finditer(part):
        some = known.names.get(found[0])
        if not some or _CAPITAL_AFTER.match(part, found.end()):
            continue
        before = part[max(0, found.start() - 30) : found.start()]
        if _CAPITAL_BEFORE.search(before) and not _OPENS.search(before):
            continue
        if found[0].casefold() in NOT_NAMES and (_OPENS.search(before) or part[found.end() :][:2].strip().isdigit()):
            continue
        near = _alone(some, speaker.people)
        if near is None and len(part) <= LONGEST_CHAT and len({one.person for one in some}) == 1:
            near = some[0] if sum(one.weight for one in some) >= FEWEST else None
        if near and near.person != speaker.actor:
            ground = near._replace(ground=AliasGround.NAME)
            yield Mention(found[0], found[0], where, found.start(), found.end(), "", AliasGround.NAME, ground, ())


def _alone(some: Iterable[AliasMeaning], people: frozenset[str]) -> AliasMeaning | None:
    near: Mapping[str, AliasMeaning] = {one.person: one for one in some if one.person in people}
    return next(iter(near.values())) if len(near) == 1 else None
