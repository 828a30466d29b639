"""Who is meant by a short sign: every mention of the case, with its place and its ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.model import Actor, AliasGround, AliasMeaning, AliasWhere, Copy, FieldName, Mention, Passage, Span
from readingroom.people import CopyText, HeaderPart, Known, Speaker, know, mentions_in
from readingroom.store import (
    Store,
    actors,
    alias_clues,
    alias_meanings,
    copies_by_id,
    copy_rows,
    posts,
    rest_passage,
    sign_counts,
    whole_copies,
)
from readingroom.text import spans_of

ADDRESSED = (FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.BCC)
MOST_PLACES = 3  # of a ground that are named


class ListedMention(NamedTuple):
    """A mention, the copy that prints it, where, and where its ground is printed."""

    mention: Mention
    copy: Copy
    spans: tuple[Span, ...]
    ground: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Release:
    """What of the whole case is asked for every copy."""

    known: Known
    actor_of: Mapping[str, Actor]  # by printed name
    people: Mapping[str, frozenset[str]]  # by document: Actor.id of all whom its headers name


def list_mentions(case: Case) -> Iterator[ListedMention]:
    """Every mention, by source, document and printing order."""
    release = _release(case.store)
    grounds = _Grounds(case.store)
    for copy_ in whole_copies(case.store):
        for mention in _mentions(copy_, release):
            spans = spans_of(_passage(copy_, mention), copy_.source)
            yield ListedMention(mention, copy_, spans, _ground(copy_, mention, grounds))


def _ground(copy_: Copy, mention: Mention, grounds: _Grounds) -> tuple[Span, ...]:
    if mention.means is None:
        return ()
    if mention.means.copies == (copy_.id,) and mention.ground in (AliasGround.SIGN_OFF, AliasGround.HEADER):
        return spans_of(copy_.field(FieldName.FROM).printed, copy_.source)  # known without asking the store
    return grounds.spans(mention.means)


def _release(store: Store) -> _Release:
    actor_of = {name.words: actor for actor in actors(store) for name in actor.names}
    people: dict[str, set[str]] = defaultdict(set)
    for row in copy_rows(store):
        named = (actor_of.get(words) for words in (row.sender, *row.recipients, *row.cc))
        people[row.document].update(actor.id for actor in named if actor)
    documents = {count.sign: count.documents for count in sign_counts(store)}
    return _Release(
        known=know(alias_meanings(store), posts(store), documents),
        actor_of=actor_of,
        people={document: frozenset(ids) for document, ids in people.items()},
    )


def _mentions(copy_: Copy, release: _Release) -> tuple[Mention, ...]:
    sender = copy_.field(FieldName.FROM).value
    addressees = tuple(part.text for name in ADDRESSED[1:3] for part in copy_.field(name).parts)
    subject = copy_.field(FieldName.SUBJECT).printed.text
    place = (copy_.id, copy_.document, copy_.source, copy_.page)
    text = CopyText(*place, sender, addressees, subject, copy_.body.text, copy_.signature.text)
    actor = release.actor_of.get(sender)
    speaker = Speaker(
        copy_.id,
        copy_.document,
        sender,
        actor.id if actor else "",
        actor.name if actor else "",
        copy_.field(FieldName.SENT).value[:10],
        release.people.get(copy_.document, frozenset()),
    )
    return mentions_in(text, speaker, release.known, tuple(_header_parts(copy_, release.actor_of)))


def _header_parts(copy_: Copy, actor_of: Mapping[str, Actor]) -> Iterator[HeaderPart]:
    for name in ADDRESSED:
        for nth, part in enumerate(copy_.field(name).parts):
            actor = actor_of.get(part.text)
            yield HeaderPart(f"{name} {nth}", part.text, actor.id if actor else "", actor.name if actor else "")


def _passage(copy_: Copy, mention: Mention) -> Passage:
    """The words of a mention with their places."""
    if mention.where is AliasWhere.HEADER:
        field, nth = mention.field.split(" ")
        whole = copy_.field(FieldName(field)).parts[int(nth)]
    elif mention.where is AliasWhere.SUBJECT:
        whole = copy_.field(FieldName.SUBJECT).printed
    else:
        whole = copy_.signature if mention.where is AliasWhere.SIGNATURE else copy_.body
    return whole[mention.start : mention.end]


class _Grounds:
    """Where the grounds of meanings are printed: asked of the store once for each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[AliasMeaning, tuple[Span, ...]] = {}

    def spans(self, meaning: AliasMeaning) -> tuple[Span, ...]:
        """The first few places at which the ground of a meaning is printed; none for what a table tells."""
        if meaning not in self._found:
            self._found[meaning] = ground_spans(self._store, meaning)
        return self._found[meaning]


def ground_spans(store: Store, meaning: AliasMeaning) -> tuple[Span, ...]:
    """The first few places at which the ground of a meaning is printed; none for what a table tells.

    Of words that a text prints: these. Of what a header prints, or somebody's ending: the From line of that copy.
    """
    printed = [clue for clue in alias_clues(store, meaning.sign) if clue.ground is meaning.ground]
    places = [clue for clue in printed if clue.document in meaning.documents][:MOST_PLACES]
    ids = [clue.copy for clue in places] if places else list(meaning.copies[:MOST_PLACES])
    copies = copies_by_id(store, [copy_id for copy_id in ids if copy_id])
    spans: list[Span] = []
    for clue in places:
        whole = _clue_passage(store, copies, clue.copy, clue.where, clue.source, clue.page)
        spans += spans_of(whole[clue.start : clue.end], clue.source)
    if not places:
        spans += _from_lines([copies[copy_id] for copy_id in ids if copy_id in copies])
    return tuple(spans[:MOST_PLACES])


def _clue_passage(
    store: Store, copies: Mapping[str, Copy], copy_id: str, where: AliasWhere, source: str, page: int
) -> Passage:
    if not copy_id:
        return rest_passage(store, source, page) or Passage("")
    if copy_id not in copies:
        return Passage("")
    copy_ = copies[copy_id]
    if where is AliasWhere.SUBJECT:
        return copy_.field(FieldName.SUBJECT).printed
    return copy_.signature if where is AliasWhere.SIGNATURE else copy_.body


def _from_lines(copies: Sequence[Copy]) -> Iterator[Span]:
    for copy_ in copies:
        yield from spans_of(copy_.field(FieldName.FROM).printed, copy_.source)
