"""Everything of a kind, one at a time: what the listing commands print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from readingroom.case.ask_conversations import is_ghost
from readingroom.case.ask_names import Names
from readingroom.case.folder import Case
from readingroom.model import (
    UPRIGHT,
    Attachment,
    Copy,
    Document,
    DocumentKind,
    Gap,
    Lay,
    PageState,
    Problem,
    Source,
    TextFrom,
    TextWhy,
)
from readingroom.pages import REASONS
from readingroom.store import (
    CopyRow,
    MessageRow,
    attachments,
    copies_by_id,
    copy_rows,
    documents,
    gaps,
    message_of_copies,
    messages,
    page_rows,
    problems,
    sources,
    whole_copies,
)

T = TypeVar("T")

PORTION = 200  # values that are asked of the store at once


class ListedCopy(NamedTuple):
    """A copy, the message that it belongs to ("" while not joined), and where its document begins."""

    copy: Copy
    message: str
    first_page: int


class ListedMessage(NamedTuple):
    """A message, its body, and where its copies stand: document id, nth, page of the source, source id."""

    row: MessageRow
    body: str
    copies: tuple[CopyRow, ...]


class ListedPage(NamedTuple):
    """A page; `state` is "waiting" until it has been read."""

    source: str
    number: int
    width: float
    height: float
    text_from: TextFrom
    why: TextWhy
    lay: Lay
    state: str
    problem: str


class ListedDocument(NamedTuple):
    """A document, what it is, and the attachments that its messages name, or that are printed behind them."""

    document: Document
    kind: DocumentKind
    attachments: tuple[Attachment, ...]


def list_copies(case: Case) -> Iterator[ListedCopy]:
    """Every copy, by source, document and printing order."""
    first_page = {row.document.id: row.document.first_page for row in documents(case.store)}
    for portion in _portions(whole_copies(case.store)):
        joined = message_of_copies(case.store, [copy_.id for copy_ in portion])
        for copy_ in portion:
            yield ListedCopy(copy_, joined.get(copy_.id, ""), first_page.get(copy_.document, copy_.page))


def list_messages(case: Case) -> Iterator[ListedMessage]:
    """Every message by time sent, those without a time last."""
    rows = {row.id: row for row in copy_rows(case.store)}
    for portion in _portions(messages(case.store)):
        bodies = copies_by_id(case.store, [row.message.body_from for row in portion])
        for row in portion:
            body = bodies.get(row.message.body_from)
            yield ListedMessage(row, body.body.text if body else "", tuple(rows[one] for one in row.message.copies))


def list_ghosts(case: Case) -> Iterator[Gap]:
    """Messages of which nothing is printed, as gaps: what answers them or speaks of them says what is known."""
    yield from (gap for gap in gaps(case.store) if is_ghost(gap))


def _portions(values: Iterator[T]) -> Iterator[list[T]]:
    while portion := list(islice(values, PORTION)):
        yield portion


def list_pages(case: Case) -> Iterator[ListedPage]:
    """Every page that is expected, read or not, by source name and number."""
    wrong = {(problem.source, problem.page): problem.what for problem in problems(case.store)}
    for source in sources(case.store):
        read = {page.number: page for page in page_rows(case.store, source.id)}
        for number in range(1, source.pages + 1):
            page = read.get(number)
            what = wrong.get((source.id, number), "")
            if page is None:
                yield ListedPage(source.id, number, 0.0, 0.0, TextFrom.NONE, TextWhy.NONE, UPRIGHT, "waiting", what)
            else:
                state: PageState = page.state
                place = (source.id, number, page.width, page.height)
                yield ListedPage(*place, page.text_from, page.why, page.lay, state.value, what)


def list_documents(case: Case) -> Iterator[ListedDocument]:
    """Every document, by source and page."""
    named: dict[str, list[Attachment]] = {}
    for attachment in attachments(case.store):
        named.setdefault(attachment.document, []).append(attachment)
    for document in documents(case.store):
        yield ListedDocument(document.document, document.kind, tuple(named.get(document.document.id, ())))


def list_problems(case: Case) -> Iterator[Problem]:
    """What went wrong where: files that cannot be opened first, then pages."""
    for source in sources(case.store):
        if source.problem:
            yield source_problem(source)
    yield from problems(case.store)


def source_problem(source: Source) -> Problem:
    """Why a file could not be opened at all, as a problem of its whole."""
    told = REASONS.get(source.problem)
    return Problem(
        stage="intake",
        source=source.id,
        page=0,
        reason=source.problem,
        what=told.what.format(why="its pages cannot be counted") if told else source.problem,
        hint=told.hint if told else "",
    )


def place_name(names: Names, source: str) -> str:
    """The name under which a source is shown."""
    return names.source.get(source, source[:12])
