"""Who held which post: signatures and texts in, posts out; and senders whose name is hidden."""

import pytest

from readingroom.errors import UsageError
from readingroom.model import ActorKind, Designation, GroundKind
from readingroom.people import Heading, find_designations, join_names, people_of, read_told_posts
from tests.people.copies import signed, wrote

NORA = "Quill, Nora D"


def said(copy_):
    return [(one.where.value, one.name, one.title, one.office) for one in find_designations(copy_)]


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("Nora Quill\nChief, Division of Locks\n(555) 014-2300", ("Nora Quill", "Chief", "Division of Locks")),
        ("Nora Quill\nDistrict Engineer\nHarbour Office", ("Nora Quill", "District Engineer", "Harbour Office")),
        ("Nora Quill, Acting Director, Eastern Locks", ("Nora Quill", "Acting Director", "Eastern Locks")),
        ("Assistant Field Office Director\nAusten", ("", "Assistant Field Office Director", "Austen")),
        ("Nora Quill\nfor the Deputy Commissioner, Operations", None),
        ("NQ", None),
        ("Nora Quill\nSent from my telephone", None),
        ("Nora Quill\nAre you the director?", None),
    ],
)
def test_a_signature_says_a_post(signature, expected):
    assert said(signed(signature)) == ([("signature", *expected)] if expected else [])


def test_a_designation_knows_its_place_and_the_numbers_beside_it():
    copy_ = signed("Nora Quill\nChief, Division of Locks\nTel. (555) 014-2300 NQuill@harbour.example")
    (one,) = find_designations(copy_)
    assert copy_.signature.text[one.start : one.end] == "Nora Quill\nChief, Division of Locks"
    assert one.contacts == ("5550142300", "nquill@harbour.example")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I asked Odo Marsh, Deputy Keeper, Eastern Locks, to look.", ("Odo Marsh", "Deputy Keeper", "Eastern Locks")),
        (
            "(b)(6), Assistant Field Office Director, Austen, will call.",
            ("", "Assistant Field Office Director", "Austen"),
        ),
        ("Odo Marsh, the Director of Eastern Locks, will call.", ("Odo Marsh", "Director of Eastern Locks", "")),
        ("Odo Marsh, who is a director, will call.", None),
    ],
)
def test_a_text_says_a_post(text, expected):
    assert said(wrote(text)) == ([("body", *expected)] if expected else [])


def test_long_texts_of_capitals_are_read_in_no_time():
    find_designations(wrote("Odo Marsh Of " * 4000 + ", Director"))
    find_designations(wrote("Aa Bb, " * 6000))


def headed(copy, day, sender, *, message="", hidden=False):
    return Heading(copy, message or f"m{copy}", f"{day}T09:00", sender, (), hidden=hidden)


def designated(copy, title, office="", name="", contacts=()):
    return Designation(copy, GroundKind.SIGNATURE, 0, 9, name, title, office, contacts)


def people(heads, designations=(), told=()):
    return people_of(join_names(heads), heads, designations, told)


def test_a_post_runs_from_the_first_to_the_last_day_that_prints_it():
    heads = [headed("c1", "2009-03-01", NORA), headed("c2", "2010-08-05", NORA), headed("c3", "2011-01-01", NORA)]
    found = people(
        heads, [designated("c1", "Chief", "Locks"), designated("c2", "Chief", "L0cks"), designated("c3", "Keeper")]
    )
    assert [(post.title, post.since, post.until, post.copies) for post in found.posts] == [
        ("Chief", "2009-03-01", "2010-08-05", ("c1", "c2")),
        ("Keeper", "2011-01-01", "2011-01-01", ("c3",)),
    ]
    assert {post.holder for post in found.posts} == {found.actors[0].id}


def test_a_told_post_keeps_its_days_and_its_source_beside_what_is_printed():
    heads = [headed("c1", "2009-03-01", NORA)]
    told = read_told_posts('post,holder,since,source\n"Chief, Locks",Nora Quill,2008-01-01,Yearbook\n', "t.csv")
    printed, brought = sorted(
        people(heads, [designated("c1", "Chief", "Locks")], told).posts, key=lambda post: post.kind
    )
    assert (printed.kind, brought.kind) == (GroundKind.SIGNATURE, GroundKind.TOLD)
    assert (brought.title, brought.office, brought.since, brought.until, brought.source) == (
        "Chief",
        "Locks",
        "2008-01-01",
        "",
        "Yearbook",
    )
    assert brought.holder == printed.holder


def test_a_told_holder_whom_the_release_does_not_name_is_nobody_here():
    told = read_told_posts("post,holder\nChief,Ada Vane\n", "t.csv")
    (post,) = people([headed("c1", "2009-03-01", NORA)], (), told).posts
    assert (post.holder, post.name) == ("", "Ada Vane")


def test_offices_are_printed_with_names_in_headers():
    (post,) = people([headed(f"c{at}", "2009-03-01", "Quill, Nora (HBR/OPS)") for at in range(3)]).posts
    assert (post.title, post.office, post.kind) == ("", "HBR/OPS", GroundKind.HEADER)


def test_a_hidden_sender_with_a_post_is_somebody_and_no_title_joins_two():
    heads = [headed("c1", "2009-03-01", "", hidden=True), headed("c2", "2009-03-02", "", hidden=True)]
    found = people(heads, [designated("c1", "Deputy Keeper", "Locks"), designated("c2", "Deputy Keeper", "Locks")])
    assert [(actor.kind, actor.name, actor.copies) for actor in sorted(found.actors, key=lambda one: one.copies)] == [
        (ActorKind.UNNAMED, "(name hidden), Deputy Keeper, Locks", ("c1",)),
        (ActorKind.UNNAMED, "(name hidden), Deputy Keeper, Locks", ("c2",)),
    ]


def test_one_telephone_number_with_the_post_makes_hidden_senders_one():
    heads = [headed("c1", "2009-03-01", "", hidden=True), headed("c2", "2009-03-02", "", hidden=True)]
    marks = [designated(copy, "Deputy Keeper", "Locks", contacts=("5550142300",)) for copy in ("c1", "c2")]
    (actor,) = people(heads, marks).actors
    assert actor.copies == ("c1", "c2")
    assert [ground.kind for ground in actor.grounds] == [GroundKind.BLOCK]


def test_a_sender_that_another_copy_names_is_not_unnamed():
    heads = [
        headed("c1", "2009-03-01", "", message="m", hidden=True),
        headed("c2", "2009-03-01", NORA, message="m"),
    ]
    found = people(heads, [designated("c1", "Deputy Keeper", "Locks")])
    assert [actor.kind for actor in found.actors] == [ActorKind.PERSON]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "lacks post, holder"),
        ("post,keeper,holder\n", "names unknown columns: 'keeper'"),
        ("post,holder,since\nChief,Nora Quill,March 2009\n", "line 2: since is 'March 2009'"),
        ("post,holder,since\nChief,Nora Quill,2009-02-30\n", "line 2: since is '2009-02-30'"),
        ("post,holder,since,until\nChief,Nora Quill,2009-02-03,2008-01-01\n", "line 2: until 2008-01-01 is before"),
        ("post,holder\nChief,Nora Quill\n\nKeeper\n", "line 4: 1 cells"),
        ("post,holder\n,Nora Quill\n", "line 2: neither a post nor an alias"),
        ('post,holder\n"Chief,Nora Quill\n', "no CSV"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(table, told):
    with pytest.raises(UsageError) as refused:
        read_told_posts(table, "posts.csv")
    assert told in refused.value.what
