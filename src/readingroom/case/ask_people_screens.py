"""The screens of people and offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.ask_people import ListedPost, find_actor, in_time, list_offices
from readingroom.case.folder import Case
from readingroom.model import ActorKind, GroundKind, Post
from readingroom.show.frame import Place, pager
from readingroom.show.links import around, copy_href, page_href, people_href, person_href, search_href
from readingroom.show.people import (
    GroundLine,
    NameLine,
    OfficeLine,
    OfficesView,
    PeopleView,
    PersonLine,
    PersonView,
    PostLine,
)
from readingroom.show.people_words import ACTORS, GROUNDS
from readingroom.show.words import confidence_words
from readingroom.store import actor_count, actors, actors_of_prints, copy_places, posts

NAMES = 200  # of one actor that are shown
GROUNDS_SHOWN = 60
POSTS_SHOWN = 12  # of one office
COPIES_SHOWN = 100
LEAST_BAR = 1.5  # hundredths of a chart: a day must be seen


def ask_people(case: Case, sought: str, kind: str, first: int) -> PeopleView:
    """Everybody from the `first` on (from 0): of one kind, or with all of these words in a printed name."""
    some = actors(case.store, sought=sought, kind=kind, first=first, limit=LISTED)
    held: dict[str, list[Post]] = {}
    for actor in some:
        held[actor.id] = [post for post in posts(case.store, actor.id) if post.title]
    return PeopleView(
        frame=ask_frame(case),
        sought=sought,
        kind=kind,
        kinds=tuple(Place(ACTORS[one], people_href(sought, one.value)) for one in ActorKind),
        people=tuple(
            PersonLine(
                person_href(actor.id),
                actor.name,
                ACTORS[actor.kind],
                len(actor.names),
                actor.sent,
                actor.received,
                _most_printed(held[actor.id]),
            )
            for actor in some
        ),
        pager=pager(first, LISTED, actor_count(case.store, sought=sought, kind=kind), people_href(sought, kind, "")),
    )


def ask_person(case: Case, actor_id: str, who: str) -> PersonView:
    """One actor with all that is said of it. `who`: the name that was given last with a correction. Raises NotFound."""
    actor, listed = find_actor(case, actor_id)
    shown = actor.names[:NAMES]
    grounds = actor.grounds[:GROUNDS_SHOWN]
    copies = [name.copy for name in shown] + [copy for ground in grounds for copy in ground.copies]
    placed = _placed(case, [*copies, *actor.copies[:COPIES_SHOWN]])
    names = source_names(case.store)
    span = _span(one.post for one in listed)
    return PersonView(
        frame=ask_frame(case),
        id=actor.id,
        name=actor.name,
        kind=ACTORS[actor.kind],
        addresses=actor.addresses,
        sent=actor.sent,
        received=actor.received,
        who=who,
        first=actor.first,
        last=actor.last,
        names=tuple(
            NameLine(
                name.words,
                name.sent,
                name.received,
                placed.get(name.copy, Place("", "")),
                _search(name.words),
                name.id,
            )
            for name in shown
        ),
        names_left_out=len(actor.names) - len(shown),
        grounds=tuple(
            GroundLine(
                GROUNDS[ground.kind],
                ground.words,
                tuple(placed[copy] for copy in ground.copies if copy in placed),
                confidence_words(ground.weight),
            )
            for ground in grounds
        ),
        grounds_left_out=len(actor.grounds) - len(grounds),
        posts=tuple(_post_line(one, span, names) for one in listed),
        chart=(span[0].isoformat(), span[1].isoformat()) if span else ("", ""),
        copies=tuple(placed[copy] for copy in actor.copies[:COPIES_SHOWN] if copy in placed),
    )


def ask_offices(case: Case, first: int) -> OfficesView:
    """Offices and lists from the `first` on (from 0)."""
    every = list_offices(case)
    lines = []
    for office in every[first : first + LISTED]:
        held = in_time(office.posts)[:POSTS_SHOWN]
        lines.append(
            OfficeLine(
                office.name,
                tuple(Place(actor.name, person_href(actor.id)) for actor in office.actors),
                sum(actor.sent for actor in office.actors),
                sum(actor.received for actor in office.actors),
                tuple(_post_line(ListedPost(post, ()), None, {}) for post in held),
                len(office.posts) - len(held),
            )
        )
    return OfficesView(
        frame=ask_frame(case), offices=tuple(lines), pager=pager(first, LISTED, len(every), "/offices?first=")
    )


def person_hrefs(case: Case, prints: Sequence[str]) -> Mapping[str, str]:
    """The address of whom each of these prints names; those that name nobody are left out."""
    return {words: person_href(actor_id) for words, actor_id in actors_of_prints(case.store, prints).items()}


def _placed(case: Case, copies: Sequence[str]) -> dict[str, Place]:
    names = source_names(case.store)
    return {
        copy: Place(page_words(names, source, page), copy_href(copy))
        for copy, (source, page) in copy_places(case.store, sorted(set(copies))).items()
    }


def _search(words: str) -> str:
    plain = " ".join(words.replace('"', " ").split())
    return search_href(f'from:"{plain}"')


def _most_printed(held: Sequence[Post]) -> str:
    if not held:
        return ""
    post = max(held, key=lambda one: (len(one.copies), one))
    return ", ".join(filter(None, (post.title, post.office)))


def _span(some: Iterable[Post]) -> tuple[date, date] | None:
    """First and last day that posts name; None where they name none."""
    days = sorted(day for post in some for day in (post.since, post.until) if day)
    return (date.fromisoformat(days[0]), date.fromisoformat(days[-1])) if days else None


def _post_line(one: ListedPost, span: tuple[date, date] | None, names: Mapping[str, str]) -> PostLine:
    post = one.post
    start, width = _bar(post, span)
    return PostLine(
        ", ".join(filter(None, (post.title, post.office))) or post.alias,
        Place(post.name, person_href(post.holder) if post.holder else ""),
        post.since,
        post.until,
        f"{GROUNDS[post.kind]}: {post.source}" if post.kind is GroundKind.TOLD else GROUNDS[post.kind],
        post.kind is GroundKind.TOLD,
        tuple(
            Place(
                page_words(names, place.source, place.page),
                page_href(place.source, place.page, around(place.boxes, 3)),
            )
            for place in one.places
            if place.boxes
        ),
        start,
        width,
    )


def _bar(post: Post, span: tuple[date, date] | None) -> tuple[float, float]:
    """Where the bar of a post begins and how wide it is, in hundredths; an open end goes to the edge."""
    if span is None or not (post.since or post.until):
        return 0.0, 0.0
    days = max(1, (span[1] - span[0]).days)
    start = (date.fromisoformat(post.since) - span[0]).days / days * 100 if post.since else 0.0
    end = (date.fromisoformat(post.until) - span[0]).days / days * 100 if post.until else 100.0
    start = min(start, 100 - LEAST_BAR)
    return round(start, 1), round(max(LEAST_BAR, end - start), 1)
