"""Fields of a header: what is printed, in which of six states, and how far it is to be trusted."""

import pytest

from readingroom.copies import read_copies
from readingroom.model import Box, Document, FieldName, FieldState, Redaction, RedactionKind, RedactionWhere
from tests.copies.reading import SOURCE, read_drawn, shown
from tests.drawn import draw_page


def test_states_on_one_header() -> None:
    """A code beside the sender, a To that shows nothing, no Cc line, an empty subject."""
    reading = read_drawn("""
                                                                        RELEASE IN PART
                                                                        B6

        From:               Quill, Nora                                                       B6
        Sent:               Tuesday, November 10, 2009 3:30 PM
        To:
        Subject:

        Shut.
    """)
    (copy_,) = reading.copies
    states = {name: copy_.field(name).state for name in FieldName}
    assert states[FieldName.FROM] is FieldState.REDACTED
    assert copy_.field(FieldName.FROM).value == "Quill, Nora"
    assert states[FieldName.TO] is FieldState.UNDETERMINED
    assert states[FieldName.CC] is FieldState.ABSENT
    assert states[FieldName.SUBJECT] is FieldState.BLANK
    assert states[FieldName.SENT] is FieldState.READ
    assert copy_.codes == ("B6",)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Subject  RE: Gates", "RE: Gates"),
        ("Subject: RE: Gates", "RE: Gates"),
        ("Subjed: RE: Gates", "RE: Gates"),
        ("Subject : RE: Gates", "RE: Gates"),
    ],
)
def test_labels_as_ocr_leaves_them(line: str, value: str) -> None:
    reading = read_drawn(f"""
        From : Quill, Nora
        Sent: Tuesday, November 10, 2009 3:30 PM
        Tot Marsh, Odo
        {line}

        Shut.
    """)
    (copy_,) = reading.copies
    assert shown(copy_) == ("Quill, Nora", ["Marsh, Odo"], "2009-11-10T15:30", value, "Shut.")


def test_subject_wrapped_under_its_column_is_no_text() -> None:
    reading = read_drawn("""
        From:         Quill, Nora
        Sent:         Tuesday, November 10, 2009 3:30 PM
        To:           Marsh, Odo; Lamb, Tess; Reed, Ivo;
                      Thorn, Ada
        Subject:      RE: Gates, sluices, and who is to
                      have the key

        Shut.
    """)
    (copy_,) = reading.copies
    assert shown(copy_)[1] == ["Marsh, Odo", "Lamb, Tess", "Reed, Ivo", "Thorn, Ada"]
    assert shown(copy_)[3:] == ("RE: Gates, sluices, and who is to have the key", "Shut.")


def test_damage_lowers_confidence() -> None:
    reading = read_drawn("""
        From: Quill, Nora <QuillN@harbour.exam
        Sent: Monday, November 10, 2009 3:30 PM
        To: Marsh, Odo
        Subject: Gates

        Shut.
    """)
    (copy_,) = reading.copies
    confidence = {name: copy_.field(name).confidence for name in FieldName}
    assert confidence[FieldName.FROM] < 0.9  # an open bracket
    assert confidence[FieldName.SENT] < 0.9  # that day was a Tuesday
    assert confidence[FieldName.TO] >= 0.9
    assert confidence[FieldName.SUBJECT] >= 0.9


def test_value_knows_its_place() -> None:
    reading = read_drawn("""
        From: Quill, Nora
        Sent: Tuesday, November 10, 2009 3:30 PM
        To: Marsh, Odo
        Subject: Gates

        Shut.
    """)
    (copy_,) = reading.copies
    (run,) = copy_.field(FieldName.SUBJECT).printed.runs
    assert (run.page, run.box.x0, run.box.y0) == (1, 36 + 9 * 5, 36 + 3 * 12)


def test_repeated_labels_are_lists_of_their_own() -> None:
    reading = read_drawn("""
        From: Quill, Nora
        To: Odo Marsh
        To: Tess Lamb
        Subject: Gates
        Sent: Nov 10, 2009 3:30 PM

        Shut.
    """)
    assert shown(reading.copies[0])[1] == ["Odo Marsh", "Tess Lamb"]


def test_box_over_an_empty_line_is_a_redaction_and_one_elsewhere_is_none() -> None:
    head = "From: Quill, Nora\nSent: Tuesday, November 10, 2009 3:30 PM\nTo:\nCc:\nSubject: Gates"
    page = draw_page(head + "\n\nShut.", source=SOURCE)
    box = Redaction(
        source=SOURCE,
        page=1,
        kind=RedactionKind.BLACK,
        where=RedactionWhere.BOX,
        box=Box(60.0, 36 + 3 * 12.0, 200.0, 36 + 3 * 12.0 + 11),
        codes=(),
    )
    document = Document(id="d", source=SOURCE, first_page=1, last_page=1, number="")
    (copy_,) = read_copies(document, [page], [], [box]).copies
    assert copy_.field(FieldName.CC).state is FieldState.REDACTED
    assert copy_.field(FieldName.TO).state is FieldState.UNDETERMINED
    assert copy_.field(FieldName.SUBJECT).state is FieldState.READ
