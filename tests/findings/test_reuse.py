"""One text at work in two places: what counts, and what does not. Each case is two texts and what was exchanged."""

import time

import pytest

from readingroom.findings import ReusableText, find_reuse, pairs_of, prints_of
from readingroom.model import PrintOf

LANTERN = """LANTERN STREET OVER THE WEND. Built 1931. Forty-one children cross this bridge twice each school day.
The north pier has lost concrete over an area the size of a kitchen table and the steel inside it can be seen from
the road. Without new money the crossing will be closed and the bus will go eleven miles around."""
QUARRY = """QUARRY LANE OVER THE HARL. Built 1958. Sixty children cross this bridge twice each school day.
The south pier has lost concrete over an area the size of a kitchen table and the steel inside it can be seen from
the road. Without new money the crossing will be closed and the bus will go fourteen miles around."""
FOREWORD = "Dear Odo, here is the one that I promised you for the list of the director, with thanks to your people.\n"
AFTERWORD = "\nTell me please whether the photograph came through, since our server was down for half of the morning."


def text(words, owner="a", **more):
    return ReusableText(PrintOf.COPY, owner, f"document of {owner}", f"message of {owner}", words, **more)


def found_in(one, other, **more):
    return find_reuse(text(one, "a", **more), text(other, "b", **more))


def test_a_write_up_used_for_two_bridges_is_found_with_what_was_exchanged():
    (reuse,) = found_in(FOREWORD + LANTERN, "Ours is attached.\n" + QUARRY + AFTERWORD)
    assert reuse.rank == 1
    exchanged = [(one.kind.value, one.one, one.other) for one in reuse.exchanges]
    assert ("name", "LANTERN STREET", "QUARRY LANE") in exchanged
    assert ("number", "eleven", "fourteen") in exchanged
    assert ("word", "north", "south") in exchanged


def test_places_of_exchanged_words_are_those_of_the_passages():
    (reuse,) = found_in(FOREWORD + LANTERN, QUARRY)
    assert (FOREWORD + LANTERN)[reuse.one.start :].startswith(reuse.one.words)
    for exchange in reuse.exchanges:
        for side, words, (start, end) in (
            (reuse.one, exchange.one, exchange.one_at),
            (reuse.other, exchange.other, exchange.other_at),
        ):
            assert "".join(c for c in side.words[start:end] if c.isalnum()) == "".join(c for c in words if c.isalnum())


NOT_REUSED = {
    "the same message": (LANTERN, LANTERN),
    "a quotation in a longer message": (FOREWORD + LANTERN, LANTERN),
    "misread": (LANTERN, LANTERN.replace("concrete", "concretc").replace("children", "chi1dren")),
    "one figure misread": (LANTERN + AFTERWORD, (LANTERN + AFTERWORD).replace("1931", "1937")),
    "a wire sent by two": (
        "(Reuters) - " + LANTERN.replace("Forty-one", "Forty") + " All rights reserved",
        "FYI (Reuters) - " + LANTERN + " All rights reserved",
    ),
    "out of office": (
        "I am traveling and will have limited access to email until Monday. For help please call Odo Quill.",
        "I am traveling and will have limited access to email until Friday. For help please call Ada Finch.",
    ),
    "a schedule": (
        "\n".join(f"{hour}:00 AM MEETING WITH DIRECTOR QUILL Conference Room {hour}" for hour in range(1, 11)),
        "\n".join(f"{hour}:00 AM MEETING WITH DIRECTOR FINCH Conference Room {hour}" for hour in range(1, 11)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_REUSED)
def test_what_is_no_reuse(name):
    assert found_in(*NOT_REUSED[name]) == ()


def test_a_passage_with_nothing_exchanged_in_two_longer_letters_is_found_last():
    one = FOREWORD + LANTERN + AFTERWORD
    other = "Lionel, two from us, the second of which you may know.\n" + LANTERN.replace("\n", " ") + (
        " He came home singing about beetroot, says the second one, and nobody here had asked him to do it. I can look"
        " for a third if the office wants it before the end of the week, but somebody would have to ring me first."
    )  # fmt: skip
    (reuse,) = found_in(one, other)
    assert (reuse.rank, reuse.exchanges) == (4, ())
    assert found_in(one, other, conversation="c1") == ()


def test_texts_that_share_a_sentence_are_paired_whatever_stands_around_it():
    texts = [FOREWORD * 3, LANTERN + AFTERWORD, "Quite another matter altogether. " * 9, FOREWORD * 2 + QUARRY]
    prints = [prints_of(one) for one in texts]
    assert (1, 3) in pairs_of(prints)
    assert pairs_of(prints) == pairs_of([prints_of(one.upper().replace(" ", "\n")) for one in texts])


def test_a_form_that_many_fill_in_is_no_pair():
    assert pairs_of([prints_of(LANTERN.replace("Forty-one", str(number))) for number in range(40)]) == ()


def test_nothing_and_short_texts_have_no_prints():
    assert pairs_of([]) == pairs_of([prints_of(""), prints_of("Thank you.")]) == ()


def test_thousands_of_near_equal_texts_and_huge_ones_take_no_time():
    many = [prints_of(f"{LANTERN} {number} {FOREWORD} {AFTERWORD} " + f"word{number} " * 30) for number in range(3000)]
    huge = text("the same five words again " * 8000)
    began = time.monotonic()
    pairs_of(many)
    find_reuse(huge, text(huge.text + LANTERN, "b"))
    assert time.monotonic() - began < 5
