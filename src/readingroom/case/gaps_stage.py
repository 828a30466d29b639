"""The stage that holds what a release says of itself against what is there: one step on skeletons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from readingroom.case.folder import Case
from readingroom.case.stage import WHOLE_CASE, Cut, Stage, digest_of
from readingroom.case.work import lost_problem
from readingroom.findings.gaps import Known, Numbered, Shown, find_gaps
from readingroom.messages import fold_words, name_of, take_apart
from readingroom.model import (
    DocumentKind,
    LinkKind,
    MessageStatus,
    Settings,
    Span,
    Values,
)
from readingroom.store import (
    MessageSkeleton,
    attachments,
    documents,
    given_digests,
    links,
    message_skeletons,
    read_request,
    sheets,
    sources,
    stamped_numbers,
    tellings,
)

RESTS_ON = ("pages", "documents", "copies", "messages", "attachments", "tellings")
MOST_ADDRESSEES = 60
_EPOCH = datetime(1970, 1, 1)


def _cut(case: Case, _: Settings) -> Iterator[Cut]:
    promised = read_request(case.store).pages_promised
    given = [one for stage in RESTS_ON for one in sorted(given_digests(case.store, stage).items())]
    yield Cut("", digest_of((repr(given), str(promised))), None)


def _load(case: Case, _: Sequence[None]) -> list[Shown]:
    store = case.store
    bears: dict[str, list[str]] = {}
    for link in links(store):
        bears.setdefault(link.later, []).append(link.earlier)
    names: dict[str, frozenset[str]] = {}
    received = sources(store)
    rows = [row.document for row in documents(store)]
    stamped = stamped_numbers(store)
    numbered = {source for source, _ in stamped}
    return [
        Shown(
            tuple(_known(one, tuple(bears.get(one.id, ())), names) for one in message_skeletons(store)),
            tuple(tellings(store)),
            tuple(attachments(store)),
            tuple(sheets(store)),
            tuple(
                Numbered(source.id, page, *stamped.get((source.id, page), ("", ())))
                for source in received
                for page in range(1, source.pages + 1)
            ),
            tuple(
                Numbered(one.source, one.first_page, one.number, (Span(one.source, one.first_page, ()),))
                for one in rows
                if one.number
            ),
            sum(
                one.last_page - one.first_page + 1
                for one in rows
                if one.kind is DocumentKind.LETTER
                and one.source in numbered
                and (one.source, one.first_page) not in stamped
            ),
            read_request(store).pages_promised,
        )
    ]


def _known(one: MessageSkeleton, bears: tuple[str, ...], names: dict[str, frozenset[str]]) -> Known:
    kind, stem = take_apart(one.subject)
    people = (*one.recipients, *one.cc)[:MOST_ADDRESSEES]
    return Known(
        id=one.id,
        conversation=one.conversation,
        sent=one.sent,
        minute=_minute(one.sent),
        answers=kind is LinkKind.ANSWERS,
        stem=tuple(fold_words(stem).split()),
        sender=_keys(one.sender, names),
        people=frozenset().union(*(_keys(printed, names) for printed in people)),
        from_=one.sender,
        to=one.recipients,
        subject=one.subject,
        copies=one.copies,
        printed=one.status == MessageStatus.PRINTED.value,
        words=one.words,
        bears=bears,
    )


def _keys(printed: str, names: dict[str, frozenset[str]]) -> frozenset[str]:
    """What two prints of one name have in common: its words, and the address before the "@"."""
    found = names.get(printed)
    if found is None:
        name = name_of(printed)
        found = names[printed] = frozenset((*name.words, name.address)) - {""}
    return found


def _minute(sent: str) -> int:
    """Minutes since 1970 on the clock of the page; -1 where there is no time."""
    try:
        return int((datetime.fromisoformat(sent) - _EPOCH).total_seconds()) // 60
    except ValueError:
        return -1


def run_gaps(jobs: Sequence[Shown]) -> list[Values]:
    """The gaps of the whole case."""
    return [Values(gaps=find_gaps(shown)) for shown in jobs]


def lost_gaps(_: Shown, reason: str, what: str) -> Values:
    """Gaps that could not be looked for: everything else can still be read."""
    return Values(problems=(lost_problem("gaps", "", 0, reason, what),))


GAPS = Stage(
    name="gaps",
    version=2,
    takes="skeletons of all messages, their links and attachments; phrases, numbers and sheets; what was promised",
    gives="Gap",
    cut_by=WHOLE_CASE,
    tools=(),
    group=1,
    cut=_cut,
    load=_load,
    run=run_gaps,
    lost=lost_gaps,
)
