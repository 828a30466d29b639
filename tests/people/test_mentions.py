"""Who is meant by a short sign: the whole way from texts to mentions, on a small fictional release."""

from readingroom.model import Actor, ActorKind, AliasGround, FieldName, GroundKind, Post, PrintedName
from readingroom.people import CopyText, HeaderPart, Speaker, know, meanings_of, mentions_in, read_signs

FARROW = "Farrow, Miriam T"
WRAY = "Wray, Dorothea"
QUILL = "Quill, Nora (LHB)"
VANE = "Vane, Ada"


def actor(name, *prints, sent=9):
    names = tuple(PrintedName(f"id {one}", one, sent, 0, f"copy by {name}", FieldName.FROM) for one in (name, *prints))
    return Actor(f"id {name}", ActorKind.PERSON, name, names, (), (), (), sent, 0, "", "")


PEOPLE = (actor(FARROW), actor(WRAY), actor(QUILL), actor(VANE, "AV"))


def text(body, *, sender=FARROW, to=(WRAY,), subject="", signature="", document="d1", copy="c1"):
    return CopyText(copy, document, "s", 1, sender, tuple(to), subject, body, signature)


def told(alias, title, holder="", since="", until=""):
    return Post(title, "", "", holder, since, until, False, GroundKind.TOLD, "a yearbook", (), alias)


def mentions(one, *others, posts=(), day="2013-05-06", people=PEOPLE, headers=()):
    """What is meant in `one`, where the release holds `others` as well: (words, person or office or post, ground)."""
    release = [read_signs([other]) for other in (one, *others)]
    uses = [use for read in release for use in read.uses]
    clues = [clue for read in release for clue in read.clues]
    meanings = meanings_of({use.sign for use in uses}, clues, people, posts)
    documents = {sign: len({use.document for use in uses if use.sign == sign}) for sign in {use.sign for use in uses}}
    by_print = {name.words: actor for actor in people for name in actor.names}
    sender = by_print.get(one.sender)
    named = frozenset(by_print[words].id for words in (one.sender, *one.addressees) if words in by_print)
    speaker = Speaker(
        one.copy,
        one.document,
        one.sender,
        sender.id if sender else "",
        sender.name if sender else "",
        day,
        named,
    )
    found = mentions_in(one, speaker, know(meanings, posts, documents), headers)
    return [
        (
            mention.words,
            (mention.means.name or mention.means.office or mention.means.post) if mention.means else None,
            mention.ground.value,
        )
        for mention in found
    ]


def test_a_letter_below_a_text_is_its_senders_own():
    table = (told("M", "Harbor Master", "Ada Vane"),)
    assert mentions(text("The lamps are in. M wants them lit.\n\nM"), posts=table) == [
        ("M", "Ada Vane", "told"),
        ("M", FARROW, "sign-off"),
    ]
    assert mentions(text("The lamps are in. MTF"))[-1] == ("MTF", FARROW, "sign-off")


def test_a_table_says_who_held_a_post_that_day():
    table = (
        told("S1", "Secretary", "Ada Vane", "2009-01-01", "2013-01-31"),
        told("S1", "Secretary", "Tom Finch", "2013-02-01", ""),
    )
    asked = text("Message for S1")
    assert mentions(asked, posts=table, day="2012-05-06") == [("S1", "Ada Vane", "told")]
    assert mentions(asked, posts=table, day="2013-05-06") == [("S1", "Tom Finch", "told")]
    assert mentions(asked, posts=table, day="2008-05-06") == [("S1", "Secretary", "told")]
    assert mentions(asked, posts=table, day="") == [("S1", "Secretary", "told")]


def test_ocr_forms_are_read_as_the_sign_that_is_known():
    table = (told("S1", "Secretary", "Ada Vane"), told("S/P", "Pier Staff"), told("IO", "Bureau of Islands"))
    body = "Sl and SI agree. Pass this to 51, and SIP too. 10 has a draft for the 51 piers."
    assert [one[:2] for one in mentions(text(body), posts=table)] == [
        ("Sl", "Ada Vane"),
        ("SI", "Ada Vane"),
        ("51", "Ada Vane"),
        ("SIP", "Pier Staff"),
        ("10", "Bureau of Islands"),
    ]


def test_nothing_is_meant_where_nothing_says_so():
    assert mentions(text("S wants the lamps. Ask the PQR, M, and S/P.")) == []


def test_an_expansion_holds_in_its_document_and_where_the_release_agrees():
    says = text("The Pier Light Office (PLO) will answer.", document="d2", copy="c2")
    assert mentions(text("Ask PLO."), says) == [("PLO", "Pier Light Office", "expanded")]
    other = text("The Port Labour Organisation (PLO) will answer.", document="d3", copy="c3")
    assert mentions(text("Ask PLO."), says, other) == [("PLO", None, "undetermined")]
    assert mentions(says, other) == [("PLO", "Pier Light Office", "expanded")]


def test_an_expansion_in_one_document_of_many_says_nothing_of_a_short_sign_elsewhere():
    says = text("The Harbor Council (HC) will answer.", document="d2", copy="c2")
    uses = [text("Ask HC.", document=f"u{at}", copy=f"u{at}") for at in range(9)]
    assert mentions(text("Ask HC."), says, *uses) == [("HC", None, "undetermined")]


def test_marks_behind_names_and_signs_in_signatures_are_offices():
    rests = text("Lamps.\n\nNora Quill\nLH-E", sender=QUILL, document="d2", copy="c2")
    assert mentions(text("LHB and LH-E agree."), rests) == [
        ("LHB", "LHB", "office mark"),
        ("LH-E", QUILL, "signature"),
    ]


def test_given_names_are_those_on_the_print_out():
    assert mentions(text("Dorothea,\n\nplease ask Dorothea Finch.")) == [("Dorothea", WRAY, "name")]
    signed = text("Lamps.\n\nDot", sender=WRAY, to=(QUILL,), document="d2", copy="c2")
    again = text("Lamps again.\n\nDot", sender=WRAY, to=(QUILL,), document="d3", copy="c3")
    assert mentions(text("Please ask Dot."), signed, again) == [("Dot", WRAY, "name")]


def test_a_text_that_makes_up_letters_leaves_others_undecided():
    table = (told("M", "Harbor Master", "Ada Vane"),)
    assert mentions(text("I met with Z and told M that Z will go."), posts=table) == []


def test_a_letter_that_headers_use_for_a_person_is_undetermined_beside_an_office():
    people = (*PEOPLE, actor("Hale, Rosa", "H"))
    table = (told("H", "Bureau of Harbors"),)
    one = text("Please give this to H, and now H is working on it.", to=("H",))
    assert mentions(one, posts=table, people=people) == [
        ("H", None, "undetermined"),
        ("H", "Bureau of Harbors", "told"),
    ]


def test_phrases_of_a_table_and_signs_in_headers():
    table = (told("the Sixth Floor", "Office of the Harbor Master"), told("D(B)", "Deputy", "Tom Finch"))
    part = HeaderPart("to 0", "D(B)", "", "")
    assert mentions(text("The Sixth Floor wants lamps."), posts=table, headers=(part,)) == [
        ("D(B)", "Tom Finch", "told"),
        ("The Sixth Floor", "Office of the Harbor Master", "told"),
    ]


def test_meanings_do_not_depend_on_the_order_of_arrival():
    texts = [
        text("The Pier Light Office (PLO) asks District 4.\n\nM", document=f"d{at}", copy=f"c{at}") for at in range(3)
    ]
    clues = [clue for one in texts for clue in read_signs([one]).clues]
    made = meanings_of({"PLO", "D4"}, clues, PEOPLE, ())
    assert made == meanings_of({"D4", "PLO"}, clues[::-1], PEOPLE[::-1], ())
    assert {one.ground for one in made if one.sign == "D4"} == {AliasGround.INITIALS}
