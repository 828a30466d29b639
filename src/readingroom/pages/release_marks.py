"""Release and classification marks, which wrap over lines beside the text: RELEASE IN PART / B1,1.4(D),B6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readingroom.model import Stamp, StampKind
from readingroom.pages.code_forms import CODES
from readingroom.pages.pieces import Piece, pieces_of
from readingroom.text import Line

_RELEASE = re.compile(r"\bREL[EF]?A[S5]ED?\s+[I1l]N\b(?:\s*(?:PART|FULL)\b.*)?$")
_RELEASE_ALONE = re.compile(r"\bREL[EF]?A[S5]ED?$")  # wraps before IN
_RELEASE_IN = re.compile(r"[I1l]N\s+(?:PART|FULL)\b.*")
_RELEASE_MORE = re.compile(rf"(?:[I1l]N\s+)?(?:PART|FULL)?[\s,;.]*(?:{CODES.pattern})?")
_CLASSIFIED_BY = re.compile(r"\bC[l1I]assif\w{1,4}\s+by\b.*$", re.IGNORECASE)
_CLASSIFIED_MORE = re.compile(
    r"(?:[—–-]\s*)?(?:\bon\s?:|\bC[l1]ass\s?:|\bCONFIDENTIAL\b|\bSECRET\b|\bReason\s?:|\bDeclassify\b"
    r"|\d\d/\d\d/\d{4}(?:$|\s*[—–-])|\b1\s?\.4\().*$"
)
_DECLASSIFY = re.compile(r"Dec[l1]assify\s+on\s?:\s*\d\d/\d\d/\d{4}")
_LAST_DATE = re.compile(r"\d\d/\d\d/\d{4}\W*$")


def find_releases(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[Piece, ...]]:
    """Release marks, each with the pieces below it over which it wraps; words in `taken` are left out."""
    for at, line in enumerate(lines):
        start = tail_of(line, _RELEASE, taken) or tail_of(line, _RELEASE_ALONE, taken)
        if start is None or (_RELEASE_ALONE.search(start.text) and not _goes_on_below(start, lines[at + 1 : at + 3])):
            continue
        pieces = [start]
        left, right, foot = start.box.x0, start.box.x1, start.box.y1
        for following in lines[at + 1 : at + 6]:
            if following.box.y0 - foot > 2.2 * (start.box.y1 - start.box.y0):
                break
            beside = list(pieces_of(following))
            if len(beside) > 1 and following.box.y0 - foot > start.box.y1 - start.box.y0:
                break  # a code beside a line of text further down
            for piece in beside:
                near = piece.box.x1 > left - 12 and piece.box.x0 < right + 40
                if near and not taken.intersection(piece.indices) and _RELEASE_MORE.fullmatch(piece.text):
                    pieces.append(piece)
                    foot = piece.box.y1
        yield tuple(pieces)


def is_under_release(code: Piece, stamps: Sequence[Stamp]) -> bool:
    """Whether a code stands right below a release mark, and so says what was released and hides nothing."""
    for stamp in stamps:
        high = stamp.box.y1 - stamp.box.y0
        below = -0.5 * high < code.box.y0 - stamp.box.y1 < high
        if stamp.kind is StampKind.RELEASE and below and abs(code.box.x0 - stamp.box.x0) < 1.5 * high:
            return True
    return False


def _goes_on_below(start: Piece, lines: Sequence[Line]) -> bool:
    """Whether "IN PART" or "IN FULL" is printed under a lone "RELEASE"."""
    below = [piece for line in lines for piece in pieces_of(line) if abs(piece.box.x0 - start.box.x0) < 24]
    return any(_RELEASE_IN.fullmatch(piece.text) for piece in below)


def find_classifications(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[Piece, ...]]:
    """Classification marks, each with up to four lines below over which it wraps; words in `taken` are left out."""
    for at, line in enumerate(lines):
        start = tail_of(line, _CLASSIFIED_BY, taken)
        if start is None:
            continue
        pieces = [start]
        for following in lines[at + 1 : at + 5]:
            last = pieces[-1].text
            if _DECLASSIFY.search(last) or (len(pieces) > 1 and _LAST_DATE.search(last)):
                break  # not at the date of classification, after which the first line may wrap
            more = tail_of(following, _CLASSIFIED_MORE, taken)
            if more is not None:
                pieces.append(more)
        yield tuple(pieces)


def tail_of(line: Line, pattern: re.Pattern[str], taken: set[int]) -> Piece | None:
    """The words of `line` from where `pattern` (which ends in $) matches, up to a word that is already a stamp's."""
    text = line.text
    match = pattern.search(text) if len(text) < 1000 else None
    if not match:
        return None
    first = text.count(" ", 0, match.start() + (len(match[0]) - len(match[0].lstrip())))
    last = first
    while last < len(line.words) and line.indices[last] not in taken:
        last += 1
    for piece in pieces_of(line):
        if piece.first > first and CODES.fullmatch(piece.text) and pattern is not _RELEASE:
            last = min(last, piece.first)
    return Piece(line, first, last, " ".join(w.text for w in line.words[first:last])) if last > first else None
