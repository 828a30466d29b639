"""A small fictional case with every kind of page, and pictures of its drawn pages, for the tests of the screens."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

from readingroom.case import STAGES, Case, make_case, read_case
from readingroom.copies import PageSketch, pack_sketch, sketch_page
from readingroom.engine import InProcess
from readingroom.errors import NotFound
from readingroom.model import (
    Box,
    Letter,
    PackedPage,
    PageState,
    Problem,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Request,
    Settings,
    Source,
    TextFrom,
    Values,
)
from readingroom.store import Batch, add_sources, commit, source_by_id, whole_pages, write_request
from readingroom.text import lines_of, pack_words
from tests.drawn import draw_page

SOURCE = "ab" * 32
SHORT = SOURCE[:12]
HOSTILE = "<img src=x onerror=alert(1)>"

PAGES = (
    f"""
    From:    Rook, Ada
    Sent:    Tuesday, July 26, 2011 9:15 AM
    To:      Finch, Tom
    Subject: {HOSTILE}
    .
    Tom,
    .
    We need ten lamps for the harbor wall by Friday. Send nine if there are no
    more than nine. =1+1
    .
    Ada
    """,
    f"""
    From:    Finch, Tom
    Sent:    Tuesday, July 26, 2011 4:40 PM
    To:      Rook, Ada
    Cc:      Gull, Mira
    Subject: RE: {HOSTILE}
    .
    There were only nine. I would rather not send the old one.
    .
    From:    Rook, Ada
    Sent:    Tuesday, July 26, 2011 9:15 AM
    To:      Finch, Tom
    Subject: {HOSTILE}
    .
    Tom,
    .
    We need ten lamps for the harbor wall by Friday. Send nine if there are no
    more than nine. =1+1
    .
    Ada
    """,
    """
    From:    =HYPERLINK(evil)
    Sent:    Wednesday, July 27, 2011 8:05 AM
    To:      javascript:alert(2)
    Subject: Tar \u202eepor
    .
    Nobody was told about the tar.
    """,
    """
    A memo about rope and tar, with no header of any letter.
    """,
)
REDACTED = 2  # page

REQUEST = Request(
    number="HLO-2012-0007",
    agency="Harbor Lamp Office",
    requester="A. Reader (fictional)",
    asked="2012-01-03",
    wording="All letters about <lamps>.",
    pages_promised=7,
    letters=(Letter("2012-01-09", "acknowledgement", "Received.", None),),
)


def build_case(folder: Path) -> Case:
    """Six pages: four read, one that failed, one that waits. Pages 1 to 3 are letters, page 4 is none."""
    case = make_case(folder / "lamps.case")
    source = Source(id=SOURCE, name="lamps & <rope>.pdf", media_type="application/pdf", size=12345, pages=6)
    add_sources(case.store, [(source, f"originals/{SOURCE}")])
    write_request(case.store, REQUEST)
    drawn = [_read(text, number) for number, text in enumerate(PAGES, start=1)]
    values = [*drawn, _failed(len(drawn) + 1), Values()]
    pages = STAGES[0]
    batches = [Batch(cut.place, pages.key(cut.content, Settings())) for cut in pages.cut(case, Settings())]
    commit(case.store, pages.name, batches, values)
    read_case(case, InProcess())  # the pages are done: only what comes after them is read
    return case


def _box(number: int) -> Redaction:
    return Redaction(
        source=SOURCE,
        page=number,
        kind=RedactionKind.BLACK,
        where=RedactionWhere.BOX,
        box=Box(300, 108, 420, 118),
        codes=("B6",),
    )


def _read(text: str, number: int) -> Values:
    page = draw_page(text, source=SOURCE, number=number)
    packed = PackedPage(
        SOURCE,
        number,
        page.width,
        page.height,
        page.text_from,
        page.state,
        pack_words(page.words),
        "\n".join(line.text for line in lines_of(page)),
        pack_sketch(sketch_page(page, (), ())),
        0,
        f"drawn {number}",
    )
    return Values(pages=(packed,), redactions=(_box(number),) if number == REDACTED else ())


def _failed(number: int) -> Values:
    packed = PackedPage(
        SOURCE,
        number,
        612.0,
        792.0,
        TextFrom.NONE,
        PageState.FAILED,
        pack_words(()),
        "",
        pack_sketch(PageSketch(number)),
        0,
        "",
    )
    problem = Problem(
        stage="pages",
        source=SOURCE,
        page=number,
        reason="resource_limit",
        what="The page took more than 2 GB.",
        hint="Ask the agency for it again.",
    )
    return Values(pages=(packed,), problems=(problem,))


def picture_of(case: Case):
    """Draws pages out of the words that were read, in place of the sealed file."""

    def draw(source: str, number: int, scale: float, box: Box | None, marks: tuple[Box, ...]) -> bytes:
        found = source_by_id(case.store, source)
        if found is None or not 1 <= number <= found[0].pages:
            raise NotFound(f"there is no page {number}")
        part = box or Box(0, 0, 612, 792)
        size = round((part.x1 - part.x0) * scale), round((part.y1 - part.y0) * scale)
        picture = Image.new("RGB", size, "white")
        pen = ImageDraw.Draw(picture)
        for mark in marks:
            edges = [(mark.x0 - part.x0) * scale, (mark.y0 - part.y0) * scale]
            pen.rectangle([*edges, (mark.x1 - part.x0) * scale, (mark.y1 - part.y0) * scale], fill="#ffe27a")
        for page in whole_pages(case.store, found[0].id, number, number):
            for word in page.words:
                pen.text(((word.box.x0 - part.x0) * scale, (word.box.y0 - part.y0) * scale), word.text, fill="black")
        out = io.BytesIO()
        picture.save(out, "PNG")
        return out.getvalue()

    return draw
