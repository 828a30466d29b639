"""Corrections: what a person says against the machine's reading, addressed by evidence, and where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from readingroom.model.places import Box
from readingroom.model.reading import FieldName, FieldState

WHOLE_PAGE = Box(0.0, 0.0, 0.0, 0.0)  # the box of a spot that means its page


class CorrectionKind(StrEnum):
    """What a correction says."""

    FIELD = "field"  # this header field says so
    CUT = "cut"  # a document begins on this page
    NO_CUT = "no_cut"  # none does
    HEADER = "header"  # a message begins on this line
    NO_HEADER = "no_header"  # what was taken for the header of a message is none
    SAME_MESSAGE = "same_message"  # two places print one message
    NOT_SAME_MESSAGE = "not_same_message"
    SAME_PERSON = "same_person"  # two printed names are one person's
    NOT_SAME_PERSON = "not_same_person"
    POST = "post"  # somebody held a post; says who, not the page
    UNDO = "undo"  # another entry of the log no longer counts; undone itself, that one counts again


class Spot(NamedTuple):
    """A place of evidence that a correction is about. Found again by overlap, never by the id of what is read there."""

    source: str  # Source.id
    page: int
    box: Box  # points of the page as shown; WHOLE_PAGE of a cut
    name: str = ""  # of what is said of a person: the printed name


class PostSaid(NamedTuple):
    """Who held a post. Any of it may be "", but not all."""

    alias: str
    post: str
    holder: str
    since: str  # "YYYY-MM-DD"
    until: str
    cited: str  # what it rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody says, without who, when and why. Made by `text.read_correction`; all of a case may be in memory."""

    kind: CorrectionKind
    spots: tuple[Spot, ...] = ()  # one; two of what is the same or not; none of a post or an undo
    field: FieldName | None = None  # FIELD
    was: str = ""  # FIELD: what the machine had read, as printed; "" where nothing
    was_state: FieldState | None = None  # and its state
    says: tuple[str, ...] = ()  # FIELD: what the page prints, each addressee or attachment by itself
    state: FieldState | None = None  # FIELD: READ, or why the page shows nothing
    post: PostSaid | None = None  # POST
    undoes: str = ""  # UNDO: the id of the entry


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEntry:
    """A line of the log of corrections, which is only ever added to. Who, when and why are part of no batch's key."""

    id: str  # of content, who and when: the same line comes in only once
    correction: Correction
    who: str
    at: str  # ISO time, UTC; "" where a file did not tell
    why: str = ""


class CorrectionState(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    SATISFIED = "satisfied"  # the machine reads so by now
    CONFLICT = "conflict"  # the machine reads a third thing, or somebody says another: not applied, all are shown
    AMBIGUOUS = "ambiguous"  # it fits two things: not applied, both are shown
    ORPHAN = "orphan"  # it fits nothing
    WAITING = "waiting"  # its page is not in the case, or has not been read since
    UNDONE = "undone"


class CorrectionFit(NamedTuple):
    """Where a correction was found again in what is read now. Made by the stages that take it, a batch at a time."""

    correction: str  # text.correction_id: of what it says, whoever says it
    end: int  # which of its spots
    state: CorrectionState  # of two spots: APPLIED where this one was found
    copies: tuple[str, ...]  # Copy.id that it fits
    reads: str  # what the machine reads there now, as printed; of a person: the name
    reads_state: FieldState | None = None
