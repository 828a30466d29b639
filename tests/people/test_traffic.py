"""Who wrote to whom, each message once."""

from readingroom.model import Traffic
from readingroom.people import Heading, traffic_of

OF_PRINT = {"Rook, Ada": "ada", "Ada Rook": "ada", "Finch, Tom": "tom", "Gull, Mira": "mira"}


def head(copy, message, sender, *to, sent="2011-07-26T09:15", cc=()):
    return Heading(copy, message, sent, sender, to, cc)


def test_two_copies_of_one_message_count_once_and_add_to_each_other():
    some = [
        head("a", "m1", "Rook, Ada", "Finch, Tom"),
        head("b", "m1", "Ada Rook", cc=("Gull, Mira",)),
        head("c", "m2", "Rook, Ada", "Finch, Tom", sent="2011-07-28T10:00"),
    ]
    assert traffic_of(OF_PRINT, some) == (
        Traffic("ada", "mira", 1, "2011-07-26", "2011-07-26"),
        Traffic("ada", "tom", 2, "2011-07-26", "2011-07-28"),
    )
    assert traffic_of(OF_PRINT, some[::-1]) == traffic_of(OF_PRINT, some)


def test_nobody_writes_to_himself_and_nobody_unknown_writes():
    some = [head("a", "m1", "Rook, Ada", "Ada Rook"), head("b", "m2", "", "Finch, Tom"), head("c", "m3", "B6", "B6")]
    assert traffic_of(OF_PRINT, some) == ()


def test_an_undated_message_counts_without_a_day():
    assert traffic_of(OF_PRINT, [head("a", "", "Rook, Ada", "Finch, Tom", sent="")]) == (
        Traffic("ada", "tom", 1, "", ""),
    )
