"""A draft's file → its paragraphs. Nothing in the file is run or fetched; one reader for each format."""

from __future__ import annotations

import re
from pathlib import Path

from readingroom.drafts.credits import tell_kind
from readingroom.drafts.draft import DraftParagraph, DraftText, ParagraphKind
from readingroom.drafts.read_docx import read_docx
from readingroom.drafts.read_html import read_html
from readingroom.drafts.read_markdown import read_markdown
from readingroom.errors import DraftUnreadable

LARGEST = 20_000_000  # bytes of a draft's file
LONGEST_HEADLINE = 120  # characters of a text file's first line that may be a headline
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def read_draft(path: Path) -> DraftText:
    """The paragraphs of a story in plain text, Markdown, HTML or Word (.docx), by the ending of its name.

    Raises DraftUnreadable where there is no such file, or it is too large, of another kind, or broken.
    """
    readers = {
        ".txt": _read_txt,
        ".text": _read_txt,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
    }
    ending = path.suffix.lower()
    if ending not in readers and ending != ".docx":
        raise DraftUnreadable(
            f"{path.name}: not a kind of draft that is known", "Save it as .txt, .md, .html or .docx and try again."
        )
    try:
        size = path.stat().st_size
        content = path.read_bytes() if path.is_file() and size <= LARGEST else b""
    except OSError as error:
        raise DraftUnreadable(f"{path.name}: {error.strerror or error}", "Check the path of the draft.") from error
    if not path.is_file():
        raise DraftUnreadable(f"{path.name}: not a file", "Give the draft itself, not its folder.")
    if size > LARGEST:
        raise DraftUnreadable(
            f"{path.name}: {size:,} bytes, more than the {LARGEST:,} that are read", "Save the story alone, as text."
        )
    paragraphs = read_docx(content, path.name) if ending == ".docx" else readers[ending](_decode(content, path.name))
    told = (tell_kind(_tidy(paragraph)) for paragraph in paragraphs if paragraph.text.strip())
    return DraftText(name=path.name, paragraphs=tuple(told))


def _tidy(paragraph: DraftParagraph) -> DraftParagraph:
    return DraftParagraph(text=" ".join(paragraph.text.split()), kind=paragraph.kind)


def _decode(content: bytes, name: str) -> str:
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if utf_16 else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise DraftUnreadable(f"{name}: not a text file", "Save it as UTF-8 text and try again.")


def _read_txt(text: str) -> list[DraftParagraph]:
    """Paragraphs are divided by empty lines; where there are none, by line ends. The first may be a headline."""
    blocks = [block for block in _PARAGRAPH_END.split(text) if block.strip()]
    if len(blocks) == 1:
        blocks = [line for line in text.split("\n") if line.strip()]
    paragraphs = []
    for number, block in enumerate(blocks):
        short = len(block) <= LONGEST_HEADLINE and "\n" not in block.strip()
        headline = number == 0 and len(blocks) > 1 and short and block.rstrip()[-1] not in ".,;:"
        paragraphs.append(DraftParagraph(text=block, kind=ParagraphKind.HEADLINE if headline else ParagraphKind.BODY))
    return paragraphs
