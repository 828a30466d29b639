"""Which entries may hold a quotation does not hang on the order in which pages were read."""

import pytest

from readingroom.model import PackedPage, PageState, Source, TextFrom, Values
from readingroom.store import Batch, add_sources, candidate_entries, commit, open_store
from readingroom.text import pack_words

SOURCE = "ab" * 32
WORDS = ("we", "need", "ten", "lamps", "for", "the", "harbor", "wall")


def packed(number):
    return PackedPage(
        SOURCE,
        number,
        612.0,
        792.0,
        TextFrom.LAYER,
        PageState.READ,
        pack_words(()),
        "We need ten lamps for the harbor wall by Friday.",
        "{}",
        0,
        f"digest {number}",
    )


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (3, 5, 1, 4, 2)])
def test_pages_that_say_the_same_come_by_their_place(tmp_path, order):
    store = open_store(tmp_path / "case.db")
    source = Source(id=SOURCE, name="release.pdf", media_type="application/pdf", size=1, pages=5)
    add_sources(store, [(source, f"originals/{SOURCE}.pdf")])
    for number in order:
        commit(store, "pages", [Batch(f"{SOURCE}:{number}", "key")], [Values(pages=(packed(number),))])
    found = candidate_entries(store, WORDS, 3)
    store.close()
    assert [entry.page for entry in found] == [1, 2, 3]
