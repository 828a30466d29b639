"""The server as a process of its own: it says where it is, answers, draws a page of the sample, and ends on Ctrl-C."""

import signal
import subprocess
import sys
import urllib.request
from importlib.resources import files

import pytest

from readingroom.case import add_paths, make_case
from readingroom.engine import InProcess
from readingroom.errors import UsageError
from readingroom.store import sources
from readingroom.web import serve_case
from readingroom.web.serve import _listen_at_own_port, own_port

SERVE = """
import sys
from pathlib import Path
from readingroom.case import open_case
from readingroom.web import serve_case
if __name__ == "__main__":
    serve_case(open_case(Path(sys.argv[1])), on_ready=lambda address: print(address, flush=True))
    print("ended", flush=True)
"""


@pytest.fixture
def folder(tmp_path):
    case = make_case(tmp_path / "sample.case")
    added = list(add_paths(case, [files("readingroom.sample").joinpath("harrow-release.pdf")], InProcess()))
    assert added[0].source
    case.close()
    return case.folder


def test_it_serves_and_ends(folder, tmp_path):
    script = tmp_path / "serve.py"
    script.write_text(SERVE)
    with subprocess.Popen([sys.executable, script, folder], stdout=subprocess.PIPE, text=True) as process:
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        source = make_case(folder)
        with urllib.request.urlopen(address) as answer:
            assert "40" in answer.read().decode()
        picture = f"{address}picture/{sources(source.store)[0].id[:12]}/1.png?box=0,0,200,100&mark=10,10,50,20"
        with urllib.request.urlopen(picture) as answer:
            assert answer.read().startswith(b"\x89PNG")
        source.close()
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().strip() == "ended"
        assert process.wait(20) == 0


def test_a_port_that_is_taken_is_told(folder):
    import socket

    case = make_case(folder)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot be used"):
            serve_case(case, port=taken.getsockname()[1], on_ready=print)
    case.close()


def test_a_case_has_the_same_address_each_time_while_it_is_free(folder):
    case = make_case(folder)
    first = _listen_at_own_port(case)
    second = _listen_at_own_port(case)
    try:
        assert first.getsockname()[1] == own_port(case)
        assert second.getsockname()[1] != own_port(case)
    finally:
        first.close()
        second.close()
        case.close()
