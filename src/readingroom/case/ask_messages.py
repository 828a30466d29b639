"""One message, or one copy of it: fields and what they rest on, body, copies, conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readingroom.case.ask_conversations import conversation_turns
from readingroom.case.ask_corrections import ListedCorrection, list_corrections, said_lines, said_of_copies
from readingroom.case.ask_glance import LISTED, ask_frame
from readingroom.case.ask_names import page_words, source_names
from readingroom.case.ask_pages import redaction_marks
from readingroom.case.ask_people_screens import person_hrefs
from readingroom.case.ask_uneven import uneven_places
from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.model import Copy, Field, FieldName, Message, Redaction
from readingroom.show.body import body_pieces, redaction_key
from readingroom.show.differences import copy_differences
from readingroom.show.frame import Mark, Place, pager
from readingroom.show.links import around, conversation_href, message_href, page_href, picture_href
from readingroom.show.reading import ConversationView, CopyLine, FieldLine, MessageView, Sheet, Turn
from readingroom.show.words import (
    FIELD_LABELS,
    STATUSES,
    confidence_words,
    day_words,
    depth_words,
    field_state_words,
    ground_words,
    shown_values,
)
from readingroom.store import (
    MessageRow,
    copies_by_id,
    message_by_id,
    message_neighbours,
    message_of_copies,
    page_rows,
    present_id,
    redactions,
)
from readingroom.text import spans_of

SURE = 0.9
NAMES = (FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.BCC)  # fields that name somebody
COPIES = 200  # that are set against the best one
TURNS = 60  # of the conversation below a message
MOST_TURNS = 5000  # that are put in order
DEEPEST = 8
SHEETS = 12  # pages of a copy that are shown as pictures


class Placed(NamedTuple):
    """What naming a place takes: file names by source."""

    names: Mapping[str, str]

    def name(self, source: str) -> str:
        """A source's file name, or the first digits of its id."""
        return self.names.get(source, source[:12])

    def copy(self, copy_: Copy, href: str) -> Place:
        """Where a copy begins, as a link to `href`."""
        return Place(page_words(self.names, copy_.source, copy_.page), href)


def ask_message(case: Case, message_id: str, copy_id: str = "", *, who: str = "") -> MessageView:
    """A message with one of its copies in view: the best one unless another is named. Raises NotFound."""
    row = message_by_id(case.store, message_id)
    if row is None:
        raise NotFound(
            f"there is no message {message_id}",
            "it may have been joined anew as more pages were read: search for its words",
        )
    message = row.message
    shown = copy_id if copy_id in message.copies else message.copies[0]
    wanted = {shown, message.body_from, *(one for _, one in message.taken_from), *message.copies[:COPIES]}
    copies = copies_by_id(case.store, sorted(wanted))
    before, after = message_neighbours(case.store, message)
    turns = conversation_turns(case, message.conversation, message.id)
    here = next((at for at, turn in enumerate(turns) if turn.here), 0)
    first = max(0, min(here - TURNS // 2, len(turns) - TURNS))
    return _view(
        case,
        shown=copies[shown],
        copies=copies,
        row=row,
        bodied=copies[shown if copy_id else message.body_from],
        turns=turns[first : first + TURNS],
        turns_left_out=max(0, len(turns) - TURNS),
        before=message_href(before) if before else "",
        after=message_href(after) if after else "",
        who=who,
    )


def present_message(case: Case, message_id: str) -> str:
    """The id under which a message is known now, "" where it is known under none: a former id still leads to it."""
    return present_id(case.store, message_id)


def ask_copy(case: Case, copy_id: str, *, who: str = "") -> MessageView | str:
    """A copy that has not been joined yet, or the address of its message with the copy in view. Raises NotFound."""
    copies = copies_by_id(case.store, [copy_id])
    if copy_id not in copies:
        raise NotFound(f"there is no copy {copy_id}", "it may have been cut anew: look at its page")
    message = message_of_copies(case.store, [copy_id]).get(copy_id)
    if message:
        return message_href(message, copy_id)
    copy_ = copies[copy_id]
    return _view(case, shown=copy_, copies=copies, row=None, bodied=copy_, who=who)


def _view(
    case: Case,
    *,
    shown: Copy,
    copies: Mapping[str, Copy],
    row: MessageRow | None,
    bodied: Copy,
    turns: tuple[Turn, ...] = (),
    turns_left_out: int = 0,
    before: str = "",
    after: str = "",
    who: str,
) -> MessageView:
    said = said_of_copies(list_corrections(case), copies)
    placed = Placed(source_names(case.store))
    message = row.message if row else None
    taken = {name: copies[one] for name, one in message.taken_from} if message else {}
    last = max((span.page for span in spans_of(bodied.body, bodied.source)), default=bodied.page)
    hidden = redactions(case.store, bodied.source, bodied.page, last)
    subject = taken.get(FieldName.SUBJECT, shown).field(FieldName.SUBJECT)
    sent = taken.get(FieldName.SENT, shown).field(FieldName.SENT)
    place = placed.copy(shown, "").words
    printed = (part.text for name in NAMES for part in taken.get(name, shown).field(name).parts)
    people = person_hrefs(case, sorted(set(printed)))
    return MessageView(
        frame=ask_frame(case),
        id=message.id if message else "",
        copy=shown.id,
        subject="; ".join(shown_values(subject)),
        sent=day_words(sent.value),
        status=STATUSES[message.status] if message else "one copy, not joined with others yet",
        restored=tuple(FIELD_LABELS[name] for name in message.restored) if message else (),
        fields=tuple(
            _field_line(placed, message, name, taken.get(name, shown), shown, people)._replace(
                said=said_lines(case, _said_of_field(said, name, (taken.get(name, shown), shown)))
            )
            for name in FieldName
        ),
        body=body_pieces(bodied.body, keyed_redactions(hidden)),
        body_origin=None if bodied is shown else placed.copy(bodied, _copy_link(message, bodied)),
        signature=bodied.signature.text,
        codes=shown.codes,
        sheets=copy_sheets(case, shown, placed),
        copies=_copy_lines(placed, message, copies, shown),
        uneven=uneven_places(case, message.copies if message else (shown.id,)),
        turns=turns,
        turns_left_out=turns_left_out,
        conversation_href=conversation_href(message.conversation) if message else "",
        before=before,
        after=after,
        citation=f"{sent.printed.text or 'undated'}, “{subject.printed.text}”, {place}",
        said=said_lines(case, [one for one in said if one.entry.correction.field is None]),
        who=who,
    )


def _said_of_field(said: Sequence[ListedCorrection], name: FieldName, copies: Sequence[Copy]) -> list[ListedCorrection]:
    on_copies = said_of_copies(said, [copy_.id for copy_ in copies])
    return [one for one in on_copies if one.entry.correction.field is name]


def _copy_link(message: Message | None, copy_: Copy) -> str:
    return message_href(message.id, copy_.id) if message else page_href(copy_.source, copy_.page)


def _field_line(
    placed: Placed, message: Message | None, name: FieldName, taken: Copy, shown: Copy, people: Mapping[str, str]
) -> FieldLine:
    field, here = taken.field(name), shown.field(name)
    return FieldLine(
        name.value,
        FIELD_LABELS[name],
        field.state.value,
        field_state_words(field),
        shown_values(field),
        confidence_words(field.confidence),
        field.confidence >= SURE,
        None if taken is shown else placed.copy(taken, _copy_link(message, taken)),
        "" if taken is shown else _here(here, field),
        tuple(
            Place(f"page {span.page:,}", page_href(taken.source, span.page, around(span.boxes, 3)))
            for span in spans_of(field.printed, taken.source)
        ),
        name.value,
        tuple(people.get(value, "") for value in shown_values(field)) if name in NAMES else (),
        taken.id,
    )


def _here(here: Field, field: Field) -> str:
    if not shown_values(here):
        return field_state_words(here)
    return "" if here.value == field.value else f"“{here.printed.text[:200]}”"


def keyed_redactions(hidden: Sequence[Redaction]) -> list[tuple[str, Redaction]]:
    """Each redaction with the key that ties its sign in the text to its box. They are in the store's order."""
    keyed = []
    at_on_page: dict[int, int] = {}
    for redaction in hidden:
        at = at_on_page.get(redaction.page, 0)
        at_on_page[redaction.page] = at + 1
        keyed.append((redaction_key(redaction.page, at), redaction))
    return keyed


def copy_sheets(case: Case, copy_: Copy, placed: Placed) -> tuple[Sheet, ...]:
    """The pages that a copy is printed on, its fields, text and redactions marked."""
    last = max((run.page for run in copy_.body.runs), default=copy_.page)
    marks: dict[int, list[Mark]] = {}
    for field in copy_.fields:
        for span in spans_of(field.printed, copy_.source):
            marks.setdefault(span.page, []).extend(
                Mark("field", field.name.value, FIELD_LABELS[field.name], box) for box in span.boxes
            )
    for span in spans_of(copy_.body, copy_.source):
        marks.setdefault(span.page, []).append(Mark("body", "body", "Text of this message", around(span.boxes, 3)))
    sheets = []
    for row in page_rows(case.store, copy_.source, copy_.page, min(last, copy_.page + SHEETS - 1)):
        hidden = redactions(case.store, copy_.source, row.number, row.number)
        sheets.append(
            Sheet(
                row.number,
                page_href(copy_.source, row.number),
                picture_href(copy_.source, row.number, scale=2),
                f"Page {row.number:,} of {placed.name(copy_.source)}, where this copy is printed",
                row.width,
                row.height,
                (*marks.get(row.number, ()), *redaction_marks(row.number, hidden)),
            )
        )
    return tuple(sheets)


def _copy_lines(
    placed: Placed, message: Message | None, copies: Mapping[str, Copy], shown: Copy
) -> tuple[CopyLine, ...]:
    if message is None:
        return ()
    best = copies[message.copies[0]]
    return tuple(
        CopyLine(
            one.id,
            message_href(message.id, one.id),
            placed.copy(one, page_href(one.source, one.page)),
            depth_words(one.depth),
            one is shown,
            () if one is best else copy_differences(one, best),
            ground_words(ground),
        )
        for one, ground in (
            (copies[copy_id], ground)
            for copy_id, ground in zip(message.copies[:COPIES], message.grounds, strict=False)
            if copy_id in copies
        )
    )


def ask_conversation(case: Case, conversation: str, first: int) -> ConversationView:
    """A conversation as a tree of who answered whom. Raises NotFound."""
    turns = conversation_turns(case, conversation, "")
    if not turns:
        raise NotFound(f"there is no conversation {conversation}", "search for its words")
    return ConversationView(
        frame=ask_frame(case),
        id=conversation,
        subject=turns[0].subject,
        turns=turns[first : first + LISTED],
        pager=pager(first, LISTED, len(turns), f"{conversation_href(conversation)}?first="),
    )
