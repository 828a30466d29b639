"""The stage that says who everybody was: one step over the heads of all copies, without a word of their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.said import PERSONS, agreed_pairs, live_corrections
from readingroom.case.stage import WHOLE_CASE, Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.model import Designation, FieldState, Settings, ToldPost, Values
from readingroom.people import Heading, join_names, people_of, traffic_of
from readingroom.store import (
    copy_digests,
    correction_entries,
    correction_fits,
    designations,
    heads,
    joined_copies,
    told_posts,
)


class PeopleJob(NamedTuple):
    """The heads of all copies of a case, and what copies and imported tables say of posts."""

    headings: tuple[Heading, ...]
    designations: tuple[Designation, ...]
    told: tuple[ToldPost, ...]
    same: tuple[tuple[str, str], ...]  # prints that somebody says are one person's
    apart: tuple[tuple[str, str], ...]


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    """The whole case. What copies say is told by their digests, so that none need be loaded."""
    together = (one for pair in joined_copies(case.store) for one in pair)
    yield Cut("", digest_of((*copy_digests(case.store), *together, repr(_said(case)))), None)


def _load(case: Case, _: Sequence[None]) -> list[PeopleJob]:
    headings = tuple(Heading(*row[:-1], row.sender_state == FieldState.REDACTED) for row in heads(case.store))
    return [PeopleJob(headings, tuple(designations(case.store)), *_said(case))]


class _Said(NamedTuple):
    """What people say: posts, in tables and corrections, and which prints are one person's or not."""

    told: tuple[ToldPost, ...]
    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]


def _said(case: Case) -> _Said:
    corrections = live_corrections(correction_entries(case.store))
    pairs = agreed_pairs(correction_fits(case.store) if corrections else (), corrections, PERSONS)
    posts = [one.post for one in corrections.values() if one.post is not None]
    corrected = (ToldPost(*post, "a correction", number) for number, post in enumerate(posts, 1))
    return _Said((*told_posts(case.store), *corrected), pairs.same, pairs.apart)


def run_people(jobs: Sequence[PeopleJob]) -> list[Values]:
    """Actors and posts of the whole case, and who wrote to whom."""
    made = []
    for job in jobs:
        joined = join_names(job.headings, same=job.same, apart=job.apart)
        people = people_of(joined, job.headings, job.designations, job.told)
        made.append(Values(actors=people.actors, posts=people.posts, traffic=traffic_of(joined.of_print, job.headings)))
    return made


def lost_people(_: PeopleJob, reason: str, what: str) -> Values:
    """People that could not be joined: messages can still be read and searched."""
    return Values(problems=(lost_problem("people", "", 0, reason, what),))


PEOPLE = Stage(
    name="people",
    version=2,
    takes="the heads of all copies, which of them are one message, designations; what tables and corrections say",
    gives="Actor, Post, Traffic",
    cut_by=WHOLE_CASE,
    tools=("rapidfuzz",),
    group=1,
    cut=_cut,
    load=_load,
    run=run_people,
    lost=lost_people,
)
