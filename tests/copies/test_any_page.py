"""Whatever a page bears: reading it does not fail, and what is read lies on it, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readingroom.copies import read_copies
from readingroom.model import Box, Document, Page, PageState, TextFrom, Word
from readingroom.pages.stamps import find_stamps
from tests.copies.reading import read_drawn

PIECES = st.sampled_from(
    (
        "From: Sent: To: Cc: Subject: Date: On wrote: > >> ;; < Quill, Nora <nq@harbour.example> ; B6 1.4(D) (b)(6) 12 "
        "-----Original Message----- Tuesday, November 10, 2009 3:30 PM shut gates RELEASE IN PART Classified by message"
    ).split()
) | st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    made = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        words = []
        for row in range(draw(st.integers(0, 12))):
            x = float(draw(st.integers(0, 100)))
            for _ in range(draw(st.integers(0, 6))):
                text = draw(PIECES)
                words.append(Word(text, Box(x, row * 12.0, x + 5.0 * len(text), row * 12.0 + 10), 1.0))
                x += 5.0 * len(text) + draw(st.sampled_from([3.0, 5.0, 60.0]))
        made.append(
            Page(
                source="5" * 64,
                number=number,
                width=612.0,
                height=792.0,
                text_from=TextFrom.LAYER,
                state=PageState.READ,
                words=tuple(words),
            )
        )
    return made


@settings(max_examples=150, deadline=None)
@given(pages())
def test_reading_holds_on_any_page(drawn: list[Page]) -> None:
    marks = [find_stamps(page) for page in drawn]
    stamps = [stamp for mark in marks for stamp in mark.stamps]
    document = Document(id="d", source="5" * 64, first_page=1, last_page=len(drawn), number="")
    reading = read_copies(document, drawn, stamps, [mark for found in marks for mark in found.redactions])
    seen: set[tuple[int, Box, str]] = set()
    boxes = {(page.number, word.box) for page in drawn for word in page.words}
    for copy_ in reading.copies:
        for run in copy_.body.runs:
            assert (run.page, run.box) in boxes
            key = (run.page, run.box, copy_.body.text[run.start : run.end])
            assert key not in seen
            seen.add(key)
    assert len({copy_.id for copy_ in reading.copies}) == len(reading.copies)
    assert [copy_.nth for copy_ in reading.copies] == list(range(len(reading.copies)))
    stamped = {(stamp.page, index) for stamp in stamps for index in stamp.words}
    assert len(stamped) == sum(len(stamp.words) for stamp in stamps)


HEADER = "From: Quill, Nora\nSent: Tuesday, November 10, 2009 3:30 PM\nTo: {to}\nSubject: Gates\n.\n"


@pytest.mark.parametrize(
    "text",
    [
        HEADER.replace("Quill, Nora", "q" * 1_000_000).format(to="Odo") + "Shut.",
        HEADER.format(to="nq@h, " + "Quill, " * 20_000) + "Shut.",
        HEADER.format(to='"nq@h ' + "Quill, " * 20_000) + "Shut.",
        "> " + HEADER.format(to="Odo").replace("\n", "\n> ") + "\nno marks here are seen\n" * 5_000,
        HEADER.format(to="Odo") + "1 attachments\n" + "a.pdf, " * 2_000 + "!",
        HEADER.format(to="Odo").replace(".\n", "Attachments: a.pdf\n") + "a.pdf (1,1" * 2_000 + "!",
        HEADER.format(to="Odo") + "Aa" * 58 + "! wrote:\n> Shut.",
    ],
    ids=["long sender", "many commas", "quotation mark left open", "quotation without marks", "files", "icons", "name"],
)
def test_a_page_that_is_too_much_is_read_all_the_same(text: str) -> None:
    """Each took minutes where the work grew with the square of the page."""
    assert len(read_drawn(text).copies) == 1
