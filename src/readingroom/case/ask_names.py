"""What things are called outside: sources by the name under which they came, documents by the house's `doc` name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

from readingroom.model import Document
from readingroom.store import Store, documents, sources


class Names(NamedTuple):
    """Names of all sources and documents of a case."""

    source: dict[str, str]  # Source.id → file name as received
    doc: dict[str, str]  # Document.id → file name without ending, "#FIRSTPAGE" where the file holds several;
    # with its ending where another file differs in nothing else


def source_names(store: Store) -> dict[str, str]:
    """The names of all sources. Where two files came under one, the first digits of their hashes tell them apart."""
    received = {source.id: source.name for source in sources(store)}
    times = Counter(received.values())
    return {
        source_id: name if times[name] == 1 else f"{PurePath(name).stem}~{source_id[:6]}{PurePath(name).suffix}"
        for source_id, name in received.items()
    }


def page_words(names: Mapping[str, str], source: str, page: int) -> str:
    """A page in words; the first digits of its source's id where `names` does not know it."""
    return f"{names.get(source, source[:12])}, page {page:,}"


def names_of(store: Store) -> Names:
    """The names of a case. Of all documents, so for what lists them: a screen wants `source_names`."""
    shown = source_names(store)
    stems = Counter(PurePath(name).stem for name in shown.values())
    rows = [row.document for row in documents(store)]
    in_source = Counter(document.source for document in rows)

    def doc(document: Document) -> str:
        name = shown[document.source]
        stem = PurePath(name).stem
        told = stem if stems[stem] == 1 else name
        return told if in_source[document.source] == 1 else f"{told}#{document.first_page}"

    return Names(shown, {document.id: doc(document) for document in rows})
