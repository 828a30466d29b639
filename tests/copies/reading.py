"""What the tests of this room share: reading a drawn document, and showing a copy in few words."""

from readingroom.copies import Reading, read_copies
from readingroom.model import Copy, Document, FieldName
from readingroom.pages.stamps import find_stamps
from tests.drawn import draw_page

SOURCE = "5" * 64


def read_drawn(*texts: str, confidence: float = 1.0) -> Reading:
    """The reading of one document whose pages are drawn; `confidence` below 1.0: by OCR."""
    pages = [
        draw_page(text, source=SOURCE, number=number, confidence=confidence) for number, text in enumerate(texts, 1)
    ]
    marks = [find_stamps(page) for page in pages]
    document = Document(id="d", source=SOURCE, first_page=1, last_page=len(pages), number="")
    stamps = [stamp for mark in marks for stamp in mark.stamps]
    redactions = [redaction for mark in marks for redaction in mark.redactions]
    return read_copies(document, pages, stamps, redactions)


def shown(copy_: Copy) -> tuple[str, list[str], str, str, str]:
    """From, To, Sent, Subject and body of a copy."""
    return (
        copy_.field(FieldName.FROM).value,
        [part.text for part in copy_.field(FieldName.TO).parts],
        copy_.field(FieldName.SENT).value,
        copy_.field(FieldName.SUBJECT).value,
        copy_.body.text,
    )
