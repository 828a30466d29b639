"""The query language: what a text asks for, and what is said where it asks for nothing."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.errors import QueryError
from readingroom.store.asked import (
    And,
    Code,
    Has,
    InDocument,
    Near,
    Not,
    OnPages,
    Or,
    Phrase,
    Sent,
    Tolerant,
    Word,
)
from readingroom.store.query import CONDITIONS, NEAR_DISTANCE, TEXT_FIELDS, normal_code, parse_query

ASKED = [
    ("lamp", Word("lamp")),
    ("lamp*", Word("lamp", prefix=True)),
    ("jo@example.gov", Word("jo@example.gov")),
    ("O'Neill", Word("O'Neill")),
    ("10:30", Word("10:30")),
    ("from:rook", Word("rook", "sender")),
    ("FROM: rook", Word("rook", "sender")),
    ("to:finch", Word("finch", "recipients")),
    ("cc:finch", Word("finch", "cc")),
    ("body:lamp", Word("lamp", "body")),
    ('subject:"the last box"', Phrase("the last box", "subject")),
    ("subject:(lamp OR box)", Or((Word("lamp", "subject"), Word("box", "subject")))),
    ('"the last box"', Phrase("the last box")),
    ("“the last box”", Phrase("the last box")),
    (r'"he said \"no\" twice"', Phrase('he said "no" twice')),
    ("~lighthouse", Tolerant("lighthouse")),
    ("lighthouse~", Tolerant("lighthouse")),
    ("~light-house", And((Tolerant("light"), Tolerant("house")))),
    ("~Lamp", Tolerant("lamp")),
    ("from:~rook", Tolerant("rook", "sender")),
    ("NEAR(lamp box, 5)", Near(("lamp", "box"), 5)),
    ('"lamp box"~5', Near(("lamp", "box"), 5)),
    ("NEAR(lamp box)", Near(("lamp", "box"), NEAR_DISTANCE)),
    ("lamp box", And((Word("lamp"), Word("box")))),
    ("lamp AND box", And((Word("lamp"), Word("box")))),
    ("lamp and", And((Word("lamp"), Word("and")))),
    ("+lamp -box", And((Word("lamp"), Not(Word("box"))))),
    ("lamp NOT box", And((Word("lamp"), Not(Word("box"))))),
    ("lamp box OR oil", And((Word("lamp"), Or((Word("box"), Word("oil")))))),
    ("lamp AND box OR oil", Or((And((Word("lamp"), Word("box"))), Word("oil")))),
    ("(lamp box) OR oil", Or((And((Word("lamp"), Word("box"))), Word("oil")))),
    ("on:2011-07-26", Sent("2011-07-26", "2011-07-27")),
    ("on:2011-12-31", Sent("2011-12-31", "2012-01-01")),
    ("on:2011-07", Sent("2011-07-01", "2011-08-01")),
    ("on:2011-12", Sent("2011-12-01", "2012-01-01")),
    ("on:2011", Sent("2011-01-01", "2012-01-01")),
    ("before:2011-07", Sent("", "2011-07-01")),
    ("after:2011-07", Sent("2011-07-01", "")),
    ("code:B6", Code("B6")),
    ('code:"(b)(6)"', Code("B6")),
    ("code:(b)(7)(C)", Code("B7C")),
    ("(code:1.4(D))", Code("14D")),
    ("code:B7*", Code("B7", prefix=True)),
    ("code:(B5 OR B6)", Or((Code("B5"), Code("B6")))),
    ("has:redaction", Has("redaction")),
    ("has:attachment", Has("attachment")),
    ("doc:C05000001", InDocument("C05000001")),
    ("doc:letters#12", InDocument("letters#12")),
    ("page:7", OnPages(7, 7)),
    ("page:3-7", OnPages(3, 7)),
]

REFUSED = [  # query, what is said
    ("", "nothing to look for"),
    (" \t\n", "nothing to look for"),
    ("AND", "character 1: AND cannot stand here"),
    ("lamp AND", "breaks off"),
    ("lamp OR OR box", "character 9: OR cannot stand here"),
    ("()", "character 2: something is missing before )"),
    ("(lamp", "character 1: this bracket is never closed"),
    ("lamp)", "character 5: this bracket was never opened"),
    ('say "lamp', "character 5: this quotation mark is never closed"),
    ("from:", "breaks off"),
    ("re: lamps", "character 1: there is no field re:"),
    ("subject:(lamp from:rook)", "character 15: from: stands inside another field"),
    ("-lamp", "only says what to leave out"),
    ("lamp OR -box", "only says what to leave out"),
    ("lamp - box", "character 6: - stands alone"),
    ("*", "no letter or digit"),
    ("la*mp", "character 1: * may only stand at the end"),
    ('"?!"', "no letter or digit"),
    ("~?", "no letter or digit in ?"),
    ("NEAR(lamp, 5)", "character 1: NEAR takes two words"),
    ("on:yesterday", "character 4: yesterday is no date"),
    ("on:2011-13", "is no date"),
    ("on:2011-02-30", "is no date"),
    ("on:0001", "is no date"),
    ("on:~2011", "takes a value"),
    ("code:()", "something is missing"),
    ("code:?", "is no code"),
    ("has:lamp", "has: does not know lamp"),
    ("page:x", "x is no page"),
    ("page:7-3", "ends before it begins"),
    ("doc:*", "needs a number or a name"),
    ("(" * 21 + "lamp" + ")" * 21, "more than 20 brackets"),
    ("lamp " * 201, "more than 200 words"),
    ("l" * 4001, "longer than 4000"),
]


@pytest.mark.parametrize(("query", "asked"), ASKED)
def test_a_query_asks_for(query, asked):
    assert parse_query(query) == asked


@pytest.mark.parametrize(("query", "what"), REFUSED)
def test_what_is_wrong_is_said_with_a_hint(query, what):
    with pytest.raises(QueryError) as raised:
        parse_query(query)
    assert what in raised.value.what
    assert raised.value.hint


def test_codes_are_compared_without_marks():
    assert normal_code("(b)(7)(C)") == normal_code("B7(C)") == normal_code("b7c") == "B7C"


PIECES = st.sampled_from(
    [*(f"{name}:" for name in (*TEXT_FIELDS, *CONDITIONS)), *'()"~*+-:\\,.#\0\n“”é', "AND", "OR", "NOT", "NEAR(", " "]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_is_understood_or_refused(query):
    with suppress(QueryError):
        parse_query(query)
