"""What is said of a header field: its state, and what the page prints of it."""

import pytest

from readingroom.model import Field, FieldName, FieldState, Passage
from readingroom.show.words import FIELD_STATES, TAKEN_OUT_IN_PART, field_state_words, shown_values

NAMES = ("Rook, Ada <", "Finch, Tom")


def to_line(state, *names):
    return Field(
        name=FieldName.TO, state=state, printed=Passage("; ".join(names)), parts=tuple(Passage(name) for name in names)
    )


@pytest.mark.parametrize("state", [FieldState.READ, FieldState.REDACTED])
def test_a_name_is_shown_though_the_address_beside_it_was_taken_out(state):
    assert shown_values(to_line(state, *NAMES)) == NAMES


def test_what_was_taken_out_in_part_is_said_otherwise_than_what_is_gone():
    assert field_state_words(to_line(FieldState.REDACTED, *NAMES)) == TAKEN_OUT_IN_PART
    assert field_state_words(to_line(FieldState.REDACTED)) == FIELD_STATES[FieldState.REDACTED]
    assert shown_values(to_line(FieldState.REDACTED)) == ()


@pytest.mark.parametrize("state", sorted(set(FieldState) - {FieldState.READ, FieldState.REDACTED}))
def test_nothing_is_shown_of_what_cannot_be_read(state):
    assert shown_values(to_line(state, *NAMES)) == ()
    assert field_state_words(to_line(state, *NAMES)) == FIELD_STATES[state]
