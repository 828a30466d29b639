"""Drafts as files: (format, what stands in the file, paragraphs)."""

import io
import zipfile

import docx
import pytest

from readingroom.drafts import ParagraphKind, read_draft
from readingroom.errors import DraftUnreadable

HEADLINE, BODY, LIST = ParagraphKind.HEADLINE, ParagraphKind.BODY, ParagraphKind.LIST
QUOTE, CAPTION, CREDIT = ParagraphKind.QUOTE, ParagraphKind.CAPTION, ParagraphKind.CREDIT


def paragraphs(tmp_path, name: str, content: str | bytes) -> list[tuple[ParagraphKind, str]]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(paragraph.kind, paragraph.text) for paragraph in read_draft(path).paragraphs]


def test_text(tmp_path):
    story = "SEVEN FERRIES\n\nBy Odette Farrow\n\nA first\nparagraph.\r\n\r\nPhoto: The Petrel\n"
    story += " \nBy the time it sank, it was late."
    assert paragraphs(tmp_path, "story.txt", story) == [
        (HEADLINE, "SEVEN FERRIES"),
        (CREDIT, "By Odette Farrow"),
        (BODY, "A first paragraph."),
        (CREDIT, "Photo: The Petrel"),
        (BODY, "By the time it sank, it was late."),
    ]
    assert paragraphs(tmp_path, "old.txt", "She wrote “go”.".encode("cp1252")) == [(BODY, "She wrote “go”.")]
    assert paragraphs(tmp_path, "wide.txt", "She wrote.".encode("utf-16")) == [(BODY, "She wrote.")]
    assert paragraphs(tmp_path, "empty.txt", "") == []


def test_markdown(tmp_path):
    story = """# ‘Failed’ yards

*By Odette Farrow*

A **first** paragraph with <b>bold</b> words and [a link](https://example.invalid/x).

> “Send the boats,” he wrote.
>
> — Wendell Osgood

- one
- two

![](petrel.jpg)

*The Petrel in “1998”*

```
"no quotation"
```
"""
    assert paragraphs(tmp_path, "story.md", story) == [
        (HEADLINE, "‘Failed’ yards"),
        (CREDIT, "By Odette Farrow"),
        (BODY, "A first paragraph with bold words and a link."),
        (QUOTE, "“Send the boats,” he wrote."),
        (CREDIT, "— Wendell Osgood"),
        (LIST, "one"),
        (LIST, "two"),
        (CAPTION, "The Petrel in “1998”"),
    ]


def test_html(tmp_path):
    story = """<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]><html><head><title>t</title></head><body>
    <script>alert("no")</script><h1>Seven <em>ferries</em></h1><p class="byline">Odette Farrow</p>
    <p>A first&nbsp;paragraph &amp; <q>more</q>&secret;</p><blockquote><p>Send the boats.</p></blockquote>
    <figure><img src="http://example.invalid/x.png" alt="x"><figcaption>The Petrel</figcaption></figure>
    <ul><li>one</li></ul>loose words</body></html>"""
    found = paragraphs(tmp_path, "story.html", story)
    assert [kind for kind, _ in found] == [HEADLINE, CREDIT, BODY, QUOTE, CAPTION, LIST, BODY]
    assert found[0][1] == "Seven ferries"
    assert found[2][1].startswith("A first paragraph & “more”")
    assert "root:" not in found[2][1]
    assert found[-1][1] == "loose words"


def test_word(tmp_path):
    document = docx.Document()
    document.add_heading("Seven ferries", 1)
    document.add_paragraph("A first paragraph.")
    document.add_paragraph("Send the boats.", style="Quote")
    document.add_paragraph("The Petrel", style="Caption")
    document.add_table(1, 1).cell(0, 0).text = "In a table."
    out = io.BytesIO()
    document.save(out)
    assert paragraphs(tmp_path, "story.docx", out.getvalue()) == [
        (HEADLINE, "Seven ferries"),
        (BODY, "A first paragraph."),
        (QUOTE, "Send the boats."),
        (CAPTION, "The Petrel"),
        (BODY, "In a table."),
    ]


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("story.pdf", b"%PDF-1.4"),
        ("story.docx", b"no package"),
        ("story.docx", b""),
        ("story.docx", zipped(a=b"x")),
        ("bomb.docx", zipped(**{"word/document.xml": b" " * 50_000_000})),
        ("story.txt", b"\x00\x01\x02" * 50),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path, name, content):
    with pytest.raises(DraftUnreadable) as caught:
        paragraphs(tmp_path, name, content)
    assert name in caught.value.what
    assert caught.value.hint


def test_a_draft_that_is_not_there(tmp_path):
    for path in (tmp_path / "none.txt", tmp_path / "folder.txt"):
        if path.stem == "folder":
            path.mkdir()
        with pytest.raises(DraftUnreadable):
            read_draft(path)
