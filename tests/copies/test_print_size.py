"""How large print is, told by the width of words from OCR: a signature is set smaller than the text above it."""

import pytest

from readingroom.copies.print_size import FIXED, SANS, SERIF, Face, face_of
from readingroom.copies.read import read_copies
from readingroom.model import Box, Document, Page, PageState, TextFrom, Word

PAGE = (
    ("From: Quill, Nora", 10.0, 100.0),
    ("Sent: Tuesday, November 10, 2009 3:30 PM", 10.0, 112.0),
    ("To: Marsh, Odo", 10.0, 124.0),
    ("Subject: Gates", 10.0, 136.0),
    ("The gates at the lower lock are shut, and nobody told me why.", 10.0, 164.0),
    ("Please tell me who has the key, and when they will be open.", 10.0, 176.0),
)
SIGNATURE = ("Nora Quill", "Keeper of the Locks, Harbour Office")


def _words(text: str, size: float, top: float, face: Face) -> list[Word]:
    """A line as OCR gives it: ink as high as its letters happen to be, as wide as the typeface has them."""
    words = []
    left = 72.0
    for number, letters in enumerate(text.split()):
        wide = size * (sum(face[letter] for letter in letters) - 0.08)
        words.append(Word(letters, Box(left, top - number % 2, left + wide, top + 0.7 * size + number % 3), 0.95))
        left += wide + 0.3 * size
    return words


@pytest.mark.parametrize("face", [SANS, SERIF, FIXED])
@pytest.mark.parametrize(("size", "apart"), [(9.0, True), (10.0, False)])
def test_signature_in_smaller_print(face: Face, size: float, apart: bool) -> None:
    lines = (*PAGE, *((text, size, 204.0 + 12 * nth) for nth, text in enumerate(SIGNATURE)))
    words = tuple(word for text, height, top in lines for word in _words(text, height, top, face))
    assert face_of(words) is face
    page = Page(
        source="0" * 64,
        number=1,
        width=612.0,
        height=792.0,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=words,
    )
    document = Document(id="d", source="0" * 64, first_page=1, last_page=1, number="")
    (copy_,) = read_copies(document, [page], [], []).copies
    assert copy_.body.text.endswith("open." if apart else "Office")
    assert copy_.signature.text.startswith("Nora Quill")
