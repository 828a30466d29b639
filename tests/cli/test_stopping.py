"""Commands that run for long: stopped by Ctrl-C, refused while another one is at it, and ended by themselves."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from readingroom.case import add_paths, make_case, open_case
from readingroom.engine import InProcess
from readingroom.sample import sample_files
from readingroom.store import done_batches, read_note
from tests.case.releases import print_letters

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")


def start(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "readingroom", *map(str, words)],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def press_ctrl_c(process):
    """As a terminal does: the signal goes to the workers too."""
    os.killpg(process.pid, signal.SIGINT)


def wait_until(true, seconds=30):
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    assert true()


def test_ctrl_c_stops_a_read_soon_and_loses_nothing(tmp_path):
    case = make_case(tmp_path / "sample.case")
    add_paths(case, [sample_files().pdf], InProcess())
    reading = start("read", case.folder, "--workers", "2")
    wait_until(lambda: done_batches(case.store, "pages"))

    began = time.monotonic()
    second = start("read", case.folder)
    second.communicate()
    assert second.returncode == 4
    assert time.monotonic() - began < 15  # nearly all of it is for a loaded machine to start Python

    done = len(done_batches(case.store, "pages"))
    began = time.monotonic()
    press_ctrl_c(reading)
    _, told = reading.communicate(timeout=20)
    assert time.monotonic() - began < 15
    assert reading.returncode == 130
    assert "the same command goes on" in told
    assert "Traceback" not in told
    assert len(done_batches(case.store, "pages")) >= done
    assert read_note(case.store, "reading")["state"] == "stopped"
    with case.writing():
        pass  # nobody holds it any more


def test_open_makes_a_case_reads_it_and_serves_it(tmp_path):
    file = print_letters(tmp_path / "lamps.pdf", 0, 1, 2)
    opened = start("open", file, "--no-browser", "--workers", "1")
    try:
        line = opened.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+\S*", line)[0]
        here = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        assert "lamps" in here.open(address, timeout=20).read().decode()
        wait_until(lambda: read_note(open_case(tmp_path / "lamps.case").store, "reading") is not None)
        wait_until(lambda: read_note(open_case(tmp_path / "lamps.case").store, "reading")["state"] == "finished")
    finally:
        press_ctrl_c(opened)
    _, told = opened.communicate(timeout=20)
    assert opened.returncode == 0
    assert "3 pages expected, 3 read" in told
    assert "Traceback" not in told


def test_kill_ends_a_read_as_ctrl_c_does(tmp_path):
    case = make_case(tmp_path / "sample.case")
    add_paths(case, [sample_files().pdf], InProcess())
    reading = start("read", case.folder, "--workers", "2")
    wait_until(lambda: done_batches(case.store, "pages"))
    reading.terminate()
    _, told = reading.communicate(timeout=20)
    assert reading.returncode == 130
    assert "the same command goes on" in told
    assert "leaked" not in told
    with case.writing():
        pass


def test_the_demonstration_ends_by_itself_where_there_is_no_terminal(sample_folder, tmp_path):
    shutil.copytree(sample_folder, tmp_path / "demo" / sample_folder.name)  # read already: this is about the rest
    ran = start("demo", tmp_path / "demo", "--no-browser")
    out, told = ran.communicate(timeout=60)
    assert ran.returncode == 0, told
    assert "19 quotations" in out
    assert re.search(r"first screen: http://127\.0\.0\.1:\d+\S* answered with [\d,]+ bytes", told)
