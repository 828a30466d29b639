"""Which copies are one message: pairs as a release prints them."""

import time
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.messages import CopySkeleton, join_copies
from readingroom.messages.clocks import Clock, compare_clocks, time_of
from readingroom.model import FieldName, FieldState, MessageStatus
from tests.messages.pages import copy_of

LONG = (
    "The keepers of the northern lights have been asked by the board to count every lamp, lens and barrel of oil "
    "before the first of May, and to say which of them can be spared for the harbour in a bad winter."
)
SIGNATURE = "\nMiriam Farrow\nKeeper of the Northern Lights\n12 Harbour Street, Farhaven"
UNREAD = ""


def groups_of(*copies: CopySkeleton) -> set[tuple[str, ...]]:
    return {tuple(sorted(message.copies)) for message in join_copies(copies).messages}


ONE_MESSAGE = [
    ("the same print twice", {}, {}),
    ("another style of name", {}, {"from_": "Miriam Farrow"}),
    ("an address for a name", {}, {"from_": "FarrowMT@lights.example"}),
    ("OCR in the body", {}, {"body": "P1ease send rne the list of every larnp that your office has in its stores."}),
    ("OCR in the subject", {"subject": "RE: Lighthouse inventory"}, {"subject": "Re: Lighthouse inventorv"}),
    (
        "line ends elsewhere",
        {},
        {"body": "Please send me the list\nof every lamp\nthat your office has in its stores."},
    ),
    ("a quotation cut short", {"body": LONG}, {"body": LONG[:90], "depth": 1}),
    ("a stamp before the words", {"body": LONG}, {"body": "RELEASE IN PART B6 " + LONG}),
    ("a sender redacted", {}, {"from_": UNREAD}),
    ("an On-wrote line: no subject", {}, {"subject": UNREAD, "depth": 1}),
    ("a few words, all else agrees", {"body": "Will do"}, {"body": "Will do."}),
    ("forwarded without a word", {"body": "", "subject": "Fw: Lamps"}, {"body": "", "subject": "FW: Lamps"}),
    ("the whole body under a redaction", {"body": LONG}, {"body": "", "redacted": True}),
    ("a passage redacted", {"body": LONG}, {"body": LONG[:40] + LONG[150:], "redacted": True}),
    (
        "a bare Re: twice",
        {"body": "Tuesday we think.", "subject": "Re:"},
        {"body": "Tuesday we think", "subject": "RE:"},
    ),
    ("page numbers on their own line", {"body": LONG[:70] + "\n 207"}, {"body": LONG[:70] + "\n 206"}),
    (
        "sender and subject hidden, one addressee, long words",
        {"body": LONG, "from_": UNREAD, "subject": UNREAD, "to": ("Okonjo, Paul",)},
        {"body": LONG, "from_": UNREAD, "subject": UNREAD, "to": ("Paul Okonjo",)},
    ),
    (
        "sender redacted, and the end of the body",
        {"body": LONG[:80] + " spared only by those who hold them.", "from_": UNREAD, "redacted": True},
        {"body": LONG},
    ),
    (
        "the middle hidden, and no code read",
        {"body": "Paul, here you are. Ask if anything is unclear." + SIGNATURE},
        {"body": "Paul, here you are. " + LONG + " Ask if anything is unclear." + SIGNATURE},
    ),
    ("a page number after the words", {"body": LONG[:70] + " 17"}, {"body": LONG[:70] + " 23 74"}),
    ("a link spelt out in one", {"body": LONG}, {"body": LONG[:80] + " <http://lights.example/a/very/long> " * 9}),
    ("To printed in one only", {"to": ("Okonjo, Paul",)}, {}),
    ("no minute in one, long words", {"body": LONG}, {"body": LONG, "sent": UNREAD}),
    ("a quotation that rounds the minute down", {"sent": "2019-03-04T09:16"}, {"depth": 1}),
    ("a minute apart in two quotations", {"depth": 2}, {"depth": 1, "sent": "2019-03-04T09:16"}),
    ("quoted on a clock in London", {"body": LONG}, {"body": LONG, "depth": 1, "sent": "2019-03-04T14:15"}),
    (
        "quoted in Tehran, rounded",
        {"body": LONG, "sent": "2019-03-04T09:16"},
        {"body": LONG, "depth": 1, "sent": "2019-03-04T17:45"},
    ),
    ("printed in two zones", {"body": LONG}, {"body": LONG, "sent": "2019-03-04T14:15"}),
    ("who sent it is a short form", {"from_": "Miri Farrow", "subject": UNREAD}, {}),
    ("what a telephone puts below", {"body": "Will do.\nSent from my telephone"}, {"body": "Will do"}),
    ("some words taken out, and no code", {"body": LONG[:60] + LONG[90:]}, {"body": LONG}),
    (
        "a link before the words",
        {"body": LONG, "sent": "2019-03-04T09:16"},
        {"body": f"<http://lights.example/a>\n{LONG}", "depth": 1},
    ),
    (
        "a mail that is all subject",
        {"body": "", "subject": "The oil comes on Thursday at noon", "sent": "2019-03-04T09:16"},
        {"body": "", "subject": "The oil comes on Thursday at noon", "depth": 1},
    ),
    (
        "few words on two clocks, all else agrees",
        {"body": "pls use this for your reply", "to": ("Okonjo, Paul",)},
        {"body": "Pls use this for your reply", "to": ("Paul Okonjo",), "depth": 1, "sent": "2019-03-04T14:15"},
    ),
    (
        "a pasted text, the only one of its words",
        {"body": LONG},
        {"body": LONG, "sent": UNREAD, "from_": UNREAD, "subject": UNREAD, "depth": 1},
    ),
    ("no minute in either, long words", {"body": LONG, "sent": UNREAD}, {"body": LONG, "sent": UNREAD}),
]


@pytest.mark.parametrize(("what", "one", "other"), ONE_MESSAGE, ids=[row[0] for row in ONE_MESSAGE])
def test_one_message(what, one, other):
    assert groups_of(copy_of("a", **one), copy_of("b", **other)) == {("a", "b")}


TWO_MESSAGES = [
    ("a minute apart", {}, {"sent": "2019-03-04T09:16"}),
    ("a quotation a minute later than the top print: sent again", {}, {"sent": "2019-03-04T09:16", "depth": 1}),
    (
        "three minutes apart in two quotations",
        {"body": LONG, "depth": 1},
        {"body": LONG, "sent": "2019-03-04T09:18", "depth": 1},
    ),
    (
        "a quotation a minute earlier, with another number",
        {"body": "Lamps due at 4 tomorrow, all of them, please.", "sent": "2019-03-04T09:16"},
        {"body": "Lamps due at 5 tomorrow, all of them, please.", "depth": 1},
    ),
    (
        "on two clocks, with another line",
        {"body": "8:15 to the office. 9:30 the board, upstairs room. 11:00 keepers. 14:00 the harbour with Paul."},
        {
            "body": "8:15 to the office. 9:30 the board, upstairs room. 11:00 keepers. 14:00 a train to Farhaven.",
            "depth": 1,
            "sent": "2019-03-04T14:15",
        },
    ),
    (
        "two minutes later, with a word in front",
        {"body": LONG * 2},
        {"body": "Sent to Paul. " + LONG * 2, "depth": 1, "sent": "2019-03-04T09:18"},
    ),
    ("a whole day later", {"body": LONG}, {"body": LONG, "depth": 1, "sent": "2019-03-05T09:15"}),
    ("few words on two clocks", {"body": "pls print"}, {"body": "pls print", "depth": 1, "sent": "2019-03-04T14:15"}),
    (
        "not one word in common, under a redaction",
        {"body": "Yes,", "redacted": True},
        {"body": "Thanks", "redacted": True},
    ),
    ("a minute apart, long words", {"body": LONG}, {"body": LONG, "sent": "2019-03-04T09:16"}),
    ("two senders in one minute", {}, {"from_": "Okonjo, Paul"}),
    ("one sender, two subjects", {}, {"subject": "Oil for the winter"}),
    ("an answer and a forward", {"subject": "Re: Lamps"}, {"subject": "Fw: Lamps"}),
    ("one sender, other words", {}, {"body": "Forget the lamps, the board wants the barrels of oil first."}),
    (
        "one sender, one signature, other words",
        {"body": "The oil has come, all of it." + SIGNATURE},
        {"body": "Where are the wicks?" + SIGNATURE},
    ),
    ("few words, others", {"body": "Yes"}, {"body": "No"}),
    ("few words, and no subject", {"body": "Yes", "subject": UNREAD}, {"body": "Yes", "subject": UNREAD}),
    ("sent to each alone", {"to": ("Okonjo, Paul",)}, {"to": ("Rask, Ingrid",)}),
    ("a correction of a number", {"body": "Lamps due at 4 tomorrow."}, {"body": "Lamps due at 5 tomorrow."}),
    ("a correction, said in the subject", {}, {"subject": "CORRECTED Lighthouse inventory"}),
    ("an empty body that hides nothing", {"body": LONG}, {"body": ""}),
    ("no minute, few words", {"sent": UNREAD, "body": "Thank you"}, {"body": "Thank you"}),
    ("no minute, other sender", {"sent": UNREAD, "body": LONG, "from_": "Okonjo, Paul"}, {"body": LONG}),
    ("few words twice in one document", {"body": "Yes", "document": "d"}, {"body": "Yes", "document": "d", "nth": 3}),
]


@pytest.mark.parametrize(("what", "one", "other"), TWO_MESSAGES, ids=[row[0] for row in TWO_MESSAGES])
def test_two_messages(what, one, other):
    assert groups_of(copy_of("a", **one), copy_of("b", **other)) == {("a",), ("b",)}


def test_a_chain_printed_twice_in_one_document_is_joined():
    assert groups_of(copy_of("a", document="d"), copy_of("b", document="d", nth=4)) == {("a", "b")}


def test_a_copy_that_fits_two_messages_joins_neither():
    """A body wholly hidden, and two open messages of that minute, sender and subject."""
    hidden = copy_of("hidden", body="", redacted=True)
    first, second = copy_of("first"), copy_of("second", body="Forget the lamps, the board wants the oil counted first.")
    assert groups_of(hidden, first, second) == {("hidden",), ("first",), ("second",)}
    assert groups_of(hidden, first) == {("first", "hidden")}


def test_a_copy_without_a_minute_does_not_bridge_two_minutes():
    early, late = copy_of("early", body=LONG), copy_of("late", body=LONG, sent="2019-03-04T09:16")
    undated = copy_of("undated", body=LONG, sent="")
    assert groups_of(early, late, undated) == {("early",), ("late",), ("undated",)}


@pytest.mark.parametrize("apart", [0, 1, 300], ids=["same minute", "a step", "on two clocks"])
def test_few_words_are_joined_where_they_stand_in_one_chain(apart):
    """
    document d:   Farrow: pls print        document e:   Okonjo: done
                    > the list of lamps                    > Farrow: pls print
                                                             > the list of lamps
    """
    chains = [
        copy_of("d0", document="d", body="pls print", sent="2019-03-04T09:15", subject=""),
        copy_of("d1", document="d", body=LONG, depth=1, quoted_by="d0", sent="2019-03-03T08:00", from_="Rask, Ingrid"),
        copy_of("e0", document="e", body="done", sent="2019-03-04T16:07", from_="Okonjo, Paul"),
        copy_of(
            "e1",
            document="e",
            body="pls print",
            depth=1,
            quoted_by="e0",
            sent=f"2019-03-04T{(555 - (apart or 0)) // 60:02}:{(555 - (apart or 0)) % 60:02}",
        ),
        copy_of("e2", document="e", body=LONG, depth=2, quoted_by="e1", sent="2019-03-03T08:00", from_="Rask, Ingrid"),
    ]
    assert groups_of(*chains) == {("d0", "e1"), ("d1", "e2"), ("e0",)}


def test_few_words_of_one_minute_that_quote_two_messages_are_two():
    """Two mails are sent on with "FYI" in one minute, both under the subject "Re: lamps"."""
    others = {"depth": 1, "from_": "Rask, Ingrid", "subject": "lamps"}
    copies = [
        copy_of("d0", body="FYI", subject="Re: lamps"),
        copy_of("d1", document="document of d0", quoted_by="d0", sent="2019-03-03T08:00", body=LONG, **others),
        copy_of("e0", body="FYI", subject="Re: lamps"),
        copy_of("e1", document="document of e0", quoted_by="e0", sent="2019-03-02T21:12", body=LONG[::-1], **others),
    ]
    assert groups_of(*copies) == {("d0",), ("d1",), ("e0",), ("e1",)}
    assert groups_of(copies[0], copies[2]) == {("d0", "e0")}


def test_one_account_that_prints_two_names_is_told_by_its_chain():
    below = {"depth": 1, "from_": "Rask, Ingrid", "body": LONG, "sent": "2019-03-03T08:00"}
    copies = [
        copy_of("d0", document="d"),
        copy_of("d1", document="d", quoted_by="d0", **below),
        copy_of("e0", document="e", from_="Keepers' desk", depth=1),
        copy_of("e1", document="e", quoted_by="e0", **below),
    ]
    assert groups_of(*copies) == {("d0", "e0"), ("d1", "e1")}
    assert groups_of(copies[0], copies[2]) == {("d0",), ("e0",)}


def test_what_one_message_quotes_is_one_message_though_its_time_was_misread():
    """The 3 of "13 March" was read as an 8 in one of two prints."""
    above = {"body": LONG, "sent": "2019-03-20T09:15"}
    below = {"body": LONG[::-1], "depth": 1, "from_": "Rask, Ingrid"}
    chains = [
        copy_of("d0", document="d", **above),
        copy_of("d1", document="d", quoted_by="d0", sent="2019-03-13T08:00", **below),
        copy_of("e0", document="e", **above),
        copy_of("e1", document="e", quoted_by="e0", sent="2019-03-18T08:00", **below),
    ]
    assert groups_of(*chains) == {("d0", "e0"), ("d1", "e1")}
    assert groups_of(chains[1], chains[3]) == {("d1",), ("e1",)}


def test_a_top_print_of_the_same_minute_comes_before_one_a_minute_later():
    """Sent at 9:15, and again at 9:16; a quotation prints 9:15."""
    first, again = copy_of("first", body=LONG), copy_of("again", body=LONG, sent="2019-03-04T09:16")
    quoted = copy_of("quoted", body=LONG, depth=1)
    assert groups_of(first, again, quoted) == {("again",), ("first", "quoted")}


def test_two_thousand_copies_with_forty_addressees_each_and_none_in_common_end_soon():
    began = time.process_time()
    words = ["".join(letters) for letters in product("bdkmpqxz", repeat=6)][::3]
    copies = [copy_of(f"{number:04}", to=tuple(words[40 * number : 40 * number + 40])) for number in range(2000)]
    assert len(join_copies(copies).messages) == 2000
    assert time.process_time() - began < 20


def test_what_the_best_copy_does_not_show_is_restored_from_another():
    """
    top print      From: Farrow   To:               Subject: Lighthouse inventory    (b)(5) in the body
    quoted print   From: Farrow   To: Okonjo, Paul  Subject: Lighthouse inventory    whole
    """
    top = copy_of("top", redacted=True, body="Please send me the list of every lamp")
    quoted = copy_of("quoted", depth=1, to=("Okonjo, Paul",), confidence=0.8)
    (message,) = join_copies([quoted, top]).messages
    taken_from = dict(message.taken_from)
    assert message.copies == ("top", "quoted")
    assert message.restored == (FieldName.TO,)
    assert (taken_from[FieldName.TO], taken_from[FieldName.FROM]) == ("quoted", "top")
    assert message.body_from == "quoted"
    assert message.status is MessageStatus.PRINTED


def test_a_field_that_no_copy_reads_is_taken_from_the_one_that_knows_why():
    bare = copy_of("bare")
    coded = copy_of("coded", depth=1, states={FieldName.CC: FieldState.REDACTED})
    (message,) = join_copies([bare, coded]).messages
    assert dict(message.taken_from)[FieldName.CC] == "coded"
    assert message.restored == ()


def test_a_message_known_from_quotations_only_says_so():
    (message,) = join_copies([copy_of("q", depth=2)]).messages
    assert message.status is MessageStatus.QUOTED_ONLY


def test_an_id_survives_a_re_read_and_twins_have_two():
    (message,) = join_copies([copy_of("a")]).messages
    (again,) = join_copies([copy_of("elsewhere", confidence=0.7)]).messages
    assert message.id == again.id
    twins = [copy_of("a", to=("Okonjo, Paul",)), copy_of("b", to=("Rask, Ingrid",))]
    assert len({twin.id for twin in join_copies(twins).messages}) == 2


def test_what_somebody_said_comes_before_any_comparing():
    alike, other = [copy_of("a"), copy_of("b"), copy_of("c")], copy_of("d", sent="2020-01-01T08:00", body="Else.")
    told = join_copies([*alike, other], same=[("d", "a"), ("a", "not there")], apart=[("b", "a")])
    assert {message.copies for message in told.messages} == {("b", "c"), ("a", "d")}


def test_what_is_told_apart_is_not_told_the_same_by_way_of_a_third():
    told = join_copies([copy_of(name) for name in "abc"], same=[("a", "b"), ("b", "c")], apart=[("a", "c")])
    assert {tuple(sorted(message.copies)) for message in told.messages} == {("a", "b"), ("c",)}


def test_no_copies_no_messages():
    assert join_copies([]) == ((), ())


def test_a_mail_printed_a_thousand_times_is_one_and_costs_no_million_comparisons():
    began = time.process_time()
    (message,) = join_copies([copy_of(f"{number:04}") for number in range(2000)]).messages
    assert len(message.copies) == 2000
    assert time.process_time() - began < 3


def test_hundreds_of_hidden_bodies_of_one_minute_end_soon_and_are_left_apart():
    began = time.process_time()
    hidden = [copy_of(f"{number:04}", body="", redacted=True) for number in range(300)]
    assert len(join_copies(hidden).messages) == 300
    assert len(join_copies(hidden[:40]).messages) == 1
    assert time.process_time() - began < 5


BODIES = ("", "Yes", "No", "Will do", LONG, LONG[:70], LONG.replace("lamp", "larnp"), "Lamps due at 4 tomorrow.")
SKELETONS = st.lists(
    st.builds(
        copy_of,
        id_=st.integers(0, 10**6).map(str),
        from_=st.sampled_from(("", "M", "Farrow, Miriam", "Miriam Farrow", "farrowm@lights.example", "Okonjo, Paul")),
        sent=st.sampled_from(("", "2019-03-04T09:15", "2019-03-04T09:16")),
        subject=st.sampled_from(("", "Lamps", "Re: Lamps", "Fw: Lamps", "Lighthouse inventory 3/4")),
        body=st.sampled_from(BODIES),
        to=st.sampled_from(((), ("Okonjo, Paul",), ("Rask, Ingrid",))),
        document=st.sampled_from(("", "d", "e")),
        depth=st.integers(0, 2),
        redacted=st.booleans(),
        quoted_by=st.integers(0, 30).map(str),
    ),
    unique_by=lambda copy_: copy_.id,
    max_size=30,
)


@given(SKELETONS, st.randoms(use_true_random=False))
def test_order_carries_no_meaning(copies, random):
    shuffled = list(copies)
    random.shuffle(shuffled)
    assert join_copies(shuffled) == join_copies(copies)


@given(SKELETONS)
def test_every_copy_is_in_one_message_and_no_message_has_two_times_that_one_clock_cannot_print(copies):
    messages, links = join_copies(copies)
    assert sorted(copy_id for message in messages for copy_id in message.copies) == sorted(copy_.id for copy_ in copies)
    assert len({message.id for message in messages}) == len(messages)
    times = {copy_.id: (time_of(copy_.sent), copy_.depth == 0) for copy_ in copies}
    conversation = {message.id: message.conversation for message in messages}
    for message in messages:
        for (one, top), (other, other_top) in combinations([times[copy_id] for copy_id in message.copies], 2):
            assert compare_clocks(one, other, top, other_top) is not Clock.OTHER
    for link in links:
        assert link.later != link.earlier
        assert conversation[link.later] == conversation[link.earlier]
