"""Hits as the printed lines that hold the words."""

import pytest

from readingroom.case.ask_search import found_hits, hit_records, snippet_of
from readingroom.errors import QueryError
from readingroom.model import Box
from readingroom.show.language import LANGUAGE
from readingroom.store import CONDITIONS, TEXT_FIELDS, search
from tests.store.shelf import LETTER, LINE, Letter, shelve

LAMPS = Letter(
    "lamps",
    subject="Ten lamps",
    body="Each office sends ten\nlamps to the light-\nhouse. Ten, not nine.",
)
PAGES = (("C05000001", (LAMPS,), ""), ("C05000002", (LAMPS,), "A memo about\ntar and rope."))


def box(line, first, letters):
    return Box(first * LETTER, line * LINE, (first + letters) * LETTER, line * LINE + 10)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = shelve(tmp_path_factory.mktemp("case"), PAGES)
    yield store
    store.close()


def lines(store, query):
    (found,) = found_hits(store, search(store, query))
    return [(line.field, line.page, line.marks) for line in found.lines]


def test_each_line_that_holds_a_word_is_given_with_its_boxes(store):
    """
    line 4   Subject: [Ten] lamps
    line 5   Each office sends [ten]
    line 7   house. [Ten], not nine.       (the box of a word includes its comma)
    """
    assert lines(store, "ten nine -rope") == [
        ("subject", 1, (box(4, 0, 3),)),
        ("body", 1, (box(5, 18, 3),)),
        ("body", 1, (box(7, 7, 4), box(7, 16, 5))),
    ]


def test_a_phrase_over_a_line_end_is_marked_on_both_lines(store):
    assert lines(store, '"sends ten lamps"') == [("body", 1, (box(5, 12, 9),)), ("body", 1, (box(6, 0, 5),))]


def test_a_broken_word_is_marked_on_both_lines(store):
    assert lines(store, "lighthouse") == [("body", 1, (box(6, 13, 6),)), ("body", 1, (box(7, 0, 6),))]


def test_a_field_is_marked_only_where_it_was_asked_for(store):
    assert lines(store, "subject:ten") == [("subject", 1, (box(4, 0, 3),))]


def test_a_query_without_words_shows_the_line_that_begins_the_hit(store):
    assert lines(store, "doc:C05000001") == [("subject", 1, ())]


def test_what_stands_outside_any_copy_has_its_place_too(store):
    assert lines(store, "rope") == [("page", 2, (box(61, 8, 5),))]


def test_a_page_that_waits_for_its_document_has_its_place_too(tmp_path):
    store = shelve(tmp_path, PAGES[1:], cut=False)
    assert lines(store, "rope") == [("page", 1, (box(6, 8, 5),))]


def test_records_name_place_and_copies(store):
    total, records, _ = hit_records(store, "ten", limit=5)
    (record,) = records
    assert total == 1
    assert record | {"places": 0} == {
        "message": "lamps",
        "sent": "2011-07-26T09:15",
        "from": "Rook, Ada",
        "to": ["Finch, Tom"],
        "cc": [],
        "subject": "Ten lamps",
        "doc": "letters#1",
        "source": "letters.pdf",
        "page": 1,
        "copies": 2,
        "found_in": 2,
        "snippet": "Each office sends ten lamps to the light- house. Ten, not nine.",
        "places": 0,
    }
    assert record["places"][0] == {"source": "letters.pdf", "page": 1, "box": list(box(4, 0, 3))}


def test_all_records_come_without_a_cap(store):
    total, records, _ = hit_records(store, "ten OR rope")
    assert len(list(records)) == total == 2


def test_the_words_taken_for_a_tolerant_word_are_said(store):
    assert hit_records(store, "~1amps").taken == "~1amps was taken as lamps"
    assert hit_records(store, "~zzzzzz OR ten").taken == "no word in this case is like ~zzzzzz"
    assert hit_records(store, "ten").taken == ""


def test_a_wrong_query_is_refused_before_anything_is_written(store):
    with pytest.raises(QueryError):
        hit_records(store, "ten AND")


def test_a_snippet_is_cut_at_words_around_the_first_place():
    text = "word " * 60 + "lamps\nburn " + "word " * 60
    snippet = snippet_of(text, [(300, 305), (306, 310)])
    assert "lamps burn" in snippet
    assert snippet.startswith("… word")
    assert snippet.endswith("word …")
    assert len(snippet) < 200
    assert snippet_of("", []) == ""


def test_records_without_places_say_the_same(store):
    for query in ("ten", "subject:ten", "from:rook", "rope", "doc:C05000001"):
        plain = list(hit_records(store, query, places=False).records)
        assert plain == [{k: v for k, v in one.items() if k != "places"} for one in hit_records(store, query).records]


def test_every_field_of_the_language_is_told():
    told = " ".join(form for forms, _ in LANGUAGE for form in forms)
    assert all(f"{field}:" in told for field in (*TEXT_FIELDS, *CONDITIONS))


@pytest.mark.parametrize("form", [form for forms, _ in LANGUAGE for form in forms if form[-1] not in ":)"])
def test_what_is_told_of_the_language_is_understood(store, form):
    search(store, f"ten {form}")
