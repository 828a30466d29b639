"""Which words of a draft are quotations: pairs of (paragraph, quotations)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom.drafts import DraftParagraph, DraftText, ParagraphKind, find_quotations
from readingroom.model import QuotationKind


def quotations(*paragraphs: str, kind: ParagraphKind = ParagraphKind.BODY):
    return find_quotations(
        DraftText(name="d.txt", paragraphs=tuple(DraftParagraph(text=words, kind=kind) for words in paragraphs))
    )


def texts(*paragraphs: str, kind: ParagraphKind = ParagraphKind.BODY) -> list[str]:
    return [quotation.text for quotation in quotations(*paragraphs, kind=kind)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ('He wrote "send the boats" and left.', ["send the boats"]),
        ("He wrote “send the boats” and left.", ["send the boats"]),
        ('He wrote “send the boats" and left.', ["send the boats"]),
        ('He wrote "send the boats” and left.', ["send the boats"]),
        ("He wrote ``send the boats'' and left.", ["send the boats"]),
        ("Er schrieb „send the boats“ und ging.", ["send the boats"]),
        ("Il a écrit «send the boats» et partit.", ["send the boats"]),
        ("He wrote ‘send the boats’ and left.", ["send the boats"]),
        ("He wrote 'send the boats' and left.", ["send the boats"]),
        ("“Send.” “Now.” “Go.”", ["Send.", "Now.", "Go."]),
        ("(“Send the boats.”)", ["Send the boats."]),
        ("He called it—“madness”—and left.", ["madness"]),
        ("No quotation here.", []),
        ("", []),
    ],
)
def test_forms_of_marks(paragraph, found):
    assert texts(paragraph) == found


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Don't say that it's the boats' fault, 'tis not.", []),
        ("The ’90s and the '80s were ’em.", []),
        ("The boards’ boats and the crews’ pay.", []),
        ("‘The dogs’ house is full,’ he said.", ["The dogs’ house is full,"]),
        ("‘I don’t know,’ she said.", ["I don’t know,"]),
        ('A 12" pipe and a man of 5\'10" in it.', []),
        ('He said "the 12" pipe is gone" and left.', ['the 12" pipe is gone']),
        ('He said "send 12" and "send 15" at once.', ["send 12", "send 15"]),
    ],
)
def test_apostrophes_and_measures_are_none(paragraph, found):
    assert texts(paragraph) == found


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("“He said ‘send them’ twice,” she wrote.", ["He said ‘send them’ twice,"]),
        ('"We have two rated 5. A 5 is "fair"."', ['We have two rated 5. A 5 is "fair".']),
        ("“say “region” in place of “district”.”", ["say “region” in place of “district”."]),
        ('“since the notice says "pull" and not "bin"”.', ['since the notice says "pull" and not "bin"']),
        ("‘He said “send them” twice,’ she wrote.", ["He said “send them” twice,"]),
    ],
)
def test_what_is_quoted_inside_is_part_of_the_outer(paragraph, found):
    assert texts(paragraph) == found


@pytest.mark.parametrize(
    ("paragraph", "pieces"),
    [
        ("“I will,” she said, “go.”", [("I will,", "go.")]),
        ('"I will," said Mr. Osgood, the keeper, "go."', [("I will,", "go.")]),
        ("“Is it one,” he asked, “or two?”", [("Is it one,", "or two?")]),
        ("“Not tonight,” he wrote. “Send two.”", [("Not tonight,",), ("Send two.",)]),
        ("“Not tonight.” He wrote later, “Send two.”", [("Not tonight.",), ("Send two.",)]),
        ("“Not tonight,” in the words of the keeper, “send two.”", [("Not tonight,",), ("send two.",)]),
        ("the “worst hulls” he said, and “no grey”", [("worst hulls",), ("no grey",)]),
    ],
)
def test_an_attribution_breaks_a_quotation(paragraph, pieces):
    assert [quotation.pieces for quotation in quotations(paragraph)] == pieces


def test_a_quotation_runs_over_paragraphs():
    assert texts("She wrote: “One.", "“Two.", "“Three,” and left.", "“Four.”") == ["One.\nTwo.\nThree,", "Four."]
    (first, _) = quotations("She wrote: “One.", "“Two.”", "“Three.”")
    assert first.note == ""


def test_a_missing_closing_mark_is_noted():
    (only,) = quotations("She wrote: “One and no end.", "Another paragraph.")
    assert (only.text, bool(only.note)) == ("One and no end.", True)
    first, second = quotations("She wrote: “One. “Two,” he said.")
    assert (first.text, second.text) == ("One.", "Two,")
    assert first.note
    assert not second.note


def test_headlines_captions_credits_and_blocks():
    assert quotations("‘Failed’ yards", kind=ParagraphKind.HEADLINE)[0].kind is QuotationKind.HEADLINE
    assert texts("The “Petrel” in 1998", kind=ParagraphKind.CAPTION) == []
    assert texts("“One hull sank,” the write-up said.", kind=ParagraphKind.CAPTION) == ["One hull sank,"]
    assert texts("Photo by “Wendell”", kind=ParagraphKind.CREDIT) == []
    assert texts("Send the boats at once.", kind=ParagraphKind.QUOTE) == ["Send the boats at once."]
    assert texts("“Send the boats,” he wrote.", kind=ParagraphKind.QUOTE) == ["Send the boats,"]


def test_places_count_in_the_draft_s_text():
    draft = DraftText(name="d", paragraphs=tuple(DraftParagraph(text=t) for t in ("One.", "He wrote “send” twice.")))
    (quotation,) = find_quotations(draft)
    assert draft.text[quotation.start : quotation.end] == "send"
    assert quotation.paragraph == 1


@given(st.lists(st.text(alphabet="ab1 ,.'\"“”‘’„«»`\n", max_size=60), max_size=5))
def test_any_marks_at_all_give_quotations_in_order_and_in_place(paragraphs):
    draft = DraftText(name="d", paragraphs=tuple(DraftParagraph(text=words) for words in paragraphs))
    found = find_quotations(draft)
    assert all(0 <= quotation.start <= quotation.end <= len(draft.text) for quotation in found)
    assert [quotation.start for quotation in found] == sorted(quotation.start for quotation in found)


def test_thousands_of_marks_take_no_time():
    assert texts("“" * 20_000) == []
    texts('1" ' * 20_000)
    texts("a '" * 20_000)
    texts('"' * 200_000)
    assert len(quotations('"a," he said, ' * 30_000)[0].pieces) == 30_000
