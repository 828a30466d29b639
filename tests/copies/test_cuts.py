"""What shows that something was taken out of a header value, in a release that is marked as released in part."""

import pytest

from readingroom.model import FieldName, FieldState
from tests.copies.reading import read_drawn

HEADER = """
                                                     RELEASE IN {share}

    From: {sender}
    Sent: Tuesday, November 10, 2009 3:30 PM
    To: {to}
    Subject: {subject}

    Shut.
"""
WHOLE = {"sender": "Quill, Nora", "to": "Marsh, Odo", "subject": "Lock gates"}
VALUES = [
    ("sender", "Quill, Nora", FieldState.READ),
    ("sender", "Nora Quill [mailto:", FieldState.REDACTED),
    ("sender", "NQ <nquill", FieldState.REDACTED),
    ("sender", "nora.quill", FieldState.REDACTED),
    ("sender", "On Behalf Of Nora Quill", FieldState.REDACTED),
    ("sender", "Quill, Nora <quilln@harbour.example", FieldState.READ),
    ("to", "'omarsh", FieldState.REDACTED),
    ("to", "V; 'omarsh               'tlamb@harbour.example'", FieldState.REDACTED),
    ("to", "<", FieldState.REDACTED),
    ("to", "V; Lamb, Tess; GATES", FieldState.READ),
    ("subject", "A death in               family", FieldState.REDACTED),
    ("subject", "gates", FieldState.READ),
]
FIELDS = {"sender": FieldName.FROM, "to": FieldName.TO, "subject": FieldName.SUBJECT}


@pytest.mark.parametrize(("part", "value", "state"), VALUES)
def test_cut_values_are_redacted_in_a_release_in_part(part: str, value: str, state: FieldState) -> None:
    printed = HEADER.format(share="PART B6", **WHOLE | {part: value})
    (copy_,) = read_drawn(printed).copies
    assert copy_.field(FIELDS[part]).state is state


@pytest.mark.parametrize(("part", "value", "_"), VALUES)
def test_nothing_is_redacted_in_a_release_in_full(part: str, value: str, _: FieldState) -> None:
    (copy_,) = read_drawn(HEADER.format(share="FULL", **WHOLE | {part: value})).copies
    assert copy_.field(FIELDS[part]).state is not FieldState.REDACTED


def test_line_of_a_list_set_in_far_begins_behind_a_hole() -> None:
    (copy_,) = read_drawn("""
                                                     RELEASE IN PART B6

        From: Quill, Nora
        To: Marsh, Odo; Lamb, Tess; 'Irene_Reed
                          Thorn, Ada; Fenn, Cuno; <mspence
        'opell               ; Wick, Ole
        Sent: Tuesday, November 10, 2009 3:30 PM
        Subject: Lock gates

        Shut.
    """).copies
    assert [part.text for part in copy_.field(FieldName.TO).parts] == [
        "Marsh, Odo",
        "Lamb, Tess",
        "'Irene_Reed",
        "Thorn, Ada",
        "Fenn, Cuno",
        "<mspence",
        "'opell",
        "Wick, Ole",
    ]
