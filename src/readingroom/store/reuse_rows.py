"""Values of reuse and of the reading order as rows, in the order in which they are kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table

from readingroom.model import ExchangeKind, Held, Reuse, ReusedText
from readingroom.store import found_tables
from readingroom.store.rows import RowsOf


def _reuse_row(reuse: Reuse) -> dict[str, Any]:
    return {
        "id": reuse.id,
        "rank": reuse.rank,
        "equal": reuse.equal,
        "clear": sum(exchange.kind in (ExchangeKind.NAME, ExchangeKind.NUMBER) for exchange in reuse.exchanges),
        "exchanges": [
            [exchange.kind.value, exchange.one, exchange.other, list(exchange.one_at), list(exchange.other_at)]
            for exchange in reuse.exchanges
        ],
        "one": _reused_row(reuse.one),
        "other": _reused_row(reuse.other),
    }


def _reused_row(text: ReusedText) -> list[Any]:
    spans = [[span.source, span.page, [list(box) for box in span.boxes]] for span in text.spans]
    return [text.of.value, text.owner, text.document, text.message, text.start, text.words, spans]


def _held_row(held: Held) -> dict[str, Any]:
    return {
        "message_id": held.message,
        "pieces": [[piece.words, list(piece.copies)] for piece in held.pieces],
    }


REUSE_ROWS: tuple[tuple[Table, RowsOf], ...] = (
    (
        found_tables.text_print,
        lambda values: (
            {"of": one.of.value, "owner": one.owner, "document_id": one.document, "prints": one.prints}
            for one in values.prints
        ),
    ),
    (found_tables.reuse, lambda values: map(_reuse_row, values.reuses)),
    (found_tables.held, lambda values: map(_held_row, values.held)),
    (
        found_tables.read_first,
        lambda values: (
            {"document_id": one.document, **{k: v for k, v in one._asdict().items() if k != "document"}}
            for one in values.read_first
        ),
    ),
)
