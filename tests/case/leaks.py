"""A case whose one letter has a name under a black box: what lies there must come out nowhere."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from readingroom.case import Case, add_paths, make_case, read_case
from readingroom.engine import InProcess

LEAKED = ("Zebedee", "Quillfeather")
WIDTH, HEIGHT = 612, 792


def leaking_case(folder: Path) -> Case:
    """The case of `print_leak`, read."""
    case = make_case(folder / "leak.case")
    add_paths(case, [print_leak(folder / "leak.pdf")], InProcess())
    read_case(case, InProcess())
    return case


def print_leak(path: Path) -> Path:
    """One printed mail; the first of its addressees and a name in its body lie under boxes."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setFont("Helvetica", 11)
    for at, (label, value) in enumerate(
        (
            ("From:", "Rook, Ada"),
            ("Sent:", "Tuesday, July 26, 2011 9:15 AM"),
            ("To:", f"{LEAKED[0]} {LEAKED[1]}; Finch, Tom"),
            ("Subject:", "Lamps for the harbor"),
        )
    ):
        canvas.drawString(72, HEIGHT - 72 - 15 * at, label)
        canvas.drawString(140, HEIGHT - 72 - 15 * at, value)
    canvas.drawString(72, HEIGHT - 160, "We need ten lamps for the harbor wall by Friday, says")
    canvas.drawString(350, HEIGHT - 160, LEAKED[1])
    canvas.drawString(72, HEIGHT - 175, "and nobody else.")
    canvas.rect(138, HEIGHT - 105, 112, 13, fill=1, stroke=0)
    canvas.rect(348, HEIGHT - 163, 80, 13, fill=1, stroke=0)
    canvas.save()
    return path
