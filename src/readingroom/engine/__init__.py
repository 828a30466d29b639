"""Running a function over many jobs: in this process, or in local worker processes with limits.

Takes: a top-level function and (key, argument) pairs. Gives: (key, result or `Lost`) pairs, in any order, with a
bounded number of jobs in flight. Owns: worker processes and their limits.
It has heard of neither stages nor stores, and never raises for what a job does. Open first: `jobs.py`.

    with LocalProcesses(workers=2, seconds=120, memory=2 << 30) as engine:
        for key, outcome in engine.map(read_page, jobs):
            ...
"""

from readingroom.engine.inprocess import InProcess
from readingroom.engine.jobs import Engine, Lost, Stopped
from readingroom.engine.local import LocalProcesses
from readingroom.engine.threads import side_by_side

__all__ = ["Engine", "InProcess", "LocalProcesses", "Lost", "Stopped", "side_by_side"]
