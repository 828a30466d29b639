"""The stages that find reuse: prints of every text, a document at a time; then the texts that share some, by pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.findings import ReusableText, find_reuse, pairs_of, prints_of
from readingroom.messages import take_apart
from readingroom.model import (
    Document,
    DocumentKind,
    Passage,
    PrintOf,
    ReusedText,
    Settings,
    TextPrint,
    Values,
)
from readingroom.store import (
    PrintedText,
    documents,
    entry_texts,
    given_digests,
    packed_copy_texts,
    packed_rests,
    printed_texts,
)
from readingroom.text import fold_ocr, spans_of, unpack_passages, unpack_texts

NOT_TEXT = (DocumentKind.SEPARATOR, DocumentKind.WITHHELD, DocumentKind.BLANK)


class PrintsJob(NamedTuple):
    """The texts of one document: of which kind, whose, and what is printed."""

    document: str
    texts: tuple[tuple[PrintOf, str, str], ...]


class PackedSide(NamedTuple):
    """One text of a pair, packed: `text.pack_passages` of a copy (its body is the last but one) or of pages."""

    of: PrintOf
    owner: str
    document: str
    message: str
    conversation: str
    source: str
    packed: tuple[bytes, ...]
    sender: str
    subject: str


def _cut_prints(case: Case, _: Settings) -> Iterator[Cut]:
    read = given_digests(case.store, "copies")
    for row in documents(case.store):
        yield Cut(row.document.id, digest_of((read.get(row.document.id, ""), row.kind.value)), (row.document, row.kind))


def _load_prints(case: Case, some: Sequence[tuple[Document, DocumentKind]]) -> list[PrintsJob]:
    jobs = []
    for document, kind in some:
        entries = entry_texts(case.store, document.source, document.first_page, document.last_page)
        texts = [(PrintOf.COPY, copy_id, body) for entry, copy_id, _, body in entries if entry == "copy"]
        pages = _pages_outside_mail(document, kind)
        rest = "\n".join(body for entry, _, page, body in entries if entry == "rest" and page in pages)
        jobs.append(PrintsJob(document.id, (*texts, (PrintOf.REST, document.id, rest))))
    return jobs


def _pages_outside_mail(document: Document, kind: DocumentKind) -> frozenset[int]:
    """Pages whose lines outside any message are a text: beside mail they are signatures and small print."""
    if kind in NOT_TEXT:
        return frozenset()
    if kind is not DocumentKind.MAIL:
        return frozenset(range(document.first_page, document.last_page + 1))
    return frozenset(page for one in document.enclosed for page in range(one.first_page, one.last_page + 1))


def _run_prints(jobs: Sequence[PrintsJob]) -> list[Values]:
    made = []
    for job in jobs:
        prints = ((of, owner, prints_of(text)) for of, owner, text in job.texts)
        made.append(
            Values(prints=tuple(TextPrint(of, owner, job.document, some) for of, owner, some in prints if some))
        )
    return made


class _Wanted(NamedTuple):
    """A text of a pair, and for what stands outside mail where it is printed."""

    printed: PrintedText
    source: str
    pages: tuple[int, ...]


def _cut_pairs(case: Case, _: Settings) -> Iterator[Cut]:
    texts = printed_texts(case.store)
    pairs = pairs_of([text.text.prints for text in texts])
    if not pairs:
        return
    read = given_digests(case.store, "copies")
    kept = {row.document.id: (row.document, row.kind) for row in documents(case.store)}
    for pair in pairs:
        wanted = []
        for at in pair:
            document, kind = kept[texts[at].text.document]
            pages = _pages_outside_mail(document, kind) if texts[at].text.of is PrintOf.REST else ()
            wanted.append(_Wanted(texts[at], document.source, tuple(sorted(pages))))
        told = [
            repr((one.printed.text[:3], one.printed[1:], one.pages, read.get(one.printed.text.document)))
            for one in wanted
        ]
        yield Cut("|".join(one.printed.text.owner for one in wanted), digest_of(told), tuple(wanted))


def _load_pairs(case: Case, some: Sequence[tuple[_Wanted, _Wanted]]) -> list[tuple[PackedSide, PackedSide]]:
    owners = {one.printed.text.owner for pair in some for one in pair if one.printed.text.of is PrintOf.COPY}
    copies = packed_copy_texts(case.store, sorted(owners))

    def side_of(wanted: _Wanted) -> PackedSide:
        (of, owner, document, _), message, conversation = wanted.printed
        told = (of, owner, document, message, conversation, wanted.source)
        if of is PrintOf.REST:
            return PackedSide(*told, packed_rests(case.store, wanted.source, wanted.pages), "", "")
        copy_ = copies[owner]
        return PackedSide(*told, (copy_.passages,), fold_ocr(copy_.sender), fold_ocr(take_apart(copy_.subject)[1]))

    return [(side_of(one), side_of(other)) for one, other in some]


def _run_pairs(jobs: Sequence[tuple[PackedSide, PackedSide]]) -> list[Values]:
    made = []
    for one, other in jobs:
        found = find_reuse(_text_of(one), _text_of(other))
        made.append(
            Values(
                reuses=tuple(
                    reuse._replace(one=_placed(reuse.one, one), other=_placed(reuse.other, other)) for reuse in found
                )
            )
        )
    return made


def _text_of(side: PackedSide) -> ReusableText:
    if side.of is PrintOf.COPY:
        text = unpack_texts(side.packed[0])[-2]
    else:
        text = "\n".join(unpack_texts(packed)[0] for packed in side.packed)
    return ReusableText(
        side.of, side.owner, side.document, side.message, text, side.sender, side.subject, side.conversation
    )


def _placed(reused: ReusedText, side: PackedSide) -> ReusedText:
    """With its places on the pages: these are unpacked for what was found only."""
    if side.of is PrintOf.COPY:
        passage = unpack_passages(side.packed[0])[-2]
    else:
        passage = Passage.join("\n", (unpack_passages(packed)[0] for packed in side.packed))
    words = passage[reused.start : reused.start + len(reused.words)]
    return reused._replace(spans=tuple(spans_of(words, side.source)))


def _lost_prints(job: PrintsJob, reason: str, what: str) -> Values:
    return Values(problems=(lost_problem("prints", "", 0, reason, f"{job.document}: {what}"),))


def _lost_pair(job: tuple[PackedSide, PackedSide], reason: str, what: str) -> Values:
    return Values(problems=(lost_problem("reuse", "", 0, reason, f"{job[0].owner} and {job[1].owner}: {what}"),))


PRINTS = Stage(
    name="prints",
    version=1,
    takes="the texts of a document",
    gives="TextPrint",
    cut_by="document",
    tools=(),
    group=100,
    cut=_cut_prints,
    load=_load_prints,
    run=_run_prints,
    lost=_lost_prints,
)

REUSE = Stage(
    name="reuse",
    version=1,
    takes="two texts that share prints",
    gives="Reuse",
    cut_by="pair of texts",
    tools=("rapidfuzz",),
    group=20,
    cut=_cut_pairs,
    load=_load_pairs,
    run=_run_pairs,
    lost=_lost_pair,
)
