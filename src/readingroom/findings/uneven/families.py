"""Families: which copies are laid beside each other, told from skeletons of all copies of a case.

copies of one message                                    what joining found
+ messages of one minute and one subject                   what joining may have kept apart for what is hidden
+ messages of which two copies print much the same words   a text sent twice, a chain pasted into another
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from readingroom.findings.uneven.shingles import alike_messages
from readingroom.text import components_of

MOST_OF_A_MINUTE = 6  # messages of one minute and subject: of more it is a list's or a machine's


class Sketch(NamedTuple):
    """A copy without its words."""

    copy: str  # Copy.id
    message: str  # Message.id
    sent: str  # YYYY-MM-DDTHH:MM, "" where it cannot be told
    stem: str  # letters of the subject without RE: and FW:
    shingles: bytes  # shingles_of its body
    hides: bool  # a mark stands on its pages, or the release stamp says "in part"


def families_of(sketches: Iterable[Sketch]) -> tuple[tuple[str, ...], ...]:
    """Sorted tuples of two and more copies of which one at least may hide something. No copy is in two."""
    some = sorted(sketches)
    messages = {one.message for one in some}
    pairs = alike_messages((one.message, one.shingles) for one in some if one.shingles)
    together = components_of(messages, pairs | _of_one_minute(some))
    family_of = {message: at for at, component in enumerate(together) for message in component}
    families: dict[int, list[Sketch]] = {}
    for one in some:
        families.setdefault(family_of[one.message], []).append(one)
    told = (tuple(one.copy for one in family) for family in families.values() if any(one.hides for one in family))
    return tuple(sorted(family for family in told if len(family) > 1))


def _of_one_minute(sketches: Sequence[Sketch]) -> set[tuple[str, str]]:
    at: dict[tuple[str, str], set[str]] = {}
    for one in sketches:
        if one.sent:
            at.setdefault((one.sent, one.stem), set()).add(one.message)
    return {pair for some in at.values() if len(some) <= MOST_OF_A_MINUTE for pair in pairwise(sorted(some))}
