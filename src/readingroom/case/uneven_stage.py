"""The stage that looks for uneven redactions: families of copies, each with the marks on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.findings.uneven import Edge, Printing, Sheet, Sketch, families_of, find_uneven
from readingroom.messages import take_apart
from readingroom.model import Document, PackedCopy, Redaction, Settings, Values
from readingroom.pages import is_odd, normal_codes
from readingroom.store import (
    Likeness,
    PagePrint,
    bare_documents,
    likenesses,
    marked_pages,
    packed_copies,
    page_digests,
    page_prints,
    release_stamps,
)
from readingroom.text import copy_place, unpack_copy

_PARTLY = re.compile(r"\bpart(?:ial|ly)?\b|redact|exci[sz]e|sani[ti]+[sz]ed", re.IGNORECASE)


class Release(NamedTuple):
    """What the release stamp of a document says."""

    codes: tuple[str, ...]
    partly: bool | None  # something was taken out; None: there is no such stamp


NO_STAMP = Release((), None)


class Member(NamedTuple):
    """A copy of a family, before its words are loaded."""

    copy: str
    message: str
    source: str
    page: int
    last_page: int  # of its document, at most one behind its own last
    below: str  # Copy.id of the next copy of its document, "" where it is the last
    release: Release
    hides: bool


class LoadedMember(NamedTuple):
    """A copy of a family with all that is looked at."""

    copy: PackedCopy
    message: str
    marks: tuple[Redaction, ...]
    sheets: tuple[Sheet, ...]  # none where the copy hides nothing
    below: str
    release: Release
    width: float
    height: float


Family = tuple[Member, ...]
LoadedFamily = tuple[LoadedMember, ...]


def cut(case: Case, _: Settings) -> Iterator[Cut]:
    """A family a piece."""
    digests = {(source, number): digest for source, number, digest in page_digests(case.store)}
    rows = tuple(likenesses(case.store))
    members = _members(case, rows)
    sketches = (
        Sketch(
            row.copy,
            row.message,
            row.sent,
            _stem(row.subject),
            row.shingles,
            members[row.copy].hides,
        )
        for row in rows
    )
    told = {row.copy: row.digest for row in rows}
    for copies in families_of(sketches):
        family = tuple(members[copy_] for copy_ in copies)
        content = [
            part
            for one in family
            for part in (
                one.copy,
                told[one.copy],
                one.message,
                one.below,
                repr(one.release),
                *(digests.get((one.source, page), "") for page in _pages_of(one)),
            )
        ]
        yield Cut(copies[0], digest_of(content), family)


def _stem(subject: str) -> str:
    return "".join(character for character in take_apart(subject)[1].casefold() if character.isalnum())


def _members(case: Case, rows: Sequence[Likeness]) -> dict[str, Member]:
    marked = marked_pages(case.store)
    documents = tuple(bare_documents(case.store))
    last_pages = {document.id: document.last_page for document in documents}
    releases = _releases(case, documents)
    members = {}
    for row, follower in zip(rows, (*rows[1:], None), strict=False):
        last = min(row.last_page + 1, last_pages.get(row.document, row.last_page))
        below = follower.copy if follower and follower.document == row.document else ""
        release = releases.get(row.document, NO_STAMP)
        hides = release.partly is not False or any((row.source, page) in marked for page in range(row.page, last + 1))
        members[row.copy] = Member(row.copy, row.message, row.source, row.page, last, below, release, hides)
    return members


def _releases(case: Case, documents: Sequence[Document]) -> Mapping[str, Release]:
    """What the release stamps of each stamped document say."""
    said: dict[tuple[str, int], list[str]] = {}
    for source, page, words in release_stamps(case.store):
        said.setdefault((source, page), []).append(words)
    found: dict[str, Release] = {}
    for document in documents if said else ():
        pages = range(document.first_page, document.last_page + 1)
        words = " ".join(word for page in pages for word in said.get((document.source, page), ()))
        if words:
            codes = tuple(sorted(normal_codes(words)))
            found[document.id] = Release(codes, bool(codes or _PARTLY.search(words)))
    return found


def load(case: Case, families: Sequence[Family]) -> list[LoadedFamily]:
    """Families with the words of their copies and the pages of those that may hide something."""
    members = [one for family in families for one in family]
    copies = packed_copies(case.store, [one.copy for one in members])
    places = {(one.source, page) for one in members if one.hides for page in _pages_of(one)}
    prints = page_prints(case.store, sorted(places))
    return [
        tuple(_loaded(one, copies[one.copy], prints) for one in family if one.copy in copies) for family in families
    ]


def _pages_of(one: Member) -> range:
    return range(one.page, one.last_page + 1)


def _loaded(one: Member, copy_: PackedCopy, prints: Mapping[tuple[str, int], PagePrint]) -> LoadedMember:
    pages = {page: prints[one.source, page] for page in _pages_of(one) if one.hides and (one.source, page) in prints}
    marks = tuple(mark for print_ in pages.values() for mark in print_.marks)
    sheets = tuple(Sheet(page, print_.words) for page, print_ in pages.items())
    first = next(iter(pages.values()), None)
    width, height = (first.width, first.height) if first else (0.0, 0.0)
    return LoadedMember(copy_, one.message, marks, sheets, one.below, one.release, width, height)


def run(jobs: Sequence[LoadedFamily]) -> list[Values]:
    """What the copies of each family hide and print of each other."""
    made = []
    for family in jobs:
        found = find_uneven(tuple(map(_printing, family)), is_odd)
        made.append(Values(uneven=found.uneven, code_differences=found.differing))
    return made


def _printing(one: LoadedMember) -> Printing:
    return Printing(
        copy=unpack_copy(one.copy),
        message=one.message,
        marks=one.marks,
        stamped=one.release.codes,
        partly=one.release.partly,
        sheets=one.sheets,
        below=_begins(one.below),
        width=one.width,
        height=one.height,
    )


def _begins(copy_id: str) -> Edge | None:
    """Where a copy begins, as its id says."""
    place = copy_place(copy_id)
    return Edge(place.page, float(place.top)) if place else None


def lost(job: LoadedFamily, reason: str, what: str) -> Values:
    """A family that could not be looked at: its copies can still be read."""
    first = job[0].copy
    return Values(problems=(lost_problem("uneven", first.source, first.page, reason, what),))


UNEVEN = Stage(
    name="uneven",
    version=1,
    takes="copies of one message, and of messages that print much the same, with the marks on their pages",
    gives="UnevenRedaction, CodeDifference",
    cut_by="family of copies",
    tools=("rapidfuzz",),
    group=40,
    cut=cut,
    load=load,
    run=run,
    lost=lost,
)
