"""Finding sought words in a text again: where a phrase, some words, or words near each other stand.

The full text says which entries to look at; this says where in them, and whether a phrase is there to the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from readingroom.text.fold import fold_exact, fold_plain

_TOKEN = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"-[\r\n]+")
_SOFT = "\N{SOFT HYPHEN}"  # stands for a hyphen at a line end, which may or may not belong to the word


class SoughtWords(NamedTuple):
    """Words in a row. Each is a set of spellings (OCR may have made several); the last may be a beginning only."""

    words: tuple[frozenset[str], ...]  # as `words_of` gives them
    prefix: bool = False


class SoughtNear(NamedTuple):
    """Words with at most `distance` others between the first and the last of them, in any order."""

    words: tuple[str, ...]
    distance: int


class SoughtPhrase(NamedTuple):
    """A phrase to the letter: case, accents and line ends folded, nothing else."""

    text: str


Sought = SoughtWords | SoughtNear | SoughtPhrase


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: runs of letters and digits, case and accents folded."""
    return tuple(token.word for token in _tokens(text))


def holds_exactly(text: str, phrase: str) -> bool:
    """Whether `phrase` stands in `text` to the letter, beginning and ending where a word does.

    A hyphen at a line end may or may not belong to the word: "exam-\\nple" holds "example" and "exam-ple".
    """
    patterns = _patterns(phrase)
    if patterns is None:
        return False
    if patterns.quick.search(text.casefold()):  # true of nearly every text that the full text proposes
        return True
    if text.isascii() and not _JOINT.search(text):
        return False
    return patterns.whole.search(fold_plain(text, _SOFT)) is not None


def find_sought(text: str, sought: Sequence[Sought]) -> tuple[tuple[int, int], ...]:
    """Where any of `sought` stands in `text`: start and end of each place, in order, overlapping ones made one."""
    found: list[tuple[int, int]] = []
    tokens = _tokens(text)
    whole = [*tokens, *_joined_tokens(text, tokens)]
    for one in sought:
        match one:
            case SoughtPhrase():
                found.extend(_phrase_places(text, one.text))
            case SoughtNear():
                found.extend(_near_places(tokens, one))
            case SoughtWords(words=(only,)):
                found.extend((t.start, t.end) for t in whole if _is_word(t.word, only, one.prefix))
            case SoughtWords():
                found.extend(_row_places(tokens, one))
    return _merged(found)


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(word.casefold() if (word := match[0]).isascii() else fold_plain(word), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


def _joined_tokens(text: str, tokens: Sequence[_Token]) -> Iterator[_Token]:
    """Words that a hyphen at a line end breaks, put together."""
    for joint in _JOINT.finditer(text):
        after = bisect_left(tokens, joint.end(), key=lambda token: token.start)
        if 0 < after < len(tokens) and tokens[after - 1].end == joint.start() and tokens[after].start == joint.end():
            yield _Token(tokens[after - 1].word + tokens[after].word, tokens[after - 1].start, tokens[after].end)


def _is_word(word: str, spellings: frozenset[str], prefix: bool) -> bool:
    return word in spellings or (prefix and any(map(word.startswith, spellings)))


def _row_places(tokens: Sequence[_Token], sought: SoughtWords) -> Iterator[tuple[int, int]]:
    *before, last = sought.words
    if not before:
        return
    for at in range(len(tokens) - len(before)):
        end = tokens[at + len(before)]
        if (
            tokens[at].word in before[0]
            and all(tokens[at + n].word in spellings for n, spellings in enumerate(before))
            and _is_word(end.word, last, sought.prefix)
        ):
            yield tokens[at].start, end.end


def _near_places(tokens: Sequence[_Token], sought: SoughtNear) -> Iterator[tuple[int, int]]:
    wanted = frozenset(sought.words)
    hits = [(at, token) for at, token in enumerate(tokens) if token.word in wanted]
    reach = sought.distance + len(sought.words)
    for number, (at, _) in enumerate(hits):
        window = [token for other, token in hits[number : number + 64] if other - at < reach]
        if {token.word for token in window} == wanted:
            yield from ((token.start, token.end) for token in window)


def _phrase_places(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    patterns = _patterns(phrase)
    if patterns is None:
        return
    folded = fold_exact(text)
    softened = list(folded.text)
    for at, character in enumerate(softened):
        # fold_exact drops the line end behind a hyphen and keeps its place: the next character stands further off.
        if character == "-" and folded.at[at + 1] - folded.at[at] > 1:
            softened[at] = _SOFT
    for match in patterns.whole.finditer("".join(softened)):
        start, end = folded.at[match.start()], folded.at[match.end() - 1] + 1
        yield start, end


class _Patterns(NamedTuple):
    quick: re.Pattern[str]  # on a text of which only the case is folded: what it finds is there
    whole: re.Pattern[str]  # on a folded text with `_SOFT` at line ends


@lru_cache(maxsize=64)
def _patterns(phrase: str) -> _Patterns | None:
    """Patterns that find a phrase; None for an empty one."""
    folded = fold_plain(phrase)
    if not folded:
        return None
    after = r"(?!\w)" if folded[-1].isalnum() else ""
    first, *others = folded.split()
    quick = r"\s+".join([re.escape(first) + _begins_word(first), *map(re.escape, others)])
    letters = [f"[-{_SOFT}]" if letter == "-" else re.escape(letter) for letter in folded]
    letters[0] += _begins_word(folded[0])
    return _Patterns(re.compile(quick + after), re.compile(f"{_SOFT}?".join(letters) + after))


def _begins_word(start: str) -> str:
    """No letter before `start`: said behind it, because `re` is quick to find a pattern that begins with letters."""
    return rf"(?<!\w{re.escape(start)})" if start[0].isalnum() else ""


def _merged(places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
