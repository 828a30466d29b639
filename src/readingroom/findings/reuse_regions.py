"""Where two texts run alike: stretches that share runs of words, with short differences between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

ANCHOR = 3  # words in a row that both have
OFTEN = 4  # places of an anchor in one text: in more it is a phrase of its language
GAP = 14  # words between two anchors of one stretch: a clause may be exchanged
OPEN_ENDS = 6  # stretches that may still grow
REACH = 4  # words that may be exchanged before the next equal one, beyond the outermost anchor
STEPS = 3  # such exchanges on either side
TELLING = 4  # letters of an equal word that is no mere "the" or "of"
NOWHERE = (0, 0)


class Stretch(NamedTuple):
    """Words first..last (exclusive) of one text, and those of the other that run alike."""

    first: int
    last: int
    other_first: int
    other_last: int


class Difference(NamedTuple):
    """Words first..last of one text that stand where the other has other_first..other_last; either may be empty."""

    first: int
    last: int
    other_first: int
    other_last: int


def stretches_of(one: Sequence[str], other: Sequence[str]) -> list[Stretch]:
    """Stretches in which the keys of two texts run alike, in the order of the first text."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(other) - ANCHOR + 1):
        places[tuple(other[at : at + ANCHOR])].append(at)
    grown: list[list[int]] = []
    for at in range(len(one) - ANCHOR + 1):
        found = places.get(tuple(one[at : at + ANCHOR]), ())
        for there in found if len(found) <= OFTEN else ():
            for stretch in reversed(grown[-OPEN_ENDS:]):
                if 0 <= at - stretch[1] <= GAP + ANCHOR and 0 <= there - stretch[3] <= GAP + ANCHOR:
                    stretch[1], stretch[3] = max(stretch[1], at), max(stretch[3], there)
                    break
            else:
                grown.append([at, at, there, there])
    return [
        _reach_out(one, other, Stretch(first, last + ANCHOR, other_first, other_last + ANCHOR))
        for first, last, other_first, other_last in grown
    ]


def differences_of(one: Sequence[str], other: Sequence[str], stretch: Stretch) -> list[Difference]:
    """What differs within a stretch, in order; neighbouring differences are one."""
    mine, theirs = one[stretch.first : stretch.last], other[stretch.other_first : stretch.other_last]
    found: list[Difference] = []
    for op in Levenshtein.opcodes(mine, theirs):
        if op.tag == "equal":
            continue
        first, other_first = op.src_start + stretch.first, op.dest_start + stretch.other_first
        last, other_last = op.src_end + stretch.first, op.dest_end + stretch.other_first
        if found and found[-1].last == first and found[-1].other_last == other_first:
            found[-1] = found[-1]._replace(last=last, other_last=other_last)
        else:
            found.append(Difference(first, last, other_first, other_last))
    return found


def _reach_out(one: Sequence[str], other: Sequence[str], stretch: Stretch) -> Stretch:
    """The stretch with the words before and behind that are exchanged one for one, as far as equal words follow.

    "OVER Culm. Built 1928. Fifty children cross" against "OVER Lye. Built 1934. Ten children cross": from the
    first anchor ("children cross …") back over "Fifty", "Built", "1928", "Culm" to "OVER".
    """
    first, last, other_first, other_last = stretch
    for _ in range(STEPS):
        before = one[max(0, first - REACH - 2) : first], other[max(0, other_first - REACH - 2) : other_first]
        back = _next_equal(before[0][::-1], before[1][::-1])
        first, other_first = first - back[0], other_first - back[1]
        on = _next_equal(one[last : last + REACH + 2], other[other_last : other_last + REACH + 2])
        last, other_last = last + on[0], other_last + on[1]
        if back == on == NOWHERE:
            break
    return Stretch(first, last, other_first, other_last)


def _next_equal(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """How many words on the next equal word stands (it included), where about as many lie before it in both."""
    for skipped in range(REACH + 1):
        for here, there in ((skipped, skipped), (skipped, skipped + 1), (skipped + 1, skipped)):
            equal = here < len(mine) and there < len(theirs) and mine[here] == theirs[there]
            if equal and (skipped == 0 or len(mine[here]) >= TELLING):
                return here + 1, there + 1
    return NOWHERE
