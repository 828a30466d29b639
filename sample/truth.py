"""What is on the pages, for tests: pages, documents, messages, copies, redactions, what is planted, every quotation.

Boxes are [page, x0, y0, x1, y1]: page of the release from 1, points, origin top left; on scans moved with the sheet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mail import FIELDS, Printing
from press import Hidden
from printing import Printed, bates_numbers
from scanner import move_box
from story import Story

HERE = Path(__file__).parent
Place = Callable[[tuple[float, ...]], list[float]]


def tell_truth(story: Story, printed: list[Printed], skews: dict[int, float]) -> dict[str, Any]:
    """The whole truth as one value for JSON."""

    def place(box: tuple[float, ...]) -> list[float]:
        moved = move_box(box, skews[int(box[0])]) if box[0] in skews else box
        return [int(moved[0]), *(round(side, 1) for side in moved[1:])]

    copies = [
        _copy(story, document, nth, copy_, place) for document in printed for nth, copy_ in enumerate(document.copies)
    ]
    return {
        "notice": story.notice,
        "pages": _pages(story, printed, skews),
        "documents": [_document(document, place) for document in printed],
        "people": [
            {"id": who.id, "name": who.name, "address": who.address, "post": who.post, "office": who.office}
            for who in story.people.values()
        ],
        "aliases": list(story.aliases),
        "messages": [_message(story, message, copies) for message in story.messages],
        "copies": copies,
        "redactions": [
            _redaction(document, number, hidden, place)
            for document in printed
            for number, hidden in enumerate(document.hidden)
        ],
        "attachments_not_printed": _missing_attachments(story, printed, copies),
        "uneven": _uneven(printed, copies),
        **tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8")),
    }


def _pages(story: Story, printed: list[Printed], skews: dict[int, float]) -> list[dict[str, Any]]:
    bates = bates_numbers(story, printed)
    pages = []
    for document in printed:
        for number, sheet in enumerate(document.sheets, document.first_page):
            pages.append(
                {
                    "page": number,
                    "document": sheet.document,
                    "kind": sheet.kind,
                    "text_from": "ocr" if sheet.scan else "layer",
                    "scan": sheet.scan,
                    "skew": skews.get(number, 0.0),
                    "bates": bates[number - 1],
                }
            )
    return pages


def _document(document: Printed, place: Place) -> dict[str, Any]:
    printout = document.printout
    return {
        "id": printout.id,
        "kind": printout.kind,
        "owner": printout.owner,
        "first_page": document.first_page,
        "last_page": document.first_page + len(document.sheets) - 1,
        "attachment": printout.attachment,
        "chain": [message for message, _ in printout.chain],
        "lines": [{"text": line.text, "box": place(line.box)} for line in document.lines],
    }


def _message(story: Story, message: str, copies: list[dict[str, Any]]) -> dict[str, Any]:
    sent = story.messages[message]
    mine = [copy_ for copy_ in copies if copy_["message"] == message]
    status = "missing" if not mine else "printed" if any(copy_["depth"] == 0 for copy_ in mine) else "quoted only"
    return {
        "id": message,
        "from": sent.sender,
        "to": list(sent.to),
        "cc": list(sent.cc),
        "sent": f"{sent.sent:%Y-%m-%dT%H:%M}",
        "subject": sent.subject,
        "attachments": list(sent.attachments),
        "body": "\n".join(sent.paragraphs),
        "answers": sent.answers,
        "forwards": sent.forwards,
        "status": status,
        "copies": [copy_["id"] for copy_ in mine],
    }


def _copy(story: Story, document: Printed, nth: int, copy_: Printing, place: Place) -> dict[str, Any]:
    sent = story.messages[copy_.message]
    hidden = [one for one in document.hidden if one.cut.message == copy_.message]
    fields = {}
    for name in FIELDS:
        value = copy_.values.get(name)
        fields[name] = {
            "state": copy_.state(name),
            "printed": value.printed() if value else "",
            "parts": [value.printed(*part) for part in value.parts] if value else [],
            "value": f"{sent.sent:%Y-%m-%dT%H:%M}" if name == "sent" else value.printed() if value else "",
            "boxes": [place(line.box) for line in copy_.lines if name in line.part.split()],
        }
    body = [line for line in copy_.lines if line.part in ("body", "signature")]
    return {
        "id": f"{document.printout.id}.{nth}",
        "document": document.printout.id,
        "nth": nth,
        "depth": copy_.depth,
        "message": copy_.message,
        "style": copy_.style,
        "page": copy_.page,
        "fields": fields,
        "body": "\n".join(line.text for line in body),
        "lines": [{"part": line.part, "text": line.text, "box": place(line.box)} for line in body],
        "codes": sorted({code for one in hidden for code in one.cut.codes}),
    }


def _redaction(document: Printed, number: int, hidden: Hidden, place: Place) -> dict[str, Any]:
    cut = hidden.cut
    nth = [copy_.message for copy_ in document.copies].index(cut.message)
    return {
        "id": f"{document.printout.id}.r{number}",
        "copy": f"{document.printout.id}.{nth}",
        "message": cut.message,
        "field": cut.field,
        "kind": cut.kind,
        "codes": list(cut.codes),
        "hides": " ".join(hidden.words),
        "boxes": [place(box) for box in hidden.boxes],
        "code_boxes": [place(box) for box in hidden.code_boxes],
    }


def _missing_attachments(story: Story, printed: list[Printed], copies: list[dict[str, Any]]) -> list[dict[str, str]]:
    there = {document.printout.attachment for document in printed}
    seen = {copy_["message"] for copy_ in copies if copy_["fields"]["attachments"]["state"] == "read"}
    return [
        {"message": message, "name": name}
        for message in story.messages
        if message in seen
        for name in story.messages[message].attachments
        if name not in there
    ]


def _uneven(printed: list[Printed], copies: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Words of a body that are taken out of one copy and printed in another."""
    found: dict[tuple[str, str], list[str]] = {}
    for document in printed:
        for hidden in document.hidden:
            if hidden.cut.field == "body":
                nth = [copy_.message for copy_ in document.copies].index(hidden.cut.message)
                found.setdefault((hidden.cut.message, " ".join(hidden.words)), []).append(
                    f"{document.printout.id}.{nth}"
                )
    uneven = []
    for (message, words), hidden_in in found.items():
        shown_in = [
            copy_["id"]
            for copy_ in copies
            if copy_["message"] == message
            and copy_["id"] not in hidden_in
            and words in copy_["body"].replace("\n", " ")
        ]
        if shown_in:
            uneven.append({"message": message, "words": words, "hidden_in": hidden_in, "shown_in": shown_in})
    return uneven
