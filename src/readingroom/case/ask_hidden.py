"""Hidden text: where it lies, and, for somebody who asks for one page on purpose, what it says.

The words are in no table of the case. They are read anew from the sealed original when they are asked for, given to
the one who asked, and kept nowhere; that they were asked for is kept in the log.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.engine import Engine, LocalProcesses, Lost
from readingroom.errors import NotFound, ReadingroomError
from readingroom.model import HiddenText, Settings
from readingroom.pages import HiddenRun, read_hidden
from readingroom.store import source_by_id, write_log

SECONDS = 60.0
MEMORY = 2 << 30  # bytes of address space


class Revealed(NamedTuple):
    """What lies hidden in one place. Given to the one who asked; never kept, searched or exported."""

    place: HiddenText
    text: str


class RevealJob(NamedTuple):
    """One page whose hidden words are asked for."""

    path: str
    number: int


def read_revealed(job: RevealJob) -> tuple[HiddenRun, ...]:
    """The hidden words of a page. What the worker runs."""
    return read_hidden(Path(job.path), job.number, Settings())


def reveal_hidden(
    case: Case, source_id: str, number: int, *, who: str, engine: Engine | None = None
) -> tuple[Revealed, ...]:
    """The hidden words of page `number` of a source (whole id or its first digits), which `who` asked for.

    That goes to the log first: where it cannot be written, nothing is shown. Raises NotFound where there is no such
    page, CaseBusy, and ReadingroomError where the page cannot be read.
    """
    found = source_by_id(case.store, source_id)
    if found is None or not 1 <= number <= found[0].pages:
        raise NotFound(f"there is no page {number} of {source_id}", "")
    source, file = found
    write_log(case.store, "hidden text shown", {"source": source.id, "name": source.name, "page": number, "who": who})
    job = RevealJob(str(case.folder / file), number)
    worker = engine or LocalProcesses(workers=1, seconds=SECONDS, memory=MEMORY)
    try:
        outcome = next(outcome for _, outcome in worker.map(read_revealed, [(job, job)]))
    finally:
        if engine is None:
            worker.close()
    if isinstance(outcome, Lost):
        raise ReadingroomError(f"page {number} of {source.name} cannot be read: {outcome.what}", "")
    return tuple(
        Revealed(
            HiddenText(source.id, number, run.box, run.by, len(run.words)), " ".join(word.text for word in run.words)
        )
        for run in outcome
    )
