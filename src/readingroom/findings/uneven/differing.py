"""The same words hidden in two copies of a message under different codes.

tel ░░░░░░░░ B6          in one copy
tel ░░░░░░░░ B7(C)       in another
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from readingroom.findings.uneven.beside import lay_beside
from readingroom.findings.uneven.holes import Hole, Holes
from readingroom.findings.uneven.texts import Text, same_line
from readingroom.model import CodeDifference, HiddenPlace, Told

LEAST_ROOM = 4.0  # characters: a narrower blank beside a code in the margin hides nothing
NARROW = 8.0  # points: between two words of a line
NEAR = 100.0  # points: no mark farther below or above a line's end is its own
MOST = 12  # copies of a message that are held against each other
AROUND = 6  # words on either side by which the place is told


class _Marked(NamedTuple):
    at: int
    hole: Hole


def find_differing(part: str, texts: Sequence[Text]) -> tuple[CodeDifference, ...]:
    """Places of one part that copies of one message hide under different codes, in order of the words before them."""
    marked = [(Holes(text), text) for text in texts if text.marks and text.keys][:MOST]
    holes = {text.copy: tuple(_marked(some)) for some, text in marked}
    found: dict[str, set[HiddenPlace]] = {}
    told: dict[str, tuple[Text, int]] = {}
    for (_, one), (others, other) in combinations(marked, 2):
        if one.message != other.message or not holes[one.copy] or not holes[other.copy]:
            continue
        beside = lay_beside(one.keys, other.keys)
        there = {run.at + n: run.start + n for run in (beside.common if beside else ()) for n in range(run.length)}
        for at, hole in holes[one.copy]:
            place = there.get(at - 1, -2) + 1
            if place < 1 or (at < len(one.keys) and there.get(at) != place):
                continue
            second = others.at(place)
            if second.told and second.codes and hole.codes and set(hole.codes) != set(second.codes):
                key = " ".join(one.keys[max(0, at - AROUND) : at])
                found.setdefault(key, set()).update((_place(one, hole), _place(other, second)))
                told.setdefault(key, (one, at))
    return tuple(_difference(part, key, found[key], *told[key]) for key in sorted(found))


def _marked(holes: Holes) -> Iterator[_Marked]:
    runs = holes.text.runs
    for at in range(1, len(runs) + 1):
        if at < len(runs) and same_line(runs[at - 1].box, runs[at].box) and runs[at - 1].page == runs[at].page:
            if runs[at].box.x0 - runs[at - 1].box.x1 < NARROW:
                continue
        elif not any(abs(mark.box.y0 - runs[at - 1].box.y0) < NEAR for mark in holes.text.marks):
            continue
        hole = holes.at(at)
        if hole.told is Told.BOX or (hole.told is Told.CODE and hole.room >= LEAST_ROOM and _alone(hole)):
            yield _Marked(at, hole)


def _alone(hole: Hole) -> bool:
    """Whether the codes beside a blank are those of one line, and so its own."""
    return len({round(mark.box.y0) for mark in hole.marks}) == 1


def _place(text: Text, hole: Hole) -> HiddenPlace:
    page, box = hole.place
    return HiddenPlace(text.copy, text.source, page, box, hole.codes, hole.told or Told.CODE)


def _difference(part: str, key: str, places: set[HiddenPlace], text: Text, at: int) -> CodeDifference:
    return CodeDifference(
        id="d" + hashlib.sha256(f"{text.message} {part} {key}".encode()).hexdigest()[:12],
        message=text.message,
        part=part,
        before=" ".join(text.words[max(0, at - AROUND) : at]),
        after=" ".join(text.words[at : at + AROUND]),
        places=tuple(sorted(places)),
    )
