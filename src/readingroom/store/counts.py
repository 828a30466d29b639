"""Counts for the first screen: documents, messages by month, senders, problems by reason."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from readingroom.model import PageState
from readingroom.store import tables
from readingroom.store.sqlite import Store


class ProblemCount(NamedTuple):
    """How often something went wrong for one reason, with one of its explanations."""

    reason: str
    times: int
    what: str
    hint: str


def document_count(store: Store) -> int:
    """Documents that have been cut."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.document)).scalar() or 0


def broken_source_count(store: Store) -> int:
    """Received files that cannot be read at all."""
    asked = select(func.count()).select_from(tables.source).where(tables.source.c.problem != "")
    with store.read() as connection:
        return connection.execute(asked).scalar() or 0


def messages_by_date(store: Store, digits: int) -> tuple[tuple[str, int], ...]:
    """Beginnings of dates and the number of messages sent then, oldest first; "" stands for no date.

    `digits` 7 counts by month ("2011-03"), 10 by day.
    """
    then = func.substr(tables.message.c.sent, 1, digits)
    with store.read() as connection:
        rows = connection.execute(select(then, func.count()).group_by(then).order_by(then))
        return tuple((name, count) for name, count in rows)


def top_senders(store: Store, limit: int) -> tuple[tuple[str, int], ...]:
    """Senders as printed on the best copy of each message, and how many messages; the most frequent first."""
    best = tables.message_copy.c
    asked = (
        select(tables.copy.c.sender, func.count().label("sent"))
        .join(tables.message_copy, best.copy_id == tables.copy.c.id)
        .where(best.rank == 0, tables.copy.c.sender != "")
        .group_by(tables.copy.c.sender)
        .order_by(func.count().desc(), tables.copy.c.sender)
        .limit(limit)
    )
    with store.read() as connection:
        return tuple((sender, sent) for sender, sent in connection.execute(asked))


def problem_counts(store: Store) -> tuple[ProblemCount, ...]:
    """Problems by reason, the most frequent first."""
    problem = tables.problem.c
    asked = (
        select(problem.reason, func.count(), func.min(problem.what), func.min(problem.hint))
        .group_by(problem.reason)
        .order_by(func.count().desc(), problem.reason)
    )
    with store.read() as connection:
        return tuple(ProblemCount(*row) for row in connection.execute(asked))


def problem_places(store: Store, reason: str, limit: int) -> tuple[tuple[str, int], ...]:
    """The first places (source, page) with a problem of this reason, in page order."""
    problem = tables.problem.c
    asked = (
        select(problem.source_id, problem.page)
        .where(problem.reason == reason)
        .order_by(problem.source_id, problem.page)
        .distinct()
        .limit(limit)
    )
    with store.read() as connection:
        return tuple((source, page) for source, page in connection.execute(asked))


def pages_in_state(store: Store, state: PageState, limit: int) -> tuple[tuple[str, int], ...]:
    """The first pages (source, number) in this state, in page order."""
    page = tables.page.c
    asked = (
        select(page.source_id, page.number)
        .where(page.state == state.value)
        .order_by(page.source_id, page.number)
        .limit(limit)
    )
    with store.read() as connection:
        return tuple((source, number) for source, number in connection.execute(asked))
