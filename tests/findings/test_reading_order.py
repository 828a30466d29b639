"""What has to be read: every word of every copy is in a document of the reading order, and little more is read."""

import time

from hypothesis import given
from hypothesis import strategies as st

from readingroom.findings import CopyText, Part, Readable, held_in, order_to_read

WORDS = ("lamp", "harbor", "ferry", "ramp", "keeper", "counted", "wrote", "seven", "tide", "gull")


def pieces(*bodies, values=None):
    copies = [CopyText(str(at), body, (values or [1] * len(bodies))[at : at + 1]) for at, body in enumerate(bodies)]
    return {(piece.words, piece.copies) for piece in held_in("m", copies).pieces}


def test_equal_copies_hold_one_piece_and_a_header():
    assert pieces("Send the lamps.", "send the\nlamps") == {(3, ("0", "1")), (1, ("0", "1"))}


def test_a_misread_word_is_the_same_word_and_a_figure_is_not():
    assert pieces("count the lamps", "count the Iamps") == {(3, ("0", "1")), (1, ("0", "1"))}
    assert (1, ("0",)) in pieces("we have 1216 lamps", "we have 1218 lamps")
    assert (1, ("1",)) in pieces("we have 1216 lamps", "we have 1218 lamps")


def test_words_that_one_copy_alone_shows_are_a_piece_of_their_own():
    assert (2, ("1",)) in pieces("meet at noon", "meet Odo Quill at noon")
    assert (3, ("0", "1")) in pieces("meet at noon", "meet Odo Quill at noon")


def test_a_header_line_that_one_copy_shows_fuller_is_held_by_it_alone():
    assert (1, ("1",)) in pieces("meet", "meet", values=[1, 3])


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=14), min_size=1, max_size=5), st.randoms())
def test_every_word_of_every_copy_is_in_what_is_to_be_read(bodies, random):
    copies = [CopyText(f"c{at}", " ".join(body), ()) for at, body in enumerate(bodies)]
    random.shuffle(copies)
    held = held_in("m", copies)
    parts = [Part(piece.words, "m", tuple(f"of {one}" for one in piece.copies)) for piece in held.pieces]
    order = order_to_read([Readable(f"of {one.id}", 1, "") for one in copies], parts)
    read = {one.document.removeprefix("of ") for one in order}
    printed = {word for one in copies if one.id in read for word in one.body.split()}
    assert printed == {word for one in copies for word in one.body.split()}


def test_the_last_print_of_a_chain_spares_the_ones_before_it():
    documents = [Readable(f"d{at}", at + 1, f"2019-03-0{at + 1}T09:00") for at in range(4)]
    parts = [Part(20, f"m{at}", tuple(f"d{later}" for later in range(at, 4))) for at in range(4)]
    (only,) = order_to_read(documents, parts)
    assert (only.document, only.pages, only.adds, only.messages, only.copies) == ("d3", 4, 80, 4, 3)


def test_documents_stand_in_order_of_time_and_undated_ones_last():
    documents = [Readable("a", 1, ""), Readable("b", 1, "2019-05-01T09:00"), Readable("c", 1, "2018-05-01T09:00")]
    order = order_to_read(documents, [Part(5, one.id, (one.id,)) for one in documents])
    assert [one.document for one in order] == ["c", "b", "a"]


def test_a_part_that_no_document_prints_is_no_trouble():
    assert order_to_read([], []) == order_to_read([], [Part(3, "m", ())]) == ()


def test_thousands_of_documents_take_no_time():
    documents = [Readable(f"d{at:05}", 1, "") for at in range(8000)]
    parts = [Part(9, f"m{at}", (f"d{at:05}", f"d{(at * 7) % 8000:05}")) for at in range(8000)]
    began = time.monotonic()
    order_to_read(documents, parts)
    held_in("m", [CopyText(f"{at:05}", "one lamp too many " * 30 + str(at), ()) for at in range(3000)])
    assert time.monotonic() - began < 20
