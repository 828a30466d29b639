"""The same-process engine: the debugger's friend, and the double in tests. It cannot survive a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from readingroom.engine.jobs import A, K, Lost, R


class InProcess:
    """Runs each job where it is called."""

    def map(self, function: Callable[[A], R], jobs: Iterable[tuple[K, A]]) -> Iterator[tuple[K, R | Lost]]:
        """See `Engine.map`."""
        for key, argument in jobs:
            try:
                outcome: R | Lost = function(argument)
            except Exception as error:
                outcome = Lost("raised", f"{type(error).__name__}: {error}")
            yield key, outcome

    def close(self) -> None:
        """Nothing to end."""
