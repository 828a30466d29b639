"""Fictional copies for the tests of this room, written as a release would print them."""

from readingroom.messages import CopySkeleton
from readingroom.model import FieldName, FieldState


def copy_of(
    id_="a",
    *,
    from_="Farrow, Miriam T",
    sent="2019-03-04T09:15",
    subject="Lighthouse inventory",
    body="Please send me the list of every lamp that your office has in its stores.",
    to=(),
    cc=(),
    document="",
    depth=0,
    quoted_by="",
    redacted=False,
    nth=0,
    states=None,
    confidence=0.9,
):
    """A skeleton; a value that is "" is absent in a quotation and undetermined in a top print, unless `states` say."""
    values = {"from": from_, "to": to, "cc": cc, "bcc": (), "sent": sent, "subject": subject, "attachments": ()}
    unread = FieldState.ABSENT if depth else FieldState.UNDETERMINED
    found = {name: FieldState.READ if values[name] else unread for name in FieldName} | (states or {})
    return CopySkeleton(
        id=id_,
        document=document or f"document of {id_}",
        nth=nth,
        depth=depth,
        quoted_by=quoted_by,
        from_=from_,
        to=tuple(to),
        cc=tuple(cc),
        sent=sent,
        subject=subject,
        states=tuple(found[name] for name in FieldName),
        confidence=tuple(confidence if found[name] is FieldState.READ else 0.5 for name in FieldName),
        opening=body[:400],
        closing=body[-120:],
        words=len(body.split()),
        redacted=redacted,
    )
