"""Why each copy is in its message."""

from readingroom.messages import join_copies
from readingroom.model import FIRST, JoinGround
from tests.messages.pages import copy_of


def test_each_copy_says_what_it_has_in_common_with_another():
    """
    top       9:15   Farrow   To: Okonjo   Please send me the list of every lamp
    london   14:15   Farrow   To: Okonjo   Please send rne the list of every larnp
    """
    top = copy_of("top", to=("Okonjo, Paul",))
    london = copy_of(
        "london",
        depth=1,
        to=("Paul Okonjo",),
        sent="2019-03-04T14:15",
        body="Please send rne the list of every larnp that your office has in its stores.",
    )
    (message,) = join_copies([london, top]).messages
    assert message.copies == ("top", "london")
    first, second = message.grounds
    assert first == FIRST
    assert (second.other, second.minutes_apart) == ("top", 300)
    assert 90 < second.words_alike < 100
    assert second.grounds == (
        JoinGround.CLOCK,
        JoinGround.SENDER,
        JoinGround.SUBJECT,
        JoinGround.ADDRESSEE,
        JoinGround.WORDS,
    )


def test_what_somebody_said_stands_first():
    told = join_copies([copy_of("a"), copy_of("b", body="Else.", sent="2020-01-01T08:00")], same=[("b", "a")])
    assert told.messages[0].grounds[1].grounds[0] is JoinGround.SAID


def test_a_chain_is_a_ground():
    chain = {
        "body": "The list of lamps, all forty of them, with the barrels of oil.",
        "from_": "Rask, Ingrid",
        "depth": 1,
    }
    copies = [
        copy_of("d0", document="d", body="pls print"),
        copy_of("d1", document="d", quoted_by="d0", sent="2019-03-01T08:00", **chain),
        copy_of("e0", document="e", body="pls print", sent="2019-03-04T14:15", depth=1, subject=""),
        copy_of("e1", document="e", quoted_by="e0", sent="2019-03-01T08:00", **chain),
    ]
    found = {message.copies: message.grounds for message in join_copies(copies).messages}
    assert found["d0", "e0"][1].grounds[:2] == (JoinGround.QUOTES_THE_SAME, JoinGround.CLOCK)


def test_every_copy_of_many_has_a_ground():
    copies = [copy_of(f"{number:02}", confidence=0.5 + number / 100) for number in range(40)]
    copies += [copy_of(f"q{number:02}", depth=1, sent="2019-03-04T14:15") for number in range(5)]
    (message,) = join_copies(copies).messages
    assert len(message.grounds) == len(message.copies) == 45
    assert {ground.other for ground in message.grounds[1:]} <= set(message.copies)
