"""Prints one message on a press, in one of six header styles, and keeps what became of each of its fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from paper import BOTTOM, LEFT, RIGHT, Rule
from press import MASK, Hidden, Ink, Laid, Press
from story import Person, Printout, Sent, Story

FIELDS = ("from", "to", "cc", "bcc", "sent", "subject", "attachments")
LABELS = {
    "from": "From:",
    "to": "To:",
    "cc": "Cc:",
    "sent": "Sent:",
    "subject": "Subject:",
    "attachments": "Attachments:",
}
ORDER = {
    "outlook": ("from", "sent", "to", "cc", "subject", "attachments"),
    "block": ("from", "sent", "to", "cc", "subject", "attachments"),
    "original": ("from", "sent", "to", "cc", "subject", "attachments"),
    "handheld": ("from", "to", "cc", "sent", "subject"),
    "plain": ("from", "to", "cc", "subject", "sent"),
}
SEPARATORS = {"original": "-----Original Message-----", "handheld": "----- Original Message -----"}
COLUMN = LEFT + 104  # where the values of an Outlook print begin


@dataclass(frozen=True, slots=True)
class Value:
    """A header value: its ink, and where each addressee or attachment begins and ends in it."""

    ink: Ink
    parts: tuple[tuple[int, int], ...]

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """What can be read of it, MASK for each hidden character; "" where all is hidden or left white."""
        pairs = list(zip(self.ink.text, self.ink.hidden, strict=True))[start:end]
        if all(redaction is not None for _, redaction in pairs):
            return ""
        return "".join(sign if redaction is None or sign == " " else MASK for sign, redaction in pairs)


@dataclass(slots=True)
class Printing:
    """One copy in the making: what the truth says of it."""

    message: str
    style: str
    depth: int
    values: dict[str, Value] = field(default_factory=dict)
    lines: list[Laid] = field(default_factory=list)

    @property
    def page(self) -> int:
        """Where its header begins."""
        return int(self.lines[0].box[0])

    def state(self, name: str) -> str:
        """The model's field state."""
        value = self.values.get(name)
        if value is None:
            return "absent"
        if not value.ink.text:
            return "blank"
        if value.printed():
            return "read"
        white = all(redaction.cut.kind == "white" for redaction in value.ink.hidden if redaction)
        return "undetermined" if white else "redacted"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What is needed to print one message."""

    press: Press
    story: Story
    printout: Printout
    sent: Sent
    style: str
    quote: str  # quotation marks before each line of the header
    redactions: list[Hidden]  # of this message


def print_message(
    press: Press, story: Story, printout: Printout, depth: int, *, quote: str, redactions: list[Hidden]
) -> Printing:
    """Prints the message at `depth` of the printout's chain behind the quotation marks `quote`."""
    message, style = printout.chain[depth]
    mine = [redaction for redaction in redactions if redaction.cut.message == message]
    sent = story.messages[message]
    job = _Job(press=press, story=story, printout=printout, sent=sent, style=style, quote=quote, redactions=mine)
    printing = Printing(message, style, depth)
    _open_header(job)
    if style == "wrote":
        _print_wrote(job, printing)
    else:
        _print_fields(job, printing)
    press.skip(0.4 if style == "wrote" else 1)
    _print_body(job, printing)
    return printing


def printed_date(sent: Sent, style: str) -> str:
    """The date as this style prints it."""
    day, hour = sent.sent, sent.sent.hour % 12 or 12
    half = "AM" if sent.sent.hour < 12 else "PM"
    seconds = day.minute * 7 % 60
    match style:
        case "wrote":
            return f"{day:%a, %b} {day.day}, {day.year} at {hour}:{day:%M} {half}"
        case "handheld":
            return f"{day:%a %b} {day.day} {day:%H:%M}:{seconds:02} {day.year}"
        case "plain":
            return f"{day:%a}, {day.day} {day:%b %Y %H:%M}:{seconds:02}"
        case _:
            return f"{day:%A, %B} {day.day}, {day.year} {hour}:{day:%M} {half}"


def _open_header(job: _Job) -> None:
    press, style = job.press, job.style
    if style == "outlook":
        owner = job.story.people[job.printout.owner]
        press.lay(Ink.of(owner.inverted, []), "owner", size=press.size + 1.5, bold=True)
        press.y += 3
        press.put(Rule(LEFT, RIGHT, press.y, 2.2))
        press.y += 8
    elif style == "block":
        if press.y + 4 + press.size > BOTTOM:
            press.turn()  # the rule stays with the header
        press.put(Rule(LEFT, RIGHT, press.y, 0.7, 0.6))
        press.y += 4
    elif style in SEPARATORS and press.begun:
        press.lay(Ink.of(SEPARATORS[style], []), "separator", quote=job.quote)


def _print_fields(job: _Job, printing: Printing) -> None:
    for name in ORDER[job.style]:
        value = _value(job, name)
        if not value.ink.text and not (job.style == "plain" and name == "cc"):
            continue
        printing.values[name] = value
        label = "Date:" if job.style == "plain" and name == "sent" else LABELS[name]
        hang = COLUMN if job.style == "outlook" else None
        loud = job.style not in SEPARATORS
        printing.lines += job.press.lay(value.ink, name, label=label, bold_label=loud, quote=job.quote, hang=hang)


def _print_wrote(job: _Job, printing: Printing) -> None:
    date, sender = printed_date(job.sent, "wrote"), _value(job, "from")
    before = f"On {date}, "
    hidden = [*[None] * len(before), *sender.ink.hidden, *[None] * len(" wrote:")]
    printing.values |= {"from": sender, "sent": Value(Ink.of(date, []), ((0, len(date)),))}
    printing.lines += job.press.lay(Ink(f"{before}{sender.ink.text} wrote:", hidden), "from sent", quote=job.quote)


def _print_body(job: _Job, printing: Printing) -> None:
    press, story, sent = job.press, job.story, job.sent
    quote = job.quote + "> " * (job.style == "wrote")
    sender = story.people[sent.sender]
    signature = [sent.device] if sent.device else [sender.name, sender.post, story.agency, sender.office, sender.phone]
    for part, paragraphs in (("body", [*sent.paragraphs, ""]), ("signature", filter(None, signature))):
        redactions = [redaction for redaction in job.redactions if redaction.cut.field == part]
        for paragraph in paragraphs:
            if paragraph or quote:
                ink = Ink.of(paragraph, redactions)
                printing.lines += press.lay(ink, part, quote=quote, hyphenate=job.printout.hyphenate)
            else:
                press.skip(0.75)
    press.skip(1.3)


def _value(job: _Job, name: str) -> Value:
    sent, style = job.sent, job.style
    people = {"from": (sent.sender,), "to": sent.to, "cc": sent.cc}.get(name, ())
    match name:
        case "from" | "to" | "cc":
            pieces = [_printed_name(job.story.people[person], name, style) for person in people]
        case "attachments":
            pieces = list(sent.attachments)
        case "sent":
            pieces = [printed_date(sent, style)]
        case _:
            pieces = [sent.subject]
    text, parts = "", []
    for piece in pieces:
        text += "; " * bool(text)
        parts.append((len(text), len(text) + len(piece)))
        text += piece
    mine = [redaction for redaction in job.redactions if redaction.cut.field == name]
    spots = [
        (*parts[number], redaction)
        for redaction in mine
        for number, person in enumerate(people)
        if redaction.cut.hide == f"@{person}"
    ]
    return Value(Ink.of(text, mine, spots), tuple(parts))


def _printed_name(who: Person, name: str, style: str) -> str:
    match style:
        case "wrote":
            return f"{who.inverted} <{who.address}>"
        case "plain":
            return f"{who.name} <{who.address}>"
        case "original" if name == "from":
            return f"{who.inverted} [mailto:{who.address}]"
        case "handheld" if name == "from":
            return f"{who.inverted} <{who.address}>"
        case _:
            return who.inverted
