"""Corrections as flat records, one form for the case, for files and for digests: what is not said is left out.

{"kind": "field", "source": "9f2c...", "page": 3, "box": [72.0, 90.1, 180.4, 101.2], "field": "from",
"was": "Rook, Ado", "was_state": "read", "says": ["Rook, Ada"], "state": "read"}
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from readingroom.model import (
    WHOLE_PAGE,
    Box,
    Correction,
    CorrectionEntry,
    CorrectionKind,
    FieldName,
    FieldState,
    PostSaid,
    Spot,
)

LONGEST = 4000  # characters of a text
MOST_VALUES = 500  # addressees of a field
WITHOUT_WORDS = (FieldState.BLANK, FieldState.UNREADABLE, FieldState.ABSENT)

_SOURCE = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{24}")
_DAY = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_PAIRS = (
    CorrectionKind.SAME_MESSAGE,
    CorrectionKind.NOT_SAME_MESSAGE,
    CorrectionKind.SAME_PERSON,
    CorrectionKind.NOT_SAME_PERSON,
)
_PERSONS = (CorrectionKind.SAME_PERSON, CorrectionKind.NOT_SAME_PERSON)
_PAGES = (CorrectionKind.CUT, CorrectionKind.NO_CUT)

T = TypeVar("T", CorrectionKind, FieldName, FieldState)


def correction_record(correction: Correction) -> dict[str, Any]:
    """The correction as a flat record that JSON can say."""
    record: dict[str, Any] = {"kind": correction.kind.value}
    for prefix, spot in zip(("", "other_"), correction.spots, strict=False):
        box = None if spot.box == WHOLE_PAGE else [round(edge, 1) for edge in spot.box]
        record |= {f"{prefix}source": spot.source, f"{prefix}page": spot.page, f"{prefix}box": box}
        record[f"{prefix}name"] = spot.name
    if correction.field and correction.state:
        record |= {"field": correction.field.value, "says": list(correction.says), "state": correction.state.value}
        record |= {"was": correction.was, "was_state": correction.was_state and correction.was_state.value}
    if correction.post:
        record |= correction.post._asdict()
    record["undoes"] = correction.undoes
    return {key: value for key, value in record.items() if value not in ("", None, [])}


def read_correction(record: Mapping[str, Any]) -> Correction:
    """What `correction_record` wrote. Raises ValueError, which says what is wrong with the record."""
    kind = _one_of(CorrectionKind, record, "kind")
    if kind is CorrectionKind.UNDO:
        undoes = _text(record, "undoes")
        if not _ID.fullmatch(undoes):
            raise ValueError("undoes is no id of an entry")
        return Correction(kind=kind, undoes=undoes)
    if kind is CorrectionKind.POST:
        post = PostSaid(*(_text(record, name) for name in PostSaid._fields))
        if not (post.holder and (post.post or post.alias)):
            raise ValueError("a post needs its holder, and its title (post) or alias")
        if not (_DAY.fullmatch(post.since) and _DAY.fullmatch(post.until)):
            raise ValueError("since and until are days: YYYY-MM-DD")
        return Correction(kind=kind, post=post)
    spots = tuple(_spot(kind, record, prefix) for prefix in (("", "other_") if kind in _PAIRS else ("",)))
    if kind in _PAIRS:
        if spots[0] == spots[1]:
            raise ValueError("the two places are one")
        spots = tuple(sorted(spots))
    if kind is not CorrectionKind.FIELD:
        return Correction(kind=kind, spots=spots)
    state = _one_of(FieldState, record, "state")
    says = _texts(record, "says")
    if state is FieldState.UNDETERMINED or (says and state in WITHOUT_WORDS) or (not says and state is FieldState.READ):
        raise ValueError("a field says something (state read), or is blank, redacted, unreadable or absent")
    return Correction(
        kind=kind,
        spots=spots,
        field=_one_of(FieldName, record, "field"),
        was=_text(record, "was"),
        was_state=_one_of(FieldState, record, "was_state") if record.get("was_state") else None,
        says=says,
        state=state,
    )


def correction_id(correction: Correction) -> str:
    """The digest of what a correction says: the same whoever says it, and when."""
    return _digest(correction_record(correction))


def entry_id(correction: Correction, who: str, at: str) -> str:
    """The id of a log entry: of what it says, who and when."""
    return _digest({"says": correction_record(correction), "who": who, "at": at})


def entry_record(entry: CorrectionEntry) -> dict[str, Any]:
    """A line of the log as a flat record."""
    told = {"id": entry.id, "who": entry.who, "at": entry.at, "why": entry.why}
    return {**correction_record(entry.correction), **{key: value for key, value in told.items() if value}}


def _digest(record: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:24]


def _spot(kind: CorrectionKind, record: Mapping[str, Any], prefix: str) -> Spot:
    source, page = _text(record, f"{prefix}source"), record.get(f"{prefix}page")
    if not _SOURCE.fullmatch(source):
        raise ValueError(f"{prefix}source is no SHA-256: 64 hex digits")
    if not isinstance(page, int) or isinstance(page, bool) or not 0 < page < 10**7:
        raise ValueError(f"{prefix}page is no page number")
    name = _text(record, f"{prefix}name") if kind in _PERSONS else ""
    if kind in _PERSONS and not name:
        raise ValueError(f"{prefix}name is missing: the name as printed")
    return Spot(source, page, WHOLE_PAGE if kind in _PAGES else _box(record.get(f"{prefix}box"), prefix), name)


def _box(told: Any, prefix: str) -> Box:
    if isinstance(told, str):
        told = told.split(",")
    try:
        box = Box(*(round(float(edge), 1) for edge in told))
    except (TypeError, ValueError):
        raise ValueError(f"{prefix}box is no box: x0,y0,x1,y1 in points") from None
    if not (all(-100 <= edge <= 20_000 for edge in box) and box.x0 < box.x1 and box.y0 < box.y1):
        raise ValueError(f"{prefix}box is empty, or lies off any page")
    return box


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key) or ""
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"{key} is no text of at most {LONGEST:,} characters")
    return value.encode("utf-8", "replace").decode().strip()


def _texts(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = record.get(key) or []
    if not isinstance(values, list) or len(values) > MOST_VALUES:
        raise ValueError(f"{key} is no list of at most {MOST_VALUES} texts")
    texts = [_text({key: value}, key) for value in values]
    return tuple(" ".join(text.split()) for text in texts if text)


def _one_of(kind: type[T], record: Mapping[str, Any], key: str) -> T:
    value = record.get(key)
    if value not in list(kind):
        raise ValueError(f"{key} is {value!r}, and not one of: {', '.join(kind)}" if value else f"{key} is missing")
    return kind(value)
