"""What tests of several rooms share: the sample, read once a session (half a minute) by whoever asks first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from readingroom.case import Case, add_paths, make_case, open_case, read_case
from readingroom.cli.reading import engine_for
from readingroom.intake import read_request_file
from readingroom.sample import sample_files
from readingroom.store import write_request


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the sample's case, read to the end. Shared by all workers: look, and change nothing."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "sample" / "harrow-release.case"
    finished = shared / "sample-is-read"
    with FileLock(shared / "sample.lock"):
        if not finished.exists():
            _read_sample(folder)
            finished.touch()
    return folder


@pytest.fixture(scope="session")
def sample_case(sample_folder: Path) -> Iterator[Case]:
    """The sample's case, opened."""
    case = open_case(sample_folder)
    yield case
    case.close()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """Which worker this is; "master" without pytest-xdist."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "master"))


def _read_sample(folder: Path) -> None:
    sample = sample_files()
    case = make_case(folder)
    try:
        write_request(case.store, read_request_file(sample.request))
        with engine_for(0) as engine:
            add_paths(case, [sample.pdf], engine)
            read_case(case, engine)
    finally:
        case.close()
