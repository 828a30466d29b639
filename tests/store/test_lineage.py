"""Ids that messages had lead on to what they are now."""

from readingroom.model import FieldName, Message, MessageStatus, Values
from readingroom.store import Batch, commit, message_by_id, open_store, present_id, retire


def message_of(message_id: str, *copies: str) -> Values:
    return Values(
        messages=(
            Message(
                id=message_id,
                copies=copies,
                taken_from=((FieldName.FROM, copies[0]),),
                body_from=copies[0],
                restored=(),
                status=MessageStatus.PRINTED,
                conversation="c1",
            ),
        )
    )


HERE, THERE, ELSEWHERE = "0123456789ab-p2-y90", "0123456789ab-p3-y180", "ba9876543210-p2-y90"


def test_a_former_id_leads_to_the_message_that_holds_its_copies(tmp_path):
    """Read again, the first line is seen a little higher and the id is another; then it is joined with more."""
    store = open_store(tmp_path / "case.db")
    commit(store, "messages", [Batch("", "1")], [message_of("m-old", HERE, THERE)])
    assert present_id(store, "m-old") == "m-old"
    commit(store, "messages", [Batch("", "2")], [message_of("m-new", "0123456789ab-p2-y86", THERE)])
    assert present_id(store, "m-old") == "m-new"
    commit(store, "messages", [Batch("", "3")], [message_of("m-newest", ELSEWHERE, "0123456789ab-p2-y86.2", THERE)])
    assert [present_id(store, name) for name in ("m-old", "m-new", "m-newest")] == ["m-newest"] * 3
    assert message_by_id(store, "m-old") is None


def test_what_was_split_leads_to_the_part_with_the_most_copies(tmp_path):
    store = open_store(tmp_path / "case.db")
    commit(store, "messages", [Batch("", "1")], [message_of("m-old", HERE, THERE, ELSEWHERE)])
    parts = [message_of("m-1", HERE), message_of("m-2", THERE, ELSEWHERE)]
    retire(store, "messages", frozenset())
    commit(store, "messages", [Batch("a", "2"), Batch("b", "2")], parts)
    assert present_id(store, "m-old") == "m-2"


def test_an_id_that_never_was_or_whose_copies_are_gone_leads_nowhere(tmp_path):
    store = open_store(tmp_path / "case.db")
    commit(store, "messages", [Batch("", "1")], [message_of("m-old", HERE)])
    commit(store, "messages", [Batch("", "2")], [message_of("m-new", "0123456789ab-p2-y300")])
    assert present_id(store, "m-old") == ""
    assert present_id(store, "m-never") == ""
    assert present_id(store, "") == ""


def test_a_former_id_that_is_given_again_is_itself(tmp_path):
    store = open_store(tmp_path / "case.db")
    for key, name in enumerate(("m-1", "m-2", "m-1", "m-2")):
        commit(store, "messages", [Batch("", str(key))], [message_of(name, HERE)])
    assert present_id(store, "m-1") == present_id(store, "m-2") == "m-2"
