"""The stage `signs`: what each document prints of short signs. Cut by document; asks nothing of any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage
from readingroom.case.work import lost_problem
from readingroom.model import Settings, Values
from readingroom.people import CopyText, read_signs
from readingroom.store import given_digests, texts_of_documents

Job = tuple[CopyText, ...]  # the texts of a document


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    for document, key in sorted(given_digests(case.store, "copies").items()):
        yield Cut(document, key, document)


def _load(case: Case, documents: Sequence[str]) -> list[Job]:
    texts = texts_of_documents(case.store, documents)
    return [tuple(CopyText(*text) for text in texts[document]) for document in documents]


def _run(jobs: Sequence[Job]) -> list[Values]:
    read = map(read_signs, jobs)
    return [Values(sign_uses=one.uses, alias_clues=one.clues) for one in read]


def _lost(job: Job, reason: str, what: str) -> Values:
    """A document whose signs could not be read: it can still be read itself."""
    source, page = (job[0].source, job[0].page) if job else ("", 0)
    return Values(problems=(lost_problem("signs", source, page, reason, what),))


SIGNS = Stage(
    name="signs",
    version=1,
    takes="the words of a document's copies, and of its pages outside any copy",
    gives="SignUse, AliasClue",
    cut_by="document",
    tools=(),
    group=200,
    cut=_cut,
    load=_load,
    run=_run,
    lost=_lost,
)
