"""HTML → paragraphs. Parsed by lxml's forgiving reader: no entity is expanded from outside, no address is fetched."""

from __future__ import annotations

import re

from lxml import etree, html

from readingroom.drafts.draft import DraftParagraph, ParagraphKind

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.I)  # its inner part would be read as words
_SILENT = frozenset(
    "script style noscript template head iframe object embed svg math form button select textarea nav".split()
)
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_BLOCKS = (
    frozenset(
        "address article aside blockquote body dd details div dl dt fieldset figure footer header hr html li main ol p"
        " pre section summary table tbody td tfoot th thead tr ul br".split()
    )
    | _HEADS
    | _CAPTIONS
)
_CREDIT_CLASSES = ("byline", "credit", "author", "photographer")
_CAPTION_CLASSES = ("caption", "cutline")


def read_html(text: str) -> list[DraftParagraph]:
    """Headings are headlines, blockquote is a quotation, figcaption a caption; by class, bylines are credits."""
    text = _DOCTYPE.sub("", text, count=1)
    if not text.strip():
        return []
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    paragraphs: list[DraftParagraph] = []
    words: list[str] = []
    kinds: list[ParagraphKind] = [ParagraphKind.BODY]

    def end_paragraph() -> None:
        if "".join(words).strip():
            paragraphs.append(DraftParagraph(text="".join(words), kind=kinds[-1]))
        words.clear()

    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if tag in _BLOCKS and tag != "br":
                end_paragraph()
                kinds.append(_kind_of(tag, str(element.get("class") or "").lower(), kinds[-1]))
            if not silent and tag == "q":
                words.append("“")
            if not silent and element.text:
                words.append(element.text)
        else:
            silent -= tag in _SILENT
            if not silent and tag == "q":
                words.append("”")
            if tag == "br":
                words.append(" ")
            elif tag in _BLOCKS:
                end_paragraph()
                kinds.pop()
            if not silent and element.tail:
                words.append(element.tail)
    end_paragraph()
    return paragraphs


def _kind_of(tag: str, class_: str, outer: ParagraphKind) -> ParagraphKind:
    if tag in _CAPTIONS or any(name in class_ for name in _CAPTION_CLASSES):
        return ParagraphKind.CAPTION
    if any(name in class_ for name in _CREDIT_CLASSES):
        return ParagraphKind.CREDIT
    if tag in _HEADS:
        return ParagraphKind.HEADLINE
    if outer is not ParagraphKind.BODY:
        return outer
    if tag == "blockquote":
        return ParagraphKind.QUOTE
    return ParagraphKind.LIST if tag == "li" else ParagraphKind.BODY
