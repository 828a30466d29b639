"""The loop: what is done stays done, what changed is done again, and nothing that stops it changes what comes out."""

import time
from pathlib import Path

import pytest

from readingroom.case import STAGES, add_paths, forget_lost_jobs, make_case, open_case, read_case, run
from readingroom.case.ask_lists import list_pages, list_problems
from readingroom.engine import InProcess, LocalProcesses
from readingroom.errors import CaseBusy
from readingroom.model import Document, Values
from readingroom.store import Batch, commit, documents, done_batches, mark_wanted, read_note, sources
from tests.case.deeds import BAD, run_dying, run_endless, run_raising
from tests.case.releases import exported, print_letters, subjects

STAGE_NAMES = [stage.name for stage in STAGES]


class Watching(InProcess):
    """Notes what it is given to do."""

    def __init__(self):
        self.pages = []

    def map(self, function, jobs):
        def watched():
            for key, group in jobs:
                self.pages += [job.number for job in group.jobs if hasattr(job, "number")]
                yield key, group

        return super().map(function, watched())


@pytest.fixture
def here():
    return InProcess()


def read_anew(folder, *groups):
    """A case into which each group of files was added and read in turn."""
    case = make_case(folder)
    for group in groups:
        add_paths(case, group, InProcess())
        assert read_case(case, InProcess()).finished
    return case


def stages_with(name, **changes):
    return tuple(stage._replace(**changes) if stage.name == name else stage for stage in STAGES)


def test_letters_are_read(tmp_path, here):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "a.pdf", 0, 1, 2)])
    assert subjects(case) == [
        "Lamps for harbor 0",
        "RE: Lamps for harbor 0",
        "Lamps for harbor 0",
        "Lamps for harbor 1",
    ]
    assert read_note(case.store, "reading")["state"] == "finished"


def test_done_work_is_not_done_again(tmp_path, here):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "a.pdf", 0, 1, 2)])
    before = exported(case)
    assert read_case(case, here) == (True, 0)
    case.close()
    case = open_case(tmp_path / "lamps.case")
    assert read_case(case, here) == (True, 0)
    assert exported(case) == before


def test_an_empty_case_is_read_at_once(tmp_path, here):
    assert read_case(make_case(tmp_path / "lamps.case"), here).finished


def test_one_more_file_redoes_only_what_it_must(tmp_path, here):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "b.pdf", *range(10))])
    keys = {name: done_batches(case.store, name) for name in STAGE_NAMES}
    add_paths(case, [print_letters(tmp_path / "a.pdf", 20, 22)], here)
    outcome = read_case(case, here)
    new = {
        name: {place for place, key in done_batches(case.store, name).items() if keys[name].get(place) != key}
        for name in STAGE_NAMES
    }
    assert {name: len(new[name]) for name in STAGE_NAMES[:5]} == {  # what goes by families of copies has its own tests
        "pages": 2,
        "documents": 1,
        "copies": len([row for row in documents(case.store) if sources(case.store)[0].id == row.document.source]),
        "messages": 1,
        "attachments": 0,  # no mail of these names any
    }
    assert outcome == (True, sum(map(len, new.values())))


def test_the_same_file_again_redoes_nothing(tmp_path, here):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "b.pdf", 0, 1)])
    add_paths(case, [print_letters(tmp_path / "a.pdf", 0, 1)], here)
    assert read_case(case, here) == (True, 0)


@pytest.mark.parametrize("name", STAGE_NAMES)
def test_a_changed_stage_is_done_again_and_no_stage_before_it(tmp_path, here, monkeypatch, name):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "a.pdf", 0, 1, 2)])
    before = exported(case)
    expected = len(done_batches(case.store, name))
    version = next(stage.version for stage in STAGES if stage.name == name)
    monkeypatch.setattr(run, "STAGES", stages_with(name, version=version + 1))
    assert read_case(case, here) == (True, expected)  # what it gives is the same, so that no later stage is done again
    assert exported(case) == before


def test_what_no_live_batch_made_goes(tmp_path, here):
    case = read_anew(tmp_path / "lamps.case", [print_letters(tmp_path / "a.pdf", 0, 1)])
    before = exported(case)
    ghost = Document(id="gone-p1", source="0" * 64, first_page=1, last_page=1, number="")
    commit(case.store, "documents", [Batch("0" * 64, "old")], [Values(documents=(ghost,))])
    assert exported(case) != before
    read_case(case, here)
    assert exported(case) == before


def test_the_order_in_which_files_come_says_nothing(tmp_path):
    files = [
        print_letters(tmp_path / "a.pdf", 0, 1, 2),
        print_letters(tmp_path / "b.pdf", 2, 3, 1),
        print_letters(tmp_path / "c.pdf", 5, 0),
    ]
    a, b, c = files
    orders = ([files], [[c], [b], [a]], [[b], [a, c]], [[c, a, b]])
    exports = {exported(read_anew(tmp_path / f"{n}.case", *order)) for n, order in enumerate(orders)}
    assert len(exports) == 1


def test_a_wanted_page_jumps_the_queue(tmp_path):
    case = make_case(tmp_path / "lamps.case")
    (added,) = add_paths(case, [print_letters(tmp_path / "a.pdf", *range(12))], InProcess())
    mark_wanted(case.store, added.source.id, 9)
    mark_wanted(case.store, added.source.id, 400)  # there is no such page
    watching = Watching()
    read_case(case, watching)
    assert watching.pages[0] == 9
    assert sorted(watching.pages) == list(range(1, 13))


def test_it_stops_when_told_and_goes_on_later(tmp_path, here, monkeypatch):
    file = print_letters(tmp_path / "a.pdf", *range(12))
    undisturbed = exported(read_anew(tmp_path / "whole.case", [file]))
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [file], here)
    told = []
    outcome = read_case(case, here, on_progress=told.append, should_stop=lambda: bool(told))
    assert not outcome.finished
    assert 0 < outcome.batches < 12
    assert read_note(case.store, "reading")["state"] == "stopped"
    again = read_case(case, here)
    assert again.finished
    assert sum(page.state == "waiting" for page in list_pages(case)) == 0
    assert exported(case) == undisturbed


def test_a_short_portion_lets_later_stages_run_in_between_and_changes_nothing(tmp_path, here, monkeypatch):
    file = print_letters(tmp_path / "a.pdf", *range(12))
    undisturbed = exported(read_anew(tmp_path / "whole.case", [file]))
    monkeypatch.setattr(run, "FIRST_PORTION", 0.001)
    seen = []
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [file], here)
    read_case(case, here, on_progress=lambda progress: seen.append(progress.stage))
    assert "messages" in seen[: len(seen) - seen[::-1].index("pages")]  # before the last page was read
    assert exported(case) == undisturbed


@pytest.mark.parametrize(
    ("bad", "reason"),
    [(run_dying, "died"), (run_endless, "timeout"), (run_raising, "raised")],
    ids=["dies", "never ends", "raises"],
)
def test_a_page_that_kills_its_worker_costs_itself_alone(tmp_path, monkeypatch, bad, reason):
    case = make_case(tmp_path / "lamps.case")
    with LocalProcesses(workers=2, seconds=4 if bad is run_endless else 60, memory=2 << 30) as engine:
        add_paths(case, [print_letters(tmp_path / "a.pdf", *range(0, 16, 2))], engine)
        monkeypatch.setattr(run, "STAGES", stages_with("pages", run=bad))
        assert read_case(case, engine).finished
    assert [page.number for page in list_pages(case) if page.state != "read"] == [BAD]
    (problem,) = list_problems(case)
    assert (problem.stage, problem.page, problem.reason) == ("pages", BAD, reason)
    assert problem.hint
    assert subjects(case) == [f"Lamps for harbor {n}" for n in range(8) if n + 1 != BAD]


def test_a_lost_page_is_tried_again_only_when_asked(tmp_path, here, monkeypatch):
    file = print_letters(tmp_path / "a.pdf", *range(0, 16, 2))
    undisturbed = exported(read_anew(tmp_path / "whole.case", [file]))
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [file], here)
    with monkeypatch.context() as broken:
        broken.setattr(run, "STAGES", stages_with("pages", run=run_raising))
        read_case(case, here)
    assert read_case(case, here).batches == 0
    assert len(list(list_problems(case))) == 1
    assert forget_lost_jobs(case) == 1
    read_case(case, here)
    assert exported(case) == undisturbed


def test_a_second_reader_is_told_at_once(tmp_path, here):
    case = make_case(tmp_path / "lamps.case")
    other = open_case(tmp_path / "lamps.case")
    began = time.monotonic()
    with case.writing():
        assert other.is_being_written()
        with pytest.raises(CaseBusy, match="another process"):
            read_case(other, here)
        with pytest.raises(CaseBusy, match="another process"):
            add_paths(other, [Path(__file__)], here)
    assert time.monotonic() - began < 2
    assert not other.is_being_written()
    assert read_case(other, here).finished
