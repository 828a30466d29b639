"""kill -9 at some moments of a read, then the command again: the same case, byte for byte."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readingroom.case import add_paths, make_case, open_case, read_case
from readingroom.engine import InProcess
from readingroom.store import correction_entries, database_faults
from tests.case.releases import exported, print_letters

PAGES = 60
MOMENTS = (1, 25, PAGES + 20)  # batches in the store when the blow falls; after the last of pages, more follow


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    return print_letters(tmp_path_factory.mktemp("given") / "lamps.pdf", *(n % 50 for n in range(PAGES)))


def batches(folder: Path) -> int:
    database = sqlite3.connect(f"file:{folder / 'case.db'}?mode=ro", uri=True)
    try:
        return database.execute("SELECT count(*) FROM batch").fetchone()[0]
    finally:
        database.close()


def start_reading(folder: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "readingroom", "read", str(folder), "--workers", "2"],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_killed_read_goes_on_to_the_same_end(tmp_path, release):
    whole = make_case(tmp_path / "whole.case")
    add_paths(whole, [release], InProcess())
    read_case(whole, InProcess())

    killed = make_case(tmp_path / "killed.case")
    add_paths(killed, [release], InProcess())
    killed.close()
    seen = []
    for moment in MOMENTS:
        reading = start_reading(tmp_path / "killed.case")
        while batches(tmp_path / "killed.case") < moment and reading.poll() is None:
            time.sleep(0.005)
        os.killpg(reading.pid, signal.SIGKILL)
        reading.wait()
        seen.append(batches(tmp_path / "killed.case"))
    assert seen[0] < PAGES  # it was killed in the middle
    assert seen == sorted(seen)  # nothing that was committed is lost

    case = open_case(tmp_path / "killed.case")
    assert database_faults(case.store) == ()
    assert read_case(case, InProcess()).finished
    assert exported(case) == exported(whole)


SAY = """
import sys
from pathlib import Path
from readingroom.case import open_case
from readingroom.case.correcting import Who, keep_correction
case = open_case(Path(sys.argv[1]))
for page in range(2, 60):
    entry = keep_correction(case, {"kind": "cut", "file": "lamps.pdf", "page": page}, Who("Ada", str(page)))
    print(entry[0].id, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_correction_that_was_acknowledged_outlives_kill(tmp_path, release):
    case = make_case(tmp_path / "corrected.case")
    add_paths(case, [release], InProcess())
    for seen in (1, 7):
        saying = subprocess.Popen(
            [sys.executable, "-c", SAY, str(case.folder)], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        told = [saying.stdout.readline().strip() for _ in range(seen)]
        os.killpg(saying.pid, signal.SIGKILL)
        told += saying.stdout.read().split("\n")[:-1]  # whole lines that were on their way
        saying.wait()
        assert set(told) <= {entry.id for entry in correction_entries(case.store)}
    assert database_faults(case.store) == ()
