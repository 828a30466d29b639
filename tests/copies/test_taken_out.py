"""Headers of which a box has taken a piece out: what is left is read, and only what was hidden is redacted."""

import pytest

from readingroom.copies import Reading, read_copies
from readingroom.model import Box, Document, FieldName, Redaction, RedactionKind, RedactionWhere
from tests.copies.reading import SOURCE, shown
from tests.drawn import CHARACTER, INK, LEFT, LINE, TOP, draw_page


def read_boxed(text: str) -> Reading:
    """The reading of a drawn page on which each run of "█" is a black box."""
    lines = [line.removeprefix("        ") for line in text.strip("\n").split("\n")]
    boxes = []
    for row, line in enumerate(lines):
        at = line.find("█")
        if at >= 0:
            x0, y0 = LEFT + at * CHARACTER, TOP + row * LINE
            boxes.append(Box(x0, y0, x0 + line.count("█") * CHARACTER, y0 + INK))
    page = draw_page("\n".join(line.replace("█", " ") or "." for line in lines), source=SOURCE)
    marks = [
        Redaction(source=SOURCE, page=1, kind=RedactionKind.BLACK, where=RedactionWhere.BOX, box=box, codes=())
        for box in boxes
    ]
    document = Document(id="d", source=SOURCE, first_page=1, last_page=1, number="")
    return read_copies(document, [page], (), marks)


def states(reading: Reading, nth: int = 0) -> dict[str, str]:
    fields = reading.copies[nth].fields
    return {field.name.value: field.state.value for field in fields if field.name in list(FieldName)[:6]}


def test_a_box_in_one_of_two_columns_hides_nothing_in_the_other() -> None:
    reading = read_boxed("""
        ██████████████            To   Odo Marsh/HO, Tess Lamb/HO
        11/10/2009 03:30 PM   Subject   Lock gates

        The gates are shut.
    """)
    assert shown(reading.copies[0])[1] == ["Odo Marsh/HO", "Tess Lamb/HO"]
    assert states(reading) | {"cc": ""} == {
        "from": "redacted", "to": "read", "cc": "", "bcc": "absent", "sent": "read", "subject": "read",
    }  # fmt: skip


def test_a_column_that_is_empty_is_a_line_all_the_same() -> None:
    reading = read_boxed("""
        Nora Quill/HO             To   Odo Marsh/HO
        11/10/2009 03:30 PM   Subject   ██████████

        The gates are shut.
    """)
    assert states(reading)["subject"] == "redacted"
    assert states(reading)["to"] == "read"


HEAD = """
        From: Odo Marsh <omarsh@harbour.example>
        Sent: Tuesday, November 10, 2009 3:30 PM
        To: Tess Lamb <tlamb@harbour.example>
        Subject: Re: Lock gates

        See below.

"""


@pytest.mark.parametrize(
    ("line", "sender", "sent", "redacted"),
    [
        ("On Mon, Nov 9, 2009 at 12:23 PM, ██████████ wrote:", "", "2009-11-09T12:23", "from"),
        (
            "On ██████████, Nora Quill <nquill@harbour.example> wrote:",
            "Nora Quill <nquill@harbour.example>",
            "",
            "sent",
        ),
        ("██████████ wrote:", "", "", "from"),
        (">>> ██████████ 11/9/2009 12:23 PM >>>", "", "2009-11-09T12:23", "from"),
        (">>> Nora Quill ██████████ >>>", "Nora Quill", "", "sent"),
    ],
)
def test_an_introduction_without_its_sender_or_its_day(line: str, sender: str, sent: str, redacted: str) -> None:
    reading = read_boxed(f"{HEAD}        {line}\n        > Are they shut?")
    assert [copy_.body.text for copy_ in reading.copies] == ["See below.", "Are they shut?"]
    assert shown(reading.copies[1])[::2][:2] == (sender, sent)
    assert [name for name, state in states(reading, 1).items() if state == "redacted"] == [redacted]


def test_a_raw_mail_whose_day_is_hidden_is_mail() -> None:
    reading = read_boxed("""
        From nquill@harbour.example Tue Nov 10 15:30:00 2009
        Date: ██████████████████
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates

        The gates are shut.
    """)
    assert states(reading)["sent"] == "redacted"
    assert shown(reading.copies[0])[3] == "Lock gates"


def test_web_mail_whose_sender_or_day_is_hidden() -> None:
    reading = read_boxed("""
        Lock gates
        ██████████████
        Tue 11/10/2009 3:30 PM
        To: Odo Marsh; Tess Lamb

        The gates are shut.
    """)
    assert shown(reading.copies[0])[1:3] == (["Odo Marsh", "Tess Lamb"], "2009-11-10T15:30")
    assert states(reading)["from"] == "redacted"
