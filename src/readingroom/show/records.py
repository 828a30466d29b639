"""Values as JSON records: the keys are a contract (see docs/reference/json.md); more may be added, none taken away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from readingroom.exemptions import explained
from readingroom.model import (
    Attachment,
    Box,
    Copy,
    CopyGround,
    Document,
    DocumentKind,
    FieldName,
    Found,
    Gap,
    HiddenText,
    Lay,
    MessageStatus,
    Passage,
    Problem,
    Redaction,
    Request,
    Sheet,
    Span,
    Stamp,
    Verdict,
)
from readingroom.show.words import ground_words
from readingroom.text import spans_of

Record = dict[str, Any]


def box_record(box: Box) -> list[float]:
    """x0, y0, x1, y1 in points, origin top left."""
    return [round(edge, 1) for edge in box]


def place_records(spans: Iterable[Span], source_name: str) -> list[Record]:
    """A place for each box."""
    return [{"source": source_name, "page": span.page, "box": box_record(box)} for span in spans for box in span.boxes]


def copy_record(copy_: Copy, *, doc: str, source_name: str, first_page: int, message: str) -> Record:
    """One item of `copies`: what a reader of this printing can see."""
    parts = {field.name: [part.text for part in field.parts] for field in copy_.fields}
    values = {field.name: field.value for field in copy_.fields}

    def places(passage: Passage) -> list[Record]:
        return place_records(spans_of(passage, copy_.source), source_name)

    return {
        "doc": doc,
        "nth": copy_.nth,
        "page": copy_.page - first_page + 1,
        "source": source_name,
        "source_page": copy_.page,
        "from": values[FieldName.FROM],
        "to": parts[FieldName.TO],
        "cc": parts[FieldName.CC],
        "bcc": parts[FieldName.BCC],
        "sent": values[FieldName.SENT],
        "subject": values[FieldName.SUBJECT],
        "attachments": parts[FieldName.ATTACHMENTS],
        "body": copy_.body.text,
        "signature": copy_.signature.text,
        "codes": list(copy_.codes),
        "states": {field.name.value: field.state.value for field in copy_.fields},
        "confidence": {field.name.value: field.confidence for field in copy_.fields},
        "depth": copy_.depth,
        "style": copy_.style,
        "id": copy_.id,
        "quoted_by": copy_.quoted_by,
        "message": message,
        "places": {
            **{field.name.value: places(field.printed) for field in copy_.fields if field.printed},
            "body": places(copy_.body),
        },
    }


def message_record(
    *,
    message_id: str,
    sender: str,
    to: Sequence[str],
    cc: Sequence[str],
    sent: str,
    subject: str,
    body: str,
    restored: Sequence[FieldName],
    copies: Sequence[Record],
    status: str,
    conversation: str,
) -> Record:
    """One item of `messages`."""
    return {
        "id": message_id,
        "from": sender,
        "to": list(to),
        "cc": list(cc),
        "sent": sent,
        "subject": subject,
        "body": body,
        "restored": [name.value for name in restored],
        "copies": list(copies),
        "status": status,
        "conversation": conversation,
    }


def ground_record(ground: CopyGround) -> Record:
    """Why a copy is in its message: `ground` of each of the `copies` of `messages`."""
    return {
        "words": ground_words(ground),
        "grounds": [one.value for one in ground.grounds],
        "other": ground.other,
        "minutes_apart": ground.minutes_apart,
        "words_alike": ground.words_alike,
    }


def page_record(
    *,
    source_name: str,
    number: int,
    width: float,
    height: float,
    text_from: str,
    why: str,
    lay: Lay,
    state: str,
    problem: str,
) -> Record:
    """One item of `pages`."""
    return {
        "source": source_name,
        "page": number,
        "width": width,
        "height": height,
        "text_from": text_from,
        "why": why,
        "lay": lay._asdict(),
        "state": state,
        "problem": problem,
    }


def document_record(
    document: Document,
    kind: DocumentKind,
    attachments: Sequence[Record],
    *,
    doc: str,
    source_name: str,
    releases: Sequence[str],
) -> Record:
    """One item of `documents`."""
    return {
        "doc": doc,
        "source": source_name,
        "first_page": document.first_page,
        "last_page": document.last_page,
        "number": document.number,
        "kind": kind.value,
        "title": document.title,
        "attachments": list(attachments),
        "releases": list(releases),
    }


def attachment_record(attachment: Attachment, source_name: str) -> Record:
    """One of the `attachments` of a document: `place` is None where it is not found, `grounds` say why it is taken."""
    return {
        "name": attachment.name,
        "copy": attachment.copy,
        "place": {
            "source": source_name,
            "page": attachment.first_page,
            "last_page": attachment.last_page,
            "box": None,
        }
        if attachment.source
        else None,
        "title": attachment.title,
        "grounds": [ground.value for ground in attachment.grounds],
    }


def stamp_record(stamp: Stamp, source_name: str) -> Record:
    """One item of `stamps`."""
    return {
        "source": source_name,
        "page": stamp.page,
        "box": box_record(stamp.box),
        "kind": stamp.kind.value,
        "text": stamp.text,
        "number": stamp.number,
    }


def redaction_record(redaction: Redaction, source_name: str, hides: str) -> Record:
    """One item of `redactions`. `hides`: the name of a field, "body", or ""."""
    return {
        "source": source_name,
        "page": redaction.page,
        "box": box_record(redaction.box),
        "kind": redaction.kind.value,
        "codes": list(redaction.codes),
        "means": {code: explained(code) for code in redaction.codes},
        "where": redaction.where.value,
        "hides": hides,
        "pages": redaction.pages,
        "text": redaction.text,
    }


def hidden_record(hidden: HiddenText, source_name: str) -> Record:
    """One item of `hidden-text`: a place, and how many words lie there."""
    return {
        "source": source_name,
        "page": hidden.page,
        "box": box_record(hidden.box),
        "hidden_by": hidden.by.value,
        "words": hidden.words,
    }


def ghost_record(gap: Gap) -> Record:
    """One item of `messages` of which nothing is printed: what another message lets be inferred of it, and no more."""
    return message_record(
        message_id=gap.id,
        sender=gap.sender,
        to=gap.recipients,
        cc=(),
        sent="",
        subject=gap.subject,
        body="",
        restored=(),
        copies=(),
        status=MessageStatus.GHOST.value,
        conversation=gap.conversation,
    ) | {"known_from": {"message": gap.message, "gap": gap.kind.value, "words": gap.words}}


def gap_record(gap: Gap, *, places: Sequence[Record], copies: Sequence[Record], pages: int, unread: int) -> Record:
    """One item of `gaps`. `pages` could be searched, `unread` not."""
    return {
        "id": gap.id,
        "kind": gap.kind.value,
        "strength": gap.strength.value,
        "rank": gap.rank,
        "what": gap.what,
        "words": gap.words,
        "places": list(places),
        "copies": list(copies),
        "message": gap.message,
        "conversation": gap.conversation,
        "from": gap.sender,
        "to": list(gap.recipients),
        "subject": gap.subject,
        "perhaps": list(gap.perhaps),
        "coverage": {**gap.searched._asdict(), "pages": pages, "unread": unread},
    }


def places_or_page(span: Span, source_name: str) -> list[Record]:
    """A place for each box, or the page where it has none."""
    return place_records((span,), source_name) or [{"source": source_name, "page": span.page, "box": None}]


def problem_record(problem: Problem, source_name: str) -> Record:
    """One item of `problems`."""
    return {
        "stage": problem.stage,
        "source": source_name,
        "page": problem.page,
        "reason": problem.reason,
        "what": problem.what,
        "hint": problem.hint,
    }


def request_record(request: Request) -> Record:
    """The record of the request; "" and null stand for unknown."""
    return {
        "number": request.number,
        "agency": request.agency,
        "requester": request.requester,
        "asked": request.asked,
        "wording": request.wording,
        "received": request.received,
        "pages_promised": request.pages_promised,
        "letters": [letter._asdict() for letter in request.letters],
    }


def sheet_record(sheet: Sheet, source_names: dict[str, str]) -> Record:
    """What `check` gives: each quotation with its verdict, and the coverage of what was not found."""
    return {
        "draft": sheet.draft,
        "quotations": [_verdict_record(verdict, source_names) for verdict in sheet.verdicts],
        "claims": [],
        "coverage": {
            "pages": sheet.coverage.pages,
            "messages": sheet.coverage.messages,
            "unread": [{"source": source, "page": page, "why": why} for source, page, why in sheet.coverage.unread],
        },
    }


def _verdict_record(verdict: Verdict, source_names: dict[str, str]) -> Record:
    return {
        "text": verdict.quotation.text,
        "kind": verdict.quotation.kind.value,
        "paragraph": verdict.quotation.paragraph,
        "wording": verdict.wording.value,
        "attribution": None,  # who is said to have written it is not looked at by this version
        "message": next((found.message for found in verdict.found if found.message), ""),
        "places": [place for found in verdict.found for place in _found_places(found, source_names)],
        "source_words": verdict.source_words,
        "changes": [change._asdict() for change in verdict.changes],
        "pieces": [_found_record(piece) | {"places": _found_places(piece, source_names)} for piece in verdict.pieces],
        "copies": [_found_record(found) for found in verdict.found],
        "note": verdict.note,
    }


def _found_record(found: Found) -> Record:
    return {"copy": found.copy, "message": found.message, "words": found.words}


def _found_places(found: Found, source_names: dict[str, str]) -> list[Record]:
    return [
        place
        for span in found.spans
        for place in place_records((span,), source_names.get(span.source, span.source[:12]))
    ]
