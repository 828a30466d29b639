"""Pictures: drawn once, kept in memory up to a limit, and a page that cannot be drawn hurts nothing else."""

import pytest

from readingroom.case import ask_pictures, make_case
from readingroom.case.ask_pictures import Pictures
from readingroom.engine import InProcess
from readingroom.errors import NotFound, ReadingroomError
from readingroom.model import Box, Source
from readingroom.store import add_sources

SOURCE = "cd" * 32


class Drawn:
    """Stands for the drawing: counts what it was asked for."""

    def __init__(self, size=100):
        self.jobs = []
        self.size = size

    def __call__(self, job):
        if not job.path:
            return b""
        self.jobs.append(job)
        if job.number == 3:
            raise MemoryError
        return bytes([job.number]) * self.size


@pytest.fixture
def case(tmp_path):
    case = make_case(tmp_path / "pictures.case")
    source = Source(id=SOURCE, name="lamps.pdf", media_type="application/pdf", size=1, pages=4)
    add_sources(case.store, [(source, f"originals/{SOURCE}")])
    yield case
    case.close()


@pytest.fixture
def drawn(monkeypatch):
    drawn = Drawn()
    monkeypatch.setattr(ask_pictures, "draw_picture", drawn)
    return drawn


def test_a_picture_is_drawn_once(case, drawn):
    with Pictures(case, InProcess()) as pictures:
        assert pictures(SOURCE[:12], 1) == pictures(SOURCE, 1)
        pictures(SOURCE, 1, 2.0)
        pictures(SOURCE, 1, 2.0, Box(0, 0, 10, 10))
    assert [(job.number, job.scale, job.box) for job in drawn.jobs] == [
        (1, 1.5, None),
        (1, 2.0, None),
        (1, 2.0, Box(0, 0, 10, 10)),
    ]
    assert drawn.jobs[0].path == str(case.folder / "originals" / SOURCE)


def test_the_oldest_are_dropped_beyond_the_limit(case, drawn, monkeypatch):
    monkeypatch.setattr(ask_pictures, "KEPT_BYTES", 250)
    with Pictures(case, InProcess()) as pictures:
        for number in (1, 2, 1, 4, 1, 2):
            pictures(SOURCE, number)
    assert [job.number for job in drawn.jobs] == [1, 2, 4, 2]


def test_a_page_that_cannot_be_drawn_is_an_error_and_hurts_no_other(case, drawn):
    with Pictures(case, InProcess()) as pictures:
        with pytest.raises(ReadingroomError, match="page 3 cannot be drawn"):
            pictures(SOURCE, 3)
        assert pictures(SOURCE, 2)


@pytest.mark.parametrize(("source", "page"), [(SOURCE, 0), (SOURCE, 5), ("ee" * 6, 1)])
def test_no_such_page(case, drawn, source, page):
    with Pictures(case, InProcess()) as pictures, pytest.raises(NotFound):
        pictures(source, page)
