"""What one copy shows otherwise than another, and two wordings word by word."""

from __future__ import annotations

from typing import NamedTuple

from readingroom.model import Copy, Field, FieldState
from readingroom.show.words import FIELD_LABELS, field_state_words, shown_values
from readingroom.text import align_words, fold_exact

LONGEST_DIFF = 600  # words
END_MARKS = " ,.;:"  # at the end of a quotation, house style


class DiffPiece(NamedTuple):
    """Words that both have ("same"), only the first ("only_first") or only the second ("only_second")."""

    kind: str
    text: str


def copy_differences(copy_: Copy, other: Copy) -> tuple[str, ...]:
    """What `copy_` shows otherwise than `other`, a short sentence each."""
    told = [
        _field_difference(field, other_field)
        for field, other_field in zip(copy_.fields, other.fields, strict=True)
        if _shown(field) != _shown(other_field)
    ]
    mine, theirs = fold_exact(copy_.body.text).text.split(), fold_exact(other.body.text).text.split()
    if mine != theirs:
        told.append(_body_difference(len(mine), len(theirs)))
    if copy_.codes != other.codes:
        told.append("codes: " + (", ".join(copy_.codes) or "none"))
    return tuple(told)


def _shown(field: Field) -> tuple[FieldState, str]:
    return field.state, fold_exact(field.value).text


def _field_difference(field: Field, other: Field) -> str:
    label = FIELD_LABELS[field.name]
    if not shown_values(field):
        return f"{label}: {field_state_words(field)}"
    if not shown_values(other):
        return f"{label}: printed here"
    return f"{label}: “{field.printed.text[:80]}”"


def _body_difference(mine: int, theirs: int) -> str:
    if mine == theirs:
        return "text: some words differ"
    times = abs(mine - theirs)
    return f"text: {times} {'word' if times == 1 else 'words'} {'more' if mine > theirs else 'fewer'}"


def word_diff(first: str, second: str) -> tuple[DiffPiece, ...]:
    """Two wordings against each other, word by word, marks at the end left away; nothing where they are very long."""
    mine, theirs = first.rstrip(END_MARKS).split(), second.rstrip(END_MARKS).split()
    if max(len(mine), len(theirs)) > LONGEST_DIFF:
        return ()
    pieces = []
    for edit in align_words(mine, theirs):
        if edit.op == "same":
            pieces.append(DiffPiece("same", " ".join(edit.source)))
            continue
        if edit.draft:
            pieces.append(DiffPiece("only_first", " ".join(edit.draft)))
        if edit.source:
            pieces.append(DiffPiece("only_second", " ".join(edit.source)))
    return tuple(pieces)
