"""Who everybody was: actors with their names and posts, offices, and the tables of posts that users bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.errors import NotFound, UsageError
from readingroom.model import (
    EMPTY,
    Actor,
    ActorKind,
    Copy,
    Designation,
    FieldName,
    GroundKind,
    Passage,
    Post,
    Span,
)
from readingroom.people import COLUMNS, office_key, read_told_posts
from readingroom.show.csv_rows import csv_lines
from readingroom.store import (
    actor_by_id,
    actors,
    copies_by_id,
    designations,
    keep_told_posts,
    posts,
    told_posts,
    write_log,
)
from readingroom.text import spans_of

PLACES = 3  # of a post that are shown
PORTION = 300
LARGEST_TABLE = 20_000_000  # bytes of a table of posts


class ListedPost(NamedTuple):
    """A post and places that print it."""

    post: Post
    places: tuple[Span, ...]


class ListedActor(NamedTuple):
    """An actor and its posts, in order of time."""

    actor: Actor
    posts: tuple[ListedPost, ...]


class Office(NamedTuple):
    """An office or list: as which headers print it, or as which posts name it."""

    name: str
    names: tuple[str, ...]
    actors: tuple[Actor, ...]  # mailboxes and lists of that name
    posts: tuple[Post, ...]


def list_people(case: Case) -> Iterator[ListedActor]:
    """Every actor, those first that sent and got most."""
    held = _by_holder(posts(case.store))
    everybody = actors(case.store)
    for at in range(0, len(everybody), PORTION):
        some = everybody[at : at + PORTION]
        listed = list_posts(case, [post for actor in some for post in held.get(actor.id, ())])
        of_actor: dict[str, list[ListedPost]] = {}
        for one in listed:
            of_actor.setdefault(one.post.holder, []).append(one)
        for actor in some:
            yield ListedActor(actor, tuple(of_actor.get(actor.id, ())))


def find_actor(case: Case, actor_id: str) -> ListedActor:
    """The actor with this id, or with a printed name of this id. Raises NotFound."""
    actor = actor_by_id(case.store, actor_id)
    if actor is None:
        raise NotFound(f"there is nobody with the id {actor_id}", "look the name up under People")
    return ListedActor(actor, tuple(list_posts(case, in_time(posts(case.store, actor.id)))))


def list_posts(case: Case, some: Iterable[Post]) -> list[ListedPost]:
    """Posts with the first places that print them."""
    asked = list(some)
    listed = []
    for at in range(0, len(asked), PORTION // PLACES):
        portion = asked[at : at + PORTION // PLACES]
        ids = sorted({copy for post in portion for copy in post.copies[:PLACES]})
        copies = copies_by_id(case.store, ids)
        said: dict[str, list[Designation]] = {}
        for one in designations(case.store, ids):
            said.setdefault(one.copy, []).append(one)
        for post in portion:
            shown = [copies[copy] for copy in post.copies[:PLACES] if copy in copies]
            places = (
                span for copy in shown for span in spans_of(_words(copy, post, said.get(copy.id, ())), copy.source)
            )
            listed.append(ListedPost(post, tuple(places)))
    return listed


def _words(copy_: Copy, post: Post, said: Sequence[Designation]) -> Passage:
    """The words of a copy that say the post."""
    if post.kind is GroundKind.HEADER:
        heads = (part for name in FieldName for part in copy_.field(name).parts)
        return next((part for part in heads if f"({post.office}" in part.text or f"/{post.office}" in part.text), EMPTY)
    text = copy_.signature if post.kind is GroundKind.SIGNATURE else copy_.body
    one = next(
        (one for one in said if one.where is post.kind and office_key(one.title) == office_key(post.title)), None
    )
    return text[one.start : one.end] if one else EMPTY


def in_time(some: Iterable[Post]) -> list[Post]:
    """Posts by the day since when; those of which none is told at the end."""
    return sorted(some, key=lambda post: (post.since == "", post.since, post.until, post))


def list_offices(case: Case) -> list[Office]:
    """Offices and lists: those that send or get mail first, then those that only posts name."""
    mailboxes = [actor for kind in (ActorKind.OFFICE, ActorKind.LIST) for actor in actors(case.store, kind=kind.value)]
    mailboxes.sort(key=lambda actor: (-(actor.sent + actor.received), actor.id))
    named: dict[str, tuple[list[str], list[Actor], list[Post]]] = {}
    for actor in mailboxes:
        names, owned, _ = named.setdefault(office_key(actor.name), ([], [], []))
        names.append(actor.name)
        owned.append(actor)
    for post in posts(case.store):
        if post.office:
            names, _, held = named.setdefault(office_key(post.office), ([], [], []))
            names.append(post.office)
            held.append(post)
    return [
        Office(_usual(names), tuple(dict.fromkeys(names)), tuple(owned), tuple(in_time(held)))
        for names, owned, held in named.values()
    ]


def _usual(names: Sequence[str]) -> str:
    return min(names, key=lambda name: (-names.count(name), name))


def import_posts(case: Case, path: Path) -> tuple[int, int]:
    """Take a table of posts in; what a table of the same file name said before goes. Says how many lines came and went.

    Raises UsageError with the numbers of lines that cannot be used, and then takes none.
    """
    if path.stat().st_size > LARGEST_TABLE:
        raise UsageError(f"{path.name} is larger than {LARGEST_TABLE // 1_000_000} MB", "cut it in parts")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} is not in UTF-8 (byte {error.start})", "save it as CSV in UTF-8") from None
    lines = read_told_posts(text, path.name)
    with case.writing():
        gone = keep_told_posts(case.store, path.name, lines)
        write_log(case.store, "posts", {"file": path.name, "lines": len(lines), "replaced": gone})
    return len(lines), gone


def export_posts(case: Case) -> Iterator[str]:
    """All imported lines as one table that can be imported again, line by line."""
    lines = told_posts(case.store)
    if not lines:
        yield ",".join(COLUMNS) + "\r\n"
    yield from csv_lines({column: getattr(line, column) for column in COLUMNS} for line in lines)


def _by_holder(some: Iterable[Post]) -> dict[str, list[Post]]:
    held: dict[str, list[Post]] = {}
    for post in in_time(some):
        held.setdefault(post.holder, []).append(post)
    return held
