"""Whether two full names can be one person's, and how far a print is another's misread."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from readingroom.people.printed import Printed
from readingroom.text import fold_ocr


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """`fold_ocr`, remembered: a case has few words."""
    return fold_ocr(word)


def same_word(one: str, other: str) -> bool:
    """Whether two words are one under OCR noise: look-alike letters, or one letter in five and more."""
    if one == other or folded(one) == folded(other):
        return True
    return min(len(one), len(other)) > 4 and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def contradict(one: Printed, other: Printed) -> bool:
    """Whether two full names of one family name and given name are two persons': other initials, father and son."""
    if one.generation != other.generation:
        return True
    first, second = one.initials[:1], other.initials[:1]
    return bool(first and second and "?" not in (first, second) and folded(first) != folded(second))


def same_name(one: Printed, other: Printed) -> bool:
    """Whether two full names agree: the family name, the given name, nothing against it."""
    return same_word(one.family, other.family) and same_word(one.given, other.given) and not contradict(one, other)


def schemes_of(name: Printed) -> tuple[str, ...]:
    """Local parts of addresses that offices make of a full name; letters only."""
    family, given, more = name.family, name.given.replace("-", "").replace("'", ""), name.initials.replace("?", "")
    g = given[:1]
    made = [given + family, family + given, g + family, family + g]
    if more:
        made += [g + more[0] + family, family + g + more[0], given + more[0] + family, g + more + family]
    return tuple(dict.fromkeys(made))


def letters(text: str) -> str:
    """The letters of a local part alone."""
    return "".join(sign for sign in text if sign.isalpha())


def split_address(address: str) -> tuple[str, str]:
    """Local part and domain; "cn" for a name in a directory."""
    if address.startswith("cn="):
        return address[3:], "cn"
    local, _, domain = address.rpartition("@")
    return local, domain


def two_of_a_scheme(name: Printed, one: str, other: str) -> bool:
    """Whether two addresses of a name are given to two people who bear it: one office, one scheme, another number.

    quillnd@harbour.example and quillnr@harbour.example; nquill@... and nquill2@...
    """
    here, there = split_address(one), split_address(other)
    if here[1] != there[1] or folded(here[0]) == folded(there[0]):
        return False
    return bool(_scheme(name, here[0])) and _scheme(name, here[0]) == _scheme(name, there[0])


def _scheme(name: Printed, local: str) -> str:
    """The scheme by which the name makes the local part: what is left with the name in capitals, digits as "#"."""
    bare = local.rstrip("0123456789")
    family, given = name.family, name.given.replace("-", "")
    if bare in (given + family, family + given, f"{given}.{family}", f"{given}_{family}", f"{family}.{given}"):
        return "both"
    rest = bare.removeprefix(family)
    if rest != bare and rest[:1] == given[:1] and len(rest) <= 2:
        return "family first"
    rest = bare.removesuffix(family)
    if rest != bare and rest[:1] == given[:1] and len(rest) <= 2:
        return "family last"
    return ""
