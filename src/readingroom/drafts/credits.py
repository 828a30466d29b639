"""Which paragraphs are credits or captions by their words, where the file's format does not say so."""

from __future__ import annotations

import re

from readingroom.drafts.draft import DraftParagraph, ParagraphKind

_BYLINE = re.compile(
    r"(?:By|Story by|Reporting by|Text by) (?!the time)(?:[A-Z][\w.'’-]*|and|of|the|our|for)(?:[ ,].*)?$"
)
_CREDIT = re.compile(
    r"\(?(?:Photo|Photograph|Photography|Picture|Image|Graphic|Illustration|Credit)s?(?: by\b|:| credit)", re.I
)
_CAPTION = re.compile(r"(?:Caption|Cutline|Above|Below|Left|Right|Pictured)\s?:", re.I)
LONGEST_BYLINE = 100  # characters


def tell_kind(paragraph: DraftParagraph) -> DraftParagraph:
    """The paragraph, of kind credit or caption if it reads like one: "By Jane Doe", "Photo: ...", "Caption: ..."."""
    if paragraph.kind not in {ParagraphKind.BODY, ParagraphKind.QUOTE}:
        return paragraph
    text = paragraph.text
    if (len(text) <= LONGEST_BYLINE and _BYLINE.match(text) and text[-1] not in '.!?”"') or _CREDIT.match(text):
        kind = ParagraphKind.CREDIT
    elif _CAPTION.match(text):
        kind = ParagraphKind.CAPTION
    elif paragraph.kind is ParagraphKind.QUOTE and len(text) <= LONGEST_BYLINE and text[0] in "-–—":
        kind = ParagraphKind.CREDIT  # "- Jane Doe, district engineer" under a block quotation
    else:
        return paragraph
    return DraftParagraph(text=text, kind=kind)
