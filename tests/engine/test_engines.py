"""Both engines, held to one promise; then what only worker processes can survive."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from readingroom.engine import InProcess, LocalProcesses, Lost, Stopped
from tests.engine.deeds import deed, double, double_or_raise, raise_unsendable, sleep_long

WORKERS = 2
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def workers():
    with LocalProcesses(workers=WORKERS, seconds=2, memory=2 << 30) as engine:
        yield engine


@pytest.fixture(params=["here", "workers"])
def engine(request):
    return InProcess() if request.param == "here" else request.getfixturevalue("workers")


def test_every_job_comes_back_once_under_its_key(engine):
    outcomes = list(engine.map(double, ((f"job {n}", n) for n in range(20))))
    assert sorted(outcomes) == sorted((f"job {n}", 2 * n) for n in range(20))


def test_no_jobs_give_no_results(engine):
    assert list(engine.map(double, [])) == []


def test_what_a_job_raises_comes_back_and_costs_no_other(engine):
    outcomes = dict(engine.map(double_or_raise, ((n, n) for n in range(7))))
    assert outcomes == {n: Lost("raised", f"ValueError: no {n}") if n % 3 == 0 else 2 * n for n in range(7)}


def test_neither_an_exit_nor_a_lack_of_memory_passes(engine):
    outcomes = dict(engine.map(deed, ((name, name) for name in ("system exit", "no memory", "one"))))
    assert outcomes == {
        "system exit": Lost("raised", "SystemExit: 3"),
        "no memory": Lost("died", "out of memory"),
        "one": "did one",
    }


def test_jobs_are_drawn_only_as_places_become_free(engine):
    drawn = []

    def jobs():
        for n in range(50):
            drawn.append(n)
            yield n, n

    results = engine.map(double, jobs())
    assert drawn == []
    for taken in range(1, 6):
        next(results)
        assert len(drawn) <= taken + WORKERS + 1
    results.close()


def test_an_abandoned_run_leaves_the_engine_fit_for_the_next(engine):
    results = engine.map(double, ((n, n) for n in range(50)))
    next(results)
    results.close()
    assert dict(engine.map(double, [("after", 4)])) == {"after": 8}


def test_an_exception_of_whoever_gives_the_jobs_goes_to_whoever_asked(engine):
    def jobs():
        yield 1, 1
        raise KeyError("no more")

    with pytest.raises(KeyError, match="no more"):
        list(engine.map(double, jobs()))
    assert dict(engine.map(double, [("after", 4)])) == {"after": 8}


def test_an_exception_that_cannot_be_sent_is_still_an_outcome(engine):
    outcome = dict(engine.map(raise_unsendable, [("one", 1)]))["one"]
    assert isinstance(outcome, Lost)
    assert dict(engine.map(double, [("after", 4)])) == {"after": 8}


@pytest.mark.parametrize(
    ("bad", "reason", "what"),
    [
        ("exit", "died", "exit code 7"),
        ("segfault", "died", "SIGSEGV"),
        ("abort", "died", "SIGABRT"),
        ("memory", "died", "out of memory"),
        ("loop", "timeout", "2 seconds"),
        ("lambda", "died", "exit code"),
    ],
)
def test_a_job_that_kills_its_worker_costs_itself_alone(workers, bad, reason, what):
    names = ["one", "two", bad, "three", "four"]
    outcomes = dict(workers.map(deed, ((name, name) for name in names)))
    lost = outcomes.pop(bad)
    assert isinstance(lost, Lost)
    assert lost.reason == reason
    assert what in lost.what
    assert outcomes == {name: f"did {name}" for name in names if name != bad}


def test_all_kinds_of_death_at_once_leave_the_good_jobs_alone(workers):
    names = ["one", "exit", "segfault", "two", "abort", "memory", "three", "loop", "four"]
    outcomes = dict(workers.map(deed, ((name, name) for name in names)))
    assert {name for name, outcome in outcomes.items() if isinstance(outcome, Lost)} == {
        "exit",
        "segfault",
        "abort",
        "memory",
        "loop",
    }
    assert len(outcomes) == len(names)


def test_waiting_for_a_worker_is_no_part_of_the_time_limit():
    with LocalProcesses(workers=1, seconds=3, memory=2 << 30) as one:
        assert dict(one.map(deed, ((n, "doze") for n in range(2)))) == dict.fromkeys(range(2), "did doze")


def test_workers_are_deaf_to_ctrl_c(workers):
    assert dict(workers.map(deed, [("interrupt", "interrupt")])) == {"interrupt": "did interrupt"}


def test_closing_drops_what_is_in_flight_at_once(tmp_path):
    engine = LocalProcesses(workers=1, seconds=60, memory=2 << 30)
    results = engine.map(sleep_long, [("sleeper", str(tmp_path))])
    began = time.monotonic()
    _after_start(tmp_path, 1, engine, results)
    engine.close()
    assert time.monotonic() - began < 10


def _after_start(folder, count, engine, results):
    """Sets a run going in a thread, and waits until so many jobs have begun."""
    import threading

    def run():
        with suppress(Stopped):
            list(results)

    threading.Thread(target=run, daemon=True).start()
    until = time.monotonic() + 20
    while len(list(folder.iterdir())) < count and time.monotonic() < until:
        time.sleep(0.05)


CALLER = """
import sys
from readingroom.engine import LocalProcesses
from tests.engine.deeds import sleep_long

if __name__ == "__main__":
    engine = LocalProcesses(workers=2, seconds=100, memory=2 << 30)
    list(engine.map(sleep_long, [(1, sys.argv[1]), (2, sys.argv[1])]))
"""


def test_workers_end_soon_after_their_caller_is_killed(tmp_path):
    script = tmp_path / "caller.py"
    script.write_text(CALLER)
    begun = tmp_path / "begun"
    begun.mkdir()
    caller = subprocess.Popen([sys.executable, str(script), str(begun)], env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        until = time.monotonic() + 30
        while len(list(begun.iterdir())) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        pids = [int(one.name) for one in begun.iterdir()]
        assert len(pids) == 2
    finally:
        caller.kill()
        caller.wait()
    until = time.monotonic() + 6
    while any(map(psutil.pid_exists, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie"]
