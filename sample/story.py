"""The tale as typed values: reads `story.toml` (what was sent) and `printouts.toml` (what was printed of it)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a mailbox. `inverted` is the name as mail programs print it: family name first."""

    id: str
    name: str
    address: str
    post: str
    office: str
    phone: str = ""

    @property
    def inverted(self) -> str:
        """As in "Grell, Tobin"; the name of a shared mailbox stays as it is."""
        first, _, family = self.name.partition(" ")
        return f"{family}, {first}" if self.post else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message as it was sent. `paragraphs` carry no line ends; "" is an empty line."""

    id: str
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    sent: datetime
    subject: str
    paragraphs: tuple[str, ...]
    attachments: tuple[str, ...]
    answers: str
    forwards: str
    device: str
    released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What was taken out of one printing: see the head of printouts.toml."""

    message: str
    field: str
    hide: str
    kind: str
    codes: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """One document of the release. `scan` is "" for a page with a text layer, else "fair" or "poor"."""

    id: str
    kind: str = "mail"
    owner: str = ""
    font: str = "Times"
    size: float = 0.0  # points; 0: as usual for the font
    scan: str = ""
    pages: str = ""
    hyphenate: bool = False
    chain: tuple[tuple[str, str], ...] = ()
    attachment: str = ""
    redactions: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that the sample is made from."""

    notice: str
    agency: str
    request: dict[str, Any]
    people: dict[str, Person]
    aliases: tuple[dict[str, str], ...]
    messages: dict[str, Sent]
    printouts: tuple[Printout, ...]
    bates: str
    first_bates: int
    skipped_bates: tuple[int, ...]


def read_story(folder: Path = HERE) -> Story:
    """Both TOML files as one value. Raises KeyError or TypeError where they do not fit together."""
    told = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    printed = tomllib.loads((folder / "printouts.toml").read_text(encoding="utf-8"))
    people = {key: _person(key, entry, told["domain"]) for key, entry in told["people"].items()}
    messages = {entry["id"]: _sent(entry) for entry in told["messages"]}
    printouts = tuple(_printout(entry) for entry in printed["documents"])
    for printout in printouts:
        for message, _ in printout.chain:
            if not messages[message].released:
                raise KeyError(f"{message} is not in the release, and {printout.id} prints it")
    return Story(
        notice=told["notice"],
        agency=told["agency"],
        request=told["request"],
        people=people,
        aliases=tuple(told["aliases"]),
        messages=messages,
        printouts=printouts,
        bates=printed["bates"],
        first_bates=printed["first_bates"],
        skipped_bates=tuple(printed["skipped_bates"]),
    )


def _person(key: str, entry: dict[str, str], domain: str) -> Person:
    address = f"{entry['name'].lower().replace(' ', '.')}@{domain}"
    return Person(id=key, address=address, **entry)


def _sent(entry: dict[str, Any]) -> Sent:
    return Sent(
        id=entry["id"],
        sender=entry["from"],
        to=tuple(entry["to"]),
        cc=tuple(entry.get("cc", ())),
        sent=datetime.fromisoformat(entry["sent"]),
        subject=entry["subject"],
        paragraphs=tuple(entry["body"].strip().split("\n")),
        attachments=tuple(entry.get("attachments", ())),
        answers=entry.get("answers", ""),
        forwards=entry.get("forwards", ""),
        device=entry.get("device", ""),
        released=entry.get("released", True),
    )


def _printout(entry: dict[str, Any]) -> Printout:
    cuts = tuple(Cut(**{**cut, "codes": tuple(cut["codes"])}) for cut in entry.pop("redactions", ()))
    chain = tuple((message, style) for message, style in entry.pop("chain", ()))
    return Printout(chain=chain, redactions=cuts, **entry)
