"""Copies with a text or a signature, and nothing else in them."""

from readingroom.model import EMPTY, Copy, Field, FieldName, FieldState, Passage


def _copy(body, signature):
    return Copy(
        id="c1",
        document="d",
        source="s",
        nth=0,
        depth=0,
        quoted_by="",
        page=1,
        fields=tuple(Field(name=name, state=FieldState.ABSENT) for name in FieldName),
        body=body,
        signature=signature,
        codes=(),
        style="block",
    )


def signed(signature):
    """A copy with this signature, set apart."""
    return _copy(EMPTY, Passage(signature))


def wrote(body):
    """A copy with this text."""
    return _copy(Passage(body), EMPTY)
