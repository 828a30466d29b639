"""Mentions and the glossary as records for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readingroom.model import AliasGround, AliasMeaning, Copy, GlossaryEntry, Mention, Span
from readingroom.show.frame import Frame
from readingroom.show.records import Record, place_records


def mention_record(
    mention: Mention, copy_: Copy, places: Iterable[Record], ground: Iterable[Record], *, doc: str
) -> Record:
    """One item of `aliases`. `means` is all null and `candidates` tells what it may mean where it is undetermined."""
    means = mention.means
    placed = list(places)
    return {
        "words": mention.words,
        "sign": mention.sign,
        "doc": doc,
        "nth": copy_.nth,
        "where": mention.where.value,
        "place": placed[0] if placed else None,
        "means": _means(means),
        "ground": {
            "kind": mention.ground.value,
            "words": means.words if means else "",
            "source": means.source if means else "",
            "places": list(ground),
        },
        "candidates": [{**_means(one), "ground": one.ground.value} for one in mention.candidates],
    }


def _means(meaning: AliasMeaning | None) -> Record:
    if meaning is None:
        return {"person": None, "office": None, "post": None}
    return {"person": meaning.name or None, "office": meaning.office or None, "post": meaning.post or None}


def glossary_record(
    entry: GlossaryEntry,
    places: Mapping[AliasMeaning, tuple[Span, ...]],
    names: Mapping[str, str],
    coverage: Record,
) -> Record:
    """One item of `glossary`. `coverage`: what was searched for words that explain a sign."""
    return {
        "sign": entry.sign,
        "words": entry.words,
        "uses": entry.uses,
        "documents": entry.documents,
        "expanded": any(one.ground is AliasGround.EXPANDED for one in entry.meanings),
        "agree": entry.agree,
        "meanings": [
            {
                **_means(meaning),
                "words": meaning.words,
                "ground": meaning.ground.value,
                "since": meaning.since or None,
                "until": meaning.until or None,
                "source": meaning.source or None,
                "documents": meaning.weight,
                "places": [
                    record
                    for span in places.get(meaning, ())
                    for record in place_records((span,), names.get(span.source, span.source[:12]))
                ],
            }
            for meaning in entry.meanings
        ],
        "coverage": coverage,
    }


def searched_record(frame: Frame) -> Record:
    """How many pages were searched, and how many were not."""
    return {"pages": frame.read, "unread": frame.expected - frame.read}
