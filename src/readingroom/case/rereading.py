"""Reading again what corrections change, in the background of the reading room."""

from __future__ import annotations

import threading
from contextlib import suppress

from readingroom.case.folder import Case
from readingroom.case.run import read_corrected
from readingroom.engine import Engine, LocalProcesses, Stopped
from readingroom.errors import CaseBusy, ReadingroomError

SECONDS = 180.0
MEMORY = 2 << 30  # bytes of address space
BUSY = 1.0  # seconds until it is tried again where another process reads the case
PATIENCE = 15.0  # seconds that somebody is made to wait for the result


class Rereading:
    """Called after each correction. One thread, one worker process, both started when first needed; thread-safe."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._engine: Engine | None = None
        self._wanted = threading.Event()
        self._idle = threading.Event()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._start = threading.Lock()

    def __call__(self) -> bool:
        """Have it read again, and wait a while: whether it is done by now."""
        with self._start:
            self._idle.clear()
            self._wanted.set()
            if not self._thread.is_alive() and not self._closed.is_set():
                self._thread.start()
        return self._idle.wait(PATIENCE)

    def close(self) -> None:
        """End soon: what is committed stays, the rest is done when the case is read next."""
        self._closed.set()
        self._wanted.set()
        if self._engine:
            self._engine.close()

    def _run(self) -> None:
        self._engine = LocalProcesses(workers=1, seconds=SECONDS, memory=MEMORY)
        while self._wanted.wait() and not self._closed.is_set():
            self._wanted.clear()
            try:
                with suppress(ReadingroomError):  # it is in the log, and what went wrong shows when the case is read
                    self._read()
            except Stopped:
                return
            with self._start:
                if not self._wanted.is_set():
                    self._idle.set()

    def _read(self) -> None:
        assert self._engine is not None
        while not self._closed.is_set():
            try:
                read_corrected(self._case, self._engine)
                return
            except CaseBusy:
                self._closed.wait(BUSY)
