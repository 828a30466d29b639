"""A release in memory, as `check_draft` sees it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from readingroom.drafts import Text
from readingroom.model import Coverage, Passage

_WORD = re.compile(r"\w+")


def text(words: str, message: str = "m1", copy: str = "", **more) -> Text:
    """A body without places."""
    return Text(
        copy=copy or f"{message}-c",
        message=message,
        source="s" * 64,
        passage=Passage(words),
        **{"field": "body", **more},
    )


class InMemory:
    """Texts under their words: those with most of the words asked for come first, rare ones counting most."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = tuple(texts)
        self._holders: dict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(self.texts):
            for word in _WORD.findall(one.passage.text.lower()):
                self._holders[word].add(number)

    def candidates(self, words: Sequence[str], limit: int) -> Sequence[Text]:
        scores: Counter[int] = Counter()
        for word in {part for one in words for part in _WORD.findall(one.lower())}:
            holders = self._holders.get(word, ())
            for number in holders:
                scores[number] += 1 / len(holders)
        ranked = sorted(scores, key=lambda number: (-scores[number], number))
        return [self.texts[number] for number in ranked[:limit]]

    def coverage(self) -> Coverage:
        return Coverage(len(self.texts), len({one.message for one in self.texts}), ())
