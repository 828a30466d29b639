"""What a document is, by its first lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.copies.kinds import kind_of_opening
from readingroom.model import DocumentKind

OPENINGS = (
    ("memo", "MEMORANDUM\nTo all keepers"),
    ("memo", "INFORMATION MEMO FOR THE COMMISSIONER"),
    ("memo", "DATE: May 3, 1911\nTO: Nora Quill\nFROM: Odo Marsh\nSUBJECT: Gates"),
    ("letter", "Harbour Board of Wick\nMay 3, 1911\nMs. Nora Quill\nDear Ms. Quill:"),
    ("letter", "To whom it may concern,"),
    ("calendar", "SCHEDULE FOR COMMISSIONER QUILL\nMONDAY, MAY 3"),
    ("calendar", "Gate inspection\nStart: Mon 5/3/2010 9:00 AM\nEnd: Mon 5/3/2010 9:30 AM\nLocation: Lock 9"),
    ("calendar", "Notional timeline\n8:00 am Breakfast\n9:15 am Gates\n10:00 - 11:00 Lamps"),
    ("cable", "R 031200Z MAY 10\nFM AMEMBASSY WICK\nTO SECSTATE WASHDC"),
    ("report", "SITUATION REPORT No. 4\nGates of the lower lock"),
    ("form", "FORM HB-12\nGate number ______"),
    ("attachment", "Attachment 4"),
    ("attachment", "Gate_survey_v2.docx\nThe gates were seen in May."),
    ("separator", "Folder 12"),
    ("other", "The gates of Wick\nA history of two hundred years of mud"),
    ("other", "Attachments to doors were known before the flood and long after it"),
)


@pytest.mark.parametrize(("kind", "opening"), OPENINGS, ids=[opening[:20] for _, opening in OPENINGS])
def test_first_lines_say_what_a_document_is(kind: str, opening: str) -> None:
    assert kind_of_opening(opening.split("\n"), 20) == kind


def test_few_words_part_documents() -> None:
    assert kind_of_opening(["OFFICE OF GATES"], 3) is DocumentKind.SEPARATOR


@given(st.lists(st.text(max_size=300), max_size=20), st.integers(0, 2000))
def test_any_lines_have_a_kind(lines: list[str], words: int) -> None:
    assert kind_of_opening(lines, words) in DocumentKind
