"""The one seam: what an engine is, and what comes back for a job that was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

K = TypeVar("K")
A = TypeVar("A")
R = TypeVar("R")


class Lost(NamedTuple):
    """A job that gave no result. Reason: "raised", "timeout", "died" (crash, memory limit, killed)."""

    reason: str
    what: str  # for a person: the exception's last line, or the signal


class Stopped(Exception):
    """The engine was closed while jobs were waiting or in flight: nothing can be said of them."""


def outcome_of(function: Callable[[A], R], argument: A) -> R | Lost:
    """Do a job. What it raises comes back as words: not every exception can be sent from one process to another.

    Nothing but Ctrl-C passes, for libraries raise more than Exception: SystemExit, and panics of native code.
    """
    try:
        return function(argument)
    except KeyboardInterrupt:
        raise
    except MemoryError:
        return Lost("died", "out of memory")
    except BaseException as error:
        return Lost("raised", f"{type(error).__name__}: {error}")


class Engine(Protocol):
    """Anything that runs jobs."""

    def map(self, function: Callable[[A], R], jobs: Iterable[tuple[K, A]]) -> Iterator[tuple[K, R | Lost]]:
        """Results in any order. `jobs` is drawn from only as places become free, so that its order may change.

        Raises Stopped once `close` has been called, by whichever thread.
        """
        ...

    def close(self) -> None:
        """End all workers at once; jobs in flight are dropped."""
        ...
