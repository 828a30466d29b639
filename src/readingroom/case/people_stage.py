"""The stage that says who everybody was: one step over the heads of all copies, without a word of their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage, digest_of
from readingroom.model import FieldState, Problem, Settings, Values
from readingroom.people import Heading, join_names
from readingroom.store import done_batches, heads


class PeopleJob(NamedTuple):
    """The heads of all copies of a case."""

    headings: tuple[Heading, ...]


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    """The whole case. What went into copies and messages is told by their keys, so that none need be loaded."""
    done = [sorted(done_batches(case.store, stage).items()) for stage in ("copies", "messages")]
    yield Cut("", digest_of(tuple(map(repr, done))), None)


def _load(case: Case, _: Sequence[None]) -> list[PeopleJob]:
    return [PeopleJob(tuple(Heading(*row[:-1], row.sender_state == FieldState.REDACTED) for row in heads(case.store)))]


def run_people(jobs: Sequence[PeopleJob]) -> list[Values]:
    """Actors of the whole case."""
    return [Values(actors=join_names(job.headings).actors) for job in jobs]


def lost_people(_: PeopleJob, reason: str, what: str) -> Values:
    """People that could not be joined: messages can still be read and searched."""
    hint = "messages can be read all the same; please report this with the message"
    return Values(problems=(Problem(stage="people", source="", page=0, reason=reason, what=what, hint=hint),))


PEOPLE = Stage(
    name="people",
    version=1,
    takes="the heads of all copies, and which copies are one message",
    gives="Actor",
    cut_by="the whole case",
    tools=("rapidfuzz",),
    group=1,
    cut=_cut,
    load=_load,
    run=run_people,
    lost=lost_people,
)
