"""Verdicts: (a quotation as a draft has it, what the pages say to its wording)."""

import pytest

from readingroom.drafts import DraftParagraph, DraftText, check_draft
from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere, Verdict, Wording
from tests.drafts.in_memory import InMemory, text
from tests.drafts.release import release

RELEASE = release()


def check(words: str, lookup: InMemory = RELEASE) -> Verdict:
    """The verdict on one quotation, set in a sentence."""
    draft = DraftText(name="story.txt", paragraphs=(DraftParagraph(text=f"It says: “{words}” That is all."),))
    (verdict,) = check_draft(draft, lookup).verdicts
    return verdict


def kinds(verdict: Verdict) -> list[str]:
    return [change.kind for change in verdict.changes]


@pytest.mark.parametrize(
    "words",
    [
        "Captain Brill wants seven ferries painted before the regatta on May 14",
        "the names of the three worst hulls in your yard",
        "as long as they look new from the pier.",  # full stop as on the page
        "the third sank in 1998",
        "which is well-known to leak",
        "The budget is $1.2 million, of which $65,000 is already spent.",
    ],
)
def test_the_page_s_own_words_are_exact_across_line_ends_and_hyphens(words):
    verdict = check(words)
    assert verdict.wording is Wording.EXACT
    assert verdict.changes == ()
    assert "\n" not in verdict.source_words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I don’t think that the board should ask anyone to do so", "quotation marks"),
        ("the names of the three worst hulls in your yard,", "at the end"),
        ("Reply to all so that Odette can see", ""),
        ("Have no hull in Northgate that would pass for the worst", "capital at the start"),
        ("northgate will have its list with you", "capital at the start"),
        ("the chair wanted a list … and said that the yards had 30 days", "left out"),
        ("the chair wanted a list . . . and said that the yards had 30 days", "left out"),
        ("the chair wanted a list [...] and said that the yards had 30 days", "left out"),
        ("the names of the three worst [ferries’] hulls in your yard", "bracket"),
        ("[T]he names of the three worst hulls in your yard", "capital at the start"),
        ("Mr. Osgood [ha]s offered to lend us the Petrel", "bracket"),
        ("[Quillon] voted against, as did Dr. Abara", "bracket"),
        ("I am still missing Northgate and Eastling [sic]", ""),
        ("‘Is the Petrel one ferry or two?’ the reporter asked", "quotation marks"),
        ("… the chair asked why it was not eighteen …", ""),
    ],
)
def test_house_style_is_exact_and_said(words, said):
    verdict = check(words)
    assert verdict.wording is Wording.EXACT, verdict
    assert set(kinds(verdict)) <= {"house style"}
    assert any(said in change.note for change in verdict.changes) or not said


@pytest.mark.parametrize(
    ("words", "kind", "draft", "source"),
    [
        ("I do care what the hulls cost as long as they look new", "negation", "", "not"),
        ("I will write down a sound hull as rotten", "negation", "", "not"),
        ("Captain Brill wants eight ferries painted before the regatta", "number", "eight", "seven"),
        ("painted before the regatta on May 15, and not one of them in grey", "number", "15", "14"),
        ("painted before the regatta on June 14, and not one of them in grey", "number", "June", "May"),
        ("The budget is $12 million, of which $65,000 is already spent", "number", "$12", "$1.2"),
        ("The budget is $1.2 million, of which $6,500 is already spent", "number", "$6,500", "$65,000"),
        ("It is 9:13 and I am still missing Northgate", "number", "9:13", "9:31"),
        ("Mr. Osborne has offered to lend us the Petrel", "name", "Osborne", "Osgood"),
        ("I am still missing Northgate and Westling", "name", "Westling", "Eastling"),
        ("The chair wanted a list that nobody has signed", "negation", "nobody", "somebody"),
        ("Say that the ferries were chosen by the yards", "word", "chosen", "selected"),
        ("Mr. Dane Harrow has offered to lend us the Petrel", "name", "Dane Harrow", "Osgood"),
        ("Nobody needed to know about the regatta", "word", "needed", "needs"),
        ("if the line has not been down", "word", "has", "had"),
    ],
)
def test_a_changed_word_is_altered_and_its_kind_is_told(words, kind, draft, source):
    verdict = check(words)
    assert verdict.wording is Wording.ALTERED
    first = verdict.changes[0]
    assert (first.kind, first.draft, first.source) == (kind, draft, source)
    assert verdict.found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I will … write down a sound hull as rotten", "negation"),  # an ellipsis may not swallow a not
        ("Captain Brill … hulls … look new from the pier", "word"),  # picked together
        ("The ferries were [not] selected by the yards", "negation"),
        ("the yards had [60] days to produce it", "number"),
        ("[Mr. Osborne] has offered to lend us the Petrel", "name"),
        ("the names of the three [best] hulls in your yard", "word"),
        ("Is the Petrel one ferry or two, the reporter asked", "punctuation"),
        ("the ferries were selected by the yards?", "punctuation"),
        ("All dry? … Only two have a mast", "punctuation"),
        ("if you need anything else before the Regatta", "capital"),
        ("which is well known to leak", "punctuation"),
    ],
)
def test_marks_and_brackets_do_not_whitewash(words, kind):
    verdict = check(words)
    assert verdict.wording is not Wording.EXACT
    assert kinds(verdict)[0] == kind


def test_a_number_put_in_by_a_bracket_is_exact_but_raised_first():
    verdict = check("The chair wanted a list that somebody has [in 2013] signed")
    assert verdict.wording is Wording.EXACT
    assert kinds(verdict)[0] == "number"


def test_two_messages_make_a_splice():
    verdict = check("I do not care what the hulls cost, Nobody needs to know about the regatta")
    assert verdict.wording is Wording.SPLICED
    assert {place.message for place in verdict.found} == {"order", "press"}
    assert "2 different messages" in verdict.note
    assert [(piece.message, piece.words) for piece in verdict.pieces] == [
        ("order", "I do not care what the hulls cost"),
        ("press", "Nobody needs to know about the regatta"),
    ]
    assert verdict.found[:2] == verdict.pieces
    assert not verdict.changes


def test_a_capital_is_shown_in_its_word_alone():
    (change,) = check("[T]he names of the three worst hulls in your yard").changes
    assert (change.source, change.draft) == ("the", "The")


def test_an_ellipsis_joins_no_two_messages():
    verdict = check("I do not care what the hulls cost … Nobody needs to know about the regatta")
    assert verdict.wording is Wording.SPLICED


def test_one_message_joined_without_a_mark_is_a_splice():
    verdict = check("We have no hull in Northgate that would pass for the worst. I will not write down a sound hull")
    assert verdict.wording is Wording.SPLICED
    assert "one message" in verdict.note
    assert any("Two are sound" in change.source for change in verdict.changes)


@pytest.mark.parametrize(
    "words", ["We never meant to paint a single ferry at all", "Burn the ledgers before Friday comes"]
)
def test_words_that_stand_nowhere(words):
    assert check(words).wording is Wording.NOT_FOUND


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("regatta", Wording.TOO_SHORT),  # one word
        ("of the", Wording.TOO_SHORT),  # two common ones
        ("paint rule", Wording.EXACT),  # two that stand in one place
        ("tide charts", Wording.ALTERED),  # the page has "tide table"
        ("brass lanterns", Wording.TOO_SHORT),
        ("[he]", Wording.TOO_SHORT),
    ],
)
def test_few_words_tell_only_where_they_are_rare(words, wording):
    assert check(words).wording is wording


def test_a_stock_phrase_tells_nothing_but_its_places_are_listed():
    crowd = InMemory([text(f"Number {n}. Please let me know by then.", f"m{n}") for n in range(30)])
    verdict = check("please let me know", crowd)
    assert verdict.wording is Wording.TOO_SHORT
    assert len(verdict.found) == 30


def test_every_copy_is_listed_the_cleanest_first():
    words = "The lamps are out along the whole of the pier."
    copies = InMemory(
        [
            text(words.replace("lamps", "Lamps"), "m1", "c1"),
            text(words, "m1", "c2"),
            text(words.replace("pier", "quay"), "m1", "c3"),
        ]
    )
    verdict = check("The lamps are out along the whole of the pier", copies)
    assert verdict.wording is Wording.EXACT
    assert [place.copy for place in verdict.found] == ["c2", "c1"]


def test_a_not_right_before_the_words_is_told():
    assert "“not” stands right before" in check("write down a sound hull as rotten").note


BLACK = Redaction(
    source="s" * 64, page=1, kind=RedactionKind.BLACK, where=RedactionWhere.BOX, box=Box(0, 0, 9, 9), codes=("B5",)
)


def covered(words: str) -> InMemory:
    """A page on which ████ is a black box."""
    before, after = words.split("████")
    return InMemory([text(before + after, hidden=((len(before), BLACK),))])


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("I strongly advise ████ before the vote.", "I strongly advise against sending it before the vote"),
        ("I strongly advise ████ Best, Odette", "I strongly advise against sending the list"),
        ("████ and somebody will ask.", "The ledger is open and somebody will ask"),
        ("I strongly advise ████ before the vote.", "I strongly advise before the vote"),  # words are hidden between
    ],
)
def test_words_that_stop_at_a_redaction(page, words):
    assert check(words, covered(page)).wording is Wording.UNDER_REDACTION


def test_an_ellipsis_may_stand_for_a_redaction():
    verdict = check("I strongly advise … before the vote", covered("I strongly advise ████ before the vote."))
    assert verdict.wording is Wording.EXACT


@pytest.mark.parametrize(
    ("page", "words", "wording"),
    [
        ("the yards wi11 send it", "the yards will send it", Wording.EXACT),
        ("Iwill send all of it", "I will send all of it", Wording.EXACT),
        ("I'changed all of it", "I changed all of it", Wording.EXACT),
        ("we're paid for all of it", "were paid for all of it", Wording.ALTERED),
        ("we sh ould send all of it", "we should send all of it", Wording.EXACT),
        ("the keeper fell ill again", "the keeper felt ill again", Wording.ALTERED),  # both are words
        ("send modem parts at once", "send modern parts at once", Wording.ALTERED),
        ("paint l5 hulls at once", "paint 15 hulls at once", Wording.ALTERED),  # a number
        ("ask Mr. Ba11 about it", "ask Mr. Ball about it", Wording.ALTERED),  # a name
        ("we do n0t paint hulls", "we do not paint hulls", Wording.ALTERED),
        ("it is not able to float", "it is notable to float", Wording.ALTERED),
        ("it sank in 10-\n15 minutes", "it sank in 1015 minutes", Wording.ALTERED),
    ],
)
def test_a_misread_page_is_exact_only_where_it_can_be_nothing_else(page, words, wording):
    verdict = check(words, InMemory([text(page)]))
    assert verdict.wording is wording
    if wording is Wording.EXACT:
        assert "reading" in kinds(verdict)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("It was a non-violent protest at the pier.", "violent protest at the pier"),
        ("It takes 3-4 days to paint a hull.", "4 days to paint a hull"),
        ("It takes between 3-4 days to paint a hull.", "It takes between 3"),
        ("We had a hull repain-\nted by the yard.", "ted by the yard"),
        ("They will repaint the hull on Monday.", "paint the hull on Monday"),
        ("Spend $65,000,000 on the paint.", "Spend $65,000"),
    ],
)
def test_no_part_of_a_word_or_number_is_exact(page, words):
    assert check(words, InMemory([text(page)])).wording is not Wording.EXACT


def test_a_dash_behind_a_greeting_cuts_no_word():
    assert (
        check("please see the list below", InMemory([text("Odette-\nPlease see the list below.")])).wording
        is Wording.EXACT
    )


def test_a_page_s_own_brackets_are_exact():
    page = "the morning [Note: the harbour has the second largest fleet of them all] would do"
    verdict = check(page, InMemory([text(page)]))
    assert verdict.wording is Wording.EXACT
    assert verdict.changes == ()


def test_halves_around_an_attribution_must_stand_side_by_side():
    def halves(first, second):
        draft = DraftText(name="d", paragraphs=(DraftParagraph(text=f"“{first},” she said, “{second}.”"),))
        (verdict,) = check_draft(draft, RELEASE).verdicts
        return verdict.wording

    assert halves("Appearance is not in the statute", "and neither is the regatta") is Wording.EXACT
    assert halves("Appearance is not in the statute", "keep every record of this request") is Wording.SPLICED


def test_long_blocks_are_compared_in_time():
    long = " ".join(f"word{n % 731} of{n % 13}" for n in range(2_000))
    verdict = check(long.replace("word5 ", "other ", 1), InMemory([text(long)]))
    assert verdict.wording is Wording.ALTERED
    assert [change.source for change in verdict.changes] == ["word5"]


def test_a_draft_without_quotations_and_a_release_without_texts():
    empty = InMemory([])
    assert check_draft(DraftText(name="d", paragraphs=()), empty).verdicts == ()
    assert check("The lamps are out along the pier", empty).wording is Wording.NOT_FOUND
