"""The glossary: every sign of a release, what it is expanded to, and by whom it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from readingroom.model import AliasGround, AliasMeaning, GlossaryEntry
from readingroom.people.alias_meanings import same_words
from readingroom.people.alias_signs import key_of_sign

ORDER = tuple(AliasGround)
IN_WORDS = (AliasGround.TOLD, AliasGround.EXPANDED)
NAMES = (AliasGround.NAME, AliasGround.SIGN_OFF)  # how people are called is asked of people


def glossary_of(
    counts: Iterable[tuple[str, str, int, int]], meanings: Iterable[AliasMeaning]
) -> tuple[GlossaryEntry, ...]:
    """An entry for every sign that is used (sign, as printed, uses, documents) or told, by the alphabet."""
    found: dict[str, list[AliasMeaning]] = defaultdict(list)
    for meaning in meanings:
        if meaning.ground not in NAMES or meaning.sign.isupper():
            found[key_of_sign(meaning.sign) if meaning.sign.isupper() else meaning.sign].append(meaning)
    used = {sign: (words, uses, documents) for sign, words, uses, documents in counts}
    entries = []
    for sign in sorted({*used, *(sign for sign, some in found.items() if _is_told(some))}):
        words, uses, documents = used.get(sign, (sign, 0, 0))
        some = tuple(sorted(found.get(sign, ()), key=lambda one: (ORDER.index(one.ground), -one.weight, one)))
        entries.append(GlossaryEntry(sign, words, uses, documents, some, _agree(some)))
    return tuple(entries)


def _is_told(some: Iterable[AliasMeaning]) -> bool:
    return any(meaning.ground is AliasGround.TOLD for meaning in some)


def _agree(some: Iterable[AliasMeaning]) -> bool:
    return len({same_words(meaning.words) for meaning in some if meaning.ground in IN_WORDS}) < 2
