"""Uneven redactions and code differences as JSON records: the keys are a contract (docs/reference/json.md)."""

from __future__ import annotations

from collections.abc import Mapping

from readingroom.exemptions import explained
from readingroom.model import CodeDifference, HiddenPlace, ShownPlace, UnevenRedaction
from readingroom.show.records import Record, box_record, place_records


def uneven_record(one: UnevenRedaction, rank: int, source_names: Mapping[str, str]) -> Record:
    """One item of `uneven`. `rank` counts from 1."""
    return {
        "message": one.message,
        "field": one.part,
        "words": one.words,
        "hidden_in": [_hidden(place, source_names) for place in one.hidden_in],
        "shown_in": [record for place in one.shown_in for record in _shown(place, source_names)],
        "rank": rank,
        "id": one.id,
        "told": one.hidden_in[0].told.value,
        "word_count": one.word_count,
        "weight": one.weight,
    }


def code_difference_record(one: CodeDifference, source_names: Mapping[str, str]) -> Record:
    """One item of `code-differences`."""
    return {
        "message": one.message,
        "field": one.part,
        "before": one.before,
        "after": one.after,
        "places": [_hidden(place, source_names) for place in one.places],
        "id": one.id,
    }


def _hidden(place: HiddenPlace, source_names: Mapping[str, str]) -> Record:
    return {
        "source": source_names.get(place.source, place.source[:12]),
        "page": place.page,
        "box": box_record(place.box),
        "codes": list(place.codes),
        "means": {code: explained(code) for code in place.codes},
        "told": place.told.value,
        "copy": place.copy,
    }


def _shown(place: ShownPlace, source_names: Mapping[str, str]) -> list[Record]:
    name = source_names.get(place.spans[0].source, place.spans[0].source[:12]) if place.spans else ""
    return [record | {"copy": place.copy} for record in place_records(place.spans, name)]
