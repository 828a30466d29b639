"""Posts over time, and senders whose name is hidden, from what copies and imported tables say of posts.

    printed in 14 copies of 2009-03-02 .. 2011-08-19       Nora Quill    Chief, Division of Locks
    told by a table                                        Odo Marsh     Chief, Division of Locks    since 2011-09-01
    printed under a hidden sender                          somebody      Deputy Keeper, Eastern Locks

Two holders of one post at one time are both shown; nothing is decided between them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from readingroom.model import Actor, ActorKind, Designation, Ground, GroundKind, Post, ToldPost
from readingroom.people.compatible import folded
from readingroom.people.headings import Heading
from readingroom.people.join import Joined
from readingroom.people.post_words import ACTING
from readingroom.people.printed import read_print

MOST_COPIES = 12  # that a post names as printing it
ODD = 0.02  # of the copies that print a post: what fewer print may be misread


class People(NamedTuple):
    """Everybody of a case, and the posts."""

    actors: tuple[Actor, ...]
    posts: tuple[Post, ...]


class _Seen(NamedTuple):
    """A designation with the day of its copy, and who holds the post by it."""

    designation: Designation
    day: str
    holder: str  # Actor.id or ""
    name: str


def people_of(
    joined: Joined,
    headings: Sequence[Heading],
    designations: Iterable[Designation],
    told: Iterable[ToldPost],
) -> People:
    """Actors, those without a name among them, and all posts. The order of what goes in does not matter."""
    heads = {heading.copy: heading for heading in headings}
    some = sorted(designation for designation in designations if designation.copy in heads)
    known = _Known(joined)
    unnamed = _unnamed(headings, some, joined)
    by_copy = {copy: actor.id for actor in unnamed for copy in actor.copies}
    seen = [found for one in some if (found := _held(one, heads[one.copy], known, by_copy)) is not None]
    posts = [*_printed_posts(seen), *_header_posts(joined), *(_told_post(line, known) for line in told)]
    return People(tuple(sorted((*joined.actors, *unnamed))), tuple(sorted(posts)))


class _Known:
    """Who is called what: full names that one actor bears, and senders' prints."""

    def __init__(self, joined: Joined) -> None:
        self.of_print = joined.of_print
        self.names: dict[str, str] = {}
        bearers: dict[tuple[str, str], dict[str, int]] = {}
        for actor in joined.actors:
            self.names[actor.id] = actor.name
            for name in actor.names:
                printed = read_print(name.words)
                if printed.is_full:
                    counts = bearers.setdefault((folded(printed.family), folded(printed.given)), {})
                    counts[actor.id] = counts.get(actor.id, 0) + name.sent + name.received
        self.bearers = bearers

    def named(self, words: str) -> str:
        """The actor that alone bears this full name, but for misreadings; "" where none or several do."""
        if words in self.of_print:
            return self.of_print[words]
        printed = read_print(words)
        counts = self.bearers.get((folded(printed.family), folded(printed.given)), {}) if printed.is_full else {}
        often = [actor for actor, times in counts.items() if times > ODD * max(counts.values())]
        return often[0] if len(often) == 1 else ""


def _held(one: Designation, heading: Heading, known: _Known, unnamed: Mapping[str, str]) -> _Seen | None:
    """Who holds the post: the sender of a text for its signature; whom a text names, if heads name him too."""
    day = heading.sent[:10]
    if one.where is GroundKind.BODY:
        holder = known.named(one.name) if one.name else ""
        return _Seen(one, day, holder, one.name) if holder or not one.name else None
    sender = known.of_print.get(heading.sender, "")
    named = known.named(one.name) if one.name else ""
    if named and sender and named != sender:
        return _Seen(one, day, named, one.name)  # another's signature, that stands at the end of the text
    holder = sender or named or unnamed.get(one.copy, "")
    return _Seen(one, day, holder, one.name or known.names.get(holder, ""))


def _printed_posts(seen: Iterable[_Seen]) -> Iterator[Post]:
    groups: dict[tuple[str, ...], list[_Seen]] = {}
    for one in seen:
        title, office = one.designation.title, one.designation.office
        key = (
            one.holder or f"name: {office_key(one.name)}",
            office_key(title),
            office_key(office),
            one.designation.where.value,
        )
        groups.setdefault(key, []).append(one)
    for some in groups.values():
        some.sort(key=lambda one: (one.day == "", one.day, one.designation))
        shown = _most_frequent((one.designation.title, one.designation.office) for one in some)
        days = [one.day for one in some if one.day]
        yield Post(
            title=shown[0],
            office=shown[1],
            holder=some[0].holder,
            name=_most_frequent((one.name,) for one in some)[0],
            since=days[0] if days else "",
            until=days[-1] if days else "",
            acting=is_acting(shown[0]),
            kind=some[0].designation.where,
            source="",
            copies=tuple(dict.fromkeys(one.designation.copy for one in some))[:MOST_COPIES],
        )


def _header_posts(joined: Joined) -> Iterator[Post]:
    """Offices printed with a name in headers: "Quill, Nora (HBR/OPS)"; not those that few of its prints bear."""
    for actor in joined.actors:
        if actor.kind is not ActorKind.PERSON:
            continue
        tags: dict[str, list[tuple[int, str, str]]] = {}
        for name in actor.names:
            for tag in read_print(name.words).tags:
                tags.setdefault(office_key(tag), []).append((name.sent + name.received, tag, name.copy))
        total = sum(name.sent + name.received for name in actor.names)
        for key, some in sorted(tags.items()):
            times = sum(count for count, _, _ in some)
            if len(key) > 1 and times > max(1, ODD * total):
                tag = max(some, key=lambda one: (one[0], one[1]))[1]
                copies = tuple(sorted(copy for _, _, copy in some))[:MOST_COPIES]
                yield Post("", tag, actor.id, actor.name, "", "", False, GroundKind.HEADER, "", copies)


def _told_post(line: ToldPost, known: _Known) -> Post:
    title, _, office = line.post.partition(", ")
    source = line.source or f"{line.file}, line {line.line}"
    return Post(
        title=title.strip(),
        office=office.strip(),
        holder=known.named(line.holder) if line.holder else "",
        name=line.holder,
        since=line.since,
        until=line.until,
        acting=is_acting(title),
        kind=GroundKind.TOLD,
        source=source,
        copies=(),
        alias=line.alias,
    )


def is_acting(title: str) -> bool:
    """Whether a title says that its holder stands in for another."""
    return any(word.strip(".,").lower() in ACTING for word in title.split())


def _unnamed(headings: Sequence[Heading], some: Sequence[Designation], joined: Joined) -> list[Actor]:
    """Senders hidden in all copies of a message, of whom a post is printed: one a message, unless a ground joins them.

    The ground is a telephone number or address printed with the same post. A post alone joins nobody.
    """
    by_message: dict[str, list[Heading]] = {}
    for heading in headings:
        by_message.setdefault(heading.message or heading.copy, []).append(heading)
    signed = {one.copy: one for one in some if one.where is GroundKind.SIGNATURE}
    blocks: dict[tuple[str, ...], list[tuple[str, list[Heading], Designation]]] = {}
    for message, own in sorted(by_message.items()):
        hidden = [heading for heading in own if heading.hidden]
        if not hidden or any(heading.sender in joined.of_print for heading in own):
            continue
        told = next((signed[heading.copy] for heading in sorted(own) if heading.copy in signed), None)
        if told is not None and not told.name:
            contact = sorted(told.contacts)[:1]
            key = (office_key(told.title), office_key(told.office), *contact) if contact else (message,)
            blocks.setdefault(key, []).append((message, hidden, told))
    return [_nobody(found) for _, found in sorted(blocks.items())]


def _nobody(found: Sequence[tuple[str, list[Heading], Designation]]) -> Actor:
    """The actor behind some messages whose sender is hidden."""
    copies = tuple(sorted(heading.copy for _, hidden, _ in found for heading in hidden))
    told = found[0][2]
    days = sorted(heading.sent[:10] for _, hidden, _ in found for heading in hidden if heading.sent)
    post = ", ".join(filter(None, (told.title, told.office)))
    grounds = [
        Ground(GroundKind.BLOCK, (post, *told.contacts), (told.copy, other.copy), 0.9) for _, _, other in found[1:]
    ]
    return Actor(
        "u" + hashlib.sha256(copies[0].encode()).hexdigest()[:12],
        ActorKind.UNNAMED,
        f"(name hidden), {post}",
        (),
        (),
        tuple(grounds),
        copies,
        len(found),
        0,
        days[0] if days else "",
        days[-1] if days else "",
    )


def office_key(words: str) -> str:
    """What of a title or the name of an office is compared: letters and digits, look-alikes folded."""
    return folded("".join(sign for sign in words if sign.isalnum()))


def _most_frequent(some: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    counts: dict[tuple[str, ...], int] = {}
    for one in some:
        counts[one] = counts.get(one, 0) + 1
    return min(counts, key=lambda one: (-counts[one], one))
