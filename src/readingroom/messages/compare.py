"""The rule that says whether two copies are the same message.

Three questions are put (sender, subject, body), each answered by a `Verdict`, and the minute must agree:

    | minute        | the three answers             | Likeness |
    |---------------|-------------------------------|----------|
    | differs       | (not asked)                   | APART    |
    | any           | a no, or nobody in common     | APART    |
    | the same      | three yes                     | SAME     |
    | the same      | two yes, one the body's,      | SAME     |
    |               | and that of some length       |          |
    | the same      | the body's yes, it is long,   | SAME     |
    |               | an addressee in common        |          |
    | the same      | two yes, one the subject's    | FITS     |
    | known of one  | three yes, long body          | FITS     |
    | known of none | three yes, long body          | SAME     |
    | else          |                               | UNLIKE   |

Clock zones and minutes misread are left apart: this is the safe part of the work.
"""

from __future__ import annotations

from enum import Enum

from readingroom.messages.names import compare_addressees, compare_names
from readingroom.messages.traits import Traits
from readingroom.messages.verdict import Verdict
from readingroom.messages.wording import begin_as_one, compare_bodies, compare_stems

SOME_LENGTH = 24  # characters of folded body that both show: "pls print for my meeting" has it, "will do" has not
LONG = 60  # enough to do without the minute, or without sender and subject


class Likeness(Enum):
    """How two copies stand to each other."""

    SAME = "same"
    FITS = "fits"  # nothing against it, and one thing cannot be told: joined only if it fits nothing else
    UNLIKE = "unlike"  # no ground to join them, and none against their being joined by a third
    APART = "apart"  # never in one message


def compare_traits(one: Traits, other: Traits) -> Likeness:
    """The likeness of two copies, by the table above. Symmetric."""
    if one.sent != other.sent and one.sent and other.sent:
        return Likeness.APART
    sender = compare_names(one.sender, other.sender)
    if sender is Verdict.NO:
        return Likeness.APART
    subject = compare_subjects(one, other)
    addressees = compare_addressees(one.addressees, other.addressees)
    if subject is Verdict.NO or addressees is Verdict.NO:
        return Likeness.APART
    dated = bool(one.sent and other.sent)
    if not dated and not begin_as_one(one.body, other.body):
        return Likeness.UNLIKE  # without the minute no looser likeness of bodies counts, and those cost time
    body = compare_bodies(one.body, other.body)
    if body is Verdict.NO:
        return Likeness.APART
    agreed = (sender, subject, body).count(Verdict.YES)
    shown = min(len(one.body.opening), len(other.body.opening))
    if not dated:
        if agreed < 3 or shown < LONG:
            return Likeness.UNLIKE
        return Likeness.FITS if one.sent or other.sent else Likeness.SAME
    if agreed == 3 or (agreed == 2 and body is Verdict.YES and shown >= SOME_LENGTH):
        return Likeness.SAME
    if body is addressees is Verdict.YES and shown >= LONG:
        return Likeness.SAME
    return Likeness.FITS if agreed == 2 and subject is Verdict.YES else Likeness.UNLIKE


def compare_subjects(one: Traits, other: Traits) -> Verdict:
    """Whether two printed subjects can be one: an answer is no forward, and a lost prefix leaves it open.

    A bare "Re:" in both is a subject, if there are words to go with it.
    """
    if (
        not one.stem
        and not other.stem
        and one.body.opening
        and other.body.opening
        and one.kind is other.kind is not None
    ):
        return Verdict.YES
    stems = compare_stems(one.stem, other.stem)
    if one.kind is other.kind or stems is not Verdict.YES:
        return stems
    return Verdict.NO if one.kind and other.kind else Verdict.CANNOT_TELL


def is_strong(one: Traits, other: Traits) -> bool:
    """Whether two copies that are SAME are so by enough words to be two printings within one document."""
    return min(len(one.body.opening), len(other.body.opening)) >= SOME_LENGTH
