"""A body for reading: its text, with a sign at each place where something was taken out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from readingroom.model import Box, Passage, Redaction, RedactionWhere, Run

BLANK = 3.0  # points: the width of a blank, about


class Piece(NamedTuple):
    """Text as printed, or (where `key` is not "") the sign of a redaction; `text` is then its codes."""

    text: str
    key: str = ""


def redaction_key(page: int, at: int) -> str:
    """What ties the sign in the text to the box on the page."""
    return f"redaction-{page}-{at}"


def body_pieces(body: Passage, redactions: Iterable[tuple[str, Redaction]]) -> tuple[Piece, ...]:
    """The body cut where boxes lie: a box stands behind the last word that is left of it or above it.

        I told ████ B6 that                 I told [B6] that
        ████████ B5                   ->    [B5]

    Only boxes between the body's first and last line on a page are taken; `redactions` are (key, redaction) pairs.
    """
    on_page: dict[int, list[Run]] = {}
    for run in body.runs:
        on_page.setdefault(run.page, []).append(run)
    reach = {page: _reach(runs) for page, runs in on_page.items()}
    cuts: list[tuple[int, str, str]] = []
    for key, redaction in redactions:
        if redaction.where in (RedactionWhere.PAGE, RedactionWhere.DOCUMENT) or redaction.page not in on_page:
            continue
        at = _cut_at(on_page[redaction.page], reach[redaction.page], redaction.box)
        if at is not None:
            cuts.append((at, key, " ".join(redaction.codes)))
    joints = _joints(body)
    pieces: list[Piece] = []
    done = 0
    for at, key, codes in sorted(cuts):
        if at > done:
            pieces.append(Piece(_with_joints(body.text, done, at, joints)))
            done = at
        pieces.append(Piece(codes, key))
    if done < len(body):
        pieces.append(Piece(_with_joints(body.text, done, len(body), joints)))
    return tuple(pieces)


def _with_joints(text: str, start: int, end: int, joints: dict[int, str]) -> str:
    return "".join(joints.get(at, text[at]) for at in range(start, end))


def _joints(body: Passage) -> dict[int, str]:
    """What stands for a line end in reading, where it is not the line end itself.

    An empty line where the paper leaves one; a blank where only the paper's edge broke the line, which it did if the
    next line's first word would not have had room:

        |We need write-ups from|
        |Operation Harrow.     |   -> "... from Operation Harrow."
    """
    lines = _printed_lines(body)
    edge = max((line[-1].box.x1 for line in lines), default=0.0)
    joints = {}
    for line, following in pairwise(lines):
        last, first = line[-1], following[0]
        at = body.text.find("\n", last.end, first.start)
        if at < 0:
            continue
        gap = first.box.y0 - last.box.y1
        if first.page == last.page and gap > 0.75 * _height(last.box):
            joints[at] = "\n\n"
        elif body.text[at - 1] != "-" and last.box.x1 + (first.box.x1 - first.box.x0) + BLANK > edge:
            joints[at] = " "
    return joints


def _printed_lines(body: Passage) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in body.runs:
        if lines and "\n" not in body.text[lines[-1][-1].end : run.start]:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _reach(runs: list[Run]) -> tuple[float, float]:
    """From where to where on its page the middle of a box may lie: two lines more than these words fill."""
    top, bottom = min(run.box.y0 for run in runs), max(run.box.y1 for run in runs)
    return top - 2 * _height(runs[0].box), bottom + 2 * _height(runs[-1].box)


def _cut_at(runs: list[Run], reach: tuple[float, float], box: Box) -> int | None:
    if not reach[0] <= (box.y0 + box.y1) / 2 <= reach[1]:
        return None
    return next((run.end for run in reversed(runs) if _stands_before(run.box, box)), runs[0].start)


def _stands_before(word: Box, box: Box) -> bool:
    middle = (word.y0 + word.y1) / 2
    return middle < box.y0 or (middle < box.y1 and word.x0 < box.x0)


def _height(box: Box) -> float:
    return box.y1 - box.y0
