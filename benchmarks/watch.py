"""A command run and watched: wall time, CPU time, and the memory of all its processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

import psutil

READINGROOM = (sys.executable, "-m", "readingroom")
EVERY = 0.2


class Watched(NamedTuple):
    """What a command cost."""

    seconds: float
    cpu: float  # of it and of the children that it waited for
    peak: int  # bytes: proportional share of memory of all its processes together
    code: int


def watch(command: Sequence[str], until: Callable[[float], bool] = lambda _: False) -> Watched:
    """Run a command to its end, or until `until(seconds)` says so: then it is interrupted as by Ctrl-C."""
    began = time.monotonic()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, cpu, stopped = 0, 0.0, False
    while process.poll() is None:
        with suppress(psutil.Error):
            times = process.cpu_times()
            cpu = max(cpu, times.user + times.system + times.children_user + times.children_system)
            peak = max(peak, sum(map(_share, (process, *process.children(recursive=True)))))
        if not stopped and until(time.monotonic() - began):
            stopped = True
            process.send_signal(2)
        time.sleep(EVERY)
    return Watched(time.monotonic() - began, cpu, peak, process.returncode)


def _share(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_full_info().pss)
    return 0
