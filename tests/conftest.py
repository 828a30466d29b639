"""What several rooms' tests share: the bundled sample, read once a test run."""

import os

import pytest
from filelock import FileLock

from readingroom.case import add_paths, make_case, open_case, read_case
from readingroom.engine import LocalProcesses
from readingroom.intake import read_request_file
from readingroom.sample import sample_files
from readingroom.store import write_request


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory):
    """The folder of the sample's case, read. All processes of a test run share it: copy it before you change it."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder = base / "sample" / "harrow-release.case"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(base / "sample.lock"):
        case = make_case(folder)
        write_request(case.store, read_request_file(sample_files().request))
        with LocalProcesses(workers=2, seconds=180, memory=2 << 30) as engine:
            add_paths(case, [sample_files().pdf], engine)
            assert read_case(case, engine).finished
        case.close()
    return folder


@pytest.fixture(scope="session")
def sample_case(sample_folder):
    """The sample's case, read and open. Only to be looked at."""
    case = open_case(sample_folder)
    yield case
    case.close()
