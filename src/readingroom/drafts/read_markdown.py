"""Markdown → paragraphs."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from readingroom.drafts.draft import DraftParagraph, ParagraphKind
from readingroom.drafts.read_html import read_html


def read_markdown(text: str) -> list[DraftParagraph]:
    """Headings are headlines, `>` blocks are quotations; code, rules and pictures are left away.

    A paragraph in italics right under a picture is its caption.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    paragraphs: list[DraftParagraph] = []
    inside: list[str] = []
    after_picture = False
    for token in tokens:
        if token.type == "html_block":
            paragraphs.extend(read_html(token.content))
        elif token.type != "inline":
            if token.nesting == 1:
                inside.append(token.type)
            elif token.nesting == -1 and inside:
                inside.pop()
            continue
        else:
            words = _text_of(token.children or [])
            kind = _kind_of(inside)
            if kind is ParagraphKind.BODY and after_picture and _is_italic(token.children or []):
                kind = ParagraphKind.CAPTION
            after_picture = not words.strip() and any(child.type == "image" for child in token.children or [])
            paragraphs.append(DraftParagraph(text=words, kind=kind))
    return paragraphs


def _kind_of(inside: list[str]) -> ParagraphKind:
    if "heading_open" in inside:
        return ParagraphKind.HEADLINE
    if "blockquote_open" in inside:
        return ParagraphKind.QUOTE
    return ParagraphKind.LIST if "list_item_open" in inside else ParagraphKind.BODY


def _text_of(children: list[Token]) -> str:
    """The words of inline tokens; a line end is a blank; pictures and raw HTML have none."""
    words = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            words.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            words.append(" ")
    return "".join(words)


def _is_italic(children: list[Token]) -> bool:
    shown = [child for child in children if child.type != "text" or child.content.strip()]
    return bool(shown) and shown[0].type == "em_open" and shown[-1].type == "em_close"
