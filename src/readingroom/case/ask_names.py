"""What things are called outside: sources by the name under which they came, documents by the house's `doc` name."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import NamedTuple

from readingroom.model import Document
from readingroom.store import Store, documents, sources


class Names(NamedTuple):
    """Names of all sources and documents of a case."""

    source: dict[str, str]  # Source.id → file name as received
    doc: dict[str, str]  # Document.id → file name without ending, "#FIRSTPAGE" where the file holds several


def names_of(store: Store) -> Names:
    """The names of a case. Where two files came under one name, the first digits of their hashes tell them apart."""
    received = {source.id: source.name for source in sources(store)}
    times = Counter(received.values())
    shown = {
        source_id: name if times[name] == 1 else f"{PurePath(name).stem}~{source_id[:6]}{PurePath(name).suffix}"
        for source_id, name in received.items()
    }
    rows = [row.document for row in documents(store)]
    in_source = Counter(document.source for document in rows)
    return Names(shown, {document.id: _doc(document, shown, in_source) for document in rows})


def _doc(document: Document, shown: dict[str, str], in_source: Counter[str]) -> str:
    stem = PurePath(shown[document.source]).stem
    return stem if in_source[document.source] == 1 else f"{stem}#{document.first_page}"
