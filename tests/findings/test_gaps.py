"""What a release shows to exist and does not hold."""

import random
import time

import pytest

from readingroom.findings.gaps import Numbered, find_gaps
from readingroom.model import (
    Attachment,
    AttachmentGround,
    Box,
    GapKind,
    GapStrength,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Span,
    TellingKind,
)
from tests.findings.gap_releases import known, shown, telling

PEOPLE = tuple(f"Name {at}" for at in range(40))
ANSWER = {"from_": "Gull, Mira", "to": ("Rook, Ada",), "sent": "2019-03-04T10:02", "subject": "RE: Lamps"}


def kinds(release):
    return [gap.kind for gap in find_gaps(release)]


def test_an_answer_whose_question_is_nowhere():
    (gap,) = find_gaps(shown(known("a", **ANSWER)))
    assert (gap.kind, gap.strength) == (GapKind.REPLY_WITHOUT_PARENT, GapStrength.MUST_EXIST)
    assert (gap.sender, gap.recipients, gap.copies) == ("Rook, Ada", ("Gull, Mira",), ("A",))
    assert gap.searched.until == "2019-03-04T10:02"


@pytest.mark.parametrize(
    "parent",
    [{}, {"sent": "2019-03-04T16:15"}, {"sent": ""}, {"subject": "Larnps for the harbor of Gannet"}],
    ids=["printed", "on a clock of another zone", "undated", "misread"],
)
def test_an_answer_whose_question_is_there(parent):
    subject = "Lamps for the harbor of Gannet"
    answer, question = (
        known("a", **(ANSWER | {"subject": f"RE: {subject}"})),
        known("q", **({"subject": subject} | parent)),
    )
    assert kinds(shown(answer, question)) == []


@pytest.mark.parametrize("more", [{"bears": ("q",)}, {"sent": "", "minute": -1}, {"answers": False}])
def test_what_is_no_orphan(more):
    assert kinds(shown(known("a", **(ANSWER | more)))) == []


def test_an_answer_by_somebody_else_to_the_same_subject_is_no_question():
    other = known("b", from_="Wren, Olaf", to=("Finch, Tom",), sent="2019-03-04T09:00")
    (gap,) = find_gaps(shown(known("a", **ANSWER), other))
    assert gap.perhaps == ("b",)


def test_a_mail_that_somebody_speaks_of():
    release = shown(known("a"), tellings=[telling("A")])
    (gap,) = find_gaps(release)
    assert (gap.kind, gap.strength) == (GapKind.REFERRED_MESSAGE, GapStrength.SAID_TO_EXIST)
    assert (gap.sender, gap.recipients) == ("Rook, Ada", ("Gull, Mira",))


def test_a_mail_that_somebody_speaks_of_and_that_is_there():
    before = known("b", sent="2019-03-04T08:59")
    assert kinds(shown(known("a"), before, tellings=[telling("A")])) == []
    other = known("b", sent="2019-03-04T08:59", subject="Ropes")
    (gap,) = find_gaps(shown(known("a"), other, tellings=[telling("A")]))
    assert gap.perhaps == ("b",)


def test_what_was_announced_and_followed():
    said = telling("A", TellingKind.ANNOUNCED, words="I will send a separate note", topic=("note",))
    assert kinds(shown(known("a"), tellings=[said])) == [GapKind.ANNOUNCED]
    assert kinds(shown(known("a"), known("b", sent="2019-03-05T08:00"), tellings=[said])) == []


def attachment(copy, name="Culvert_study_v2.doc", source=""):
    grounds = (AttachmentGround.NAME,) if source else ()
    return Attachment(copy, "d", 0, name, source, 7 if source else 0, 8 if source else 0, "", grounds)


def test_attachments():
    (gap,) = find_gaps(shown(known("a"), attachments=(attachment("A"),)))
    assert (gap.kind, gap.strength, gap.words) == (GapKind.ATTACHMENT, GapStrength.MUST_EXIST, "Culvert_study_v2.doc")
    assert kinds(shown(known("a"), attachments=(attachment("A", source="s"),))) == []


def test_a_file_that_a_thread_names_thrice_is_one_gap():
    one, two = (known(id_, conversation="c") for id_ in "ab")
    (gap,) = find_gaps(shown(one, two, attachments=(attachment("A"), attachment("B"), attachment("B"))))
    assert gap.copies == ("A", "B")


def test_pictures_of_signatures_rank_last():
    some = (attachment("A"), attachment("A", "image001.png"))
    assert [gap.words for gap in find_gaps(shown(known("a"), attachments=some))] == [
        "Culvert_study_v2.doc",
        "image001.png",
    ]


def test_something_attached_and_nothing_named():
    said = telling("A", TellingKind.ATTACHED, words="see attached")
    assert kinds(shown(known("a"), tellings=[said])) == [GapKind.NOTHING_ATTACHED]
    assert kinds(shown(known("a"), tellings=[said], attachments=(attachment("A", source="s"),))) == []


def numbered(*numbers, source="s"):
    return tuple(
        Numbered(source, page, f"PRA-{number:06}" if number else "", (Span(source, page, (Box(1, 1, 2, 2),)),))
        for page, number in enumerate(numbers, 1)
    )


@pytest.mark.parametrize(
    ("numbers", "holes"),
    [
        (range(1, 20), []),
        ((*range(1, 11), *range(15, 25)), ["PRA-000011 to PRA-000014"]),
        ((*range(1, 11), 0, *range(12, 25)), []),  # a page whose number was not read
        ((*range(1, 11), 910, *range(12, 25)), []),  # misread: the page is there
        ((1, 2, 3, 9), []),  # too few to show a rule
        (range(1, 400, 9), []),  # numbers that run thinly
    ],
)
def test_holes_in_page_numbers(numbers, holes):
    assert [gap.words for gap in find_gaps(shown(pages=numbered(*numbers)))] == holes


def test_a_sheet_that_stands_for_pages_explains_a_hole():
    sheet = Redaction(
        source="s",
        page=10,
        kind=RedactionKind.LABEL,
        where=RedactionWhere.DOCUMENT,
        box=Box(1, 1, 9, 9),
        codes=("B5",),
        pages=4,
        text="4 page(s) withheld",
    )
    (gap,) = find_gaps(shown(pages=numbered(*range(1, 11), *range(15, 25)), withheld=(sheet,)))
    assert (gap.kind, gap.strength) == (GapKind.WITHHELD_PAGES, GapStrength.LISTED_AS_WITHHELD)


def test_codes_alone_on_a_page_are_one_withheld_page():
    marks = tuple(
        Redaction(
            source="s",
            page=3,
            kind=RedactionKind.LABEL,
            where=RedactionWhere.PAGE,
            box=Box(1, y, 9, y + 9),
            codes=(code,),
        )
        for y, code in ((1, "B5"), (20, "B1"))
    )
    assert [gap.what for gap in find_gaps(shown(withheld=marks))] == ["1 page withheld under B1, B5"]


def test_document_numbers_only_where_nearly_all_are_there():
    dense = tuple(Numbered("s", at, f"C{number:08}", ()) for at, number in enumerate((*range(1, 20), *range(21, 40))))
    assert [gap.words for gap in find_gaps(shown(documents=dense))] == ["C00000020"]
    thin = tuple(Numbered("s", at, f"C{2 * at:08}", ()) for at in range(40))
    assert kinds(shown(documents=thin)) == []


def test_pages_promised():
    letter = telling("", TellingKind.PAGES_PROMISED, words="I enclose 12 pages", reach=12)
    release = shown(tellings=[letter], pages=numbered(*range(1, 11)), letter_pages=1)
    assert [gap.what for gap in find_gaps(release)] == ["3 pages: 12 promised, 9 received"]
    assert kinds(release._replace(pages_asked=9)) == []  # the record of the request goes first


def test_a_withheld_body_that_another_copy_shows():
    said = telling("A", TellingKind.WITHHELD, words="", topic=("B5",), reach=0)
    assert kinds(shown(known("a", words=0), tellings=[said])) == [GapKind.WITHHELD_MESSAGE]
    assert kinds(shown(known("a", words=40), tellings=[said])) == []


def test_what_is_only_quoted():
    (gap,) = find_gaps(shown(known("a", printed=False)))
    assert gap.kind is GapKind.QUOTED_ONLY


def test_the_order_of_arrival_carries_no_meaning():
    messages = [known(f"m{at}", **(ANSWER | {"subject": f"RE: Lamps {at}"})) for at in range(20)]
    tellings = [telling(f"M{at}") for at in range(20)]
    before = find_gaps(shown(*messages, tellings=tellings))
    random.Random(3).shuffle(messages)
    random.Random(4).shuffle(tellings)
    assert find_gaps(shown(*messages, tellings=tellings)) == before


def test_thousands_of_messages_of_one_subject_take_no_time():
    messages = [
        known(f"m{at}", subject="RE: Schedule", to=PEOPLE, sent=f"2019-03-{at % 28 + 1:02}T09:15") for at in range(2000)
    ]
    began = time.process_time()
    find_gaps(shown(*messages, tellings=[telling(f"M{at}") for at in range(2000)]))
    assert time.process_time() - began < 10
