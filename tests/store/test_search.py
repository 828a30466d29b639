"""Search over a small fictional case. A hit is named by its message, or by "page N" outside any message."""

from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readingroom.errors import QueryError
from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere, Values
from readingroom.store import Batch, Narrowing, Order, all_hits, candidate_entries, commit, facets, search
from tests.store.shelf import Letter, shelve
from tests.store.test_query import PIECES

ORDER = Letter(
    "order",
    body="Each office sends ten lamps to the lighthouse by Friday.\nWhoever falls short ex-\nplains why. Well-\nmeant.",
    subject="Re: Lamps for the lighthouse",
    codes=("B5",),
)
SHORT = Letter(
    "short",
    "Finch, Tom",
    ("Rook, Ada",),
    sent="2011-07-27T10:00",
    subject="Two lamps short",
    body='We have eight lamps. The Café, the mayor\'s "friends", says no.\n'
    "The light-house keeper left; Friday is too soon.",
    codes=("B7(C)",),
    attachments="lamps.xls",
)
LATE = Letter(
    "late", "Wren, Max", cc="Rook, Ada", sent="2012-01-02T08:00", subject="Oil", body="The 1ighthouse has oil."
)
UNDATED = Letter("undated", "Wren, Max", sent="", subject="", body="No date; far from the lamps.")
ALONE = Letter(from_="Rook, Ada", sent="2011-08-01T00:00", subject="Boxes", body="Not joined with any other yet.")

PAGES = (
    ("C05000001", (ORDER,), ""),
    ("C05000002", (SHORT, ORDER), "A memo about rope lies here."),
    ("C05000003", (LATE, UNDATED), ""),
    ("", (ALONE,), "Rope and tar."),
)

FOUND = [
    ("lamps", "order short undated"),
    ("LAMPS", "order short undated"),
    ("lamps lighthouse", "order"),
    ("lamps OR oil", "order short undated late"),
    ("lamps -eight", "order undated"),
    ("lamps NOT (eight OR date)", "order"),
    ("lighth*", "order"),
    ("cafe", "short"),
    ("explains", "order"),  # a hyphen at a line end breaks it
    ("wellmeant OR rope", "order page 2 page 4"),
    ("NEAR(sends lighthouse, 4)", "order"),
    ("NEAR(sends lighthouse, 2)", ""),
    ("~lighthouse", "order late"),
    # exact phrases
    ('"ten lamps to the lighthouse"', "order"),
    ('"TEN LAMPS   to the Lighthouse"', "order"),
    ('"by Friday. Whoever"', "order"),  # over a line end
    ('"by Friday Whoever"', ""),  # punctuation counts
    ('"short explains why"', "order"),  # the hyphen at the line end belongs to the page ...
    ('"why. Well-meant"', "order"),  # ... or to the word
    ('"why. Wellmeant"', "order"),
    ('"the cafe, the"', "short"),
    ('"the café, the"', "short"),
    ('"the mayors"', ""),
    (r'"mayor\'s \"friends\","', "short"),
    ('"light-house"', "short"),
    ('"lighthouse"', "order"),
    ('lamps -"eight lamps"', "order undated"),
    ('"eight lamps" OR "has oil"', "short late"),
    # fields
    ("from:rook", "order page 4"),
    ("from:wren oil", "late"),
    ("to:rook", "short"),
    ("cc:rook", "late"),
    ('subject:"lamps for"', "order"),
    ('subject:"lamps, for"', ""),
    ("subject:lamps", "order short"),
    ("body:short", "order"),
    # conditions
    ("on:2011-07-26", "order"),
    ("on:2011-07", "order short"),
    ("on:2011", "order short page 4"),
    ("before:2011-07-27", "order"),
    ("after:2011-07-27", "short late page 4"),
    ("after:2011-07-27 before:2011-08", "short"),
    ("lamps -on:2011", "undated"),
    ("code:B5", "order"),
    ("code:(b)(7)(C)", "short"),
    ("code:B7", ""),
    ("code:B7*", "short"),
    ("has:redaction", "order short"),
    ("has:attachment", "short"),
    ("doc:c05000002", "order short page 2"),
    ("doc:C0500000* lamps", "order short undated"),
    ("doc:letters lamps", "order short undated"),
    ("doc:letters.pdf lamps", "order short undated"),
    ("doc:letters#1", "order"),
    ("doc:letter", ""),
    ("page:1", "order"),
    ("page:1-2", "order short page 2"),
    ("rope", "page 2 page 4"),
    ("lamps OR has:attachment", "order short undated"),
    ("oil OR (lamps on:2011)", "order short late"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = shelve(tmp_path_factory.mktemp("case"), PAGES)
    yield store
    store.close()


def named(hits):
    """Hits by name, sorted."""
    return sorted(hit.message.message.id if hit.message else f"page {hit.entries[0].page}" for hit in hits)


def split(names):
    return sorted(names.replace("page ", "page").split()) if names else []


@pytest.mark.parametrize(("query", "names"), FOUND)
def test_a_query_finds(store, query, names):
    results = search(store, query)
    assert [name.replace(" ", "") for name in named(results.hits)] == split(names)
    assert results.total == len(results.hits)
    assert results.outside == sum(hit.message is None for hit in results.hits)


def test_copies_stand_beneath_their_message_the_best_first(store):
    (hit,) = search(store, "friday lighthouse sends").hits
    assert [entry.page for entry in hit.entries] == [1, 2]


def test_the_words_taken_for_a_tolerant_word_are_said(store):
    assert search(store, "~lighthouse").spellings == {"lighthouse": ("lighthouse", "1ighthouse")}


def test_orders_by_date_put_undated_messages_last(store):
    def order(one):
        return [hit.message.message.id for hit in search(store, "lamps OR oil", order=one).hits]

    assert order(Order.OLDEST) == ["order", "short", "late", "undated"]
    assert order(Order.NEWEST) == ["late", "short", "order", "undated"]


def test_a_subject_weighs_more_than_a_body(store):
    assert [hit.message.message.id for hit in search(store, "short").hits] == ["short", "order"]


def test_hits_come_in_screens_with_the_whole_count(store):
    whole = search(store, "lamps OR oil OR rope")
    screens = [search(store, "lamps OR oil OR rope", first=first, limit=2) for first in (0, 2, 4, 6)]
    assert [hit for screen in screens for hit in screen.hits] == list(whole.hits)
    assert {screen.total for screen in screens} == {6}
    assert not screens[-1].hits


def test_exports_have_no_cap(store):
    assert named(all_hits(store, "lamps OR oil OR rope")) == named(search(store, "lamps OR oil OR rope").hits)


def test_facets_count_messages_not_copies(store):
    counts = facets(store, "lamps")
    assert counts.senders == (("Finch, Tom", 1), ("Rook, Ada", 1), ("Wren, Max", 1))
    assert counts.months == (("", 1), ("2011-07", 2))
    assert [(number, hits) for _, number, hits in counts.documents] == [
        ("C05000002", 2),
        ("C05000001", 1),
        ("C05000003", 1),
    ]


@pytest.mark.parametrize("query", ["lamps", "lamps OR rope", "on:2011", "~lighthouse", '"eight lamps" OR from:rook'])
def test_a_search_narrowed_to_a_facet_gives_as_many_as_it_says(store, query):
    counts = facets(store, query)
    for sender, hits in counts.senders:
        assert search(store, query, narrow=Narrowing(sender=sender)).total == hits
    for month, hits in counts.months:
        assert not month or search(store, query, narrow=Narrowing(month=month)).total == hits
    for document, _, hits in counts.documents:
        assert search(store, query, narrow=Narrowing(document=document)).total == hits


def test_a_page_is_found_until_its_document_has_been_read(tmp_path):
    store = shelve(tmp_path, PAGES[:1], cut=False)
    (hit,) = search(store, "lamps").hits
    assert hit.message is None
    assert hit.entries[0].kind == "page"
    assert search(store, "doc:letters lamps").total == 1
    assert facets(store, "lamps").documents == ()


def test_a_page_is_found_while_its_document_has_been_cut_and_not_read(tmp_path):
    store = shelve(tmp_path, PAGES, read=False)
    assert named(search(store, "lamps lighthouse").hits) == ["page 1", "page 2"]
    assert [number for _, number, _ in facets(store, "lamps lighthouse").documents] == ["C05000001", "C05000002"]


def test_a_redaction_on_the_page_counts_for_what_no_copy_holds(tmp_path):
    store = shelve(tmp_path, [("C05000009", (), "A memo with a hole in it.")])
    source = search(store, "memo").hits[0].entries[0].source_id
    assert search(store, "has:redaction").total == 0
    mark = Redaction(
        source=source, page=1, kind=RedactionKind.BLACK, where=RedactionWhere.BOX, box=Box(1, 1, 9, 9), codes=()
    )
    commit(store, "stamps", [Batch("1", "1")], [Values(redactions=(mark,))])
    assert search(store, "has:redaction").total == 1


def test_a_page_is_found_again_when_its_copies_are_gone(tmp_path):
    store = shelve(tmp_path, PAGES)
    assert named(search(store, "lighthouse").hits) == ["order"]
    commit(store, "copies", [Batch("1", "2")], [Values()])
    assert named(search(store, "lighthouse").hits) == ["order", "page 1"]


def test_a_search_that_takes_too_long_is_stopped(store, monkeypatch):
    monkeypatch.setattr(import_module("readingroom.store.search"), "SECONDS", 0.0)
    monkeypatch.setattr(import_module("readingroom.store.fulltext"), "STEPS", 1)
    with pytest.raises(QueryError, match="took longer"):
        search(store, "lamps")
    monkeypatch.undo()
    assert search(store, "lamps").total == 3


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(query=st.lists(PIECES | st.sampled_from(["lamps", "rook", "B5", "2011"]), max_size=12).map("".join))
def test_any_query_gives_results_or_says_why_not(store, query):
    with suppress(QueryError):
        results = search(store, query, limit=5)
        assert results.total >= len(results.hits)
        assert sum(hits for _, hits in facets(store, query).months) == results.total


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(words=st.text(max_size=20), prefix=st.sampled_from(["", "~", "from:", "doc:", "code:", "-x "]))
def test_no_text_breaks_the_database(store, words, prefix):
    for query in (f"{prefix}{words}", f'{prefix}"{words}"'):
        with suppress(QueryError):
            search(store, query, narrow=Narrowing(sender=words))


# ---------------------------------------------------------------- candidates for a quotation

QUOTED = [
    ("ten lamps to the lighthouse by Friday", "order"),
    ("ten lanterns to the lighthouse by Monday", "order"),  # two words changed
    ("whoever falls short explains why", "order"),  # a word broken at a line end
    ("the light-house keeper left", "short"),
    ("A memo about rope lies here", "page 2"),
    ("nothing of this was ever typed", ""),
    ("", ""),
    ("? !", ""),
]


@pytest.mark.parametrize(("quotation", "first"), QUOTED)
def test_candidates_hold_most_of_the_words(store, quotation, first):
    found = candidate_entries(store, quotation.split(), 5)
    texts = {"order": ORDER.body, "short": SHORT.body, "page 2": "A memo about rope lies here."}
    assert (found[0].body if found else "") == texts.get(first, "")


def test_candidates_leave_out_pages_that_copies_stand_in_for(store):
    assert {entry.kind for entry in candidate_entries(store, ["lamps", "lighthouse"], 9)} == {"copy"}
