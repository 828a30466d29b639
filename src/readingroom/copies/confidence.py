"""How far a value is to be trusted: a figure from the signs of damage that it bears. Calibrated by measurement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.calibration import calibrated
from readingroom.copies.labels import REPLY_PREFIXES
from readingroom.copies.values import LISTS, Header
from readingroom.model import FieldName, Passage

SURE = 0.97  # nothing speaks against it
_DOUBTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"[^\x20-\x7eÀ-ÿ‘’“”–—…€£©]"), 0.6),
    (re.compile(r"[{}|~^\\*_=]{2}|[«»¬•■□]"), 0.5),
    (re.compile(r"(?:^|\s)[^\w\s\"'<>(\[&/$#@+–—-](?:\s|$)"), 0.7),
)
_RUN_TOGETHER = re.compile(
    r"^[^,@\"(]*,[^,@\"(]*,|[:%]\s?[A-Z']|[a-z]{3}\. [A-Z][a-z]+ [A-Z]\b"
)  # two names in one part
_RUBBISH = 0.1  # mean confidence of the letters of a value, below which it cannot be read
_CLOSERS = (("<", ">"), ("(", ")"), ("[", "]"))


def trust(
    name: FieldName,
    printed: Passage,
    parts: Sequence[Passage],
    header: Header,
    *,
    gaps: Sequence[int],
    sure: bool,
    cut: bool,
) -> float:
    """0..1, that the value of a field is right as it is given."""
    figure = _signs(name, printed, parts, header, gaps=gaps, sure=sure, cut=cut)
    words = min((run.confidence for run in printed.runs), default=1.0)
    return calibrated(name, figure * words) if words < 1.0 else round(figure, 3)


def is_rubbish(printed: Passage) -> bool:
    """Whether OCR read next to nothing of what is printed there: letter by letter, it doubted most of it."""
    letters = sum(run.end - run.start for run in printed.runs)
    sure = sum((run.end - run.start) * run.confidence for run in printed.runs)
    return letters > 0 and sure < _RUBBISH * letters


def _signs(
    name: FieldName,
    printed: Passage,
    parts: Sequence[Passage],
    header: Header,
    *,
    gaps: Sequence[int],
    sure: bool,
    cut: bool,
) -> float:
    """0..1, by the signs of damage that a value bears, whoever read its words."""
    text = printed.text
    figure = SURE
    if name is FieldName.SENT:
        return figure if sure else 0.5
    for pattern, factor in _DOUBTS:
        if pattern.search(text):
            figure *= factor
    if cut:  # what is left of it is printed all the same
        figure *= 0.94
    elif any(text.count(opening) != text.count(closing) for opening, closing in _CLOSERS) or text.count('"') % 2:
        figure *= 0.8
    if gaps:
        figure *= 0.9
    if name is FieldName.FROM and not any(field is name for field, _, _ in header.labels) and header.labels:
        figure *= 0.3
    if not all(colon for field, _, colon in header.labels if field is name):
        figure *= 0.95
    if name is FieldName.SUBJECT and len(header.values[name]) > 1:
        figure *= 0.95
    if name in LISTS:
        if any(len(re.sub(r"\W", "", part.text)) < 3 and part.text.strip("'\"") != "H" for part in parts):
            figure *= 0.85
        if (len(parts) == 1 and len(text) > 60) or any(_RUN_TOGETHER.search(part.text) for part in parts):
            figure *= 0.85
    elif name is FieldName.SUBJECT and len(text) < 4 and not REPLY_PREFIXES.match(text):
        figure *= 0.9
    return figure
