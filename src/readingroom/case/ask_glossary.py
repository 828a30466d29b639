"""The glossary of a case: every sign, what it stands for, where that is printed, and what is never said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.case.ask_aliases import ground_spans
from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.model import AliasGround, AliasMeaning, Copy, FieldName, GlossaryEntry, Span
from readingroom.people import glossary_of
from readingroom.show.frame import Frame, Place, pager
from readingroom.show.glossary import EntryLine, GlossaryView, MeaningLine, SignView, UseLine
from readingroom.show.links import around, copy_href, page_href, sign_href
from readingroom.show.words import ALIAS_GROUNDS, day_words
from readingroom.store import alias_meanings, copies_by_id, sign_counts, sign_uses

FEWEST = 2  # documents that use a sign which nothing explains, before it is listed
USES = 60  # uses of a sign that its screen lists


class ListedEntry(NamedTuple):
    """An entry of the glossary, and where its meanings are printed."""

    entry: GlossaryEntry
    places: dict[AliasMeaning, tuple[Span, ...]]


def list_glossary(case: Case) -> Iterator[ListedEntry]:
    """Every entry, by the alphabet, with the places at which the release prints what signs stand for."""
    for entry in _entries(case):
        printed = [one for one in entry.meanings if one.ground is AliasGround.EXPANDED]
        yield ListedEntry(entry, {one: ground_spans(case.store, one) for one in printed})


def _entries(case: Case) -> tuple[GlossaryEntry, ...]:
    every = glossary_of(sign_counts(case.store), alias_meanings(case.store))
    return tuple(entry for entry in every if entry.meanings or entry.documents >= FEWEST)


def ask_glossary(case: Case, letter: str, which: str, first: int) -> GlossaryView:
    """A part of the glossary: of one letter if asked, of what is explained, or of what never is."""
    frame, entries = ask_frame(case), _entries(case)
    of_kind = [entry for entry in entries if which not in SHOWN or bool(entry.meanings) is (which == "explained")]
    listed = [entry for entry in of_kind if not letter or entry.sign[:1].upper() == letter]
    letters = sorted({entry.sign[:1].upper() for entry in of_kind})
    explained = sum(bool(entry.meanings) for entry in entries)
    return GlossaryView(
        frame=frame,
        letter=letter,
        which=which if which in SHOWN else "",
        letters=tuple(letters),
        explained=explained,
        unexplained=len(entries) - explained,
        entries=tuple(map(_entry_line, listed[first : first + LISTED])),
        searched=searched_words(frame),
        pager=pager(first, LISTED, len(listed), f"/glossary?letter={letter}&show={which}&first="),
    )


SHOWN = ("explained", "unexplained")


def ask_sign(case: Case, sign: str) -> SignView:
    """One sign: its meanings with their places, and where it is used. Raises NotFound."""
    entry = next((entry for entry in _entries(case) if entry.sign == sign), None)
    if entry is None:
        raise NotFound(f"no sign {sign} is used in this release", "search for the word")
    frame, names = ask_frame(case), source_names(case.store)
    uses = sign_uses(case.store, sign, limit=USES)
    copies = copies_by_id(case.store, [use.copy for use in uses if use.copy])
    return SignView(
        frame=frame,
        line=_entry_line(entry),
        meanings=tuple(_meaning_line(one, _places(ground_spans(case.store, one), names)) for one in entry.meanings),
        uses=tuple(
            UseLine(
                copy_href(use.copy) if use.copy in copies else page_href(use.source, use.page),
                page_words(names, use.source, use.page),
                *_sent(copies.get(use.copy)),
                use.uses,
            )
            for use in uses
        ),
        uses_left_out=max(0, entry.documents - len({use.document for use in uses})),
        searched=searched_words(frame),
    )


def _sent(copy_: Copy | None) -> tuple[str, str, str]:
    """Sender, day and subject of a copy."""
    if copy_ is None:
        return "", "", "not in a message"
    sent = copy_.field(FieldName.SENT).value
    return copy_.field(FieldName.FROM).value, day_words(sent), copy_.field(FieldName.SUBJECT).value


def _places(spans: Sequence[Span], names: dict[str, str]) -> tuple[Place, ...]:
    return tuple(
        Place(
            page_words(names, span.source, span.page),
            page_href(span.source, span.page, around(span.boxes, 3)),
        )
        for span in spans
    )


def _entry_line(entry: GlossaryEntry) -> EntryLine:
    return EntryLine(
        entry.sign,
        entry.words,
        sign_href(entry.sign),
        entry.uses,
        entry.documents,
        tuple(_meaning_line(one, ()) for one in entry.meanings[:3]),
        max(0, len(entry.meanings) - 3),
        entry.agree,
    )


def _meaning_line(meaning: AliasMeaning, places: tuple[Place, ...]) -> MeaningLine:
    called = [words for words in (meaning.post, meaning.office, meaning.name) if words]
    since, until = (day_words(day) if day else "…" for day in (meaning.since, meaning.until))
    return MeaningLine(
        ", ".join(called) or meaning.words,
        ALIAS_GROUNDS[meaning.ground],
        f"{since} to {until}" if meaning.since or meaning.until else "",
        meaning.source,
        meaning.weight if meaning.ground is AliasGround.EXPANDED else 0,
        places,
    )


def searched_words(frame: Frame) -> str:
    """What was searched for words that explain a sign, and what could not be."""
    unread = frame.expected - frame.read
    said = f"Searched: {frame.read:,} pages."
    return f"{said} {unread:,} pages were not searched." if unread else f"{said} Every page was searched."
