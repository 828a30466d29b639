"""The one loop: cut → those not done → engine → commit → retire. Stages, engine and store meet here and nowhere else.

The pages stage is given time in growing portions, and after each the next stages run on what is there, so that
messages can be read while pages still come in; what is found across messages waits for the last page. Every commit is
whole: killed at any moment, the next run goes on.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from readingroom.case.folder import Case
from readingroom.case.stage import Cut, Stage
from readingroom.case.stages import STAGES, WHILE_READING
from readingroom.case.work import Group, Made, work
from readingroom.engine import Engine, Lost
from readingroom.model import Settings, Values
from readingroom.store import Batch, commit, done_batches, forget_lost, read_note, retire, take_wanted, write_note

FIRST_PORTION = 8.0  # seconds of page reading before later stages run for the first time; doubled each time
LARGEST_PORTION = 240.0
GROUP_SECONDS = 0.6  # how long one trip to a worker should take
NOTE_EVERY = 1.0  # seconds between notes on how reading goes
WANTED_EVERY = 0.3


class Progress(NamedTuple):
    """How far a stage has come. `seconds_left` is None while that cannot be told."""

    stage: str
    done: int
    total: int
    seconds_left: float | None


class Outcome(NamedTuple):
    """How a run ended."""

    finished: bool  # False: told to stop
    batches: int  # how many were done in this run


@dataclass(slots=True)
class _Run:
    """What one run of the loop has to remember."""

    case: Case
    engine: Engine
    settings: Settings
    on_progress: Callable[[Progress], None]
    should_stop: Callable[[], bool]
    batches: int = 0
    noted: float = 0.0
    seconds_a_job: dict[str, float] = field(default_factory=dict)


def read_case(
    case: Case,
    engine: Engine,
    settings: Settings | None = None,
    *,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Read all that is in the case and not read yet. Raises CaseBusy where another process is at it."""
    run = _Run(case, engine, settings or Settings(), on_progress, should_stop)
    pages, *later = STAGES
    portion = FIRST_PORTION
    with case.writing():
        try:
            finished = False
            while not finished and not should_stop():
                finished = pages_done = _run_stage(run, pages, portion)
                for stage in later:
                    if pages_done or stage.name in WHILE_READING:
                        finished = _run_stage(run, stage, None) and finished
                portion = min(portion * 2, LARGEST_PORTION)
            _note(run, Progress("", 0, 0, None), "finished" if finished else "stopped")
        except BaseException:
            _note(run, Progress("", 0, 0, None), "stopped")
            raise
    return Outcome(finished, run.batches)


def read_corrected(case: Case, engine: Engine, settings: Settings | None = None) -> Outcome:
    """Do again what corrections change: of every stage behind the pages the batches concerned. No page is read.

    Raises CaseBusy where another process is at the case.
    """
    run = _Run(case, engine, settings or Settings(), lambda _: None, lambda: False)
    with case.writing():
        before = read_note(case.store, "reading")
        for stage in STAGES[1:]:
            _run_stage(run, stage, None)
        if before:  # how the reading of pages stands is as it was
            write_note(case.store, "reading", before)
    return Outcome(True, run.batches)


LOST = ("raised", "timeout", "died")  # reasons of `engine.Lost`


def forget_lost_jobs(case: Case) -> int:
    """Have the next reading try once more what cost its worker: memory may have been short. Says how many."""
    with case.writing():
        return forget_lost(case.store, LOST)


def _run_stage(run: _Run, stage: Stage, portion: float | None) -> bool:
    """Do what of a stage is not done, for about `portion` seconds. True when nothing is left."""
    done = done_batches(run.case.store, stage.name)
    live: set[str] = set()
    waiting: dict[str, tuple[Cut, str]] = {}  # by place, in the order of the cut
    for cut in stage.cut(run.case, run.settings):
        live.add(cut.place)
        key = stage.key(cut.content, run.settings)
        if done.get(cut.place) != key:
            waiting[cut.place] = (cut, key)
    total, before = len(live), len(live) - len(waiting)
    until = time.monotonic() + portion if portion else float("inf")
    began = time.monotonic()
    taken = 0
    lost: deque[tuple[Batch, object]] = deque()
    for (batches, jobs), outcome in run.engine.map(work, _groups(run, stage, waiting, until)):
        if isinstance(outcome, Lost):
            lost.extend(zip(batches, jobs, strict=True))
            continue
        _keep(run, stage, batches, outcome)
        taken += len(batches)
        left = (time.monotonic() - began) / taken * (total - before - taken)
        _tell(run, Progress(stage.name, before + taken, total, left))
    for (batches, jobs), outcome in run.engine.map(work, _alone(run, stage, lost)):
        made = Made([stage.lost(jobs[0], outcome.reason, outcome.what)], 0.0) if isinstance(outcome, Lost) else outcome
        _keep(run, stage, batches, made)
        taken += 1
        _tell(run, Progress(stage.name, before + taken, total, None))
    finished = not waiting and not run.should_stop()
    if finished:
        retire(run.case.store, stage.name, frozenset(live))
    return finished


_Trip = tuple[tuple[tuple[Batch, ...], tuple[object, ...]], Group]


def _groups(run: _Run, stage: Stage, waiting: dict[str, tuple[Cut, str]], until: float) -> Iterator[_Trip]:
    """Trips for the engine, drawn one at a time: wanted pages first, groups as large as GROUP_SECONDS allow."""
    looked = 0.0
    while waiting and time.monotonic() < until and not run.should_stop():
        places: list[str] = []
        if time.monotonic() - looked > WANTED_EVERY:
            looked = time.monotonic()
            places = [place for place in _wanted(run, stage) if place in waiting]
        size = max(1, min(stage.group, int(GROUP_SECONDS / run.seconds_a_job.get(stage.name, GROUP_SECONDS / 4))))
        places = places or [place for place, _ in zip(waiting, range(size), strict=False)]
        cuts = [waiting.pop(place) for place in places]
        jobs = stage.load(run.case, [cut.ref for cut, _ in cuts])
        yield _trip(stage, [(Batch(cut.place, key), job) for (cut, key), job in zip(cuts, jobs, strict=True)])


def _alone(run: _Run, stage: Stage, lost: deque[tuple[Batch, object]]) -> Iterator[_Trip]:
    while lost and not run.should_stop():
        yield _trip(stage, [lost.popleft()])


def _trip(stage: Stage, pairs: list[tuple[Batch, object]]) -> _Trip:
    jobs = tuple(job for _, job in pairs)
    return (tuple(batch for batch, _ in pairs), jobs), Group(stage.run, jobs)


def _wanted(run: _Run, stage: Stage) -> list[str]:
    if stage.cut_by != "page":
        return []
    return [f"{source}:{page}" for source, page in take_wanted(run.case.store)]


def _keep(run: _Run, stage: Stage, batches: tuple[Batch, ...], made: Made) -> None:
    values: list[Values] = made.values
    commit(run.case.store, stage.name, batches, values)
    run.batches += len(batches)
    if made.seconds:
        usual = run.seconds_a_job.get(stage.name)
        latest = made.seconds / len(batches)
        run.seconds_a_job[stage.name] = latest if usual is None else 0.7 * usual + 0.3 * latest


def _tell(run: _Run, progress: Progress) -> None:
    run.on_progress(progress)
    if time.monotonic() - run.noted > NOTE_EVERY:
        _note(run, progress, "reading")


def _note(run: _Run, progress: Progress, state: str) -> None:
    """How reading goes, for whoever looks from another process. Known to no stage."""
    run.noted = time.monotonic()
    write_note(
        run.case.store,
        "reading",
        {"state": state, "updated": datetime.now(UTC).isoformat(timespec="seconds"), **progress._asdict()},
    )
