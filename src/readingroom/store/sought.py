"""What a query looks for in a text, in the form in which `text.find_sought` finds it again."""

from __future__ import annotations

from collections.abc import Mapping

from readingroom.store.asked import Asked, Near, Phrase, Tolerant, Word, texts_of
from readingroom.text import Sought, SoughtNear, SoughtPhrase, SoughtWords, words_of


def sought_in(column: str, asked: Asked, spellings: Mapping[str, tuple[str, ...]]) -> tuple[Sought, ...]:
    """What a query looks for in one column of entries."""
    sought: list[Sought] = []
    for part in texts_of(asked):
        if part.column not in ("", column):
            continue
        match part:
            case Word(text=text, prefix=prefix):
                sought.append(SoughtWords(tuple(frozenset({word}) for word in words_of(text)), prefix))
            case Tolerant(text=text):
                sought.append(SoughtWords((frozenset(spellings.get(text) or words_of(text)),)))
            case Phrase(text=text):
                sought.append(SoughtPhrase(text))
            case Near(words=words, distance=distance):
                sought.append(SoughtNear(words, distance))
    return tuple(sought)
