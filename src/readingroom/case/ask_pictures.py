"""Pictures of pages, drawn in one worker process that is kept alive, with limits on time and memory.

The last ones are kept in memory; nothing is written to disk.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from readingroom.case.folder import Case
from readingroom.engine import Engine, LocalProcesses, Lost, Stopped
from readingroom.errors import NotFound, ReadingroomError
from readingroom.model import Box
from readingroom.pages import draw_page, fitting_scale, mark_boxes
from readingroom.store import page_row, source_by_id

KEPT_BYTES = 64 << 20
MARKER = "#ffd21e"
SECONDS = 60.0
MEMORY = 2 << 30  # bytes of address space


class PictureJob(NamedTuple):
    """One picture to draw. `path` is "" for a job that only warms the worker up."""

    path: str
    number: int
    scale: float  # pixels a point
    box: Box | None
    marks: tuple[Box, ...]


def draw_picture(job: PictureJob) -> bytes:
    """A page, or a box of it, as PNG with the marks drawn in. What the worker runs."""
    if not job.path:
        return b""
    png = draw_page(Path(job.path), job.number, job.scale, job.box)
    marks = [(mark, MARKER) for mark in job.marks]
    return mark_boxes(png, marks, job.scale, job.box, filled=True) if marks else png


class Pictures:
    """Draws pictures for a case. Thread-safe; use as a context, so that its worker ends."""

    def __init__(self, case: Case, engine: Engine | None = None) -> None:
        self._case = case
        self._engine = engine or LocalProcesses(workers=1, seconds=SECONDS, memory=MEMORY)
        self._kept: OrderedDict[PictureJob, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        threading.Thread(target=self._warm_up, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.close()

    def __call__(
        self, source: str, number: int, scale: float = 1.5, box: Box | None = None, marks: tuple[Box, ...] = ()
    ) -> bytes:
        """The PNG of page `number` of the source (whole id or its first digits), `scale` in pixels a point.

        Raises NotFound where there is no such page, ReadingroomError where it cannot be drawn.
        """
        found = source_by_id(self._case.store, source)
        if found is None or not 1 <= number <= found[0].pages:
            raise NotFound(f"there is no page {number} of {source}", "")
        row = page_row(self._case.store, found[0].id, number)
        if row and row.width and row.height:
            scale = fitting_scale(row.width, row.height, scale)  # as it is drawn, so that marks fall where they belong
        job = PictureJob(str(self._case.folder / found[1]), number, scale, box, marks)
        with self._lock:
            if job in self._kept:
                self._kept.move_to_end(job)
                return self._kept[job]
        png = self._draw(job)
        self._keep(job, png)
        return png

    def _warm_up(self) -> None:
        """Have the worker started and its libraries loaded before the first picture is asked for."""
        with suppress(ReadingroomError):  # closed again at once
            self._draw(PictureJob("", 0, 1.0, None, ()))

    def _draw(self, job: PictureJob) -> bytes:
        try:
            outcome = next(outcome for _, outcome in self._engine.map(draw_picture, [(job, job)]))
        except Stopped:
            outcome = Lost("died", "the reading room is closing")
        if isinstance(outcome, Lost):
            raise ReadingroomError(f"the picture of page {job.number} cannot be drawn: {outcome.what}", "")
        return outcome

    def _keep(self, job: PictureJob, png: bytes) -> None:
        with self._lock:
            if job not in self._kept:
                self._kept[job] = png
                self._size += len(png)
            while self._size > KEPT_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped)
