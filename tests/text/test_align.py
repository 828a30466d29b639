"""The aligner: what stands against what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.text import align_words, key_of, locate_words, tokens_of

WORDS = st.lists(st.sampled_from(["we", "will", "not", "go", "Go", "gone", "5", "50"]), max_size=12)


@pytest.mark.parametrize(
    ("draft", "source", "edits"),
    [
        ("We will go", "we will go", [("same", "We will go", "we will go")]),
        ("we will not go", "we will go", [("same", "we will", "we will"), ("added", "not", ""), ("same", "go", "go")]),
        ("we go", "we will go", [("same", "we", "we"), ("left out", "", "will"), ("same", "go", "go")]),
        (
            "send 3 boats",
            "send 30 boats",
            [("same", "send", "send"), ("changed", "3", "30"), ("same", "boats", "boats")],
        ),
        ("", "we go", [("left out", "", "we go")]),
        ("we go", "", [("added", "we go", "")]),
        ("", "", []),
    ],
)
def test_differences_word_by_word(draft, source, edits):
    found = align_words(draft.split(), source.split())
    assert [(edit.op, " ".join(edit.draft), " ".join(edit.source)) for edit in found] == edits


@given(WORDS, WORDS)
def test_the_sides_of_the_edits_are_the_two_texts(draft, source):
    edits = align_words(draft, source)
    assert [word for edit in edits for word in edit.draft] == draft
    assert [word for edit in edits for word in edit.source] == source
    assert all(edit.op != "same" for edit in edits) or draft or source


@given(WORDS)
def test_a_text_is_the_same_as_itself(words):
    assert {edit.op for edit in align_words(words, words)} <= {"same"}


def test_words_of_a_printed_text():
    text = "“Don’t (ever)\nexam-\nple — $5, 1.2m”"
    tokens = tokens_of(text)
    assert [token.text for token in tokens] == ["Don’t", "ever", "exam-\nple", "$5", "1.2m"]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.key for token in tokens] == ["don't", "ever", "example", "$5", "1.2m"]
    assert key_of("Café") == "cafe"


def test_words_are_located_in_a_long_text():
    hay = [f"w{n % 97}" for n in range(5000)] + "the third hull sank in the harbour".split() + ["x"] * 5000
    found = locate_words("third hull burnt in the harbour".split(), hay)
    assert [
        None if other is None else hay[other] for _, other in found.pairs
    ] == "third hull sank in the harbour".split()


def test_hostile_text_takes_no_time():
    tokens_of("-" * 200_000 + "a")
    tokens_of("a-\n" * 50_000)
    tokens_of(" " * 200_000)
