"""Values as rows of the tables of people and findings, in the order in which they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from readingroom.model import (
    Actor,
    AliasClue,
    AliasMeaning,
    CodeDifference,
    CorrectionFit,
    Designation,
    Gap,
    Ground,
    HiddenPlace,
    PackedCopy,
    Post,
    ShownPlace,
    SignUse,
    Telling,
    UnevenRedaction,
)
from readingroom.store import found_tables
from readingroom.store.rows import RowsOf


def ground_row(ground: Ground) -> list[Any]:
    """A ground as JSON keeps it."""
    return [ground.kind.value, list(ground.words), list(ground.copies), ground.weight]


def _designation_row(designation: Designation) -> dict[str, Any]:
    return {
        "copy_id": designation.copy,
        "where": designation.where.value,
        "start": designation.start,
        "end": designation.end,
        "name": designation.name,
        "title": designation.title,
        "office": designation.office,
        "contacts": list(designation.contacts),
    }


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "addresses": list(actor.addresses),
        "grounds": list(map(ground_row, actor.grounds)),
        "copies": list(actor.copies),
        "sent": actor.sent,
        "received": actor.received,
        "first": actor.first,
        "last": actor.last,
    }


def _name_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for rank, name in enumerate(actor.names):
        yield {
            "actor_id": actor.id,
            "rank": rank,
            "id": name.id,
            "words": name.words,
            "sent": name.sent,
            "received": name.received,
            "copy_id": name.copy,
            "field": name.field.value,
        }


def _post_row(post: Post) -> dict[str, Any]:
    return post._asdict() | {"acting": int(post.acting), "kind": post.kind.value, "copies": list(post.copies)}


def _fit_row(fit: CorrectionFit) -> dict[str, Any]:
    return {
        "correction": fit.correction,
        "end": fit.end,
        "state": fit.state.value,
        "copies": list(fit.copies),
        "reads": fit.reads,
        "reads_state": fit.reads_state.value if fit.reads_state else "",
    }


def _shingle_row(copy_: PackedCopy) -> dict[str, Any]:
    return {"copy_id": copy_.id, "numbers": copy_.shingles}


def _hidden_list(place: HiddenPlace) -> list[Any]:
    return [place.copy, place.source, place.page, list(place.box), list(place.codes), place.told.value]


def _shown_list(place: ShownPlace) -> list[Any]:
    return [place.copy, [[span.source, span.page, list(map(list, span.boxes))] for span in place.spans]]


def _uneven_row(one: UnevenRedaction) -> dict[str, Any]:
    return {
        "id": one.id,
        "message_id": one.message,
        "part": one.part,
        "words": one.words,
        "word_count": one.word_count,
        "weight": one.weight,
        "hidden_in": list(map(_hidden_list, one.hidden_in)),
        "shown_in": list(map(_shown_list, one.shown_in)),
    }


def _uneven_copy_rows(one: UnevenRedaction) -> Iterator[dict[str, Any]]:
    for copy_ in sorted({place.copy for place in one.hidden_in} | {place.copy for place in one.shown_in}):
        yield {"uneven_id": one.id, "copy_id": copy_}


def _code_difference_row(one: CodeDifference) -> dict[str, Any]:
    return {
        "id": one.id,
        "message_id": one.message,
        "part": one.part,
        "before": one.before,
        "after": one.after,
        "places": list(map(_hidden_list, one.places)),
    }


def _telling_row(telling: Telling) -> dict[str, Any]:
    row = telling._asdict()
    names = {"document": "document_id", "copy": "copy_id", "source": "source_id"}
    return {names.get(name, name): value for name, value in row.items()} | {
        "kind": telling.kind.value,
        "topic": list(telling.topic),
    }


def _gap_row(gap: Gap) -> dict[str, Any]:
    return {
        "id": gap.id,
        "kind": gap.kind.value,
        "strength": gap.strength.value,
        "rank": gap.rank,
        "what": gap.what,
        "words": gap.words,
        "copies": list(gap.copies),
        "part": gap.part,
        "start": gap.start,
        "end": gap.end,
        "spans": [[span.source, span.page, [list(box) for box in span.boxes]] for span in gap.spans],
        "message": gap.message,
        "conversation": gap.conversation,
        "sender": gap.sender,
        "recipients": list(gap.recipients),
        "subject": gap.subject,
        "perhaps": list(gap.perhaps),
        "searched": list(gap.searched),
    }


def _sign_use_row(use: SignUse) -> dict[str, Any]:
    return _placed(use._asdict())


def _clue_row(clue: AliasClue) -> dict[str, Any]:
    return _placed(clue._asdict()) | {"ground": clue.ground.value}


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    ids = {f"{name}_id": row.pop(name) for name in ("copy", "document", "source")}
    return row | ids | {"where": row["where"].value}


def _meaning_row(meaning: AliasMeaning) -> dict[str, Any]:
    lists = {"copies": list(meaning.copies), "documents": list(meaning.documents)}
    return meaning._asdict() | {"ground": meaning.ground.value} | lists


FOUND_ROWS: tuple[tuple[Table, RowsOf], ...] = (
    (found_tables.designation, lambda values: map(_designation_row, values.designations)),
    (found_tables.actor, lambda values: map(_actor_row, values.actors)),
    (found_tables.actor_name, lambda values: (row for actor in values.actors for row in _name_rows(actor))),
    (found_tables.post, lambda values: map(_post_row, values.posts)),
    (found_tables.traffic, lambda values: (one._asdict() for one in values.traffic)),
    (found_tables.correction_fit, lambda values: map(_fit_row, values.fits)),
    (found_tables.copy_shingles, lambda values: (_shingle_row(one) for one in values.copies if one.shingles)),
    (found_tables.uneven, lambda values: map(_uneven_row, values.uneven)),
    (found_tables.uneven_copy, lambda values: (row for one in values.uneven for row in _uneven_copy_rows(one))),
    (found_tables.code_difference, lambda values: map(_code_difference_row, values.code_differences)),
    (found_tables.telling, lambda values: map(_telling_row, values.tellings)),
    (found_tables.gap, lambda values: map(_gap_row, values.gaps)),
    (found_tables.sign_use, lambda values: map(_sign_use_row, values.sign_uses)),
    (found_tables.alias_clue, lambda values: map(_clue_row, values.alias_clues)),
    (found_tables.alias_meaning, lambda values: map(_meaning_row, values.alias_meanings)),
)
