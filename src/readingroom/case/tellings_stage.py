"""The stage that finds, document by document, phrases that speak of something elsewhere, and bodies withheld whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage
from readingroom.case.work import lost_problem
from readingroom.findings.gaps import MOST_GREETING, Short, Told, find_hidden_body, find_tellings
from readingroom.model import Settings, Values
from readingroom.store import document_texts, given_digests, redactions
from readingroom.text import copy_place

BEYOND = (2**31, 0.0)  # where no copy follows


class TellingsJob(NamedTuple):
    """The texts of a document, and its copies that show hardly any words."""

    document: str
    texts: tuple[Told, ...]
    short: tuple[Short, ...]


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    for document, given in sorted(given_digests(case.store, "copies").items()):
        yield Cut(document, given, document)


def _load(case: Case, some: Sequence[str]) -> list[TellingsJob]:
    found = document_texts(case.store, some, MOST_GREETING)
    jobs = []
    for document in some:
        of = found[document]
        follows = dict(zip([one for one, _ in of.tops], [one for one, _ in of.tops[1:]], strict=False))
        short = tuple(
            Short(
                copy_,
                redactions(case.store, copy_.source, copy_.page, copy_.page + 1),
                _begins(follows.get(copy_.id, "")),
            )
            for copy_ in of.short
        )
        jobs.append(TellingsJob(document, tuple(Told(*text) for text in of.texts), short))
    return jobs


def _begins(copy_id: str) -> tuple[int, float]:
    """Page and top of a copy's first line in points, which its id says."""
    place = copy_place(copy_id)
    return (place.page, float(place.top)) if place else BEYOND


def run_tellings(jobs: Sequence[TellingsJob]) -> list[Values]:
    """Phrases and withheld bodies, document by document."""
    return [
        Values(
            tellings=(
                *find_tellings(job.document, job.texts),
                *(telling for short in job.short if (telling := find_hidden_body(short))),
            )
        )
        for job in jobs
    ]


def lost_tellings(job: TellingsJob, reason: str, what: str) -> Values:
    """A document in which phrases could not be looked for."""
    source, page = (job.texts[0].source, job.texts[0].page) if job.texts else ("", 0)
    return Values(problems=(lost_problem("tellings", source, page, reason, what),))


TELLINGS = Stage(
    name="tellings",
    version=2,
    takes="the bodies of a document's copies; what is printed in a document that is no mail",
    gives="Telling",
    cut_by="document",
    tools=(),
    group=200,
    cut=_cut,
    load=_load,
    run=run_tellings,
    lost=lost_tellings,
)
