"""Pages, documents, copies and messages, asked back from the store."""

import pytest

from readingroom.model import FieldName, Link, LinkKind, PageState, Problem, TextFrom, Values
from readingroom.store import (
    Batch,
    commit,
    conversation_messages,
    copies_of_document,
    copies_on_page,
    copy_count,
    copy_rows,
    document_of_page,
    documents,
    links_of,
    message_by_id,
    message_count,
    message_neighbours,
    message_of_copies,
    messages,
    messages_by_id,
    page_row,
    problems,
    tally,
    whole_copies,
    whole_pages,
)
from tests.store.shelf import Letter, page_of, shelve

SOURCE = b"letters.pdf".hex().ljust(64, "0")
PAGES = (
    ("C1", (Letter("lamps", sent="2011-07-26T09:15"), Letter("tar", sent="2011-07-25T08:00", subject="Tar")), ""),
    ("C2", (Letter("lamps", sent="2011-07-26T09:15"),), "A memo."),
    ("C3", (Letter("rope", sent="", subject="Rope"),), ""),
    ("C4", (), ""),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = shelve(tmp_path_factory.mktemp("case"), PAGES)
    yield store
    store.close()


def test_pages_come_back_with_their_words_and_places(store):
    page, *more = whole_pages(store, SOURCE, 2, 2)
    assert more == []
    assert (page.number, page.width, page.text_from, page.state) == (2, 612, TextFrom.LAYER, PageState.READ)
    assert "Lamps" in [word.text for word in page.words]
    assert page_row(store, SOURCE, 5) is None
    assert whole_pages(store, SOURCE, 5, 9) == ()


def test_the_tally_counts_what_is_expected_and_what_was_read(store):
    found = tally(store)
    assert (found.expected, found.read, found.failed, found.from_layer) == (4, 4, 0, 4)


def test_documents_know_their_pages_and_what_they_are(store):
    assert [(row.document.number, row.copies, row.kind.value) for row in documents(store)] == [
        ("C1", 2, "mail"),
        ("C2", 1, "mail"),
        ("C3", 1, "mail"),
        ("C4", 0, "blank"),
    ]
    assert [row.document.number for row in documents(store, first=1, limit=2)] == ["C2", "C3"]
    assert document_of_page(store, SOURCE, 3).number == "C3"
    assert document_of_page(store, SOURCE, 9) is None
    assert document_of_page(store, "0" * 64, 1) is None


def test_copies_come_in_printing_order(store):
    (first, *_) = documents(store)
    assert [row.subject for row in copies_of_document(store, first.document.id)] == ["Lamps", "Tar"]
    assert [row.subject for row in copies_on_page(store, SOURCE, 2)] == ["Lamps"]
    assert [(row.page, row.nth) for row in copy_rows(store)] == [(1, 0), (1, 1), (2, 0), (3, 0)]
    assert [copy_.field(FieldName.SUBJECT).value for copy_ in whole_copies(store)] == ["Lamps", "Tar", "Lamps", "Rope"]
    assert copy_count(store) == 4


def test_messages_come_by_time_and_those_without_last(store):
    assert [row.message.id for row in messages(store)] == ["tar", "lamps", "rope"]
    assert [row.message.id for row in messages(store, first=1, limit=1)] == ["lamps"]
    assert message_count(store) == 3
    assert [message_neighbours(store, row.message) for row in messages(store)] == [
        ("", "lamps"),
        ("tar", "rope"),
        ("lamps", ""),
    ]


def test_a_message_has_its_copies_and_their_values(store):
    row = message_by_id(store, "lamps")
    assert len(row.message.copies) == 2
    assert (row.sender, row.recipients, row.subject) == ("Rook, Ada", ("Finch, Tom",), "Lamps")
    assert messages_by_id(store, ["lamps", "none"]) == {"lamps": row}
    assert message_by_id(store, "none") is None
    assert [one.message.id for one in conversation_messages(store, "tar")] == ["tar"]


def test_copies_lead_to_their_message_however_many_are_asked(store):
    ids = [row.id for row in copy_rows(store)]
    many = [f"none-{n}" for n in range(1500)]
    assert list(message_of_copies(store, [*many, *ids]).values()).count("lamps") == 2
    assert set(message_of_copies(store, [*many, *ids])) == set(ids)


def test_links_and_problems_come_sorted(tmp_path):
    store = shelve(tmp_path, PAGES[:1])
    links = [Link(LinkKind.QUOTES, "lamps", "tar", "g"), Link(LinkKind.ANSWERS, "lamps", "tar", "g")]
    wrong = [Problem(stage="x", source=SOURCE, page=page, reason="r", what="w", hint="h") for page in (3, 1)]
    commit(store, "x", [Batch("", "1")], [Values(links=tuple(links), problems=tuple(wrong))])
    assert links_of(store, ["tar"]) == links_of(store, ["lamps", *map(str, range(900))]) == tuple(sorted(links))
    assert links_of(store, ["rope"]) == ()
    assert [one.page for one in problems(store)] == [1, 3]
    failed = page_of(SOURCE, 9, "")._replace(state=PageState.FAILED, text_from=TextFrom.NONE)
    commit(store, "pages", [Batch("9", "1")], [Values(pages=(failed,))])
    assert tally(store).failed == 1
