"""What a redaction hides: told by the line that it stands in."""

from __future__ import annotations

from readingroom.case.ask_hides import hidden_part
from readingroom.model import (
    EMPTY,
    Box,
    Copy,
    Field,
    FieldName,
    FieldState,
    Passage,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Run,
)


def printed(text: str, x: float, y: float) -> Passage:
    return Passage(text, (Run(0, len(text), 1, Box(x, y, x + 60, y + 10), 1.0),))


def copy_of_a_page() -> Copy:
    """
    100  From:     Odo Quill
    115  To:
    130  Subject:  Cups
    """
    shown = {FieldName.FROM: printed("Odo Quill", 120, 100), FieldName.SUBJECT: printed("Cups", 120, 130)}
    states = {FieldName.FROM: FieldState.READ, FieldName.SUBJECT: FieldState.READ, FieldName.TO: FieldState.REDACTED}
    fields = tuple(
        Field(name=name, state=states.get(name, FieldState.ABSENT), printed=shown.get(name, EMPTY))
        for name in FieldName
    )
    return Copy(
        id="c",
        document="d",
        source="s",
        nth=0,
        depth=0,
        quoted_by="",
        page=1,
        fields=fields,
        body=EMPTY,
        signature=EMPTY,
        codes=(),
        style="block",
    )


def test_what_a_box_hides_is_told_by_its_line() -> None:
    def hidden(y: float, where: RedactionWhere = RedactionWhere.BOX) -> str:
        box = Box(190, y, 240, y + 10)
        mark = Redaction(source="s", page=1, kind=RedactionKind.BLACK, where=where, box=box, codes=())
        return hidden_part(mark, [copy_of_a_page()])

    assert [hidden(y) for y in (20, 100, 115, 130, 200)] == ["", "from", "to", "subject", "body"]
    assert hidden(100, RedactionWhere.PAGE) == ""
