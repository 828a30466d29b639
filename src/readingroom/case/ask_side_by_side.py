"""Two copies of one message side by side."""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_messages import COPIES, Placed, copy_sheets, keyed_redactions
from readingroom.case.ask_names import source_names
from readingroom.case.folder import Case
from readingroom.errors import NotFound
from readingroom.model import Copy, Field
from readingroom.show.body import Piece, body_pieces
from readingroom.show.frame import Place
from readingroom.show.links import message_href, page_href, side_by_side_href
from readingroom.show.side_by_side import Choice, FieldPair, Side, SideBySideView, SidePiece, mark_differences
from readingroom.show.words import FIELD_LABELS, depth_words, field_state_words, shown_values
from readingroom.store import copies_by_id, message_by_id, redactions
from readingroom.text import fold_exact, spans_of


def ask_side_by_side(case: Case, message_id: str, left_id: str = "", right_id: str = "") -> SideBySideView:
    """Two copies of a message: the named ones, else the best copy and the one that differs most. Raises NotFound."""
    row = message_by_id(case.store, message_id)
    if row is None:
        raise NotFound(f"there is no message {message_id}", "it may have been joined anew: search for its words")
    listed = row.message.copies[:COPIES]
    copies = copies_by_id(case.store, sorted({*listed, *({left_id, right_id} & set(row.message.copies))}))
    left = copies.get(left_id, copies[listed[0]])
    right = copies.get(right_id) or _most_other(left, [copies[one] for one in listed if one in copies])
    placed = Placed(source_names(case.store))
    here, there = _pieces(case, left), _pieces(case, right) if right else ()
    ours, theirs, only_left, only_right = mark_differences(here, there) if right else ((), (), 0, 0)
    subject = row.subject or "(no subject)"
    return SideBySideView(
        frame=ask_frame(case),
        message=Place(subject, message_href(message_id)),
        left=_side(case, left, placed, ours or tuple(_plain(here))),
        right=_side(case, right, placed, theirs) if right else None,
        fields=tuple(map(_pair, left.fields, right.fields)) if right else (),
        words_only_left=only_left,
        words_only_right=only_right,
        choices=_choices(message_id, [copies[one] for one in listed if one in copies], left, right, placed),
        choices_left_out=len(row.message.copies) - len(listed),
    )


def _most_other(left: Copy, copies: Sequence[Copy]) -> Copy | None:
    """The copy whose codes, states or text differ most from the left one; None where there is no other."""

    def otherness(copy_: Copy) -> tuple[int, int, str]:
        fields = sum(_says(one) != _says(other) for one, other in zip(left.fields, copy_.fields, strict=True))
        words = abs(len(left.body.text.split()) - len(copy_.body.text.split()))
        return -(fields + 10 * (left.codes != copy_.codes)), -words, copy_.id

    return min((copy_ for copy_ in copies if copy_.id != left.id), key=otherness, default=None)


def _pieces(case: Case, copy_: Copy) -> tuple[Piece, ...]:
    last = max((span.page for span in spans_of(copy_.body, copy_.source)), default=copy_.page)
    return body_pieces(copy_.body, keyed_redactions(redactions(case.store, copy_.source, copy_.page, last)))


def _plain(pieces: Sequence[Piece]) -> list[SidePiece]:
    return [SidePiece("gap" if piece.key else "same", piece.text) for piece in pieces]


def _side(case: Case, copy_: Copy, placed: Placed, body: tuple[SidePiece, ...]) -> Side:
    return Side(
        copy_.id,
        placed.copy(copy_, page_href(copy_.source, copy_.page)),
        depth_words(copy_.depth),
        copy_.codes,
        body,
        copy_sheets(case, copy_, placed),
    )


def _says(field: Field) -> tuple[str, str]:
    return field.state.value, fold_exact(field.value).text


def _pair(left: Field, right: Field) -> FieldPair:
    return FieldPair(FIELD_LABELS[left.name], _words(left), _words(right), _says(left) != _says(right))


def _words(field: Field) -> str:
    return "; ".join(shown_values(field)) or f"({field_state_words(field)})"


def _choices(
    message_id: str, copies: Sequence[Copy], left: Copy, right: Copy | None, placed: Placed
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{placed.copy(one, '').words}, {depth_words(one.depth)}",
            side_by_side_href(message_id, one.id, right.id if right else ""),
            side_by_side_href(message_id, left.id, one.id),
            one is left,
            one is right,
        )
        for one in copies
    )
