from hypothesis import given
from hypothesis import strategies as st

from readingroom.model import Box, Passage, Run, Word
from readingroom.text import pack_passages, pack_words, unpack_passages, unpack_words

tenths = st.integers(-1000, 2_000_000).map(lambda number: number / 10)
boxes = st.builds(Box, tenths, tenths, tenths, tenths)
confidences = st.integers(0, 1000).map(lambda number: number / 1000)
texts = st.text(st.characters(codec="utf-8"), max_size=12)
words = st.builds(Word, texts, boxes, confidences)


@st.composite
def passages(draw):
    text, runs = "", []
    for word in draw(st.lists(words, max_size=8)):
        if word.text:
            runs.append(
                Run(len(text), len(text) + len(word.text), draw(st.integers(1, 9000)), word.box, word.confidence)
            )
        text += word.text + " "
    return Passage(text, tuple(runs))


@given(st.lists(words, max_size=20))
def test_words_come_back_to_the_bit(some):
    assert unpack_words(pack_words(some)) == tuple(some)


@given(st.lists(passages(), max_size=6))
def test_passages_come_back_to_the_bit(some):
    assert unpack_passages(pack_passages(some)) == tuple(some)
