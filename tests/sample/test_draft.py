"""Every quotation of the sample's draft is in the truth, and the words are on the pages as the truth says."""

import json
import re

import pytest

from readingroom.sample import sample_files

FILES = sample_files()
DRAFT = FILES.draft.read_text(encoding="utf-8")
TRUTH = json.loads(FILES.truth.read_text(encoding="utf-8"))
BODIES = {message["id"]: " ".join(message["body"].split()) for message in TRUTH["messages"]}
PRINTED = [" ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", copy_["body"]).split()) for copy_ in TRUTH["copies"]]


def bare(words: str) -> str:
    """Without what a house style may change at the edges and inside."""
    return re.sub(r"[\[\]]", "", words).strip(" ,.").lower()


def pieces(quotation: dict) -> list[str]:
    return [bare(piece) for part in quotation.get("pieces", [quotation["text"]]) for piece in part.split("...")]


def of(wording: str) -> list:
    return [pytest.param(q, id=q["text"][:30]) for q in TRUTH["quotations"] if q["wording"] == wording]


def test_lists_the_quotations_of_the_draft_in_order():
    listed = [piece for quotation in TRUTH["quotations"] for piece in quotation.get("pieces", [quotation["text"]])]
    assert re.findall("“([^”]*)”", DRAFT) == listed


@pytest.mark.parametrize("quotation", of("exact"))
def test_exact_words_are_printed_somewhere(quotation):
    for piece in pieces(quotation):
        assert any(piece in body.lower() for body in PRINTED)
        assert all(piece in BODIES[message].lower() for message in quotation["messages"])


@pytest.mark.parametrize("quotation", of("altered"))
def test_altered_words_become_true_when_the_change_is_undone(quotation):
    change = quotation["change"]
    (words,), (message,) = pieces(quotation), quotation["messages"]
    assert not any(words in body.lower() for body in BODIES.values())
    if change["draft"]:
        undone = [words.replace(change["draft"].lower(), change["source"].lower())]
    else:
        spots = [found.start() for found in re.finditer(" ", words)]
        undone = [f"{words[:spot]} {change['source']}{words[spot:]}" for spot in spots]
    assert any(candidate in BODIES[message].lower() for candidate in undone)


@pytest.mark.parametrize("quotation", of("spliced"))
def test_spliced_words_are_in_two_messages(quotation):
    for part, message in zip(quotation["parts"], quotation["messages"], strict=True):
        assert part in quotation["text"]
        assert bare(part) in BODIES[message].lower()


@pytest.mark.parametrize("quotation", of("under redaction"))
def test_hidden_words_are_hidden_in_every_copy(quotation):
    (words,), (message,) = pieces(quotation), quotation["messages"]
    assert words in BODIES[message].lower()
    assert not any(words in body.lower() for body in PRINTED)


@pytest.mark.parametrize("quotation", of("not found"))
def test_absent_words_are_nowhere(quotation):
    everything = " ".join([*PRINTED, *BODIES.values(), *(m["subject"] for m in TRUTH["messages"])]).lower()
    assert bare(quotation["text"]) not in everything
