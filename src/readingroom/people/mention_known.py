"""What is known of signs when mentions are looked for: every meaning of a case, laid out for looking up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readingroom.model import AliasGround, AliasMeaning, Post
from readingroom.people.alias_meanings import FEWEST_NAMED, same_words
from readingroom.people.alias_signs import find_signs, key_of_sign, misread_key

FAR_MORE = 3  # times as many documents use one sign as another that OCR may make of it
SURE_TO_MISREAD = (AliasGround.TOLD, AliasGround.EXPANDED, AliasGround.OFFICE_MARK, AliasGround.SIGNATURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that `mentions_in` looks up. Made by `know`; one at a time."""

    signs: Mapping[str, tuple[AliasMeaning, ...]]  # by key, told phrases in small letters
    names: Mapping[str, tuple[AliasMeaning, ...]]  # by given or short name
    misread: Mapping[str, str]  # by misread key: the one sign that it may be
    phrases: re.Pattern[str] | None  # told aliases that are no signs
    holders: Mapping[str, tuple[Post, ...]]  # by the words of a post
    documents: Mapping[str, int]  # by sign: in how many documents it is used


def know(meanings: Iterable[AliasMeaning], posts: Iterable[Post], documents: Mapping[str, int]) -> Known:
    """Meanings, posts and numbers of documents as they are looked up."""
    signs: dict[str, list[AliasMeaning]] = defaultdict(list)
    names: dict[str, list[AliasMeaning]] = defaultdict(list)
    phrases: set[str] = set()
    for meaning in sorted(meanings):
        if meaning.ground is AliasGround.NAME:
            names[meaning.sign].append(meaning)
        elif meaning.ground is AliasGround.SIGN_OFF and not meaning.sign.isupper():
            if meaning.weight >= FEWEST_NAMED or meaning.sign in meaning.name:
                names[meaning.sign].append(meaning)
        elif meaning.ground is AliasGround.TOLD and not _is_sign(meaning.sign):
            phrases.add(meaning.sign)
            signs[key_of_phrase(meaning.sign)].append(meaning)
        else:
            signs[key_of_sign(meaning.sign)].append(meaning)
    holders: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for words in {post.title, f"{post.title} {post.office}", f"{post.office} {post.title}"}:
            if words.strip() and (post.holder or post.name):
                holders[same_words(words)].append(post)
    return Known(
        signs={sign: tuple(some) for sign, some in signs.items()},
        names={name: tuple(some) for name, some in names.items()},
        misread=_misread(signs, documents),
        phrases=_pattern(phrases),
        holders={words: tuple(some) for words, some in holders.items()},
        documents=documents,
    )


def key_of_phrase(words: str) -> str:
    """A told alias that is no sign as it is looked up: by its words, whatever their case, if it is not in capitals."""
    plain = " ".join(words.split())
    return plain if plain.isupper() else plain.casefold()


def _is_sign(words: str) -> bool:
    if len(words) == 1:
        return words.isupper()
    return [sign.words for sign in find_signs(words)] == [words]


def _misread(signs: Mapping[str, Sequence[AliasMeaning]], documents: Mapping[str, int]) -> dict[str, str]:
    """Each key that OCR may have made of a sign: the one that a table tells, or that is used far more than the others.

    A sign that stands for nobody in the agency is left out.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for sign, some in signs.items():
        if any(one.ground in SURE_TO_MISREAD and (one.office or one.post or one.name) for one in some):
            found[misread_key(sign)].append(sign)
    chosen: dict[str, str] = {}
    for key, own in found.items():
        ranked = sorted(own, key=lambda sign: (-_told(signs[sign]), -documents.get(sign, 0), sign))
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else ""
        if not second or _told(signs[best]) > _told(signs[second]) or _rules(best, second, documents):
            chosen[key] = best
    return chosen


def _told(some: Sequence[AliasMeaning]) -> bool:
    return any(one.ground is AliasGround.TOLD for one in some)


def _rules(sign: str, other: str, documents: Mapping[str, int]) -> bool:
    return documents.get(sign, 0) >= FAR_MORE * documents.get(other, 0)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Finds told aliases that are no signs; in capitals (MS, AM) only as such, and never behind a number."""
    ways = []
    for phrase in sorted(phrases, key=lambda one: (-len(one), one)):
        words = r"\s+".join(map(re.escape, phrase.split()))
        ways.append(rf"(?<!\d )(?<!\d){words}" if phrase.isupper() else rf"(?i:{words})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)") if ways else None
