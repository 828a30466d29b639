"""The stages behind the reading order: what of a message stands in which copy; then the documents that hold it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import WHOLE_CASE, Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.findings import CopyText, Part, Readable, held_in, order_to_read
from readingroom.model import DocumentKind, FieldName, FieldState, PrintOf, Settings, Values
from readingroom.store import (
    all_held,
    copy_texts,
    document_of_copies,
    documents,
    first_sent,
    given_digests,
    messages_printed_once,
    printed_more_than_once,
    printed_texts,
    unsure_pages,
)

NOT_READ = (DocumentKind.SEPARATOR, DocumentKind.BLANK)
COUNTED = (FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.BCC, FieldName.SENT, FieldName.SUBJECT)
BEFORE = ("documents", "copies", "messages", "prints", "held")  # stages that the order rests on


class HeldJob(NamedTuple):
    """A message with its copies."""

    message: str
    copies: tuple[CopyText, ...]


class OrderJob(NamedTuple):
    """The documents of a case, and what each of them holds."""

    documents: tuple[Readable, ...]
    parts: tuple[Part, ...]


def _cut_held(case: Case, _: Settings) -> Iterator[Cut]:
    for message, copies in printed_more_than_once(case.store):
        yield Cut(message, digest_of([digest for _, digest in copies]), (message, [copy_id for copy_id, _ in copies]))


def _load_held(case: Case, some: Sequence[tuple[str, list[str]]]) -> list[HeldJob]:
    rows = copy_texts(case.store, [copy_id for _, ids in some for copy_id in ids])
    texts = {
        row.id: CopyText(row.id, row.body, tuple(_values(row.states, row.parts, name) for name in COUNTED))
        for row in rows
    }
    return [HeldJob(message, tuple(texts[one] for one in ids)) for message, ids in some]


def _values(states: Sequence[FieldState], parts: Sequence[int], name: FieldName) -> int:
    at = list(FieldName).index(name)
    return max(1, parts[at]) if states[at] is FieldState.READ else 0


def _run_held(jobs: Sequence[HeldJob]) -> list[Values]:
    return [Values(held=(held_in(job.message, job.copies),)) for job in jobs]


def _cut_order(case: Case, _: Settings) -> Iterator[Cut]:
    told = [f"{place} {key}" for stage in BEFORE for place, key in sorted(given_digests(case.store, stage).items())]
    yield Cut("", digest_of(told), None)


def _load_order(case: Case, _: Sequence[None]) -> list[OrderJob]:
    sent = first_sent(case.store)
    rows = [row for row in documents(case.store) if row.kind not in NOT_READ]
    documents_ = [
        Readable(row.document.id, row.document.last_page - row.document.first_page + 1, sent.get(row.document.id, ""))
        for row in rows
    ]
    known = {document.id for document in documents_}
    printed_in = document_of_copies(case.store)
    parts = [Part(words, message, (document,)) for message, document, words in messages_printed_once(case.store)]
    for held in all_held(case.store):
        for piece in held.pieces:
            homes = sorted({printed_in[copy_id] for copy_id in piece.copies if copy_id in printed_in})
            parts.append(Part(piece.words, held.message, tuple(homes)))
    outside: dict[bytes, list[str]] = {}
    for text in printed_texts(case.store):
        if text.text.of is PrintOf.REST:
            outside.setdefault(text.text.prints, []).append(text.text.document)
    parts += [Part(len(prints), "", tuple(homes)) for prints, homes in sorted(outside.items())]
    unsure = unsure_pages(case.store)
    told = {document for homes in outside.values() for document in homes}
    for row in rows:
        one = row.document
        pages = range(one.first_page, one.last_page + 1)
        alone = row.kind is not DocumentKind.MAIL and one.id not in told
        if alone or any((one.source, page) in unsure for page in pages):
            parts.append(Part(1, "", (one.id,)))
    return [OrderJob(tuple(documents_), tuple(part for part in parts if known.issuperset(part.documents)))]


def _run_order(jobs: Sequence[OrderJob]) -> list[Values]:
    return [Values(read_first=order_to_read(job.documents, job.parts)) for job in jobs]


def _lost_held(job: HeldJob, reason: str, what: str) -> Values:
    return Values(problems=(lost_problem("held", "", 0, reason, f"message {job.message}: {what}"),))


def _lost_order(_: OrderJob, reason: str, what: str) -> Values:
    return Values(problems=(lost_problem("reading_order", "", 0, reason, what),))


HELD = Stage(
    name="held",
    version=1,
    takes="the copies of a message of which there are several",
    gives="Held",
    cut_by="message",
    tools=("rapidfuzz",),
    group=100,
    cut=_cut_held,
    load=_load_held,
    run=_run_held,
    lost=_lost_held,
)

READING_ORDER = Stage(
    name="reading_order",
    version=1,
    takes="what of each message, and of what stands outside mail, is printed in which document",
    gives="ReadFirst",
    cut_by=WHOLE_CASE,
    tools=(),
    group=1,
    cut=_cut_order,
    load=_load_order,
    run=_run_order,
    lost=_lost_order,
)
