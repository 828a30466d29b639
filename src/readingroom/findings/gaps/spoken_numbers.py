"""Numbers as letters write them: in figures, or in English words."""

from __future__ import annotations

ONES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
} | {"a": 1}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MOST = 10_000_000


def number_of(words: str) -> int:
    """The number that is written; 0 where it is none: "1,204", "one hundred and thirty-six"."""
    figures = words.strip().replace(",", "")
    if figures.isdecimal():
        return min(int(figures), MOST)
    whole = part = 0
    for word in words.lower().replace("-", " ").split():
        if word in ONES or word in TENS:
            part += ONES.get(word, 0) + TENS.get(word, 0)
        elif word == "hundred":
            part = max(1, part) * 100
        elif word == "thousand":
            whole, part = whole + max(1, part) * 1000, 0
        elif word != "and":
            return 0
    return min(whole + part, MOST)
