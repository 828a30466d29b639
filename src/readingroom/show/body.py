"""A body for reading: its text, with a sign at each place where something was taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from readingroom.model import Box, Passage, Redaction, RedactionWhere


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
    cuts: list[tuple[int, str, str]] = []
    for key, redaction in redactions:
        if redaction.where in (RedactionWhere.PAGE, RedactionWhere.DOCUMENT):
            continue
        at = _cut_at(body, redaction)
        if at is not None:
            cuts.append((at, key, " ".join(redaction.codes)))
    pieces: list[Piece] = []
    done = 0
    for at, key, codes in sorted(cuts):
        if at > done:
            pieces.append(Piece(body.text[done:at]))
            done = at
        pieces.append(Piece(codes, key))
    if done < len(body):
        pieces.append(Piece(body.text[done:]))
    return tuple(pieces)


def _cut_at(body: Passage, redaction: Redaction) -> int | None:
    box = redaction.box
    runs = [run for run in body.runs if run.page == redaction.page]
    if not runs:
        return None
    top, bottom = min(run.box.y0 for run in runs), max(run.box.y1 for run in runs)
    if not top - 2 * _height(runs[0].box) <= (box.y0 + box.y1) / 2 <= bottom + 2 * _height(runs[-1].box):
        return None
    before = [run for run in runs if _stands_before(run.box, box)]
    return max(run.end for run in before) if before else min(run.start for run in runs)


def _stands_before(word: Box, box: Box) -> bool:
    middle = (word.y0 + word.y1) / 2
    return middle < box.y0 or (middle < box.y1 and word.x0 < box.x0)


def _height(box: Box) -> float:
    return box.y1 - box.y0
