"""A small fictional case in a store, for the tests of search: copies drawn line by line, 12 points a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from readingroom.model import (
    EMPTY,
    Box,
    Copy,
    Document,
    Field,
    FieldName,
    FieldState,
    Message,
    MessageStatus,
    PackedPage,
    PageState,
    Passage,
    Rest,
    Run,
    Source,
    TextFrom,
    Values,
    Word,
)
from readingroom.store import Batch, Store, add_sources, commit, open_store
from readingroom.text import pack_copy, pack_passages, pack_words

HEADER_LINES = 5
LINE = 12  # points
LETTER = 5  # points


class Letter(NamedTuple):
    """One printed copy. `message` names the message that it is a copy of; "" while it has not been joined."""

    message: str = ""
    from_: str = "Rook, Ada"
    to: tuple[str, ...] = ("Finch, Tom",)
    cc: str = ""
    sent: str = "2011-07-26T09:15"
    subject: str = "Lamps"
    body: str = "Nothing."
    codes: tuple[str, ...] = ()
    attachments: str = ""


def drawn(text: str, page: int, line: int) -> Passage:
    """A passage whose first line is printed at line `line` of a page."""
    runs = []
    for match in re.finditer(r"\S+", text):
        row = line + text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        box = Box(column * LETTER, row * LINE, (column + len(match[0])) * LETTER, row * LINE + 10)
        runs.append(Run(match.start(), match.end(), page, box, 1.0))
    return Passage(text, tuple(runs))


def printed(letter: Letter, source: str, document: str, page: int, nth: int) -> Copy:
    """The letter on its page: From, To, Cc, Sent, Subject on lines 0 to 4, the body from line 5 on."""
    values = {
        FieldName.FROM: letter.from_,
        FieldName.TO: "; ".join(letter.to),
        FieldName.CC: letter.cc,
        FieldName.SENT: letter.sent,
        FieldName.SUBJECT: letter.subject,
    }
    row = {name: nth * 30 + at for at, name in enumerate(values)}
    fields = []
    for name in FieldName:
        text = values.get(name, letter.attachments if name is FieldName.ATTACHMENTS else "")
        shown = drawn(text, page, row.get(name, 29)) if text else EMPTY
        parts = tuple(shown[m.start() : m.end()] for m in re.finditer(r"[^;]+", text)) if text else ()
        state = FieldState.READ if text else FieldState.ABSENT
        fields.append(Field(name=name, state=state, printed=shown, parts=parts, value=text, confidence=0.9))
    return Copy(
        id=f"{source[:12]}-p{page}-y{nth * 30 * LINE}",
        document=document,
        source=source,
        nth=nth,
        depth=nth,
        quoted_by="",
        page=page,
        fields=tuple(fields),
        body=drawn(letter.body, page, nth * 30 + HEADER_LINES),
        signature=EMPTY,
        codes=letter.codes,
        style="block",
    )


def page_of(source: str, number: int, text: str) -> PackedPage:
    """A page that has been read and waits for its document."""
    words = tuple(Word(text[run.start : run.end], run.box, 1.0) for run in drawn(text, number, 0).runs)
    return PackedPage(
        source, number, 612, 792, TextFrom.LAYER, PageState.READ, pack_words(words), text, "{}", 0, str(number)
    )


def shelve(path, pages, *, name="letters.pdf", cut=True, read=True) -> Store:
    """A store with one source; each of `pages` is a document of one page: (stamped number, letters, rest of the page).

    Every page is searchable as a page first; with `cut` its document has been cut, with `read` read as well.
    """
    store = open_store(path / "case.db")
    source = name.encode().hex().ljust(64, "0")
    received = Source(id=source, name=name, media_type="application/pdf", size=1, pages=len(pages))
    add_sources(store, [(received, f"{source}.pdf")])
    members: dict[str, list[Copy]] = {}
    for number, (stamped, letters, rest) in enumerate(pages, 1):
        text = "\n".join((*(f"{one.from_}\n{one.subject}\n{one.body}" for one in letters), rest))
        commit(store, "pages", [Batch(str(number), "1")], [Values(pages=(page_of(source, number, text),))])
        if not cut:
            continue
        id_ = f"{source[:12]}-p{number}"
        document = Document(id=id_, source=source, first_page=number, last_page=number, number=stamped)
        commit(store, "documents", [Batch(str(number), "1")], [Values(documents=(document,))])
        if not read:
            continue
        copies = [printed(one, source, id_, number, nth) for nth, one in enumerate(letters)]
        for one, copy_ in zip(letters, copies, strict=True):
            if one.message:
                members.setdefault(one.message, []).append(copy_)
        passage = drawn(rest, number, 60)
        rests = (Rest(id_, source, number, pack_passages((passage,)), rest),) if rest else ()
        values = Values(copies=tuple(map(pack_copy, copies)), rests=rests)
        commit(store, "copies", [Batch(str(number), "1")], [values])
    messages = tuple(
        Message(
            id=id_,
            copies=tuple(one.id for one in copies),
            taken_from=tuple((name, copies[0].id) for name in FieldName),
            body_from=copies[0].id,
            restored=(),
            status=MessageStatus.PRINTED,
            conversation=id_,
            sent=copies[0].field(FieldName.SENT).value,
        )
        for id_, copies in members.items()
    )
    commit(store, "messages", [Batch("", "1")], [Values(messages=messages)])
    return store
