"""What worker processes run: plain values in, plain values out. The only place where rooms are put together.

Each function takes a group of jobs (so that a file is opened once for many pages) and gives one `Values` a job.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from readingroom.case.laid import marks_laid_back, marks_upright, reading_laid_back, told_headers
from readingroom.case.overlay import agreed_headers, fit_cuts, fit_headers, lay_over, told_cuts
from readingroom.case.said import HEADERS
from readingroom.copies import PageSketch, Reading, cut_documents, pack_sketch, read_copies, sketch_page, unpack_sketch
from readingroom.findings.uneven import keys_of, shingles_of
from readingroom.messages import CopySkeleton, Naming, Print, join_copies, reunite_attachments
from readingroom.model import (
    Correction,
    CorrectionFit,
    Document,
    HiddenText,
    PackedPage,
    Page,
    PageState,
    Problem,
    Redaction,
    RedactionWhere,
    Rest,
    Settings,
    Stamp,
    TextFrom,
    Values,
)
from readingroom.pages import PageReading, count_pages, find_stamps, place_codes, read_pages
from readingroom.people import find_designations
from readingroom.text import (
    lines_of,
    pack_copy,
    pack_passages,
    pack_words,
    passage_of_lines,
    set_upright,
    unpack_page,
)

PDF = "application/pdf"
LETTER_SIZE = (612.0, 792.0)  # what is assumed of a page that cannot be opened


class CountJob(NamedTuple):
    """A sealed file whose pages are to be counted."""

    path: str
    media_type: str


def count_sources(jobs: Sequence[CountJob]) -> list[tuple[int, str]]:
    """Pages of each sealed file, and the reason why there are none."""
    return [count_pages(Path(job.path)) if job.media_type == PDF else (0, "not_read_yet") for job in jobs]


class PageJob(NamedTuple):
    """One page to read."""

    path: str
    source: str
    number: int
    settings: Settings
    chosen: TextFrom | None = None  # where somebody said that its words are to come from


def run_pages(jobs: Sequence[PageJob]) -> list[Values]:
    """Pages with words, stamps and redactions."""
    made: list[Values] = []
    for (path, source, settings), group in groupby(jobs, key=lambda job: (job.path, job.source, job.settings)):
        some = list(group)
        chosen = {job.number: job.chosen for job in some if job.chosen}
        readings = read_pages(Path(path), source, [job.number for job in some], settings, chosen=chosen)
        made += map(_page_values, readings)
    return made


def _page_values(reading: PageReading) -> Values:
    page = reading.page
    upright = set_upright(page)
    lies = {page.number: page} if upright is not page else {}
    boxes = marks_upright(lies, reading.redactions)
    marks = find_stamps(upright, [mark.box for mark in boxes if mark.where is RedactionWhere.BOX])
    stamps = marks_laid_back(lies, marks.stamps)
    redactions = marks_laid_back(lies, place_codes(upright, boxes, marks.redactions))
    lines = lines_of(page, frozenset(at for stamp in marks.stamps for at in stamp.words))
    hidden = tuple(
        HiddenText(page.source, page.number, run.box, run.by, len(run.words))  # the words stay behind
        for run in reading.hidden
    )
    words = pack_words(page.words)
    sketch = pack_sketch(sketch_page(upright, marks.stamps, (*boxes, *marks.redactions)))
    digest = hashlib.sha256(words)
    digest.update(repr((page.width, page.height, page.state, page.lay, stamps, redactions, sketch)).encode())
    packed = PackedPage(
        page.source,
        page.number,
        page.width,
        page.height,
        page.text_from,
        page.state,
        words,
        "\n".join(line.text for line in lines),
        sketch,
        sum(one.words for one in hidden),
        digest.hexdigest()[:32],
        page.why,
        page.lay,
    )
    return Values(pages=(packed,), stamps=stamps, redactions=redactions, hidden=hidden, problems=reading.problems)


def lost_page(job: PageJob, reason: str, what: str) -> Values:
    """A page that cost its worker, alone: it is named, and the others are none the worse."""
    return Values(
        pages=(
            PackedPage(
                job.source,
                job.number,
                *LETTER_SIZE,
                TextFrom.NONE,
                PageState.FAILED,
                pack_words(()),
                "",
                pack_sketch(PageSketch(job.number)),
                0,
                f"lost: {reason}",
            ),
        ),
        problems=(lost_problem("pages", job.source, job.number, reason, what),),
    )


class DocumentsJob(NamedTuple):
    """The sketches of all pages of one source that have been read, as JSON."""

    source: str
    sketches: tuple[str, ...]
    told: Mapping[str, Correction]  # where somebody says that a document begins, or not


def run_documents(jobs: Sequence[DocumentsJob]) -> list[Values]:
    """Documents, source by source."""
    return list(map(_documents, jobs))


def _documents(job: DocumentsJob) -> Values:
    sketched = list(map(unpack_sketch, job.sketches))
    documents = cut_documents(job.source, sketched)
    if not job.told:
        return Values(documents=documents)
    fits = fit_cuts(job.told, documents, [sketch.number for sketch in sketched])
    return Values(documents=cut_documents(job.source, sketched, told_cuts(job.told)), fits=fits)


def lost_documents(job: DocumentsJob, reason: str, what: str) -> Values:
    """A source that could not be cut."""
    return Values(problems=(lost_problem("documents", job.source, 0, reason, what),))


class CopiesJob(NamedTuple):
    """A document with its pages and what stands on them."""

    document: Document
    pages: tuple[PackedPage, ...]
    stamps: tuple[Stamp, ...]
    redactions: tuple[Redaction, ...]
    told: Mapping[str, Correction]  # of what is printed on these pages


def run_copies(jobs: Sequence[CopiesJob]) -> list[Values]:
    """Copies of messages as corrected, and the lines that belong to none."""
    made = []
    for job in jobs:
        pages = list(map(unpack_page, job.pages))
        reading, fits = _read_as_told(job, pages) if job.told else (_read(job, pages), ())
        rests = tuple(
            Rest(job.document.id, job.document.source, page, pack_passages((passage,)), passage.text)
            for page, passage in reading.rest
            if passage
        )
        copies = tuple(
            pack_copy(copy_)._replace(shingles=shingles_of(keys_of(copy_.body)[0])) for copy_ in reading.copies
        )
        made.append(
            Values(
                copies=copies,
                rests=rests,
                fits=fits,
                designations=tuple(found for copy_ in reading.copies for found in find_designations(copy_)),
            )
        )
    return made


def _read(job: CopiesJob, pages: Sequence[Page], told: Iterable[Correction] = ()) -> Reading:
    upright = list(map(set_upright, pages))
    lies = {page.number: page for page, set_up in zip(pages, upright, strict=True) if set_up is not page}
    marks = marks_upright(lies, job.stamps), marks_upright(lies, job.redactions)
    return reading_laid_back(lies, read_copies(job.document, upright, *marks, told_headers(lies, told)))


def _read_as_told(job: CopiesJob, pages: Sequence[Page]) -> tuple[Reading, tuple[CorrectionFit, ...]]:
    reading = _read(job, pages)
    headers = {key: correction for key, correction in job.told.items() if correction.kind in HEADERS}
    fits: tuple[CorrectionFit, ...] = ()
    if headers:
        machine, reading = reading, _read(job, pages, agreed_headers(headers).values())
        fits = fit_headers(headers, machine.copies, reading.copies)
    laid = lay_over(job.document, reading.copies, job.told)
    return reading._replace(copies=laid.copies), (*fits, *laid.fits)


def lost_copies(job: CopiesJob, reason: str, what: str) -> Values:
    """A document that could not be read: its pages stay searchable as they are."""
    document = job.document
    rests = tuple(_whole_page(document, unpack_page(page), job.stamps) for page in job.pages)
    return Values(
        rests=tuple(rest for rest in rests if rest.text),
        problems=(lost_problem("copies", document.source, document.first_page, reason, what),),
    )


def _whole_page(document: Document, page: Page, stamps: Sequence[Stamp]) -> Rest:
    stamped = frozenset(at for stamp in stamps if stamp.page == page.number for at in stamp.words)
    passage = passage_of_lines(lines_of(page, stamped))
    return Rest(document.id, document.source, page.number, pack_passages((passage,)), passage.text)


class MessagesJob(NamedTuple):
    """All copies of a case, and pairs of their ids of which somebody says that they are one message, or not."""

    skeletons: tuple[CopySkeleton, ...]
    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]


def run_messages(jobs: Sequence[MessagesJob]) -> list[Values]:
    """Messages, links and conversations of the whole case, from skeletons."""
    made = []
    for job in jobs:
        joined = join_copies(job.skeletons, same=job.same, apart=job.apart)
        made.append(Values(messages=joined.messages, links=joined.links))
    return made


def lost_messages(_: MessagesJob, reason: str, what: str) -> Values:
    """Joining that failed: copies can still be read and searched."""
    return Values(problems=(lost_problem("messages", "", 0, reason, what),))


class AttachmentsJob(NamedTuple):
    """What the copies of a case name as attached, and what may be it."""

    namings: tuple[Naming, ...]
    prints: tuple[Print, ...]


def run_attachments(jobs: Sequence[AttachmentsJob]) -> list[Values]:
    """Attachments of the whole case, and where they are printed."""
    return [Values(attachments=reunite_attachments(job.namings, job.prints)) for job in jobs]


def lost_attachments(_: AttachmentsJob, reason: str, what: str) -> Values:
    """Attachments that could not be looked for: everything else can still be read."""
    return Values(problems=(lost_problem("attachments", "", 0, reason, what),))


def lost_problem(stage: str, source: str, page: int, reason: str, what: str) -> Problem:
    """A job that cost its worker or failed in it, as a problem of its place."""
    hints = {
        "timeout": "look at the page as a picture; `readingroom read CASE --again` tries once more",
        "died": "it may be damaged on purpose, or memory was short; `readingroom read CASE --again` tries once more",
        "raised": "this is a fault of the program; please report it with this message",
    }
    return Problem(stage=stage, source=source, page=page, reason=reason, what=what, hint=hints.get(reason, ""))


class Group(NamedTuple):
    """Jobs of one stage that go to a worker together."""

    run: Callable[[Sequence[Any]], list[Values]]
    jobs: tuple[Any, ...]


class Made(NamedTuple):
    """What a worker made of a group, and the time that it took."""

    values: list[Values]
    seconds: float


def work(group: Group) -> Made:
    """Run a group: the one function that goes to the engine."""
    began = time.perf_counter()
    values = group.run(group.jobs)
    return Made(values, time.perf_counter() - began)
