"""Links and conversations from chains as printed."""

from readingroom.messages import join_copies
from readingroom.model import LinkGround, LinkKind
from tests.messages.pages import copy_of

ASKED = {"sent": "2019-03-04T09:15", "subject": "Lamps", "body": "How many lamps do you have in the stores of the bay?"}
ANSWERED = {"from_": "Okonjo, Paul", "sent": "2019-03-04T10:02", "subject": "Re: Lamps", "body": "Forty-one and a half"}
PASSED_ON = {"sent": "2019-03-04T10:30", "subject": "Fw: Lamps", "body": "See what the stores of the bay have to say."}


def chain(document, *messages):
    """A document's chain, newest first, each message quoting the next."""
    return [
        copy_of(
            f"{document}{depth}",
            document=document,
            nth=depth,
            depth=depth,
            quoted_by=f"{document}{depth - 1}" if depth else "",
            **message,
        )
        for depth, message in enumerate(messages)
    ]


def test_a_chain_is_one_conversation_and_only_the_nearest_hop_is_a_link():
    joined = join_copies(chain("x", PASSED_ON, ANSWERED, ASKED) + chain("y", ANSWERED, ASKED) + chain("z", ASKED))
    by_copy = {copy_id: message.id for message in joined.messages for copy_id in message.copies}
    assert len(joined.messages) == 3
    assert {(link.kind, link.later, link.earlier) for link in joined.links} == {
        (LinkKind.FORWARDS, by_copy["x0"], by_copy["x1"]),
        (LinkKind.ANSWERS, by_copy["y0"], by_copy["z0"]),
    }
    assert {link.ground for link in joined.links} == {"x1", "x2"}
    assert len({message.conversation for message in joined.messages}) == 1


def test_strangers_are_two_conversations():
    joined = join_copies(chain("x", ASKED) + chain("y", PASSED_ON))
    assert len({message.conversation for message in joined.messages}) == 2
    assert joined.links == ()


def test_a_conversation_keeps_its_name_when_an_answer_arrives():
    before = join_copies(chain("y", ASKED))
    after = join_copies(chain("y", ASKED) + chain("x", ANSWERED, ASKED))
    assert {message.conversation for message in before.messages} == {message.conversation for message in after.messages}


def test_a_subject_that_says_nothing_leaves_a_link_a_quotation():
    joined = join_copies(chain("x", {**PASSED_ON, "subject": "Lamps again"}, ASKED))
    assert [link.kind for link in joined.links] == [LinkKind.QUOTES]


def test_a_quotation_whose_quoting_copy_is_not_there_has_no_link():
    assert join_copies([copy_of("q", depth=1, quoted_by="gone")]).links == ()


def test_a_message_that_seems_to_quote_itself_has_no_link():
    assert join_copies(chain("x", ASKED, ASKED)).links == ()


BY_ROOK = {"from_": "Rook, Ada", "to": ("Okonjo, Paul",), "subject": "Lamps for the pier"}
TO_ROOK = {"from_": "Okonjo, Paul", "to": ("Rook, Ada",), "subject": "RE: Lamps for the pier"}


def links_between(*some):
    """Links between single prints, given as (name, sent, header)."""
    joined = join_copies(
        [copy_of(name, sent=sent, body=f"Words of {name}, and more.", **header) for name, sent, header in some]
    )
    copy_of_message = {message.id: message.copies[0] for message in joined.messages}
    return {(copy_of_message[link.later], copy_of_message[link.earlier], link.rests_on) for link in joined.links}


def test_an_answer_that_quotes_nothing_is_linked_by_its_header_to_the_last_that_fits():
    found = links_between(
        ("monday", "2019-03-04T09:15", BY_ROOK),
        ("tuesday", "2019-03-05T09:15", BY_ROOK),
        ("answer", "2019-03-05T11:00", TO_ROOK),
        ("wednesday", "2019-03-06T09:15", BY_ROOK),
    )
    assert found == {("answer", "tuesday", LinkGround.HEADER)}  # and the daily ones stay apart


def test_a_subject_alone_links_nothing():
    strangers = {"from_": "Finch, Tom", "to": ("Wren, Olaf",), "subject": "Lamps for the pier"}
    assert links_between(("a", "2019-03-04T09:15", strangers), ("b", "2019-03-04T11:00", TO_ROOK)) == set()
    assert links_between(("a", "2019-03-04T09:15", BY_ROOK), ("b", "2019-03-24T11:00", TO_ROOK)) == set()
    assert links_between(("a", "2019-03-04T09:15", BY_ROOK), ("b", "2019-03-04T11:00", TO_ROOK | {"to": ()})) == set()
    own = {**TO_ROOK, "from_": "Rook, Ada"}
    assert links_between(("a", "2019-03-04T09:15", BY_ROOK), ("b", "2019-03-04T11:00", own)) == set()
