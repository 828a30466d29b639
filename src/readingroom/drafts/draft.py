"""What a draft is once it has been read: paragraphs of plain text, each of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is on the page of a paper. Quotations are looked for in all but captions and credits."""

    HEADLINE = "headline"
    BODY = "body"
    LIST = "list"
    QUOTE = "quote"  # set off as a block: a quotation without marks
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftParagraph:
    """One paragraph, each run of white space one blank. Made by `read_draft`."""

    text: str
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """A draft as plain text. `Quotation.start` and `.end` count in `text`. Made by `read_draft`; one at a time."""

    name: str  # file name
    paragraphs: tuple[DraftParagraph, ...]

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
