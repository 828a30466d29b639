"""The screens of what is hidden: the ledger with uneven redactions first, and one of these with both places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.exemptions import explained
from readingroom.model import Box, CodeDifference, FieldName, HiddenPlace, Span, UnevenRedaction
from readingroom.pages import normal_codes
from readingroom.show.frame import Count, Place, count_list, pager
from readingroom.show.hidden import CodeLine, DifferingLine, HiddenView, Side, UnevenLine, UnevenView
from readingroom.show.links import around, hidden_href, message_href, page_href, picture_href, uneven_href
from readingroom.show.sheet import Crop
from readingroom.show.words import PARTS, TOLD, day_words
from readingroom.store import (
    MarkCount,
    code_differences,
    copies_by_id,
    mark_counts,
    message_of_copies,
    messages_by_id,
    release_stamps,
    uneven_by_id,
    uneven_count,
    uneven_of_copies,
    uneven_rank,
    uneven_redactions,
)

PLACES = 12  # of one finding that are shown as pictures, on each side
DIFFERING = 50
ROWS = 40  # of the ledger by office
NAMED = 4  # places of one finding that are named in the list
SHORT = 240  # characters of its words
ROOM = 30.0  # points of page above and below the place
SIDE = 6.0
LEAST_WIDTH = 430.0
MOST_HEIGHT = 420.0
SCALE = 1.5
_DOMAIN = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
NO_ADDRESS, NO_DATE, NO_CODE = "no address printed", "no date", "no code"


def ask_hidden_list(case: Case, first: int) -> HiddenView:
    """What is hidden in the release, findings from `first` (from 0) on."""
    store = case.store
    frame = ask_frame(case)
    found = tuple(uneven_redactions(store, first=first, limit=LISTED))
    names = source_names(store)
    subjects = _messages(case, [one.message for one in found])
    differing = code_differences(store)
    counts = mark_counts(store)
    stamped = Counter(code for *_, words in release_stamps(store) for code in set(normal_codes(words)))
    return HiddenView(
        frame=frame,
        uneven=tuple(_line(one, rank, names, subjects) for rank, one in enumerate(found, first + 1)),
        pager=pager(first, LISTED, uneven_count(store), f"{hidden_href()}?first="),
        differing=tuple(_differing(one, names) for one in differing[:DIFFERING]),
        differing_more=max(0, len(differing) - DIFFERING),
        codes=_codes(counts, stamped),
        offices=_tallied((office_of(one.sender), one.marks) for one in counts)[:ROWS],
        months=tuple(sorted(_tallied((one.month or NO_DATE, one.marks) for one in counts))),
        marks=sum(one.marks for one in counts),
        searched=f"Searched: every copy on {frame.read:,} of {frame.expected:,} pages was held against the other "
        "copies of its message, and against messages that print much the same words.",
    )


def ask_uneven(case: Case, finding: str) -> UnevenView:
    """One finding with the places that hide and that print its words. Raises NotFound."""
    store = case.store
    one = uneven_by_id(store, finding)
    if one is None:
        raise NotFound(f"there is no finding {finding}", "it may be told otherwise since more pages were read")
    names = source_names(store)
    rank = uneven_rank(store, one)
    around_it = list(uneven_redactions(store, first=max(0, rank - 2), limit=3))
    beside = [other.id for other in around_it]
    here = beside.index(one.id) if one.id in beside else 0
    hidden, shown = one.hidden_in[:PLACES], one.shown_in[:PLACES]
    copies = copies_by_id(store, sorted({place.copy for place in hidden} | {place.copy for place in shown}))
    joined = message_of_copies(store, list(copies))

    def who(copy_id: str) -> Place:
        copy_ = copies.get(copy_id)
        if copy_ is None:
            return Place("a copy that was read anew", "")
        sender = copy_.field(FieldName.FROM).value or "sender not shown"
        told = f"{sender}, {day_words(copy_.field(FieldName.SENT).value)}"
        return Place(told, message_href(joined[copy_id], copy_id) if copy_id in joined else "")

    return UnevenView(
        frame=ask_frame(case),
        id=one.id,
        rank=rank,
        total=uneven_count(store),
        words=one.words,
        part=PARTS[one.part],
        message=_messages(case, [one.message])[one.message],
        hidden=tuple(
            Side(
                _place(names, place),
                who(place.copy),
                (_crop(Span(place.source, place.page, (place.box,))),),
                tuple((code, explained(code)) for code in place.codes),
                TOLD[place.told],
            )
            for place in hidden
        ),
        hidden_more=len(one.hidden_in) - len(hidden),
        shown=tuple(
            Side(_span_place(names, place.spans[0]), who(place.copy), tuple(map(_crop, place.spans)), (), "")
            for place in shown
        ),
        shown_more=len(one.shown_in) - len(shown),
        before=uneven_href(beside[here - 1]) if here else "",
        after=uneven_href(beside[here + 1]) if here + 1 < len(beside) else "",
    )


def uneven_places(case: Case, copies: Sequence[str]) -> tuple[Place, ...]:
    """Links to the findings in which any of these copies hides or prints the words."""
    return tuple(
        Place(f"{_short(one.words)} ({PARTS[one.part]})", uneven_href(one.id))
        for one in uneven_of_copies(case.store, copies)[:LISTED]
    )


def office_of(sender: str) -> str:
    """The domain of a sender's address: as much of an office as every print-out may tell."""
    found = _DOMAIN.search(sender.lower())
    return found[1] if found else NO_ADDRESS


def _line(one: UnevenRedaction, rank: int, names: Mapping[str, str], subjects: Mapping[str, Place]) -> UnevenLine:
    first = one.hidden_in[0]
    return UnevenLine(
        rank,
        uneven_href(one.id),
        _short(one.words),
        PARTS[one.part],
        TOLD[first.told],
        first.codes,
        tuple(_place(names, place) for place in one.hidden_in[:NAMED]),
        max(0, len(one.hidden_in) - NAMED),
        _span_place(names, one.shown_in[0].spans[0]),
        subjects[one.message],
    )


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"


def _messages(case: Case, ids: Sequence[str]) -> dict[str, Place]:
    rows = messages_by_id(case.store, sorted(set(ids)))
    return {
        one: Place((rows[one].subject or "(no subject)") if one in rows else "message", message_href(one))
        for one in ids
    }


def _differing(one: CodeDifference, names: Mapping[str, str]) -> DifferingLine:
    places = tuple((_place(names, place), ", ".join(place.codes)) for place in one.places)
    return DifferingLine(Place(PARTS[one.part], message_href(one.message)), one.before, one.after, places)


def _codes(counts: Sequence[MarkCount], stamped: Mapping[str, int]) -> tuple[CodeLine, ...]:
    marks: Counter[str] = Counter()
    for one in counts:
        for code in one.codes or (NO_CODE,):
            marks[code] += one.marks
    lines = (
        CodeLine(code, explained(code), marks[code], stamped.get(code, 0)) for code in marks.keys() | stamped.keys()
    )
    return tuple(sorted(lines, key=lambda line: (-line.marks, -line.documents, line.code)))


def _tallied(pairs: Iterable[tuple[str, int]]) -> tuple[Count, ...]:
    """Names with how many marks, the most first."""
    times: Counter[str] = Counter()
    for name, marks in pairs:
        times[name] += marks
    ordered = sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
    return count_list([(name, marks, "") for name, marks in ordered])


def _place(names: Mapping[str, str], place: HiddenPlace) -> Place:
    return _span_place(names, Span(place.source, place.page, (place.box,)))


def _span_place(names: Mapping[str, str], span: Span) -> Place:
    href = page_href(span.source, span.page, around(span.boxes))
    return Place(page_words(names, span.source, span.page), href)


def _crop(span: Span) -> Crop:
    """The place with some lines of its page above and below, its words or its blank marked."""
    x0, y0, x1, y1 = around(span.boxes)
    top, left = max(0.0, y0 - ROOM), max(0.0, min(x0 - SIDE, x1 + SIDE - LEAST_WIDTH))
    box = around((Box(left, top, max(x1 + SIDE, left + LEAST_WIDTH), min(y1 + ROOM, top + MOST_HEIGHT)),))
    href = picture_href(span.source, span.page, scale=SCALE, box=box, marks=span.boxes)
    return Crop(href, box.x1 - box.x0, box.y1 - box.y0)
