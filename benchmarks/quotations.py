"""200 quotations planted from a case's own texts: 100 true, 40 with one word changed, 30 spliced, 30 absent.

`plant` makes them, `score` counts what a check says of them. Wanted: of the true ones at least 98 % exact, of the
others none. A planted quotation that is not true is made sure to stand in no text by accident.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from readingroom.drafts import DraftParagraph, DraftText, Text
from readingroom.model import Sheet, Wording
from readingroom.text import sketch_letters

TRUE, CHANGED, SPLICED, ABSENT = "true", "changed", "spliced", "absent"
COUNTS = {TRUE: 100, CHANGED: 40, SPLICED: 30, ABSENT: 30}
SHORTEST, LONGEST = 8, 24  # words
MOST_TRIES = 300  # for one quotation

_WORD = re.compile(r"\S+")
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
_PLAIN = re.compile(r"[^\W\d_]{2,}")
_MARKS = re.compile("[\"“”„«»`\\[\\]…]|''|\\.\\.")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Planted(NamedTuple):
    """A planted quotation: its words as a draft would set them, and the message of the first of them, "" if absent."""

    kind: str
    words: str
    message: str
    across: str  # what the words stand across on the page: "page", "hyphen", "line" or ""


class Score(NamedTuple):
    """What a check said: counts of (kind, wording), and the planted ones that it got wrong."""

    told: dict[tuple[str, str], int]
    true_exact: float  # share of the true ones that are said to be exact
    false_exact: int  # others that are said to be exact: must be 0
    wrong: tuple[tuple[Planted, str], ...]


def plant(texts: Sequence[Text], seed: int = 1) -> list[Planted]:
    """200 quotations out of `texts` (bodies of messages), the same for the same texts and seed.

    Of the true ones a quarter is sought across a page break, a quarter across a hyphen at a line end, a quarter across
    a line end, as far as the texts have such places.
    """
    rng = random.Random(seed)
    bodies = sorted((text for text in texts if text.field == "body"), key=lambda text: (text.source, text.copy))
    sketches = [sketch_letters(text.passage.text) for text in texts]

    def stands(words: str) -> bool:
        sketch = sketch_letters(words)
        return any(sketch in other for other in sketches)

    planted = []
    for number in range(COUNTS[TRUE]):
        text, words, across = _cut(rng, bodies, ("page", "hyphen", "line", "")[number % 4])
        planted.append(Planted(TRUE, words, text.message, across))
    for kind, make in ((CHANGED, _change), (SPLICED, _splice), (ABSENT, _invent)):
        for _ in range(COUNTS[kind]):
            for _ in range(MOST_TRIES):
                made = make(rng, bodies)
                if made is not None and not stands(made.words):
                    planted.append(made)
                    break
    return planted


def score(planted: Sequence[Planted], check: Callable[[DraftText], Sheet]) -> Score:
    """What a check says of the planted quotations, each in a paragraph of its own."""
    paragraphs = tuple(DraftParagraph(text=f"It says: “{one.words}” That is all.") for one in planted)
    sheet = check(DraftText(name="planted.txt", paragraphs=paragraphs))
    said = {verdict.quotation.paragraph: verdict.wording for verdict in sheet.verdicts}
    told = Counter((one.kind, said[number].value) for number, one in enumerate(planted))
    wrong = tuple(
        (one, said[number].value)
        for number, one in enumerate(planted)
        if (one.kind == TRUE) != (said[number] is Wording.EXACT)
    )
    false_exact = sum(count for (kind, wording), count in told.items() if kind != TRUE and wording == Wording.EXACT)
    return Score(dict(told), told[TRUE, Wording.EXACT.value] / COUNTS[TRUE], false_exact, wrong)


def _cut(rng: random.Random, bodies: Sequence[Text], wanted: str = "") -> tuple[Text, str, str]:
    """Some words of a message as a draft sets them: on one line, the hyphen at a line end kept or dropped."""
    best: tuple[Text, str, str] | None = None
    for _ in range(MOST_TRIES):
        text = rng.choice(bodies)
        places = [match.span() for match in _WORD.finditer(text.passage.text)]
        length = rng.randint(SHORTEST, LONGEST)
        if len(places) < length:
            continue
        first = rng.randrange(len(places) - length + 1)
        passage = text.passage[places[first][0] : places[first + length - 1][1]]
        words = passage.text
        if any(places[first][0] < at < places[first + length - 1][1] for at, _ in text.hidden):
            continue
        if len(_PLAIN.findall(words)) < SHORTEST * 3 // 4 or _MARKS.search(words) or words.endswith("-"):
            continue
        pages = {run.page for run in passage.runs}
        across = "page" if len(pages) > 1 else "hyphen" if _LINE_HYPHEN.search(words) else "line" * ("\n" in words)
        found = text, " ".join(_LINE_HYPHEN.sub(rng.choice(("", "-")), words).split()), across
        if across == wanted:
            return found
        best = best or found
    if best is None:
        raise ValueError("these texts are too short to quote from")
    return best


def _change(rng: random.Random, bodies: Sequence[Text]) -> Planted | None:
    """One word changed: a *not* put in or taken out, a number, a name, or any word."""
    text, words, across = _cut(rng, bodies)
    changed = words.split()
    at = rng.randrange(1, len(changed) - 1)
    denials = [n for n, word in enumerate(changed) if word.lower() in {"not", "no", "never"}]
    figures = [n for n, word in enumerate(changed) if any(map(str.isdigit, word)) or word.lower() in _NUMBERS]
    names = [n for n, word in enumerate(changed) if n and word[:1].isupper() and word[1:].islower()]
    other = rng.choice(_PLAIN.findall(rng.choice(bodies).passage.text) or ["other"])
    kind = rng.choice(("word", "denial", "figure", "name"))
    if kind == "denial" and denials:
        del changed[rng.choice(denials)]
    elif kind == "denial":
        changed.insert(at, "not")
    elif kind == "figure" and figures:
        at = rng.choice(figures)
        digits = re.sub(r"\d", lambda digit: str((int(digit.group()) + 1) % 10), changed[at])
        changed[at] = digits if digits != changed[at] else rng.choice(_NUMBERS)
    elif kind == "name" and names:
        changed[rng.choice(names)] = other.capitalize()
    else:
        changed[at] = other
    return Planted(CHANGED, " ".join(changed), text.message, across)


def _splice(rng: random.Random, bodies: Sequence[Text]) -> Planted | None:
    """The first half of some words of one message, and the second half of some words of another."""
    (one, first, _), (other, second, _) = _cut(rng, bodies), _cut(rng, bodies)
    if one.message == other.message:
        return None
    halves = first.split()[: len(first.split()) // 2], second.split()[len(second.split()) // 2 :]
    return Planted(SPLICED, " ".join((*halves[0], *halves[1])), one.message, "")


def _invent(rng: random.Random, bodies: Sequence[Text]) -> Planted:
    """Words of the release in an order in which nobody wrote them."""
    words = [rng.choice(_PLAIN.findall(_cut(rng, bodies)[1])).lower() for _ in range(rng.randint(SHORTEST, LONGEST))]
    return Planted(ABSENT, " ".join(words), "", "")
