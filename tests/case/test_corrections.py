"""Corrections from the log to what a case says: kept, applied where they belong, undone, merged, found again."""

import json
import random
import shutil
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readingroom.case import add_paths, make_case, read_case, read_corrected
from readingroom.case.ask_corrections import list_corrections
from readingroom.case.ask_lists import list_copies, list_documents, list_messages
from readingroom.case.correcting import Who, keep_correction, put_back, undo_correction
from readingroom.case.correction_files import KEYS, export_corrections, import_corrections
from readingroom.case.said import live_corrections
from readingroom.engine import InProcess
from readingroom.errors import NotFound, UsageError
from readingroom.model import Correction, CorrectionEntry, CorrectionKind, CorrectionState, PostSaid
from readingroom.store import add_corrections, correction_entries, done_batches, open_store
from readingroom.text import correction_record, entry_id, read_correction
from tests.case.releases import exported, print_letters, subjects

ADA = Who("Ada", "2026-02-01T10:00:00.000+00:00", "I was there")
LATER = Who("Ada", "2026-02-01T11:00:00.000+00:00")
TOM = Who("Tom", "2026-02-02T10:00:00.000+00:00")


@pytest.fixture
def case(tmp_path):
    """Letters 0, 1 (which quotes 0), 2 and 0 again: a page each."""
    case = make_case(tmp_path / "lamps.case")
    add_paths(case, [print_letters(tmp_path / "letters.pdf", 0, 1, 2, 0)], InProcess())
    read_case(case, InProcess())
    yield case
    case.close()


def ids(case):
    return [one.copy.id for one in list_copies(case)]


def say(case, who=ADA, **record):
    kept = keep_correction(case, record, who)
    read_corrected(case, InProcess())
    return kept[-1]


def states(case):
    return [one.state for one in list_corrections(case)]


def test_a_corrected_subject_shows_everywhere(case):
    before = exported(case)
    first = ids(case)[0]
    entry = say(case, kind="field", copy=first, field="subject", says="Lanterns for harbor 0")
    assert subjects(case)[0] == "Lanterns for harbor 0"
    assert "Lanterns for harbor 0" in {one.row.subject for one in list_messages(case)}
    (listed,) = list_corrections(case)
    assert (listed.state, listed.fits[0].reads) == (CorrectionState.APPLIED, "Lamps for harbor 0")
    undo_correction(case, entry.id, LATER)
    read_corrected(case, InProcess())
    assert exported(case) == before


def test_only_the_documents_concerned_are_read_again(case):
    pages, copies = done_batches(case.store, "pages"), done_batches(case.store, "copies")
    say(case, kind="field", file="letters.pdf", page=3, field="from", says="Gull, Mirabel")
    assert done_batches(case.store, "pages") == pages
    changed = {place for place, key in done_batches(case.store, "copies").items() if copies[place] != key}
    assert len(changed) == 1


def test_where_nothing_is_said_nothing_is_done_again(case):
    assert read_corrected(case, InProcess()).batches == 0
    assert read_case(case, InProcess()).batches == 0


def test_a_page_with_two_headers_must_be_told_which(case):
    with pytest.raises(UsageError, match="2 headers") as told:
        say(case, kind="field", file="letters.pdf", page=2, field="from", says="Finch, Thomas")
    assert ids(case)[1] in told.value.hint


def test_cut_and_back(case):
    assert len(list(list_documents(case))) == 1
    entry = say(case, kind="cut", file="letters.pdf", page=3)
    assert [one.document.first_page for one in list_documents(case)] == [1, 3]
    assert len(ids(case)) == 5
    undo = undo_correction(case, entry.id[:8], LATER)
    read_corrected(case, InProcess())
    assert [one.document.first_page for one in list_documents(case)] == [1]
    undo_correction(case, undo.id, TOM)
    read_corrected(case, InProcess())
    assert [one.document.first_page for one in list_documents(case)] == [1, 3]
    with pytest.raises(UsageError, match="undone already"):
        undo_correction(case, undo.id, TOM)


def test_not_the_same_message_and_put_back(case):
    copies = ids(case)
    same = next(one for one in list_messages(case) if len(one.copies) == 3)
    assert [row.id for row in same.copies if row.id == copies[4]]
    entry = say(case, kind="not_same_message", copy=copies[0], other_copy=copies[4])
    joined = {one.copy.id: one.message for one in list_copies(case)}
    assert joined[copies[0]] != joined[copies[4]]
    assert states(case) == [CorrectionState.APPLIED]
    undo_correction(case, entry.id, LATER)
    put_back(case, entry.id, TOM)
    assert states(case)[0] is CorrectionState.APPLIED


def test_the_same_message(case):
    copies = ids(case)
    say(case, kind="same_message", copy=copies[0], other_copy=copies[3])
    joined = {one.copy.id: one.message for one in list_copies(case)}
    assert joined[copies[0]] == joined[copies[3]]
    assert states(case) == [CorrectionState.APPLIED]


def test_what_one_person_says_anew_replaces_what_that_person_said(case):
    first = ids(case)[0]
    say(case, kind="field", copy=first, field="subject", says="Lanterns")
    say(case, LATER, kind="field", copy=first, field="subject", says="Lanterns, ten")
    assert subjects(case)[0] == "Lanterns, ten"
    (live,) = live_corrections(correction_entries(case.store)).values()
    assert live.was == "Lamps for harbor 0"  # what the machine reads, not what was said before


def test_what_two_people_say_differently_is_a_conflict(case):
    first = ids(case)[0]
    say(case, kind="field", copy=first, field="subject", says="Lanterns")
    say(case, TOM, kind="field", copy=first, field="subject", says="Torches")
    assert subjects(case)[0] == "Lamps for harbor 0"
    assert states(case) == [CorrectionState.CONFLICT] * 2


def test_corrections_wait_for_a_release_that_comes_later(case, tmp_path):
    say(case, kind="field", copy=ids(case)[0], field="subject", says="Lanterns")
    other = make_case(tmp_path / "other.case")
    lines = "\n".join(export_corrections(case)).encode()
    import_corrections(other, "theirs.jsonl", lines, who="Tom")
    read_case(other, InProcess())
    assert states(other) == [CorrectionState.WAITING]
    add_paths(other, [tmp_path / "letters.pdf"], InProcess())
    read_case(other, InProcess())
    assert states(other) == [CorrectionState.APPLIED]
    assert exported(other) == exported(case)


def test_an_added_release_leaves_them_alone(case, tmp_path):
    say(case, kind="field", copy=ids(case)[0], field="subject", says="Lanterns")
    add_paths(case, [print_letters(tmp_path / "more.pdf", 6, 7)], InProcess())
    read_case(case, InProcess())
    assert states(case) == [CorrectionState.APPLIED]
    assert "Lanterns" in subjects(case)


LINES = (
    ("csv", "kind,file,page,field,says,why\nfield,letters.pdf,3,subject,Lanterns,a typo\ncut,letters.pdf,4,,,\n"),
    ("jsonl", '{"kind": "field", "file": "letters.pdf", "page": 3, "field": "to", "says": "Gull, Mira; Rook, Ada"}\n'),
    ("jsonl", '{"kind": "post", "alias": "S1", "post": "Keeper", "holder": "Rook, Ada", "since": "2009-01"}\n'),
)


@pytest.mark.parametrize(("ending", "text"), LINES)
def test_a_file_that_a_person_writes(case, ending, text):
    added = import_corrections(case, f"mine.{ending}", text.encode(), who="Ada")
    assert added.added == len(text.splitlines()) - (ending == "csv")
    assert import_corrections(case, f"mine.{ending}", text.encode(), who="Ada") == (0, added.added)
    read_corrected(case, InProcess())
    assert set(states(case)) == {CorrectionState.APPLIED}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kind,file,page\ncut,letters.pdf,2\ncut,letters.pdf,x\n", "line 3: page is no page number"),
        ("kind,file,pages\ncut,letters.pdf,2\n", "line 2: nothing is called 'pages'"),
        ("kind,file,page\ncut,letter.pdf,2\n", "line 2: no file called letter.pdf"),
        ("kind,file,page\ncutt,letters.pdf,2\n", "line 2: kind is 'cutt'"),
        ('kind,file,page\ncut,"letters.pdf,2\n', "line 2: that is no CSV"),
        ("kind,file,page\ncut,letters.pdf,2,3\n", "line 2: more cells"),
        ('{"kind": "cut", "file": "letters.pdf", "page": 2}\n\n{"kind": "cut"', "line 3: that is no JSON"),
        ('{"kind": "undo"}', "line 1: undoes is no id"),
        (
            '{"kind": "field", "file": "letters.pdf", "page": 3, "field": "form", "says": "x"}',
            "line 1: field is 'form'",
        ),
        ('{"kind": "field", "file": "letters.pdf", "page": 3, "field": "to"}', "line 1: a field says something"),
        ('{"kind": "cut", "file": "letters.pdf", "page": 2, "at": "soon"}', "line 1: at is no time"),
        ('{"kind": "cut", "file": "letters.pdf", "page": 2, "id": "123"}', "line 1: id does not belong"),
        ('{"kind": "header", "file": "letters.pdf", "page": 3, "box": "1,2,3"}', "line 1: box is no box"),
        ('{"kind": "post", "holder": "Rook, Ada"}', "line 1: a post needs"),
        ("{" * 5000, "line 1: that is no JSON"),
    ],
)
def test_a_line_that_is_wrong_is_told_and_nothing_is_kept(case, text, told):
    with pytest.raises(UsageError, match="mine, ") as error:
        import_corrections(case, "mine", text.encode(), who="Ada")
    assert told in error.value.what
    assert "nothing was kept" in error.value.hint
    assert correction_entries(case.store) == ()


def test_no_such_entry(case):
    with pytest.raises(NotFound):
        undo_correction(case, "abcd", ADA)


PEOPLE = st.sampled_from(["Ada", "Tom", "Mira"])
TIMES = st.sampled_from(["", "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"])


@st.composite
def logs(draw):
    """A log: posts, and undos of what is in it."""
    entries = []
    for _ in range(draw(st.integers(0, 8))):
        if entries and draw(st.booleans()):
            correction = Correction(kind=CorrectionKind.UNDO, undoes=draw(st.sampled_from(entries)).id)
        else:
            post = PostSaid("", draw(st.sampled_from("KS")), draw(st.sampled_from(["Rook", "Finch"])), "", "", "")
            correction = Correction(kind=CorrectionKind.POST, post=post)
        who, at = draw(PEOPLE), draw(TIMES)
        entries.append(CorrectionEntry(id=entry_id(correction, who, at), correction=correction, who=who, at=at))
    return entries


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    open_store(path := tmp_path_factory.mktemp("empty") / "case.db").close()
    return path


@settings(max_examples=25, deadline=None)
@given(st.lists(logs(), min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_logs_merge_in_any_order_to_the_same(tmp_path_factory, empty, several, shuffle):
    folder = tmp_path_factory.mktemp("logs")
    merged = []
    for number, order in enumerate(permutations(several)):
        store = open_store(shutil.copy(empty, folder / f"{number}.db"))
        for log in (*order, order[0]):
            add_corrections(store, shuffle.sample(log, len(log)))
        entries = correction_entries(store)
        merged.append((entries, list(live_corrections(entries))))
        store.close()
    assert all(one == merged[0] for one in merged)


def test_every_correction_is_its_record(case):
    copies = ids(case)
    for record in (
        {"kind": "field", "copy": copies[0], "field": "cc", "state": "redacted"},
        {"kind": "header", "file": "letters.pdf", "page": 1, "box": [72, 130, 200, 140]},
        {
            "kind": "same_person",
            "copy": copies[0],
            "name": "Rook, Ada",
            "other_copy": copies[1],
            "other_name": "Finch, Tom",
        },
        {"kind": "post", "alias": "S1", "holder": "Rook, Ada", "until": "2011-07-26", "cited": "the yearbook"},
    ):
        correction = say(case, **record).correction
        told = json.loads(json.dumps(correction_record(correction)))
        assert read_correction(told) == correction
        assert set(told) <= set(KEYS)


def test_a_thousand_corrections_cost_little(case):
    source = list_corrections.__module__ and next(iter(done_batches(case.store, "documents")))
    rng = random.Random(4)
    entries = []
    for number in range(1000):
        x, y = rng.randrange(500), rng.randrange(700)
        record = {"kind": "field", "source": source, "page": 1 + number % 4, "box": [x, y, x + 9, y + 9]}
        correction = read_correction(record | {"field": "to", "says": [f"n{number}"], "state": "read"})
        entries.append(CorrectionEntry(id=entry_id(correction, "Ada", ""), correction=correction, who="Ada", at=""))
    add_corrections(case.store, entries)
    read_corrected(case, InProcess())
    assert len(list_corrections(case)) == 1000
