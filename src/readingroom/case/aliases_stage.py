"""The stage `aliases`: what each sign of the case may mean. The whole case at once, on clues, actors and posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import WHOLE_CASE, Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.model import Actor, AliasClue, Post, Settings, Values
from readingroom.people import meanings_of
from readingroom.store import actors, alias_clues, given_digests, posts, sign_counts


class Job(NamedTuple):
    """All that a case says of signs, and those of whom it may say it."""

    signs: tuple[str, ...]
    clues: tuple[AliasClue, ...]
    actors: tuple[Actor, ...]
    posts: tuple[Post, ...]


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    told = [f"{document} {key}" for document, key in sorted(given_digests(case.store, "signs").items())]
    known = [repr((actor.id, actor.kind, actor.name, actor.names)) for actor in actors(case.store)]
    yield Cut("", digest_of((*told, *sorted(known), *sorted(map(repr, posts(case.store))))), None)


def _load(case: Case, _: Sequence[None]) -> list[Job]:
    signs = tuple(count.sign for count in sign_counts(case.store))
    return [Job(signs, alias_clues(case.store), actors(case.store), posts(case.store))]


def _run(jobs: Sequence[Job]) -> list[Values]:
    return [Values(alias_meanings=meanings_of(*job)) for job in jobs]


def _lost(_: Job, reason: str, what: str) -> Values:
    """Meanings that could not be made: signs are counted, and mean nothing."""
    return Values(problems=(lost_problem("aliases", "", 0, reason, what),))


ALIASES = Stage(
    name="aliases",
    version=1,
    takes="what all documents print of signs; actors with their printed names; posts, printed and told",
    gives="AliasMeaning",
    cut_by=WHOLE_CASE,
    tools=(),
    group=1,
    cut=_cut,
    load=_load,
    run=_run,
    lost=_lost,
)
