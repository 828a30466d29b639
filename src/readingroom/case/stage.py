"""A stage as a row of data, and the cut of its input. The table is in `stages.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Any, NamedTuple

from readingroom.case.folder import Case
from readingroom.model import Settings, Values

WHOLE_CASE = "the whole case"  # Stage.cut_by of a step on skeletons


class Cut(NamedTuple):
    """One piece of a stage's input: what of the case it covers, its content's digest, and what to load it by."""

    place: str
    content: str
    ref: Any


class Stage(NamedTuple):
    """A row of the table."""

    name: str
    version: int
    takes: str
    gives: str
    cut_by: str
    tools: tuple[str, ...]  # installed packages whose version is part of the key
    group: int  # how many jobs may go to a worker at once
    cut: Callable[[Case, Settings], Iterator[Cut]]
    load: Callable[[Case, Sequence[Any]], list[Any]]  # refs of some cuts → jobs, just before they are sent
    run: Callable[[Sequence[Any]], list[Values]]
    lost: Callable[[Any, str, str], Values]  # job, reason, what: the values of a job that cost its worker

    def key(self, content: str, settings: Settings) -> str:
        """The digest of all that goes in: done means that this key is in the store."""
        tools = [(tool, _version(tool)) for tool in self.tools]
        told = repr((self.name, self.version, tools, settings, content))
        return hashlib.sha256(told.encode()).hexdigest()[:32]


_version = lru_cache(version)  # asked for every key


def digest_of(texts: Sequence[str]) -> str:
    """One digest of many texts; their order is part of it."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()
