"""Local worker processes with limits on time and memory.

A job that takes too long or kills its worker comes back as `Lost`; the worker is replaced and nothing else is hurt.
Workers ignore Ctrl-C (the caller decides what to finish) and end within two seconds of the caller's death.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self

from pebble import ProcessExpired, ProcessPool

from readingroom.engine.jobs import A, K, Lost, R, Stopped, outcome_of

RECYCLE_AFTER = 400  # jobs a worker does before it is replaced, against slow leaks


class LocalProcesses:
    """A pool of spawned processes. `seconds` of wall time a job, `memory` bytes of address space a worker."""

    def __init__(self, *, workers: int, seconds: float, memory: int) -> None:
        self._workers = workers
        self._seconds = seconds
        self._closed = threading.Event()
        self._flying: set[concurrent.futures.Future[Any]] = set()  # of all maps
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=RECYCLE_AFTER,
            context=multiprocessing.get_context("spawn"),
            initializer=_limit_worker,
            initargs=(os.getpid(), memory),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def map(self, function: Callable[[A], R], jobs: Iterable[tuple[K, A]]) -> Iterator[tuple[K, R | Lost]]:
        """See `Engine.map`. One job more than there are workers is in flight."""
        waiting = iter(jobs)
        flying: dict[concurrent.futures.Future[Any], K] = {}
        try:
            while True:
                while len(flying) <= self._workers:
                    job = next(waiting, None)
                    if job is None:
                        break
                    key, argument = job
                    if self._closed.is_set():
                        raise Stopped
                    sent = self._pool.schedule(outcome_of, args=[function, argument], timeout=self._seconds)
                    flying[sent] = key
                    self._flying.add(sent)
                if not flying:
                    return
                landed, _ = concurrent.futures.wait(flying, return_when=concurrent.futures.FIRST_COMPLETED)
                if self._closed.is_set():
                    raise Stopped
                for future in landed:
                    self._flying.discard(future)
                    yield flying.pop(future), self._outcome(future)
        finally:
            for left in flying:
                left.cancel()

    def close(self) -> None:
        """See `Engine.close`. May be called again, and by another thread than the one that maps."""
        self._closed.set()
        if self._flying:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:  # a worker that is still starting would complain of being stopped
            self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _outcome(self, future: concurrent.futures.Future[Any]) -> Any:
        try:
            return future.result()
        except concurrent.futures.TimeoutError:
            return Lost("timeout", f"took more than {self._seconds:.0f} seconds")
        except ProcessExpired as error:
            return Lost("died", f"worker ended with {_exit_words(error.exitcode)}")
        except Exception as error:
            return Lost("raised", f"{type(error).__name__}: {error}")


def _exit_words(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"


def _limit_worker(parent: int, memory: int) -> None:
    """First thing in a worker: limits, no core files, deaf to Ctrl-C, and no life after the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
