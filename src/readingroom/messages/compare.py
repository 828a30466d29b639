"""The rule that says whether two copies are the same message.

Five questions are put (clock, sender, subject, addressees, body), and the answers are looked up here. "Length" is of
what both show of the body, in folded characters; "the same" bodies are so word by word (`say_the_same`).

    | clock            | the other answers                               | Likeness |
    |------------------|-------------------------------------------------|----------|
    | any              | a no                                            | APART    |
    | other            | (not asked)                                     | APART    |
    | same             | sender, subject, body: three yes                | SAME     |
    | same             | body and one more yes, some length              | SAME     |
    | same             | body and an addressee yes, long                 | SAME     |
    | same             | subject and one more yes, or body yes and long, | FITS     |
    |                  | or sender and body yes and a subject on one     |          |
    | a step           | bodies the same, two more yes, some length      | SAME     |
    | a step           | bodies the same, sender yes, long               | SAME     |
    | a step           | bodies the same, three more yes; or no bodies,  | FITS     |
    |                  | and one long subject, no answer                 |          |
    | a zone           | bodies the same, sender and one more yes, medium| SAME     |
    | a zone           | bodies the same, three more yes, some length    | SAME     |
    | a zone           | bodies the same, sender yes, long               | SAME     |
    | nearly, misread  | bodies the same, sender and one more yes, very  | FITS     |
    |                  | long, an hour and more apart                    |          |
    | nearly, misread  | bodies the same, sender yes, long               | CHAINED  |
    | same             | only the sender a no; one subject, same bodies  | CHAINED  |
    | known of one     | begin alike, three yes, long                    | FITS     |
    | not known of both| bodies the same, long                           | FITS     |
    | known of none    | begin alike, three yes, long                    | SAME     |
    | two minutes      | bodies yes, and not the same                    | DOUBTFUL |
    | as above, not    | bodies the same, sender or subject yes          | CHAINED  |
    | else             |                                                 | UNLIKE   |
"""

from __future__ import annotations

from enum import Enum

from readingroom.messages.clocks import Clock, compare_clocks
from readingroom.messages.names import compare_addressees, compare_names
from readingroom.messages.traits import Traits
from readingroom.messages.verdict import Verdict
from readingroom.messages.wording import begin_as_one, compare_bodies, compare_stems, one_cut_of_other, say_the_same

SOME_LENGTH = 24  # characters of folded body that both show: "pls print for my meeting" has it, "will do" has not
MEDIUM = 36  # enough to do without the minute, if two things more agree
AN_HOUR = 60  # minutes: what is nearer may have been sent again, with a word in front
VERY_LONG = 200  # enough to do with a digit of the time misread
LONG = 60  # enough to do without the minute, or without sender and subject


class Likeness(Enum):
    """How two copies stand to each other."""

    SAME = "same"
    CHAINED = "chained"  # same, if they stand in one chain: quoted by one message, or quoting one
    FITS = "fits"  # nothing against it, and one thing cannot be told: joined only if it fits nothing else
    UNLIKE = "unlike"  # no ground to join them, and none against their being joined by a third
    DOUBTFUL = "doubtful"  # two minutes, and another word: a correction, the schedule of another day, or a poor scan
    APART = "apart"  # never in one message


def compare_traits(one: Traits, other: Traits) -> Likeness:
    """The likeness of two copies, by the table above. Symmetric."""
    clock = compare_clocks(one.time, other.time, one.top, other.top)
    if clock is Clock.OTHER:
        return Likeness.APART
    sender = compare_names(one.sender, other.sender)
    if sender is Verdict.NO and (clock is not Clock.SAME or not one.stem or one.stem != other.stem):
        return Likeness.APART
    subject = compare_subjects(one, other)
    if subject is Verdict.NO:
        return Likeness.APART
    addressees = compare_addressees(one.addressees, other.addressees)
    if addressees is Verdict.NO:
        return Likeness.APART
    if clock is Clock.UNKNOWN and not (begin_as_one(one.body, other.body) or one_cut_of_other(one.body, other.body)):
        return Likeness.UNLIKE  # without the minute no looser likeness of bodies counts, and those cost time
    body = compare_bodies(one.body, other.body)
    if body is Verdict.NO:
        return Likeness.APART
    shown = min(len(one.body.opening), len(other.body.opening))
    if sender is Verdict.NO:  # one account may print two names
        same = shown >= MEDIUM and body is Verdict.YES and say_the_same(one.body, other.body)
        return Likeness.CHAINED if same else Likeness.APART
    if clock is Clock.SAME:
        found = _of_one_minute(sender, subject, addressees, body, shown)
        if found is Likeness.CHAINED and sender is body is Verdict.YES and (one.stem or other.stem):
            return Likeness.FITS
        return found
    if clock is Clock.UNKNOWN:
        return _of_no_minute(one, other, sender, subject, body, shown)
    if body is not Verdict.YES or sender is not Verdict.YES:
        return Likeness.UNLIKE
    if not say_the_same(one.body, other.body):
        return Likeness.DOUBTFUL
    if clock is Clock.STEP and _said_in_subject(one) and _said_in_subject(other) and subject is Verdict.YES:
        return Likeness.FITS
    hours = abs(one.time.minutes - other.time.minutes) >= AN_HOUR
    return _of_two_minutes(clock, (subject, addressees).count(Verdict.YES), shown, hours)


def _said_in_subject(one: Traits) -> bool:
    """A mail of its own without a body: its subject says it all."""
    return not one.body.opening and one.kind is None and len(one.stem) >= SOME_LENGTH


def _of_one_minute(sender: Verdict, subject: Verdict, addressees: Verdict, body: Verdict, shown: int) -> Likeness:
    agreed = (sender, subject, body).count(Verdict.YES)
    if agreed == 3 or (agreed == 2 and body is Verdict.YES and shown >= SOME_LENGTH):
        return Likeness.SAME
    if body is addressees is Verdict.YES and shown >= LONG:
        return Likeness.SAME
    if (agreed == 2 and subject is Verdict.YES) or (body is Verdict.YES and shown >= LONG):
        return Likeness.FITS
    return Likeness.CHAINED if agreed else Likeness.UNLIKE


def _of_no_minute(one: Traits, other: Traits, sender: Verdict, subject: Verdict, body: Verdict, shown: int) -> Likeness:
    """One minute is not known, or neither; the bodies begin alike."""
    if body is not Verdict.YES:
        return Likeness.UNLIKE
    if shown >= LONG:
        if sender is subject is Verdict.YES:
            return Likeness.FITS if one.time.digits or other.time.digits else Likeness.SAME
        if say_the_same(one.body, other.body):
            return Likeness.FITS
    return Likeness.CHAINED if Verdict.YES in (sender, subject) else Likeness.UNLIKE


def _of_two_minutes(clock: Clock, more: int, shown: int, hours: bool) -> Likeness:
    """Senders and bodies agree; `more` of subject and addressees. `hours`: the times are an hour and more apart."""
    if clock is Clock.STEP:
        if shown >= LONG or (shown >= SOME_LENGTH and more):
            return Likeness.SAME
        return Likeness.FITS if more == 2 else Likeness.CHAINED
    if clock is Clock.ZONE:
        enough = LONG if not more else MEDIUM if more == 1 else SOME_LENGTH
        return Likeness.SAME if shown >= enough else Likeness.CHAINED
    if shown < LONG:
        return Likeness.APART
    return Likeness.FITS if shown >= VERY_LONG and more and hours else Likeness.CHAINED


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
