"""Copies drawn as a page prints them: ███ is a box, a code behind a line stands in the margin, blanks are blanks."""

import re

from readingroom.findings.uneven import Printing, Sheet
from readingroom.findings.uneven.texts import Edge
from readingroom.model import (
    EMPTY,
    Box,
    Copy,
    Field,
    FieldName,
    FieldState,
    Redaction,
    RedactionKind,
    RedactionWhere,
)
from readingroom.text import lines_of, pack_words, passage_of_lines
from tests.drawn import draw_page

CODE = re.compile(r"B\d")
MARGIN = 480.0  # points: a code from there on stands in the margin


def printing_of(body, *, id_="a", message="m", stamp="", ends=False, fields=None, states=None, sent="2019-03-04T09:15"):
    """A copy whose body is drawn. `stamp`: codes of a release in part, "full", or "" for no stamp.

    `ends`: nothing is printed behind it. `fields`: header values by name, each drawn on a line of a page of its own.
    """
    source = f"{sum(map(ord, id_)):064x}"
    page = draw_page(body, source=source)
    marks = [_mark(source, word) for word in page.words if _is_mark(word)]
    taken = frozenset(at for at, word in enumerate(page.words) if _is_mark(word))
    lines = lines_of(page, taken)
    foot = max((line.box.y1 for line in lines), default=100.0)
    copy_ = Copy(
        id=id_,
        document=f"document of {id_}",
        source=source,
        nth=0,
        depth=0,
        quoted_by="",
        page=1,
        fields=tuple(_field(name, sent, fields or {}, states or {}, source) for name in FieldName),
        body=passage_of_lines(lines),
        signature=EMPTY,
        codes=(),
        style="block",
    )
    return Printing(
        copy=copy_,
        message=message,
        marks=tuple(marks),
        stamped=tuple(stamp.split()) if stamp != "full" else (),
        partly=None if not stamp else stamp != "full",
        sheets=(Sheet(1, pack_words(page.words)),),
        below=None if ends else Edge(1, foot + 60),
        width=page.width,
        height=page.height,
    )


def _is_mark(word):
    return "█" in word.text or (word.box.x0 > MARGIN and CODE.fullmatch(word.text) is not None)


def _mark(source, word):
    boxed = "█" in word.text
    return Redaction(
        source=source,
        page=1,
        kind=RedactionKind.BLACK if boxed else RedactionKind.LABEL,
        where=RedactionWhere.BOX if boxed else RedactionWhere.MARGIN,
        box=Box(*word.box),
        codes=tuple(CODE.findall(word.text)),
    )


def _field(name, sent, fields, states, source):
    printed = EMPTY
    if name.value in fields:
        page = draw_page(fields[name.value], source=source)
        printed = passage_of_lines(lines_of(page))
    value = sent if name is FieldName.SENT else printed.text
    state = states.get(name, FieldState.READ if value else FieldState.ABSENT)
    return Field(name=name, state=state, printed=printed, parts=(printed,) if printed else (), value=value)
