"""Which prints are one actor's, and which never are: heads in, groups of names out."""

import random

from readingroom.model import ActorKind, GroundKind
from readingroom.people import Heading, join_names

NORA = "Quill, Nora D"
NORA_AT = "Quill, Nora D <QuillND@harbour.example>"


def sent_by(*prints, times=1):
    """One head for each print, each of a message of its own."""
    return [
        Heading(f"{words}-{number}", f"m{words}-{number}", "2009-05-01T10:00", words, ())
        for words in prints
        for number in range(times)
    ]


def printed_twice(one, other, *, messages=1):
    """Messages of which one copy prints the one as its sender, another the other."""
    heads = []
    for number in range(messages):
        message = f"m-{one}-{other}-{number}"
        heads += [
            Heading(f"{message}{end}", message, "2009-05-01T10:00", words, ())
            for end, words in (("a", one), ("b", other))
        ]
    return heads


def groups(heads, **said):
    """The names of each actor, those alone left out."""
    joined = join_names(heads, **said)
    return sorted(sorted(name.words for name in actor.names) for actor in joined.actors if len(actor.names) > 1)


def together(heads, one, other, **said):
    of_print = join_names(heads, **said).of_print
    return of_print[one] == of_print[other]


def test_prints_of_one_name_in_any_order_are_one():
    prints = [NORA, NORA_AT, "Nora Quill", "Quill, Nora (HBR)", "'QuillND@harbour.example'", "Nora Quill/O/HBR"]
    assert groups(sent_by(*prints)) == [sorted(prints)]


def test_every_join_has_its_ground_with_a_copy():
    heads = sent_by(NORA, NORA_AT, "'QuillND@harbour.example'")
    (actor,) = join_names(heads).actors
    assert {ground.kind for ground in actor.grounds} == {GroundKind.WORDS, GroundKind.ADDRESS}
    assert len(actor.grounds) == 2
    assert all(ground.copies for ground in actor.grounds)


def test_two_initials_are_two_people_and_the_bare_name_is_neither():
    heads = sent_by("Marsh, Odo A", "Marsh, Odo B", "Marsh, Odo", times=5)
    assert groups(heads) == []


def test_father_and_son_are_two():
    assert groups(sent_by("Marsh, Odo", "Marsh, Odo, Jr.", times=3)) == []


def test_one_name_with_two_addresses_of_one_scheme_is_two_people():
    one, other = "Odo Marsh <omarsh@harbour.example>", "Odo Marsh <omarsh2@harbour.example>"
    assert groups(sent_by(one, other, "Odo Marsh", times=4)) == []


def test_one_name_with_an_address_at_work_and_one_elsewhere_is_one():
    one, other = "Odo Marsh <omarsh@harbour.example>", "Odo Marsh <odo@home.example>"
    assert groups(sent_by(one, other, times=2)) == [sorted([one, other])]


def test_a_bare_first_name_is_nobodys():
    joined = join_names(sent_by(NORA, "Nora", "Vane, Nora", times=3))
    alone = next(actor for actor in joined.actors if actor.name == "Nora")
    assert alone.kind is ActorKind.UNDETERMINED


def test_a_letter_is_whom_other_copies_of_its_messages_name():
    heads = sent_by(NORA_AT) + printed_twice("N", NORA_AT, messages=3)
    assert together(heads, "N", NORA_AT)


def test_a_letter_that_two_bear_is_neither_of_them():
    heads = printed_twice("N", NORA_AT, messages=5) + printed_twice("N", "Nash, Ned <nash@harbour.example>", messages=5)
    joined = join_names(heads)
    assert joined.of_print["N"] not in (joined.of_print[NORA_AT], joined.of_print["Nash, Ned <nash@harbour.example>"])


def test_addressees_at_one_place_of_two_copies_are_one():
    """To: Marsh, Odo; NQ; Vane, Ada     in one copy
    To: Marsh, Odo; Quill, Nora D; Vane, Ada     in another, of two messages
    """
    heads = [
        Heading(f"c{number}{end}", f"m{number}", "", "", ("Marsh, Odo", words, "Vane, Ada"))
        for number in range(2)
        for end, words in (("a", "NQ"), ("b", NORA))
    ]
    assert together(heads, "NQ", NORA)


def test_a_message_alone_is_no_ground_to_make_one_of_two_full_names():
    heads = printed_twice("Vane, Ada", NORA, messages=6)
    assert not together(heads, "Vane, Ada", NORA)


def test_a_rare_misreading_joins_the_frequent_print():
    heads = sent_by(NORA, times=20) + sent_by("QuiII, Nora D", "Quill, Nora D.", "Quiil, Nora D")
    assert groups(heads) == [sorted([NORA, "QuiII, Nora D", "Quill, Nora D.", "Quiil, Nora D"])]


def test_a_name_that_others_bear_is_no_misreading():
    """Tim and Jim are alike to OCR; both are the names of others too."""
    heads = sent_by("Marsh, Jim", times=60) + sent_by("Marsh, Tim", "Vane, Tim", "Vane, Jim", times=9)
    assert groups(heads) == []


def test_the_rest_of_an_address_is_the_only_one_it_can_be_made_of():
    heads = sent_by(NORA, times=3) + sent_by("'nquill", "nora.quill <nora.quill")
    assert groups(heads) == [sorted([NORA, "'nquill", "nora.quill <nora.quill"])]
    heads += sent_by("Quill, Ned", times=3)
    assert not together(heads, "'nquill", NORA)


def test_a_title_with_the_only_bearer_of_a_family_name():
    assert together(sent_by(NORA, "Commissioner Quill"), NORA, "Commissioner Quill")
    assert not together(sent_by(NORA, "Quill, Ned", "Commissioner Quill"), NORA, "Commissioner Quill")


def test_an_address_that_several_use_joins_none_of_them():
    heads = sent_by("Quill, Nora <press@harbour.example>", "Marsh, Odo <press@harbour.example>", times=3)
    assert groups(heads + sent_by("press@harbour.example")) == []


def test_lists_that_differ_in_a_digit_stay_apart():
    heads = sent_by("LOCK-O_Shift-I", "LOCK-O_Shift-II", "LOCK-O_Shift-III", times=4) + sent_by("LOCK-0_Shift-l")
    joined = join_names(heads)
    assert {actor.kind for actor in joined.actors} == {ActorKind.LIST}
    assert groups(heads) == [["LOCK-0_Shift-l", "LOCK-O_Shift-I"]]


def test_offices_are_told_by_their_words():
    kinds = {actor.name: actor.kind for actor in join_names(sent_by("Harbour Press Office", "LockStaff", NORA)).actors}
    assert kinds == {"Harbour Press Office": ActorKind.OFFICE, "LockStaff": ActorKind.LIST, NORA: ActorKind.PERSON}


def test_what_somebody_says_weighs_more_than_any_ground():
    heads = sent_by(NORA, "Nora Quill", "Vane, Ada", times=3)
    assert not together(heads, NORA, "Nora Quill", apart=[(NORA, "Nora Quill")])
    assert together(heads, NORA, "Vane, Ada", same=[("Vane, Ada", NORA)])


def test_counts_are_of_messages_and_days_are_the_first_and_last():
    heads = [*printed_twice(NORA, "Nora Quill"), Heading("c", "m", "2010-01-02T09:00", "Vane, Ada", (NORA,), (NORA,))]
    actor = next(actor for actor in join_names(heads).actors if actor.name == NORA)
    assert (actor.sent, actor.received, actor.first, actor.last) == (1, 1, "2009-05-01", "2010-01-02")


def test_any_order_gives_the_same():
    heads = (
        sent_by(NORA, NORA_AT, "Nora Quill", "NQ", "'nquill", "Marsh, Odo A", "Marsh, Odo", times=3)
        + printed_twice("NQ", NORA_AT, messages=3)
        + printed_twice("O", "Marsh, Odo A", messages=2)
    )
    expected = join_names(heads)
    for seed in range(5):
        shuffled = random.Random(seed).sample(heads, len(heads))
        assert join_names(shuffled) == expected


def test_thousands_of_near_equal_names_cost_no_square():
    prints = [f"Quill, Nora{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(6000)]
    assert len(join_names(sent_by(*prints)).actors) > 1000


def test_no_heads_no_actors():
    assert join_names([]).actors == ()
