"""Two copies laid side by side: which words of one stand where the other may have a hole.

shows    Can you get the hairdresser to come a little early
hides    Can ░░░░░░░░░░░░░░░░░░░░░░░░░ come a little early
missing      ^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

LARGEST = 40_000_000  # pairs of words that are laid beside each other: 0.1 s
LOOK_ALIKE = 70.0  # rapidfuzz ratio from which two rows of letters are one text, read twice
SHORT = 4  # letters: of so few, one may be misread
LONE = 2  # words in common that are chance where all around them differs
MOST_SLIDE = 12  # words that a missing piece is moved over to stand at a hole

Keys = Sequence[str]


class Common(NamedTuple):
    """`length` words in a row that both texts have: from `at` in the one that hides, from `start` in the other."""

    at: int
    start: int
    length: int


class Missing(NamedTuple):
    """Words start..end of the text that shows them; they belong before word `at` of the one that may hide them.

    Words at..upto of that one stand in their place: none, or remains of them. `before` and `after` are how many words
    both have in common on either side.
    """

    start: int
    end: int
    at: int
    upto: int
    before: int
    after: int


class Beside(NamedTuple):
    """Two texts side by side."""

    missing: tuple[Missing, ...]
    common: tuple[Common, ...]

    @property
    def words(self) -> int:
        """How many words they have in common."""
        return sum(run.length for run in self.common)


def lay_beside(hides: Keys, shows: Keys) -> Beside | None:
    """What of `shows` is missing in `hides`; None where the texts are too long to be laid side by side."""
    if len(hides) * len(shows) > LARGEST:
        return None
    runs = _no_chance(_common(hides, shows), len(hides), len(shows))
    edges = [Common(0, 0, 0), *runs, Common(len(hides), len(shows), 0)]
    missing: list[Missing] = []
    for left, right in pairwise(edges):
        at, start = left.at + left.length, left.start + left.length
        if right.start > start:
            one = Missing(start, right.start, at, right.at, left.length, right.length)
            missing += _trimmed(hides, shows, one)
    return Beside(tuple(_rejoined(missing, shows)), tuple(runs))


def _rejoined(missing: Sequence[Missing], shows: Keys) -> Iterator[Missing]:
    """Pieces of one passage that words in common by chance cut in two, as one.

    "letter from the pilot year. The sacks" beside "The sacks": "the" of "from the" is not what stands there.
    """
    last: Missing | None = None
    for one in missing:
        between = one.start - last.end if last else 0
        if (
            last
            and one.at - last.at == between <= MOST_SLIDE
            and last.at == last.upto
            and one.at == one.upto
            and shows[one.start - between : one.start] == shows[one.end - between : one.end]
        ):
            last = Missing(last.start, one.end - between, last.at, last.at, last.before, between + one.after)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _common(hides: Keys, shows: Keys) -> list[Common]:
    """Runs of words in common, in order."""
    runs: list[Common] = []
    for op in LCSseq.opcodes(hides, shows):
        if op.tag == "equal":
            runs.append(Common(op.src_start, op.dest_start, op.src_end - op.src_start))
    return runs


def _no_chance(runs: list[Common], hides: int, shows: int) -> list[Common]:
    """The runs without those that are in common by chance: few words between stretches that differ on both sides."""
    kept: list[Common] = []
    for place, run in enumerate(runs):
        last = kept[-1] if kept else Common(0, 0, 0)
        after = runs[place + 1] if place + 1 < len(runs) else Common(hides, shows, 0)
        differs_before = run.at > last.at + last.length and run.start > last.start + last.length
        differs_after = after.at > run.at + run.length and after.start > run.start + run.length
        if run.length > LONE or not (differs_before and differs_after):
            kept.append(run)
    return kept


def _trimmed(hides: Keys, shows: Keys, one: Missing) -> Iterator[Missing]:
    """The same without words that are one word read twice; nothing where that is all."""
    start, end, at, upto, before, after = one
    if alike(hides[at:upto], shows[start:end]):
        return
    while at < upto and start < end and alike(hides[at : at + 1], shows[start : start + 1]):
        at, start, before = at + 1, start + 1, before + 1
    while upto > at and end > start and alike(hides[upto - 1 : upto], shows[end - 1 : end]):
        upto, end, after = upto - 1, end - 1, after + 1
    if end > start:
        yield Missing(start, end, at, upto, before, after)


def alike(some: Keys, others: Keys) -> bool:
    """Whether two rows of words are one, read twice."""
    one, other = "".join(some), "".join(others)
    if not one or not other:
        return False
    if one == other:
        return True
    if len(one) == len(other) and len(one) <= SHORT:
        return sum(letter != second for letter, second in zip(one, other, strict=True)) == 1 and len(one) > 1
    return fuzz.ratio(one, other) >= LOOK_ALIKE


def slides(hides: Keys, shows: Keys, one: Missing) -> Iterator[Missing]:
    """Every way to tell which words are missing, the nearest first.

    "with the box to the man" beside "with the man": "the box to" before "the", or "box to the" before "man".
    """
    yield one
    if one.at != one.upto:
        return
    start, end, at, _, before, after = one
    for step in range(1, min(MOST_SLIDE, before) + 1):
        if shows[start - step] != shows[end - step] or hides[at - step] != shows[end - step]:
            break
        yield Missing(start - step, end - step, at - step, at - step, before - step, after + step)
    for step in range(1, min(MOST_SLIDE, after) + 1):
        if shows[start + step - 1] != shows[end + step - 1] or hides[at + step - 1] != shows[start + step - 1]:
            break
        yield Missing(start + step, end + step, at + step, at + step, before + step, after - step)
