"""The same-process engine: the debugger's friend, and the double in tests. It cannot survive a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from readingroom.engine.jobs import A, K, Lost, R, outcome_of


class InProcess:
    """Runs each job where it is called."""

    def map(self, function: Callable[[A], R], jobs: Iterable[tuple[K, A]]) -> Iterator[tuple[K, R | Lost]]:
        """See `Engine.map`."""
        for key, argument in jobs:
            yield key, outcome_of(function, argument)

    def close(self) -> None:
        """Nothing to end."""
