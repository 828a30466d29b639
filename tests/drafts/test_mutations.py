"""Thousands of small changes to true quotations: none may pass as exact; and house style, which always must."""

import random
import re

import pytest
from benchmarks.quotations import plant, score

from readingroom.drafts import Text, check_draft
from readingroom.drafts.prove import prove
from readingroom.drafts.shelf import Shelf
from readingroom.model import Quotation, QuotationKind, Wording
from readingroom.text import sketch_letters
from tests.drafts.release import release

RELEASE = release()
BODIES = [text for text in RELEASE.texts if text.field == "body"]
WORDS = sorted({word for text in BODIES for word in re.findall(r"[a-z]{3,}", text.passage.text)})
OTHER_FORMS = {"is": "was", "are": "were", "has": "had", "have": "had", "will": "would", "was": "is", "were": "are"}
TWINS = (("l", "1"), ("o", "0"), ("e", "c"), ("m", "rn"), ("t", "l"), ("d", "cl"))


def quotation(words: str) -> Quotation:
    return Quotation(text=words, start=0, end=len(words), kind=QuotationKind.BODY, pieces=(words,), paragraph=0)


def some_words(rng: random.Random) -> tuple[Text, str]:
    """Words of one message as a draft has them, hyphens at line ends gone."""
    text = rng.choice(BODIES)
    plain = " ".join(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text.passage.text).split()).split(" ")
    length = min(rng.randint(6, 18), len(plain))
    first = rng.randrange(len(plain) - length + 1)
    return text, " ".join(plain[first : first + length])


def swap(words, at, rng):
    words[at] = rng.choice(WORDS)


def drop(words, at, rng):
    del words[at]


def drop_clause(words, at, rng):
    del words[at : at + rng.randint(2, 4)]


def insert(words, at, rng):
    words.insert(at, rng.choice([*WORDS, "not", "never"]))


def turn_round(words, at, rng):
    words[at - 1], words[at] = words[at], words[at - 1]


def figure(words, at, rng):
    """A word with a digit in it, if there is one."""
    return rng.choice([n for n, word in enumerate(words) if any(map(str.isdigit, word))] or [at])


def other_number(words, at, rng):
    at = figure(words, at, rng)
    words[at] = re.sub(r"\d", lambda digit: str((int(digit.group()) + 3) % 10), words[at])


def lose_point(words, at, rng):
    at = figure(words, at, rng)
    words[at] = re.sub(r"(?<=\d)[.,:](?=\d)", "", words[at])


def other_form(words, at, rng):
    words[at] = OTHER_FORMS.get(words[at], re.sub(r"(ed|s)$", "ing", words[at]))


def other_letters(words, at, rng):
    old, new = rng.choice(TWINS)
    words[at] = words[at].replace(old, new, 1)


def other_name(words, at, rng):
    words[at] = re.sub(r"^[A-Z][a-z]+", "Harrow", words[at]) if at else words[at]


def question(words, at, rng):
    words[at] = words[at].rstrip(".,;?") + ("." if "?" in words[at] else "?")


def shout(words, at, rng):
    words[at] = words[at].upper()


def other_half(words, at, rng):
    words[at:] = some_words(rng)[1].split(" ")[-6:]


MUTATIONS = (
    swap, drop, drop_clause, insert, turn_round, other_number, lose_point, other_form, other_letters, other_name,
    question, shout, other_half,
)  # fmt: skip


@pytest.mark.parametrize("mutate", MUTATIONS)
def test_no_mutation_is_exact(mutate):
    rng = random.Random(mutate.__name__)
    shelf = Shelf(RELEASE)
    tried = 0
    for _ in range(100):
        _, true = some_words(rng)
        words = true.split(" ")
        mutate(words, rng.randrange(1, len(words) - 1), rng)
        mutated = " ".join(words)
        same_letters = sketch_letters(mutated) == sketch_letters(true)
        stands = any(sketch_letters(mutated) in sketch_letters(text.passage.text) for text in BODIES)
        if mutated == true or (stands and not same_letters):
            continue  # nothing was changed, or the release says this as well
        tried += 1
        verdict = prove(quotation(mutated), shelf)
        assert verdict.wording is not Wording.EXACT, (mutated, verdict.source_words, verdict.changes)
    assert tried


def curly(words, rng):
    return words.replace("'", "’").replace(' "', " “").replace('"', "”")


def final_comma(words, rng):
    return words.rstrip(".,;") + "," if not words.endswith("?") else words


def first_letter(words, rng):
    return words[0].swapcase() + words[1:]


def gap(words, rng):
    split = words.split(" ")
    middle = len(split) // 2
    if re.search(r"n't|\bnot\b|\bno\b|\bneither\b|obody", split[middle]):
        return words
    return " ".join([*split[:middle], rng.choice(["…", "...", ". . .", "[…]"]), *split[middle + 1 :]])


def remark(words, rng):
    split = words.split(" ")
    return " ".join([*split[: len(split) // 2], "[so it says]", *split[len(split) // 2 :]])


@pytest.mark.parametrize("restyle", [curly, final_comma, first_letter, gap, remark])
def test_house_style_is_always_exact(restyle):
    rng = random.Random(restyle.__name__)
    shelf = Shelf(RELEASE)
    for _ in range(60):
        _, true = some_words(rng)
        verdict = prove(quotation(restyle(true, rng)), shelf)
        assert verdict.wording is Wording.EXACT, (verdict.quotation.text, verdict.source_words, verdict.changes)


def test_planted_quotations():
    planted = plant(RELEASE.texts)
    assert planted == plant(RELEASE.texts)
    told = score(planted, lambda draft: check_draft(draft, RELEASE))
    assert told.false_exact == 0, told.wrong
    assert told.true_exact >= 0.98, told.wrong
