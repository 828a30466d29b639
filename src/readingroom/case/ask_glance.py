"""The release at a glance, what frames every screen, and the paged lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from readingroom.case.folder import Case
from readingroom.model import Attachment, DocumentKind, MessageStatus, PageState, Request, Source
from readingroom.pages import REASONS
from readingroom.show.frame import Frame, Place, Reading, count_list, pager
from readingroom.show.glance import (
    AttachedLine,
    DocumentLine,
    DocumentsView,
    Fact,
    GlanceView,
    HelpView,
    MessageLine,
    MessagesView,
    ProblemGroup,
    ProblemLine,
    ProblemsView,
    SourceLine,
    time_bars,
)
from readingroom.show.links import conversation_href, message_href, missing_href, page_href, search_href
from readingroom.show.missing import KINDS
from readingroom.show.words import (
    DOCUMENT_KINDS,
    FIELD_LABELS,
    STATUSES,
    day_words,
    duration_words,
    reason_words,
)
from readingroom.store import (
    MessageRow,
    ProblemCount,
    Store,
    Tally,
    attachments_of,
    broken_source_count,
    copy_count,
    document_count,
    documents,
    gap_counts,
    message_count,
    messages,
    messages_by_date,
    pages_in_state,
    problem_counts,
    problem_places,
    problems,
    read_note,
    read_request,
    reading_totals,
    releases_of_sources,
    sources,
    tally,
    top_senders,
)

LISTED = 100  # lines on one screen of a list
SENDERS = 12
PLACES = 12  # pages named with one kind of problem
SOURCES = 50
MONTH, DAY = 7, 10  # digits of a date
MONTHS_BY_DAY = 2  # a release of so few months is shown by day
STALE_SECONDS = 20.0  # a note older than this may have been left by a reader that is gone

STAGES = {
    "pages": "Reading pages",
    "documents": "Cutting documents",
    "copies": "Reading messages",
    "messages": "Joining messages",
    "attachments": "Looking for attachments",
    "people": "Telling who is who",
    "uneven": "Holding copies against each other",
    "tellings": "Looking for what messages speak of",
    "gaps": "Looking for what is missing",
    "prints": "Looking for texts used twice",
    "reuse": "Looking for texts used twice",
    "held": "Looking what to read first",
    "reading_order": "Looking what to read first",
    "signs": "Looking for short signs",
    "aliases": "Telling what short signs mean",
}


def ask_frame(case: Case) -> Frame:
    """What every screen shows: whose release, and how much of it was read."""
    found = tally(case.store)
    request = read_request(case.store)
    return Frame(
        name=request.number or str((read_note(case.store, "case") or {}).get("name") or case.folder.stem),
        agency=request.agency,
        expected=found.expected,
        read=found.read,
        failed=found.failed,
        suspect=found.suspect,
        problems=broken_source_count(case.store) + sum(one.times for one in problem_counts(case.store)),
        reading=_reading(case, read_note(case.store, "reading") or {}, found),
    )


def _reading(case: Case, note: dict[str, Any], found: Tally) -> Reading:
    done = found.read + found.failed
    share = done / found.expected if found.expected else 0.0
    state = str(note.get("state", ""))
    if state == "reading" and _is_stale(str(note.get("updated", ""))) and not case.is_being_written():
        state = "stopped"
    if state == "reading":
        stage = STAGES.get(str(note.get("stage", "")), "Reading")
        left = note.get("seconds_left")
        so_far = f"{stage}: {note.get('done', 0):,} of {note.get('total', 0):,}"
        words = so_far if left is None else f"{so_far}, about {duration_words(left)} left"
        return Reading(state=state, words=words, share=share)
    if state == "stopped":
        words = f"Stopped at {done:,} of {found.expected:,} pages."
        return Reading(state=state, words=words, share=share, problem="Open the case again, and it goes on from there.")
    return Reading(state=state, words="", share=share)


def _is_stale(updated: str) -> bool:
    """Whether a note on how reading goes is so old that its writer may be gone."""
    try:
        return (datetime.now(UTC) - datetime.fromisoformat(updated)).total_seconds() > STALE_SECONDS
    except (ValueError, TypeError):
        return True


def ask_glance(case: Case) -> GlanceView:
    """The first screen."""
    store = case.store
    found = tally(store)
    request = read_request(store)
    received = sources(store)
    names = {source.id: source.name for source in received}
    came_with = releases_of_sources(store)
    times = dict(messages_by_date(store, MONTH))
    undated = times.pop("", 0)
    by_day = len(times) <= MONTHS_BY_DAY
    if by_day:
        times = dict(messages_by_date(store, DAY))
    return GlanceView(
        frame=ask_frame(case),
        facts=_facts(request, found),
        wording=request.wording,
        letters=request.letters,
        pages_promised=request.pages_promised,
        from_layer=found.from_layer,
        from_ocr=found.from_ocr,
        blank=found.blank,
        hidden=found.hidden,
        suspects=tuple(_place(names, *at) for at in pages_in_state(store, PageState.SUSPECT_BLANK, PLACES)),
        documents=document_count(store),
        messages=message_count(store),
        copies=copy_count(store),
        to_read=reading_totals(store)[1],
        problems=problem_groups(store, received),
        missing=count_list(
            [(KINDS[kind][0], number, missing_href(kind)) for kind, number in gap_counts(store).items()]
        ),
        bars=time_bars({time: (number, search_href(f"on:{time}")) for time, number in times.items()}),
        bars_by="day" if by_day else "month",
        undated=undated,
        senders=count_list(
            [(name, sent, search_href(f"from:{quoted(name)}")) for name, sent in top_senders(store, SENDERS)]
        ),
        sources=tuple(_source_line(one, came_with.get(one.id, ())) for one in received[:SOURCES]),
        source_count=len(received),
    )


def quoted(words: str) -> str:
    """Words as a phrase of the search language."""
    return '"' + words.replace("\\", " ").replace('"', " ") + '"'


def _facts(request: Request, found: Tally) -> tuple[Fact, ...]:
    promised = request.pages_promised
    return (
        Fact("Request", request.number),
        Fact("Agency", request.agency),
        Fact("Asked by", request.requester),
        Fact("Asked on", day_words(request.asked) if request.asked else ""),
        Fact("Handed over", day_words(request.received) if request.received else ""),
        Fact("Pages promised", "" if promised is None else f"{promised:,}"),
        Fact("Pages received", f"{found.expected:,}" + _short_of(promised, found.expected)),
    )


def _short_of(promised: int | None, received: int) -> str:
    if promised is None or promised == received:
        return ""
    return f" ({abs(promised - received):,} {'fewer' if received < promised else 'more'} than promised)"


def _source_line(source: Source, releases: tuple[str, ...]) -> SourceLine:
    what, _ = _why_not(source.problem)
    href = page_href(source.id, 1) if source.pages else ""
    return SourceLine(source.name, source.pages, source.size, source.id, what, href, releases)


def problem_groups(store: Store, received: Sequence[Source]) -> tuple[ProblemGroup, ...]:
    """Everything that could not be read by reason: whole files first, then pages."""
    names = {source.id: source.name for source in received}
    by_reason: dict[str, list[Source]] = {}
    for source in received:
        if source.problem:
            by_reason.setdefault(source.problem, []).append(source)
    groups = []
    for reason, broken in sorted(by_reason.items()):
        what, hint = _why_not(reason)
        places = tuple(Place(source.name, "") for source in broken[:PLACES])
        groups.append(ProblemGroup(reason_words(reason), len(broken), what, hint, places, max(0, len(broken) - PLACES)))
    return (*groups, *(_page_group(store, names, one) for one in problem_counts(store)))


def _why_not(reason: str) -> tuple[str, str]:
    """Why a whole file was not read, and what to do; details are only known of pages."""
    what, hint = REASONS.get(reason, (reason, ""))
    return what.replace(": {why}", "").replace(" ({why})", ""), hint


def _page_group(store: Store, names: dict[str, str], one: ProblemCount) -> ProblemGroup:
    places = tuple(_place(names, *at) for at in problem_places(store, one.reason, PLACES))
    return ProblemGroup(reason_words(one.reason), one.times, one.what, one.hint, places, max(0, one.times - PLACES))


def _place(names: dict[str, str], source: str, page: int) -> Place:
    name = names.get(source, "the case as a whole")
    return Place(f"{name}, page {page:,}", page_href(source, page)) if page else Place(name, "")


def ask_documents(case: Case, first: int) -> DocumentsView:
    """Documents from the `first` on (from 0)."""
    names = {source.id: source.name for source in sources(case.store)}
    rows = documents(case.store, first=first, limit=LISTED)
    attached = attachments_of(case.store, [row.document.id for row in rows])
    return DocumentsView(
        frame=ask_frame(case),
        documents=tuple(
            DocumentLine(
                row.document.id,
                row.document.number,
                names.get(row.document.source, row.document.source[:12]),
                row.document.first_page,
                row.document.last_page,
                DOCUMENT_KINDS[row.kind],
                "" if row.kind is DocumentKind.MAIL else row.document.title,
                row.copies,
                tuple(map(_attached, attached.get(row.document.id, ()))),
                page_href(row.document.source, row.document.first_page),
            )
            for row in rows
        ),
        pager=pager(first, LISTED, document_count(case.store), "/documents?first="),
    )


def _attached(one: Attachment) -> AttachedLine:
    return AttachedLine(one.name or one.title, page_href(one.source, one.first_page) if one.source else "")


def message_line(row: MessageRow) -> MessageLine:
    """A message in a list."""
    message = row.message
    return MessageLine(
        message.id,
        message_href(message.id),
        row.sender,
        "; ".join(row.recipients),
        day_words(message.sent),
        row.subject,
        len(message.copies),
        tuple(FIELD_LABELS[name] for name in message.restored),
        "" if message.status is MessageStatus.PRINTED else STATUSES[message.status],
        message.conversation,
        conversation_href(message.conversation),
    )


def ask_messages(case: Case, first: int) -> MessagesView:
    """Messages in order of time from the `first` on (from 0)."""
    return MessagesView(
        frame=ask_frame(case),
        messages=tuple(map(message_line, messages(case.store, first=first, limit=LISTED))),
        pager=pager(first, LISTED, message_count(case.store), "/messages?first="),
    )


def ask_problems(case: Case, first: int) -> ProblemsView:
    """What could not be read, and why."""
    received = sources(case.store)
    names = {source.id: source.name for source in received}
    found = problems(case.store)
    return ProblemsView(
        frame=ask_frame(case),
        groups=problem_groups(case.store, received),
        problems=tuple(
            ProblemLine(
                reason_words(problem.reason),
                problem.stage,
                problem.what,
                problem.hint,
                _place(names, problem.source, problem.page),
            )
            for problem in found[first : first + LISTED]
        ),
        pager=pager(first, LISTED, len(found), "/problems?first="),
    )


def ask_help(case: Case) -> HelpView:
    """Keys and the language of search."""
    return HelpView(frame=ask_frame(case))
