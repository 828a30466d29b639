"""Word documents (.docx) → paragraphs, read with python-docx after a look at what the package would unpack to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.opc.exceptions import PackageNotFoundError

from readingroom.drafts.draft import DraftParagraph, ParagraphKind
from readingroom.errors import DraftUnreadable

LARGEST_UNPACKED = 200_000_000  # bytes of all parts
LARGEST_XML = 40_000_000  # bytes of one XML part
MOST_PARTS = 5_000
_HINT = "Open it in a word processor, save it anew as .docx or as text, and try again."

# Beginnings of style names, as Word writes them whatever the language of its menus.
_STYLES = (
    (("heading", "title", "subtitle"), ParagraphKind.HEADLINE),
    (("caption",), ParagraphKind.CAPTION),
    (("quote", "intense quote", "block text"), ParagraphKind.QUOTE),
    (("list",), ParagraphKind.LIST),
    (("byline", "credit", "signature"), ParagraphKind.CREDIT),
)


def read_docx(content: bytes, name: str) -> list[DraftParagraph]:
    """Paragraphs in the order of the document, tables' cells among them.

    Raises DraftUnreadable where it is no Word document, is broken, or unpacks to more than a story can be.
    """
    try:
        _refuse_bombs(content, name)
        document = docx.Document(io.BytesIO(content))
        return [
            DraftParagraph(text=text, kind=_kind_of(style)) for text, style in _paragraphs(document) if text.strip()
        ]
    except DraftUnreadable:
        raise
    # python-docx and lxml raise many kinds on a broken package; none of them may end in a traceback.
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
        OSError,
    ) as error:
        raise DraftUnreadable(f"{name}: not a Word document that can be read", _HINT) from error


def _refuse_bombs(content: bytes, name: str) -> None:
    """Sizes are those that the directory states; zipfile stops reading a part at its stated size."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > LARGEST_UNPACKED or largest > LARGEST_XML or len(parts) > MOST_PARTS:
        raise DraftUnreadable(f"{name}: unpacks to {unpacked:,} bytes in {len(parts):,} parts", _HINT)


def _paragraphs(document: object) -> Iterator[tuple[str, str]]:
    """(text, style name) of each paragraph; what was struck with change tracking is not part of its text."""
    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        yield paragraph.text, _style_of(paragraph)
        else:
            yield block.text, _style_of(block)


def _style_of(paragraph: object) -> str:
    style = paragraph.style  # type: ignore[attr-defined]
    return str(style.name or "") if style is not None else ""


def _kind_of(style: str) -> ParagraphKind:
    for beginnings, kind in _STYLES:
        if style.lower().startswith(beginnings):
            return kind
    return ParagraphKind.BODY
